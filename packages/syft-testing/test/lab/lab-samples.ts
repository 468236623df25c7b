import { sampleArray } from '../../src/index.ts';

/** Vectors: of one axis, with a type. */
export const labSamples = {
  'lab.Vec': (['float64', 'float32', 'int8'] as const).flatMap((dtype) =>
    [0, 1, 4, 5, 12].map((size) => sampleArray('lab.Vec', dtype, [size], size)),
  ),
};
