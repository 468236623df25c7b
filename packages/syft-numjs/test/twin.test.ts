import { twinTest } from '@syft-libs/testing';
import { numjs } from '../src/index.ts';

twinTest([numjs]);
