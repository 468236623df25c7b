import { conformance } from '../src/index.ts';
import type { Vec } from './lab/lab-library.ts';
import { labSamples } from './lab/lab-samples.ts';
import { labSupport } from './lab/lab-support.ts';

await conformance(labSupport, { samples: labSamples, view: (live) => ({ size: (live as Vec).size, data: [...(live as Vec).data] }) });
