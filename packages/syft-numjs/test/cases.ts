// Calls of numjs by hand: what has to come out (`ok`), what numjs answers with an exception (`throws`), and what a guard or a
// limit has to refuse, as numjs would hang, read past an array or answer garbage (`guarded`). Receivers come first.
import {
  BYTES,
  COLOUR,
  CUBE,
  EMPTY,
  GRAY,
  INTEGERS,
  LIST,
  MATRIX,
  NO_ROWS,
  nd,
  ONE_CHANNEL,
  RAGGED,
  ROWS,
  ramp,
  SCALAR,
  SPECIAL,
  SQUARE,
  TWO_CHANNELS,
  VECTOR,
} from './samples.ts';

export type Call = readonly unknown[];

/** The calls of one entry. */
export interface EntryCases {
  readonly ok: readonly Call[];
  readonly throws: readonly Call[];
  readonly guarded: readonly Call[];
}

interface SharedCases extends Partial<EntryCases> {
  /** Entries that take the same calls, below the root. */
  readonly paths: string;
}

const ARRAYS: readonly Call[] = [[VECTOR], [MATRIX], [SPECIAL], [BYTES], [INTEGERS], [LIST], [CUBE], [SCALAR], [EMPTY], [NO_ROWS]];

const SHARED: readonly SharedCases[] = [
  {
    paths: 'NdArray.T',
    ok: [[MATRIX], [VECTOR], [CUBE], [SCALAR]],
  },
  {
    paths: 'NdArray.add NdArray.assign NdArray.divide NdArray.mod NdArray.multiply NdArray.pow NdArray.subtract',
    ok: [
      [VECTOR, LIST],
      [MATRIX, MATRIX],
      [VECTOR, 2],
      [BYTES, 3],
      [INTEGERS, [[1.5, 2, 3]]],
      [SPECIAL, SPECIAL],
      [SCALAR, 2],
    ],
    throws: [
      [VECTOR, MATRIX],
      [VECTOR, [1, 2]],
    ],
  },
  {
    paths:
      'NdArray.clone NdArray.exp NdArray.log NdArray.max NdArray.mean NdArray.min NdArray.negative NdArray.round NdArray.sqrt NdArray.sum',
    ok: [...ARRAYS],
  },
  {
    paths: 'NdArray.convolve NdArray.fftconvolve convolve fftconvolve',
    ok: [
      [VECTOR, nd([1, -1])],
      [ramp([5, 4]), ramp([3, 3])],
      [ramp([6, 7]), ramp([5, 5])],
      [ramp([4, 4, 1]), ONE_CHANNEL],
      [ramp([5, 5, 1], 'uint8'), ramp([5, 5, 1])],
      [ramp([4, 3]), ramp([2, 2])],
      [BYTES, [1, 1]],
    ],
    throws: [[VECTOR, SQUARE]],
    guarded: [
      [VECTOR, ramp([5])],
      [SQUARE, ramp([4, 4])],
      [VECTOR, EMPTY],
      [EMPTY, EMPTY],
    ],
  },
  {
    paths: 'NdArray.diag',
    ok: [[VECTOR], [SQUARE], [LIST]],
    guarded: [[SCALAR]],
  },
  {
    paths: 'NdArray.dot',
    ok: [
      [VECTOR, VECTOR],
      [SQUARE, MATRIX],
      [SQUARE, [1, 2]],
      [MATRIX, VECTOR],
      [VECTOR, ramp([3, 2])],
      [SPECIAL, SPECIAL],
      [BYTES, BYTES],
    ],
    throws: [
      [MATRIX, MATRIX],
      [VECTOR, SQUARE],
      [VECTOR, [1, 2]],
    ],
  },
  {
    paths: 'NdArray.dtype NdArray.ndim NdArray.shape NdArray.size',
    ok: [[VECTOR], [MATRIX], [SCALAR], [BYTES]],
  },
  {
    paths: 'NdArray.equal',
    ok: [
      [VECTOR, VECTOR],
      [VECTOR, MATRIX],
      [VECTOR, [1, -2, 3.5]],
      [SPECIAL, SPECIAL],
      [EMPTY, EMPTY],
      [SQUARE, SQUARE],
    ],
  },
  {
    paths: 'NdArray.flatten',
    ok: [[MATRIX], [VECTOR], [BYTES]],
    guarded: [[SCALAR]],
  },
  {
    paths: 'NdArray.get',
    ok: [[MATRIX, 1, 2], [MATRIX, -1, 0], [VECTOR, 0], [SCALAR], [nd([NaN, -0]), 1]],
    guarded: [
      [MATRIX, 2, 0],
      [MATRIX, 0],
      [VECTOR, 0.5],
      [VECTOR, -4],
    ],
  },
  {
    paths: 'NdArray.hi',
    ok: [
      [MATRIX, 1],
      [MATRIX, null, 2],
      [VECTOR, 0],
      [VECTOR, 3],
      [MATRIX, -1],
    ],
    guarded: [
      [MATRIX, 3],
      [VECTOR, 1000000000],
      [VECTOR, 2.5],
      [MATRIX, null, 8],
    ],
  },
  {
    paths: 'NdArray.lo',
    ok: [
      [MATRIX, 1],
      [MATRIX, null, 1],
      [MATRIX, 2],
      [VECTOR, 0],
      [VECTOR, -1],
    ],
    guarded: [
      [MATRIX, 3],
      [VECTOR, 0.5],
      [VECTOR, 0, 0],
    ],
  },
  {
    paths: 'NdArray.new',
    ok: [[[1, 2, 3]], [ROWS, 'int16']],
    guarded: [[RAGGED]],
  },
  {
    paths: 'NdArray.pick',
    ok: [[MATRIX, 1], [MATRIX, null, 2], [MATRIX, 0, 0], [CUBE, null, 1], [MATRIX], [MATRIX, -1]],
    guarded: [[SCALAR], [MATRIX, 2], [MATRIX, null, 3], [MATRIX, 0.5], [MATRIX, 0, 0, 0]],
  },
  {
    paths: 'NdArray.reshape',
    ok: [
      [MATRIX, [3, 2]],
      [VECTOR, [3, 1]],
      [MATRIX, 6],
      [MATRIX, [-1]],
      [MATRIX, [2, 1, 3]],
      [EMPTY, [0, 3]],
      [SCALAR, [1, 1]],
      [MATRIX, 3, 2],
    ],
    throws: [
      [MATRIX, [4]],
      [MATRIX, [-1, -1]],
      [MATRIX, []],
      [MATRIX, 4, 4],
    ],
    guarded: [
      [MATRIX, [0.5, 12]],
      [SQUARE, [-2, -2]],
    ],
  },
  {
    paths: 'NdArray.slice',
    ok: [
      [MATRIX, 1],
      [MATRIX, null, [0, 2]],
      [MATRIX, [0, 2], [1, 3]],
      [VECTOR, -1],
      [VECTOR, [2]],
      [VECTOR, [-2, 3]],
      [VECTOR, [0, 3, 2]],
      [VECTOR, [0, 3, -1]],
      [VECTOR, [0, null, null, 2]],
      [VECTOR, [1, null, 2]],
      [VECTOR, [2, 0]],
      [VECTOR],
    ],
    guarded: [
      [VECTOR, 4],
      [VECTOR, [0, 9]],
      [VECTOR, [-8, 2]],
      [VECTOR, [0, 3, 0.5]],
      [VECTOR, [0.5, 2]],
    ],
  },
  {
    paths: 'NdArray.std',
    ok: [...ARRAYS, [VECTOR, { ddof: 1 }], [MATRIX, {}], [VECTOR, { ddof: 5 }]],
  },
  {
    paths: 'NdArray.step',
    ok: [
      [MATRIX, -1],
      [MATRIX, null, 2],
      [VECTOR, 2],
      [VECTOR, -2],
      [VECTOR, 100],
      [EMPTY, -1],
    ],
    guarded: [
      [VECTOR, 0],
      [VECTOR, 0.5],
      [VECTOR, 4294967296],
      [VECTOR, NaN],
    ],
  },
  {
    paths: 'NdArray.tolist',
    ok: [[VECTOR], [MATRIX], [CUBE], [EMPTY], [BYTES]],
  },
  {
    paths: 'NdArray.transpose',
    ok: [[MATRIX], [MATRIX, 1, 0], [CUBE, [2, 0, 1]], [SCALAR], [VECTOR, [0]]],
    throws: [[VECTOR, 0]],
    guarded: [
      [MATRIX, 0, 0],
      [MATRIX, [0, 2]],
      [MATRIX, 1],
    ],
  },
  {
    paths: 'NdArray.valueOf',
    ok: [[VECTOR], [MATRIX]],
  },
  {
    paths: 'abs arccos arcsin arctan cos exp log negative round sin softmax sqrt tan tanh',
    ok: [...ARRAYS, [[-1, 0.5, 2]], [ROWS], [3]],
    guarded: [[RAGGED]],
  },
  {
    paths: 'add divide mod multiply power remainder subtract',
    ok: [
      [VECTOR, LIST],
      [MATRIX, MATRIX],
      [VECTOR, 2],
      [BYTES, 3],
      [INTEGERS, [[1.5, 2, 3]]],
      [SPECIAL, SPECIAL],
      [SCALAR, 2],
      [1, 2],
      [
        [1, 2],
        [3, 4],
      ],
      [[1, 2], 5],
    ],
    throws: [
      [VECTOR, MATRIX],
      [VECTOR, [1, 2]],
      [1, [1, 2]],
    ],
  },
  {
    paths: 'arange',
    ok: [[4], [1, 4], [3, 'int8'], [0, 1, 0.25], [1, 3, 'uint8'], [0, 6, 2, 'float32'], [5, 1], [-3], [0.5, 0.5]],
    guarded: [
      [0, 1, 0],
      [0, Infinity],
      [10000000000000000, 10000000000000064, 1],
      [0, 1, -1],
      [0, 1000000000000000],
      [NaN],
      [0, 1, 1e-300],
    ],
  },
  {
    paths: 'array',
    ok: [[[1, 2, 3]], [ROWS, 'float32'], [5], [[-1, 300], 'uint8'], [VECTOR, 'int8'], [[NaN, -0]], [[[]]], [[]]],
    guarded: [[RAGGED]],
  },
  {
    paths: 'broadcast',
    ok: [
      [[2, 3], [3]],
      [
        [2, 1],
        [1, 5],
      ],
      [[2], [3]],
      [[], [3]],
    ],
    guarded: [
      [[0.5], [3]],
      [[-1], [2]],
    ],
  },
  {
    paths: 'clip',
    ok: [...ARRAYS, [VECTOR, 0], [VECTOR, -1, 2], [[5, -5], 0, 1], [7]],
    guarded: [[RAGGED]],
  },
  {
    paths: 'concatenate',
    ok: [[VECTOR, LIST], [[VECTOR, [9]]], [MATRIX, MATRIX], [1, 2], [CUBE, CUBE], [[SPECIAL]]],
    throws: [[VECTOR, MATRIX], [MATRIX, [[1], [2], [3]]], [[]]],
  },
  {
    paths: 'diag',
    ok: [[VECTOR], [MATRIX], [[1, 2]], [3], [CUBE], [EMPTY]],
    guarded: [[SCALAR], [{ nd: 'int8', shape: [100000], data: [] }]],
  },
  {
    paths: 'dot',
    ok: [
      [VECTOR, VECTOR],
      [SQUARE, MATRIX],
      [SQUARE, [1, 2]],
      [MATRIX, VECTOR],
      [VECTOR, ramp([3, 2])],
      [SPECIAL, SPECIAL],
      [BYTES, BYTES],
      [5, 6],
      [[1, 2], ROWS],
    ],
    throws: [
      [MATRIX, MATRIX],
      [VECTOR, SQUARE],
      [VECTOR, [1, 2]],
    ],
  },
  {
    paths: 'equal',
    ok: [
      [VECTOR, VECTOR],
      [VECTOR, MATRIX],
      [VECTOR, [1, -2, 3.5]],
      [SPECIAL, SPECIAL],
      [EMPTY, EMPTY],
      [1, 1],
      [
        [1, 2],
        [1, 2],
      ],
    ],
    guarded: [[RAGGED, 1]],
  },
  {
    paths: 'fft ifft',
    ok: [
      [
        nd([
          [1, 0],
          [2, -1],
          [3, 0.5],
        ]),
      ],
      [ramp([4, 2])],
      [ramp([3, 2, 2])],
      [ramp([3, 2], 'int32')],
      [
        [
          [1, 0],
          [0, 1],
        ],
      ],
      [[1, 0]],
      [{ nd: 'int16', shape: [0, 2], data: [] }],
    ],
    throws: [[VECTOR], [SCALAR], [5]],
  },
  {
    paths: 'flatten',
    ok: [[MATRIX], [VECTOR], [CUBE], [ROWS], [5], [NO_ROWS]],
    guarded: [[SCALAR]],
  },
  {
    paths: 'flip',
    ok: [
      [MATRIX, 0],
      [MATRIX, -1],
      [[1, 2, 3], 0],
      [CUBE, 1],
    ],
    throws: [[MATRIX, 2]],
    guarded: [
      [SCALAR, -1],
      [MATRIX, -3],
      [MATRIX, -Infinity],
      [MATRIX, 0.5],
    ],
  },
  {
    paths: 'float32 float64 int16 int32 int8 uint16 uint32 uint8',
    ok: [[[1.7, -2, 300]], [ROWS], [5], [VECTOR], [[]]],
    guarded: [[RAGGED]],
  },
  {
    paths: 'identity',
    ok: [[3], [2, 'int8'], [0]],
    guarded: [[-1], [1.5], [1000000], [NaN]],
  },
  {
    paths: 'images.areaSum images.areaValue',
    ok: [
      [0, 0, 2, 2, GRAY],
      [1, 1, 2, 3, GRAY],
      [0, 1, 1, 1, MATRIX],
      [1, 0, 1, 2, MATRIX],
    ],
    guarded: [
      [0, 0, 9, 9, GRAY],
      [-1, 0, 1, 1, GRAY],
      [0, 0, 0, 0, GRAY],
      [0, 0, 1, 1, VECTOR],
      [0.5, 0, 1, 1, GRAY],
    ],
  },
  {
    paths: 'images.flip',
    ok: [[GRAY], [COLOUR], [VECTOR]],
  },
  {
    paths: 'images.rgb2gray',
    ok: [[GRAY], [COLOUR], [ONE_CHANNEL], [MATRIX], [SQUARE]],
    guarded: [[TWO_CHANNELS], [VECTOR]],
  },
  {
    paths: 'images.sat images.ssat',
    ok: [[GRAY], [COLOUR], [ramp([2, 2, 4], 'uint8')], [MATRIX]],
    throws: [[ONE_CHANNEL], [VECTOR]],
    guarded: [[TWO_CHANNELS]],
  },
  {
    paths: 'images.scharr images.sobel',
    ok: [[GRAY], [COLOUR], [ONE_CHANNEL], [MATRIX], [SQUARE]],
    throws: [[VECTOR]],
    guarded: [[TWO_CHANNELS]],
  },
  {
    paths: 'leakyRelu',
    ok: [...ARRAYS, [[-1, 1]], [VECTOR, 0.5]],
    guarded: [[RAGGED]],
  },
  {
    paths: 'max mean min sum',
    ok: [...ARRAYS, [[1, 2, 4]], [ROWS], [5], [[]]],
    guarded: [[RAGGED]],
  },
  {
    paths: 'ones',
    ok: [[3], [[2, 3], 'float32'], [[]], [[1, 0]]],
    guarded: [[-1], [[2, -3]], [1.5], [[1000000000, 1000000000]], [1000000000000]],
  },
  {
    paths: 'random',
    ok: [[], [3], [[2, 2]], [2, 3], [0]],
    guarded: [[-1], [[2, -3]], [1.5], [[1000000000, 1000000000]], [1000000000000], [-1, -1]],
  },
  {
    paths: 'reshape',
    ok: [
      [MATRIX, [3, 2]],
      [VECTOR, [3, 1]],
      [MATRIX, 6],
      [MATRIX, [-1]],
      [MATRIX, [2, 1, 3]],
      [EMPTY, [0, 3]],
      [SCALAR, [1, 1]],
      [
        [1, 2, 3, 4],
        [2, 2],
      ],
    ],
    throws: [
      [MATRIX, [4]],
      [MATRIX, [-1, -1]],
      [MATRIX, []],
    ],
    guarded: [
      [MATRIX, [0.5, 12]],
      [SQUARE, [-2, -2]],
    ],
  },
  {
    paths: 'rot90',
    ok: [[MATRIX], [MATRIX, 2], [MATRIX, -1], [MATRIX, 4], [CUBE, 1, [1, 2]], [ROWS, 3, [1, 0]]],
    throws: [[VECTOR], [MATRIX, 1, [0, 0]], [MATRIX, 1, [0, 1, 0]]],
    guarded: [
      [MATRIX, -1000000000000000000],
      [MATRIX, 0.5],
      [MATRIX, 1, [0, -1]],
      [MATRIX, NaN],
    ],
  },
  {
    paths: 'sigmoid',
    ok: [...ARRAYS, [[0, 1]], [VECTOR, 2], [4]],
    guarded: [[RAGGED]],
  },
  {
    paths: 'stack',
    ok: [[[VECTOR, LIST]], [[VECTOR, LIST], 1], [[MATRIX, MATRIX], -1], [[1, 2, 3]], [[MATRIX], 0], [ROWS, -2]],
    throws: [[[]], [[VECTOR, MATRIX]]],
    guarded: [
      [[VECTOR, VECTOR], 2],
      [[VECTOR, VECTOR], -3],
      [[VECTOR, VECTOR], 0.5],
    ],
  },
  {
    paths: 'std',
    ok: [...ARRAYS, [VECTOR, { ddof: 1 }], [MATRIX, {}], [VECTOR, { ddof: 5 }], [[1, 2, 4], { ddof: 1 }]],
    guarded: [[RAGGED]],
  },
  {
    paths: 'transpose',
    ok: [[MATRIX, [1, 0]], [MATRIX], [CUBE, [2, 0, 1]], [ROWS, [1, 0]]],
    guarded: [
      [MATRIX, [0, 0]],
      [MATRIX, [0, 2]],
      [MATRIX, [1]],
      [MATRIX, [1, 0, 2]],
    ],
  },
  {
    paths: 'zeros',
    ok: [[3], [[2, 3]], [[2, 2], 'int8'], [0], [[]], [[0, 3], 'float64']],
    guarded: [[-1], [[2, -3]], [1.5], [[1000000000, 1000000000]], [1000000000000]],
  },
];

const NONE: EntryCases = { ok: [], throws: [], guarded: [] };

/** Calls by path. */
export const CASES: Readonly<Record<string, EntryCases>> = Object.fromEntries(
  SHARED.flatMap(({ paths, ...cases }) => paths.split(' ').map((path) => [`numjs.${path}`, { ...NONE, ...cases }])),
);
