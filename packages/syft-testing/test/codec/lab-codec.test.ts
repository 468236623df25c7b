import { type ArrayValue, DTYPES } from '@syft-libs/ast';
import { codecContract, isSameValue, sampleArray } from '../../src/index.ts';
import { lab, Vec } from '../lab/lab-library.ts';
import { vecCodec } from '../lab/lab-support.ts';

const floats = [0, 1, 5].map((size) => ({ name: `vector of ${size}`, plain: sampleArray('lab.Vec', 'float64', [size]) }));
const elementsOf = ({ data }: ArrayValue | Vec): unknown => [...(data as Float64Array)];
const hidden = new Uint8Array(Float64Array.of(987.654).buffer);

codecContract(vecCodec, {
  library: lab,
  samples: floats,
  equal: (left, right) => isSameValue(elementsOf(left), elementsOf(right)),
  views: [{ name: 'the middle of a vector', live: new Vec(Float64Array.of(987.654, 1, 2, 987.654).subarray(1, 3)), hidden }],
  large: sampleArray('lab.Vec', 'float64', [70_000 / DTYPES.float64.bytes]),
});
