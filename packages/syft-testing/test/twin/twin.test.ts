import { twinTest } from '../../src/index.ts';
import { labSamples, labSupport } from '../lab/lab-support.ts';

twinTest([labSupport], { programs: 500, samples: labSamples });
