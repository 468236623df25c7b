import { twinTest } from '../../src/index.ts';
import { labSupport } from '../lab/lab-support.ts';

twinTest([labSupport], { programs: 500 });
