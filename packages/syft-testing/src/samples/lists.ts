import { SAMPLE_NUMBERS } from './scalars.ts';

/** Lists of numbers: empty, single, several, and one with every sample number. */
export const SAMPLE_LISTS: readonly (readonly number[])[] = [[], [0], [-0], [1, 2, 3], [2, -1, 0.5, 4, 3], SAMPLE_NUMBERS];

/** Lists nested two and three deep, rectangular. */
export const SAMPLE_NESTED: readonly (readonly unknown[])[] = [
  [
    [1, 2, 3],
    [4, 5, 6],
  ],
  [[0.5], [-0]],
  [
    [Number.NaN, 1],
    [2, Number.POSITIVE_INFINITY],
  ],
  [
    [
      [1, 2],
      [3, 4],
    ],
    [
      [5, 6],
      [7, 8],
    ],
  ],
];

const TRAP = Object.defineProperty({}, 'selection', {
  enumerable: true,
  get: () => {
    throw new Error('a getter fired');
  },
});

/** Values that are nobody's array, and that no array codec may take for one of its own. */
export const FOREIGN_VALUES: readonly unknown[] = [
  null,
  undefined,
  true,
  0,
  Number.NaN,
  1n,
  '',
  'some.Array',
  Symbol('none'),
  () => 0,
  class {},
  [],
  [1, 2],
  [[1], [2]],
  {},
  Object.create(null),
  { length: 3 },
  { data: [1], shape: [1] },
  { type: 'other.Array', dtype: 'float64', shape: [1], data: Float64Array.of(1) },
  { selection: null },
  { selection: {} },
  Object.fromEntries([['then', () => 0]]),
  new Date(0),
  new Map([[1, 2]]),
  new Set([1]),
  /x/,
  new Error('none'),
  Promise.resolve(0),
  new ArrayBuffer(8),
  new DataView(new ArrayBuffer(8)),
  new Float64Array(3),
  new WeakMap(),
  new Proxy({}, {}),
  TRAP,
];
