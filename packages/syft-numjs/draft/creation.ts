// Arrays out of numbers, shapes and lists.
import { allow, type Entry, refuse } from './entry.ts';
import { CUBE, LIST, MATRIX, SPECIAL, VECTOR } from './sample.ts';

const SHAPES = { rows: 'mix', size: 'shape(0)', guards: ['shape'] } as const;
const CASTS = ['int8', 'uint8', 'int16', 'uint16', 'int32', 'uint32', 'float32', 'float64'];
const CAST_OK = [
  [[1.7, -2, 300]],
  [
    [
      [1, 2],
      [3, 4],
    ],
  ],
  [5],
  [VECTOR],
  [[]],
]; // an NdArray comes back as it is, uncast
const UNENDING = [[0, 1, 0], [0, Infinity], [1e16, 1e16 + 64, 1], [0, 1, -1], [0, 1e15], [NaN], [0, 1, 1e-300]];
const NO_SHAPE = [[-1], [[2, -3]], [1.5], [[1e9, 1e9]], [1e12]];

export const CREATION: readonly Entry[] = [
  allow('numjs.array', '(array: ArrayLike, public dtype?: Dtype) => NdArray', {
    rows: 'keep',
    guards: ['rectangular'],
    mutates: [],
    aliases: ['arg:0'],
    ok: [
      [[1, 2, 3]],
      [
        [
          [1, 2],
          [3, 4],
        ],
        'float32',
      ],
      [5],
      [[-1, 300], 'uint8'],
      [VECTOR, 'int8'],
      [[NaN, -0]],
      [[[]]],
      [[]],
    ],
    guarded: [[[[1, 2], [3]]]],
  }),
  allow('numjs.NdArray.new', '(arr: ArrayLike, public dtype?: Dtype) => NdArray', {
    aliasOf: 'numjs.array',
    rows: 'keep',
    guards: ['rectangular'],
    aliases: ['arg:0'],
    ok: [
      [[1, 2, 3]],
      [
        [
          [1, 2],
          [3, 4],
        ],
        'int16',
      ],
    ],
    guarded: [[[[1, 2], [3]]]],
  }),
  ...CASTS.map((dtype) =>
    allow(`numjs.${dtype}`, '(array: ArrayLike) => NdArray', {
      rows: 'keep',
      guards: ['rectangular'],
      aliases: ['arg:0'],
      ok: CAST_OK,
      guarded: [[[[1, 2], [3]]]],
    }),
  ),
  allow(
    'numjs.arange',
    [
      '(public stop: number) => NdArray',
      '(public start: number, public stop: number) => NdArray',
      '(public stop: number, public dtype: Dtype) => NdArray',
      '(public start: number, public stop: number, public step: number) => NdArray',
      '(public start: number, public stop: number, public dtype: Dtype) => NdArray',
      '(public start: number, public stop: number, public step: number, public dtype: Dtype) => NdArray',
    ],
    {
      size: 'range',
      guards: ['range'],
      ok: [[4], [1, 4], [3, 'int8'], [0, 1, 0.25], [1, 3, 'uint8'], [0, 6, 2, 'float32'], [5, 1], [-3], [0.5, 0.5]],
      guarded: UNENDING,
    },
  ),
  allow('numjs.zeros', '(public shape: Shape, public dtype?: Dtype) => NdArray', {
    ...SHAPES,
    ok: [[3], [[2, 3]], [[2, 2], 'int8'], [0], [[]], [[0, 3], 'float64']],
    guarded: NO_SHAPE,
  }),
  allow('numjs.ones', '(public shape: Shape, public dtype?: Dtype) => NdArray', {
    ...SHAPES,
    ok: [[3], [[2, 3], 'float32'], [[]], [[1, 0]]],
    guarded: NO_SHAPE,
  }),
  allow('numjs.identity', '(public n: number, public dtype?: Dtype) => NdArray', {
    size: 'square(0)',
    guards: ['square'],
    ok: [[3], [2, 'int8'], [0]],
    guarded: [[-1], [1.5], [1e6], [NaN]],
  }),
  allow('numjs.random', ['() => NdArray', '(public shape: Shape) => NdArray', '(...public shape: number[]) => NdArray'], {
    ...SHAPES,
    size: 'shape(*)',
    random: true,
    reason: 'pure but for Math.random, marked',
    ok: [[], [3], [[2, 2]], [2, 3], [0]],
    guarded: [...NO_SHAPE, [-1, -1]],
  }),
  refuse('numjs.empty', 'function', 'uninitialised: elements are undefined where dtype is array; zeros does it', {
    signature: '(public shape: Shape, public dtype?: Dtype) => NdArray',
  }),
  refuse('numjs.ndarray', 'function', 'raw constructor over any buffer, shape, stride and offset; array makes arrays', {
    signature: '(data: ArrayLike, shape?: number[], stride?: number[], offset?: number) => unknown',
  }),
  refuse('numjs.NdArray', 'constructor', 'raw constructor: with one argument it takes anything for its view, unchecked'),
  allow(
    'numjs.concatenate',
    ['(arrays: ArrayLike[]) => NdArray', '(first: ArrayLike, second: ArrayLike, ...more: ArrayLike[]) => NdArray'],
    {
      mutates: ['list:0'],
      size: 'concat',
      guards: ['rectangular', 'concat'],
      ok: [[VECTOR, LIST], [[VECTOR, [9]]], [MATRIX, MATRIX], [1, 2], [CUBE, CUBE], [[SPECIAL]]],
      throws: [[VECTOR, MATRIX], [MATRIX, [[1], [2], [3]]], [[]]],
    },
  ),
  allow('numjs.stack', '(arrays: ArrayLike[], public axis?: number) => NdArray', {
    size: 'stack',
    guards: ['rectangular', 'stackAxis'],
    ok: [
      [[VECTOR, LIST]],
      [[VECTOR, LIST], 1],
      [[MATRIX, MATRIX], -1],
      [[1, 2, 3]],
      [[MATRIX], 0],
      [
        [
          [1, 2],
          [3, 4],
        ],
        -2,
      ],
    ],
    throws: [[[]], [[VECTOR, MATRIX]]],
    guarded: [
      [[VECTOR, VECTOR], 2],
      [[VECTOR, VECTOR], -3],
      [[VECTOR, VECTOR], 0.5],
    ],
  }),
];
