import { twinTest } from '@syft-libs/testing';
import { simpleStatistics } from '../src/index.ts';
import { samples } from './gen/samples.ts';

twinTest([simpleStatistics], { samples });
