import { twinTest } from '../../src/index.ts';
import { labSamples } from '../lab/lab-samples.ts';
import { labSupport } from '../lab/lab-support.ts';

twinTest([labSupport], { programs: 500, samples: labSamples });
