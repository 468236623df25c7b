import { twinTest } from '@syft-libs/testing';
import { jstat } from '../src/index.ts';
import { samples } from './gen/samples.ts';

twinTest([jstat], { samples });
