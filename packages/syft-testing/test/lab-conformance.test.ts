import { columnOf } from '@syft-libs/ast';
import { conformance, sampleArray } from '../src/index.ts';
import type { Vec } from './lab/lab-library.ts';
import { labSamples } from './lab/lab-samples.ts';
import { labSupport } from './lab/lab-support.ts';

const vector = sampleArray('lab.Vec', 'float64', [4]);

await conformance(labSupport, {
  // Few of the generated positions lie inside of a vector.
  cases: {
    'lab.at': [[vector, 1]],
    'lab.pickAll': [
      [vector, columnOf(Float64Array.of(0, 3))],
      [vector, Uint8Array.of(1, 9)],
      [vector, columnOf(Float64Array.of(0.5))],
    ],
    'lab.elementAt': [
      [vector, 3],
      [vector, 4],
    ],
  },
  samples: labSamples,
  view: (live) => ({ size: (live as Vec).size, data: [...(live as Vec).data] }),
});
