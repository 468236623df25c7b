// Operands as plain data: arrays stand as { nd, shape, data } until a test makes them.

export interface NdSample {
  readonly nd: string;
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

type Nested = number | readonly Nested[];

/** An array from nested numbers. */
export function nd(values: Nested, dtype = 'float64'): NdSample {
  const shape: number[] = [];
  for (let level = values; Array.isArray(level); level = level[0] as Nested) shape.push(level.length);
  return { nd: dtype, shape, data: flatten(values) };
}

function flatten(values: Nested): readonly number[] {
  return typeof values === 'number' ? [values] : values.flatMap(flatten);
}

/** An array that counts up from 1. */
export function ramp(shape: readonly number[], dtype = 'float64'): NdSample {
  const size = shape.reduce((product, length) => product * length, 1);
  return { nd: dtype, shape, data: Array.from({ length: size }, (_, index) => index + 1) };
}

export function isNdSample(value: unknown): value is NdSample {
  return typeof value === 'object' && value !== null && 'nd' in value;
}

export const VECTOR = nd([1, -2, 3.5]);
export const MATRIX = nd([
  [1, 2, 3],
  [4, 5, 6],
]);
export const SQUARE = nd([
  [2, 1],
  [1, 3],
]);
export const BYTES = nd([3, 200, 7], 'uint8');
export const INTEGERS = nd([[5, -5, 100]], 'int8');
export const SPECIAL = nd([NaN, -0, 0, Infinity, -Infinity, 1]);
export const LIST = nd([0.5, 2, -1], 'array');
export const CUBE = ramp([2, 3, 2], 'float32');
export const SCALAR: NdSample = { nd: 'float64', shape: [], data: [7] };
export const EMPTY: NdSample = { nd: 'float64', shape: [0], data: [] };
export const NO_ROWS: NdSample = { nd: 'int16', shape: [0, 3], data: [] };
export const GRAY = ramp([4, 5], 'uint8');
export const COLOUR = ramp([3, 4, 3], 'uint8');
export const ONE_CHANNEL = ramp([3, 3, 1]);
export const TWO_CHANNELS = ramp([2, 2, 2]);
export const ROWS = [
  [1, 2],
  [3, 4],
];
/** numjs takes the first row's length, and pads the rest with `undefined`. */
export const RAGGED = [[1, 2], [3]];
