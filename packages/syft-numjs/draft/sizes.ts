// Upper bounds of a result's elements, from shapes and public arguments alone. Positions count as in `Call`.
import { isNdSample } from './sample.ts';

type Shape = readonly number[];

/** The shape of an operand: a number counts as one element, a nested list by its first members. */
export function shapeOf(value: unknown): Shape {
  if (isNdSample(value)) return value.shape;
  if (!Array.isArray(value)) return [1];
  const [first] = value as readonly unknown[];
  if (isNdSample(first)) return [value.length, ...first.shape];
  return Array.isArray(first) ? [value.length, ...shapeOf(first)] : [value.length];
}

export const sizeOf = (shape: Shape): number => shape.reduce((size, length) => size * length, 1);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const integers = (value: unknown): Shape => (Array.isArray(value) ? (value as Shape) : [value as number]);
const operands = (call: readonly unknown[]): readonly unknown[] =>
  call.length === 1 && Array.isArray(call[0]) ? (call[0] as readonly unknown[]) : call;

/** Each name of `Entry.size` with its bound. */
export const SIZES: Readonly<Record<string, (call: readonly unknown[]) => number>> = {
  scalar: () => 1,
  'same(0)': ([first]) => sizeOf(shapeOf(first)),
  'rank(0)': ([first]) => shapeOf(first).length,
  'shape(0)': ([shape]) => sizeOf(integers(shape)),
  'shape(*)': (call) => sizeOf(call.length === 1 ? integers(call[0]) : (call as Shape)),
  'square(0)': ([n]) => (n as number) ** 2,
  'plane(0)': ([image]) => sizeOf(shapeOf(image)),
  'diag(0)': ([array]) => (shapeOf(array).length === 1 ? sizeOf(shapeOf(array)) ** 2 : Math.min(...shapeOf(array))),
  'dot(0,1)': ([a, b]) => sizeOf(shapeOf(a).slice(0, -1)) * sizeOf(shapeOf(b).slice(1)),
  'convolve(0,1)': ([a, b]) => sizeOf(shapeOf(a).map((length, axis) => length - (shapeOf(b)[axis] ?? 1) + 1)),
  concat: (call) => sum(operands(call).map((operand) => sizeOf(shapeOf(operand)))),
  stack: ([arrays]) => sum((arrays as readonly unknown[]).map((operand) => sizeOf(shapeOf(operand)))),
  broadcast: (call) => Math.max(...call.map((shape) => (shape as Shape).length)),
  range: rangeSize,
};

/** Rounding may add an eighth where the step is a few units in the last place (see the `range` guard). */
function rangeSize(call: readonly unknown[]): number {
  const numbers = call.filter((value) => typeof value === 'number');
  const [start = 0, stop = 0, step = 1] = numbers.length === 1 ? [0, ...numbers] : numbers;
  return Math.max(0, Math.ceil(((stop - start) / step) * 1.125) + 1);
}
