import { twinTest } from '@syft-libs/testing';
import { mlMatrix } from '../src/index.ts';
import { samples } from './gen/samples.ts';

twinTest([mlMatrix], { samples });
