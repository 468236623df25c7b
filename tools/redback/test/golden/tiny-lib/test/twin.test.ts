import { twinTest } from '@syft-libs/testing';
import { tinyLib } from '../src/index.ts';
import { samples } from './gen/samples.ts';

twinTest([tinyLib], { samples });
