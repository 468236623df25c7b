/** The engine's `Math`, with every function that all supported engines have. Each is looked up when it is called, so that a seeded `random` takes effect. */
export const math = Object.freeze({
  /** The base of the natural logarithm. */
  E: Math.E,
  /** The natural logarithm of 10. */
  LN10: Math.LN10,
  /** The natural logarithm of 2. */
  LN2: Math.LN2,
  /** The logarithm of e to base 10. */
  LOG10E: Math.LOG10E,
  /** The logarithm of e to base 2. */
  LOG2E: Math.LOG2E,
  /** The circumference of a circle of diameter 1. */
  PI: Math.PI,
  /** The square root of 1/2. */
  SQRT1_2: Math.SQRT1_2,
  /** The square root of 2. */
  SQRT2: Math.SQRT2,
  /** The absolute value. */
  abs(x: number): number {
    return Math.abs(x);
  },
  /** The arc cosine, in radians; NaN outside of [-1, 1]. */
  acos(x: number): number {
    return Math.acos(x);
  },
  /** The inverse hyperbolic cosine; NaN below 1. */
  acosh(x: number): number {
    return Math.acosh(x);
  },
  /** The arc sine, in radians; NaN outside of [-1, 1]. */
  asin(x: number): number {
    return Math.asin(x);
  },
  /** The inverse hyperbolic sine. */
  asinh(x: number): number {
    return Math.asinh(x);
  },
  /** The arc tangent, in radians. */
  atan(x: number): number {
    return Math.atan(x);
  },
  /** The inverse hyperbolic tangent; NaN outside of [-1, 1]. */
  atanh(x: number): number {
    return Math.atanh(x);
  },
  /** The cube root. */
  cbrt(x: number): number {
    return Math.cbrt(x);
  },
  /** The next integer upwards. */
  ceil(x: number): number {
    return Math.ceil(x);
  },
  /** The number of leading zero bits of the value as 32 bits. */
  clz32(x: number): number {
    return Math.clz32(x);
  },
  /** The cosine of an angle in radians. */
  cos(x: number): number {
    return Math.cos(x);
  },
  /** The hyperbolic cosine. */
  cosh(x: number): number {
    return Math.cosh(x);
  },
  /** e to the power of the value. */
  exp(x: number): number {
    return Math.exp(x);
  },
  /** e to the power of the value, minus 1; exact near 0. */
  expm1(x: number): number {
    return Math.expm1(x);
  },
  /** The next integer downwards. */
  floor(x: number): number {
    return Math.floor(x);
  },
  /** The nearest 32-bit float. */
  fround(x: number): number {
    return Math.fround(x);
  },
  /** The natural logarithm; NaN below 0. */
  log(x: number): number {
    return Math.log(x);
  },
  /** The logarithm to base 10; NaN below 0. */
  log10(x: number): number {
    return Math.log10(x);
  },
  /** The natural logarithm of 1 plus the value; exact near 0. */
  log1p(x: number): number {
    return Math.log1p(x);
  },
  /** The logarithm to base 2; NaN below 0. */
  log2(x: number): number {
    return Math.log2(x);
  },
  /** The nearest integer; halves go upwards. */
  round(x: number): number {
    return Math.round(x);
  },
  /** -1, -0, 0 or 1, after the sign of the value. */
  sign(x: number): number {
    return Math.sign(x);
  },
  /** The sine of an angle in radians. */
  sin(x: number): number {
    return Math.sin(x);
  },
  /** The hyperbolic sine. */
  sinh(x: number): number {
    return Math.sinh(x);
  },
  /** The square root; NaN below 0. */
  sqrt(x: number): number {
    return Math.sqrt(x);
  },
  /** The tangent of an angle in radians. */
  tan(x: number): number {
    return Math.tan(x);
  },
  /** The hyperbolic tangent. */
  tanh(x: number): number {
    return Math.tanh(x);
  },
  /** The value without its fraction. */
  trunc(x: number): number {
    return Math.trunc(x);
  },
  /** The angle of the point (x, y), in radians. */
  atan2(y: number, x: number): number {
    return Math.atan2(y, x);
  },
  /** The product of two 32-bit integers. */
  imul(a: number, b: number): number {
    return Math.imul(a, b);
  },
  /** The base to the power of the exponent. */
  pow(base: number, exponent: number): number {
    return base ** exponent;
  },
  /** The square root of the sum of squares. */
  hypot(...values: readonly number[]): number {
    return Math.hypot(...values);
  },
  /** The largest value; -Infinity of none. */
  max(...values: readonly number[]): number {
    return Math.max(...values);
  },
  /** The smallest value; Infinity of none. */
  min(...values: readonly number[]): number {
    return Math.min(...values);
  },
  /** A random number from 0 up to, but not including, 1. */
  random(): number {
    return Math.random();
  },
});
