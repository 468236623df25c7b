// One result element for each element: functions, and the methods of NdArray that do the same.
import { allow, type Entry, type Overrides } from './entry.ts';
import { BYTES, CUBE, EMPTY, INTEGERS, LIST, MATRIX, NO_ROWS, SCALAR, SPECIAL, VECTOR } from './sample.ts';

const KEEP: Overrides = { rows: 'keep', size: 'same(0)', guards: ['rectangular'] };
const ARRAYS = [[VECTOR], [MATRIX], [SPECIAL], [BYTES], [INTEGERS], [LIST], [CUBE], [SCALAR], [EMPTY], [NO_ROWS]];
const UNARY: Overrides = {
  ...KEEP,
  ok: [
    ...ARRAYS,
    [[-1, 0.5, 2]],
    [
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [3],
  ],
  guarded: [[[[1, 2], [3]]]],
};

/** These take a flat plain list for their own buffer and overwrite it. */
const IN_PLACE: Overrides = { ...UNARY, mutates: ['list:0'], aliases: ['arg:0'] };
const UNARY_METHOD: Overrides = { ...KEEP, kind: 'method', guards: [], ok: ARRAYS };

const PAIRS = [
  [VECTOR, LIST],
  [MATRIX, MATRIX],
  [VECTOR, 2],
  [BYTES, 3],
  [INTEGERS, [[1.5, 2, 3]]],
  [SPECIAL, SPECIAL],
  [SCALAR, 2],
];
const MISMATCHED = [
  [VECTOR, MATRIX],
  [VECTOR, [1, 2]],
];
const BINARY: Overrides = {
  ...KEEP,
  guards: ['rectangular', 'sameShape'],
  ok: [
    ...PAIRS,
    [1, 2],
    [
      [1, 2],
      [3, 4],
    ],
    [[1, 2], 5],
  ],
  throws: [...MISMATCHED, [1, [1, 2]]],
};
const BINARY_METHOD: Overrides = { ...BINARY, kind: 'method', ok: PAIRS, throws: MISMATCHED };

const IN_PLACE_NAMES = ['abs', 'arccos', 'arcsin', 'arctan', 'cos', 'sin', 'tan', 'tanh'];
const COPYING_NAMES = ['exp', 'log', 'sqrt', 'round', 'negative'];
const BINARY_FUNCTIONS = [
  ['add', 'a', 'b'],
  ['subtract', 'a', 'b'],
  ['multiply', 'a', 'b'],
  ['divide', 'a', 'b'],
  ['power', 'x1', 'x2'],
  ['mod', 'x1', 'x2'],
] as const;
const BINARY_METHODS = ['add', 'subtract', 'multiply', 'divide', 'pow', 'mod'];

export const ELEMENTWISE: readonly Entry[] = [
  ...IN_PLACE_NAMES.map((name) => allow(`numjs.${name}`, '(x: ArrayLike) => NdArray', IN_PLACE)),
  ...COPYING_NAMES.map((name) => allow(`numjs.${name}`, '(x: ArrayLike) => NdArray', UNARY)),
  ...COPYING_NAMES.map((name) => allow(`numjs.NdArray.${name}`, '() => NdArray', UNARY_METHOD)),
  ...BINARY_FUNCTIONS.map(([name, first, second]) =>
    allow(`numjs.${name}`, `(${first}: ArrayLike, ${second}: ArrayLike) => NdArray`, BINARY),
  ),
  allow('numjs.remainder', '(x1: ArrayLike, x2: ArrayLike) => NdArray', { ...BINARY, aliasOf: 'numjs.mod' }),
  ...BINARY_METHODS.map((name) => allow(`numjs.NdArray.${name}`, '(x: ArrayLike) => NdArray', BINARY_METHOD)),
  allow('numjs.NdArray.assign', '(x: ArrayLike) => NdArray', { ...BINARY_METHOD, guards: ['rectangular', 'assignable'] }),
  allow('numjs.NdArray.clone', '() => NdArray', UNARY_METHOD),
  allow('numjs.sigmoid', '(x: ArrayLike, t?: number) => NdArray', { ...UNARY, ok: [...ARRAYS, [[0, 1]], [VECTOR, 2], [4]] }),
  allow('numjs.leakyRelu', '(x: ArrayLike, alpha?: number) => NdArray', { ...IN_PLACE, ok: [...ARRAYS, [[-1, 1]], [VECTOR, 0.5]] }),
  allow('numjs.clip', '(x: ArrayLike, min?: number, max?: number) => NdArray', {
    ...IN_PLACE,
    ok: [...ARRAYS, [VECTOR, 0], [VECTOR, -1, 2], [[5, -5], 0, 1], [7]],
  }),
  allow('numjs.softmax', '(x: ArrayLike) => NdArray', { ...UNARY, rows: 'mix' }),
];
