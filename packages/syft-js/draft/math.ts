// Math of every engine that the package supports; newer functions of some engines are left out.
import { type Entry, entry } from './entry.ts';

const ONE: readonly (readonly [name: string, doc: string])[] = [
  ['abs', 'The absolute value.'],
  ['acos', 'The arc cosine, in radians; NaN outside of [-1, 1].'],
  ['acosh', 'The inverse hyperbolic cosine; NaN below 1.'],
  ['asin', 'The arc sine, in radians; NaN outside of [-1, 1].'],
  ['asinh', 'The inverse hyperbolic sine.'],
  ['atan', 'The arc tangent, in radians.'],
  ['atanh', 'The inverse hyperbolic tangent; NaN outside of [-1, 1].'],
  ['cbrt', 'The cube root.'],
  ['ceil', 'The next integer upwards.'],
  ['clz32', 'The number of leading zero bits of the value as 32 bits.'],
  ['cos', 'The cosine of an angle in radians.'],
  ['cosh', 'The hyperbolic cosine.'],
  ['exp', 'e to the power of the value.'],
  ['expm1', 'e to the power of the value, minus 1; exact near 0.'],
  ['floor', 'The next integer downwards.'],
  ['fround', 'The nearest 32-bit float.'],
  ['log', 'The natural logarithm; NaN below 0.'],
  ['log10', 'The logarithm to base 10; NaN below 0.'],
  ['log1p', 'The natural logarithm of 1 plus the value; exact near 0.'],
  ['log2', 'The logarithm to base 2; NaN below 0.'],
  ['round', 'The nearest integer; halves go upwards.'],
  ['sign', '-1, -0, 0 or 1, after the sign of the value.'],
  ['sin', 'The sine of an angle in radians.'],
  ['sinh', 'The hyperbolic sine.'],
  ['sqrt', 'The square root; NaN below 0.'],
  ['tan', 'The tangent of an angle in radians.'],
  ['tanh', 'The hyperbolic tangent.'],
  ['trunc', 'The value without its fraction.'],
];

const CONSTANTS: readonly (readonly [name: string, doc: string])[] = [
  ['E', 'The base of the natural logarithm.'],
  ['LN10', 'The natural logarithm of 10.'],
  ['LN2', 'The natural logarithm of 2.'],
  ['LOG10E', 'The logarithm of e to base 10.'],
  ['LOG2E', 'The logarithm of e to base 2.'],
  ['PI', 'The circumference of a circle of diameter 1.'],
  ['SQRT1_2', 'The square root of 1/2.'],
  ['SQRT2', 'The square root of 2.'],
];

const NUMBERS = [[0.5], [-2], [0], [Infinity], [NaN]];
const PAIRS = [
  [2, 3],
  [-1, 0.5],
  [NaN, 0],
];

export const MATH: readonly Entry[] = [
  ...ONE.map(([name, doc]) => entry(`js.Math.${name}`, '(x: number) => number', { doc, ok: NUMBERS })),
  ...CONSTANTS.map(([name, doc]) => entry(`js.Math.${name}`, '() => number', { kind: 'constant', disclosure: 'metadata', doc, ok: [[]] })),
  entry('js.Math.atan2', '(y: number, x: number) => number', { doc: 'The angle of the point (x, y), in radians.', ok: PAIRS }),
  entry('js.Math.imul', '(a: number, b: number) => number', { doc: 'The product of two 32-bit integers.', ok: PAIRS }),
  entry('js.Math.pow', '(base: number, exponent: number) => number', { doc: 'The base to the power of the exponent.', ok: PAIRS }),
  entry('js.Math.hypot', '(...values: number[]) => number', { doc: 'The square root of the sum of squares.', ok: [...PAIRS, []] }),
  entry('js.Math.max', '(...values: number[]) => number', { doc: 'The largest value; -Infinity of none.', ok: [...PAIRS, []] }),
  entry('js.Math.min', '(...values: number[]) => number', { doc: 'The smallest value; Infinity of none.', ok: [...PAIRS, []] }),
  entry('js.Math.random', '() => number', { doc: 'A random number from 0 up to, but not including, 1.', random: true, ok: [[]] }),
];
