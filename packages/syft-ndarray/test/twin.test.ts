import { twinTest } from '@syft-libs/testing';
import { ndarray } from '../src/index.ts';
import { samples } from './gen/samples.ts';

twinTest([ndarray], { samples });
