// Arrays to one number, or one answer.
import { allow, type Entry, type Overrides } from './entry.ts';
import { BYTES, CUBE, EMPTY, INTEGERS, LIST, MATRIX, NO_ROWS, SCALAR, SPECIAL, SQUARE, VECTOR } from './sample.ts';

const ARRAYS = [[VECTOR], [MATRIX], [SPECIAL], [BYTES], [INTEGERS], [LIST], [CUBE], [SCALAR], [EMPTY], [NO_ROWS]];
const REDUCE: Overrides = {
  rows: 'reduce',
  disclosure: 'aggregate',
  size: 'scalar',
  guards: ['rectangular'],
  ok: [
    ...ARRAYS,
    [[1, 2, 4]],
    [
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [5],
    [[]],
  ],
  guarded: [[[[1, 2], [3]]]],
};
const METHOD: Overrides = { ...REDUCE, kind: 'method', guards: [], ok: ARRAYS, guarded: [] };
const DDOF = [
  [VECTOR, { ddof: 1 }],
  [MATRIX, {}],
  [VECTOR, { ddof: 5 }],
];
const PAIRS = [
  [VECTOR, VECTOR],
  [VECTOR, MATRIX],
  [VECTOR, [1, -2, 3.5]],
  [SPECIAL, SPECIAL],
  [EMPTY, EMPTY],
];

export const REDUCTIONS: readonly Entry[] = [
  allow('numjs.sum', '(x: ArrayLike) => number', REDUCE),
  allow('numjs.mean', '(x: ArrayLike) => number', REDUCE),
  allow('numjs.std', '(x: ArrayLike, public options?: { ddof?: number }) => number', {
    ...REDUCE,
    mutates: ['arg:1'], // lodash's defaults writes ddof into the options
    ok: [...ARRAYS, ...DDOF, [[1, 2, 4], { ddof: 1 }]],
  }),
  allow('numjs.max', '(x: ArrayLike) => number | null', REDUCE),
  allow('numjs.min', '(x: ArrayLike) => number | null', REDUCE),
  allow('numjs.equal', '(array1: ArrayLike, array2: ArrayLike) => boolean', {
    ...REDUCE,
    ok: [
      ...PAIRS,
      [1, 1],
      [
        [1, 2],
        [1, 2],
      ],
    ],
    guarded: [[[[1, 2], [3]], 1]],
  }),
  allow('numjs.NdArray.sum', '() => number', METHOD),
  allow('numjs.NdArray.mean', '() => number', METHOD),
  allow('numjs.NdArray.std', '(public options?: { ddof?: number }) => number', {
    ...METHOD,
    mutates: ['arg:0'],
    ok: [...ARRAYS, ...DDOF],
  }),
  allow('numjs.NdArray.max', '() => number | null', METHOD),
  allow('numjs.NdArray.min', '() => number | null', METHOD),
  allow('numjs.NdArray.equal', '(array: ArrayLike) => boolean', { ...METHOD, guards: ['rectangular'], ok: [...PAIRS, [SQUARE, SQUARE]] }),
];
