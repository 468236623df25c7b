import { twinTest } from '../../src/index.ts';

twinTest([], { programs: 300 });
