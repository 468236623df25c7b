// The same elements in another order or shape. All of these are views in numjs, and none checks its bounds.
import { allow, type Entry, type Overrides } from './entry.ts';
import { BYTES, CUBE, EMPTY, LIST, MATRIX, NO_ROWS, nd, SCALAR, SQUARE, VECTOR } from './sample.ts';

const VIEW: Overrides = { kind: 'method', aliases: ['self'], guards: ['rectangular'] };
const SELECT: Overrides = { ...VIEW, rows: 'select' };
const PERMUTE: Overrides = { rows: 'permute', aliases: ['arg:0'] };

const RESHAPED = [
  [MATRIX, [3, 2]],
  [VECTOR, [3, 1]],
  [MATRIX, 6],
  [MATRIX, [-1]],
  [MATRIX, [2, 1, 3]],
  [EMPTY, [0, 3]],
  [SCALAR, [1, 1]],
];
const NOT_RESHAPED = [
  [MATRIX, [4]],
  [MATRIX, [-1, -1]],
  [MATRIX, []],
];
const MISSHAPEN = [
  [MATRIX, [0.5, 12]],
  [SQUARE, [-2, -2]],
];

export const SHAPE: readonly Entry[] = [
  allow('numjs.flatten', '(array: ArrayLike) => NdArray', {
    aliases: ['arg:0'],
    guards: ['rectangular', 'ranked'],
    ok: [
      [MATRIX],
      [VECTOR],
      [CUBE],
      [
        [
          [1, 2],
          [3, 4],
        ],
      ],
      [5],
      [NO_ROWS],
    ],
    guarded: [[SCALAR]],
  }),
  allow('numjs.NdArray.flatten', '() => NdArray', { ...VIEW, guards: ['ranked'], ok: [[MATRIX], [VECTOR], [BYTES]], guarded: [[SCALAR]] }),
  allow('numjs.reshape', '(array: ArrayLike, public shape: Shape) => NdArray', {
    aliases: ['arg:0'],
    guards: ['rectangular', 'reshape'],
    ok: [
      ...RESHAPED,
      [
        [1, 2, 3, 4],
        [2, 2],
      ],
    ],
    throws: NOT_RESHAPED,
    guarded: MISSHAPEN,
  }),
  allow('numjs.NdArray.reshape', ['(public shape: Shape) => NdArray', '(...public shape: number[]) => NdArray'], {
    ...VIEW,
    guards: ['reshape'],
    ok: [...RESHAPED, [MATRIX, 3, 2]],
    throws: [...NOT_RESHAPED, [MATRIX, 4, 4]],
    guarded: MISSHAPEN,
  }),
  allow('numjs.transpose', '(x: ArrayLike, public axes?: number[]) => NdArray', {
    ...PERMUTE,
    guards: ['rectangular', 'permutation'],
    ok: [
      [MATRIX, [1, 0]],
      [MATRIX],
      [CUBE, [2, 0, 1]],
      [
        [
          [1, 2],
          [3, 4],
        ],
        [1, 0],
      ],
    ], // without axes: unchanged, unlike the method
    guarded: [
      [MATRIX, [0, 0]],
      [MATRIX, [0, 2]],
      [MATRIX, [1]],
      [MATRIX, [1, 0, 2]],
    ],
  }),
  allow('numjs.NdArray.transpose', ['() => NdArray', '(public axes: number[]) => NdArray', '(...public axes: number[]) => NdArray'], {
    ...VIEW,
    rows: 'permute',
    guards: ['permutation'],
    ok: [[MATRIX], [MATRIX, 1, 0], [CUBE, [2, 0, 1]], [SCALAR], [VECTOR, [0]]],
    throws: [[VECTOR, 0]],
    guarded: [
      [MATRIX, 0, 0],
      [MATRIX, [0, 2]],
      [MATRIX, 1],
    ],
  }),
  allow('numjs.flip', '(m: ArrayLike, public axis: number) => NdArray', {
    ...PERMUTE,
    guards: ['rectangular', 'axis'],
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
  }),
  allow('numjs.rot90', '(m: ArrayLike, public k?: number, public axes?: number[]) => NdArray', {
    ...PERMUTE,
    guards: ['rectangular', 'rotate'],
    ok: [
      [MATRIX],
      [MATRIX, 2],
      [MATRIX, -1],
      [MATRIX, 4],
      [CUBE, 1, [1, 2]],
      [
        [
          [1, 2],
          [3, 4],
        ],
        3,
        [1, 0],
      ],
    ],
    throws: [[VECTOR], [MATRIX, 1, [0, 0]], [MATRIX, 1, [0, 1, 0]]],
    guarded: [
      [MATRIX, -1e18],
      [MATRIX, 0.5],
      [MATRIX, 1, [0, -1]],
      [MATRIX, NaN],
    ],
  }),
  allow('numjs.diag', '(x: ArrayLike) => NdArray', {
    rows: 'mix',
    aliases: ['arg:0'],
    size: 'diag(0)',
    guards: ['rectangular', 'diagonal'],
    ok: [[VECTOR], [MATRIX], [[1, 2]], [3], [CUBE], [EMPTY]],
    guarded: [[SCALAR], [{ nd: 'int8', shape: [1e5], data: [] }]],
  }),
  allow('numjs.NdArray.diag', '() => NdArray', {
    ...VIEW,
    size: 'diag(0)',
    guards: ['diagonal'],
    ok: [[VECTOR], [SQUARE], [LIST]],
    guarded: [[SCALAR]],
  }),
  allow('numjs.NdArray.pick', '(...public axis: Position[]) => NdArray', {
    ...SELECT,
    guards: ['pick'],
    ok: [[MATRIX, 1], [MATRIX, null, 2], [MATRIX, 0, 0], [CUBE, null, 1], [MATRIX], [MATRIX, -1]],
    guarded: [[SCALAR], [MATRIX, 2], [MATRIX, null, 3], [MATRIX, 0.5], [MATRIX, 0, 0, 0]],
  }),
  allow('numjs.NdArray.lo', '(...public starts: Position[]) => NdArray', {
    ...SELECT,
    guards: ['low'],
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
  }),
  allow('numjs.NdArray.hi', '(...public ends: Position[]) => NdArray', {
    ...SELECT,
    guards: ['high'],
    ok: [
      [MATRIX, 1],
      [MATRIX, null, 2],
      [VECTOR, 0],
      [VECTOR, 3],
      [MATRIX, -1],
    ],
    guarded: [
      [MATRIX, 3],
      [VECTOR, 1e9],
      [VECTOR, 2.5],
      [MATRIX, null, 8],
    ],
  }),
  allow('numjs.NdArray.step', '(...public steps: Position[]) => NdArray', {
    ...SELECT,
    guards: ['stride'],
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
      [VECTOR, 2 ** 32],
      [VECTOR, NaN],
    ],
  }),
  allow('numjs.NdArray.slice', '(...public ranges: Range[]) => NdArray', {
    ...SELECT,
    guards: ['slice'],
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
  }),
  allow('numjs.NdArray.get', '(...public indices: number[]) => number', {
    kind: 'method',
    rows: 'select',
    remoteName: 'get_',
    size: 'scalar',
    guards: ['index'],
    ok: [[MATRIX, 1, 2], [MATRIX, -1, 0], [VECTOR, 0], [SCALAR], [nd([NaN, -0]), 1]],
    guarded: [
      [MATRIX, 2, 0],
      [MATRIX, 0],
      [VECTOR, 0.5],
      [VECTOR, -4],
    ],
  }),
  allow('numjs.NdArray.tolist', '() => Nested', { kind: 'method', rows: 'keep', ok: [[VECTOR], [MATRIX], [CUBE], [EMPTY], [BYTES]] }),
  allow('numjs.NdArray.valueOf', '() => Nested', { kind: 'method', rows: 'keep', remoteName: 'valueOf_', ok: [[VECTOR], [MATRIX]] }),
  allow('numjs.broadcast', '(public shape1: number[], public shape2: number[]) => number[] | undefined', {
    disclosure: 'metadata',
    size: 'broadcast',
    guards: ['shapes'],
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
  }),
];
