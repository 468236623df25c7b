import { sampleArray } from '../../src/index.ts';

const vectors = (type: string) =>
  (['float64', 'float32', 'int8'] as const).flatMap((dtype) => [0, 1, 4, 5, 12].map((size) => sampleArray(type, dtype, [size], size)));

/** Vectors: of one axis, with a type; some of them measures. */
export const labSamples = {
  'lab.Vec': [...vectors('lab.Vec'), ...vectors('lab.Measure')],
  'lab.Measure': vectors('lab.Measure'),
};
