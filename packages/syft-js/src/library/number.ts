import { integerOf } from './integer-of.ts';
import { numberStatics } from './number-statics.ts';

/** What a pointer to a number can do: JavaScript's own operators, and `Math` read from the number's side. */
export const numberMembers = Object.freeze({
  /** The sum. */
  add(this: number, other: number): number {
    return this + other;
  },
  /** The difference. */
  sub(this: number, other: number): number {
    return this - other;
  },
  /** The product. */
  mul(this: number, other: number): number {
    return this * other;
  },
  /** The quotient. */
  div(this: number, other: number): number {
    return this / other;
  },
  /** The remainder, with the sign of the number itself. */
  mod(this: number, other: number): number {
    return this % other;
  },
  /** The quotient, rounded downwards. */
  floorDiv(this: number, other: number): number {
    return Math.floor(this / other);
  },
  /** The remainder, with the sign of the other number. */
  floorMod(this: number, other: number): number {
    return ((this % other) + other) % other;
  },
  /** The number, or the nearer end of a range that it is outside of. */
  clamp(this: number, least: number, most: number): number {
    return Math.min(Math.max(this, least), most);
  },
  /** The number to the power of the exponent. */
  pow(this: number, exponent: number): number {
    return this ** exponent;
  },
  /** The number with its sign turned. */
  neg(this: number): number {
    return -this;
  },
  /** The absolute value. */
  abs(this: number): number {
    return Math.abs(this);
  },
  /** -1, -0, 0 or 1, after the sign. */
  sign(this: number): number {
    return Math.sign(this);
  },
  /** The square root; NaN below 0. */
  sqrt(this: number): number {
    return Math.sqrt(this);
  },
  /** The cube root. */
  cbrt(this: number): number {
    return Math.cbrt(this);
  },
  /** e to the power of the number. */
  exp(this: number): number {
    return Math.exp(this);
  },
  /** e to the power of the number, minus 1; exact near 0. */
  expm1(this: number): number {
    return Math.expm1(this);
  },
  /** The natural logarithm; NaN below 0. */
  log(this: number): number {
    return Math.log(this);
  },
  /** The logarithm to base 10; NaN below 0. */
  log10(this: number): number {
    return Math.log10(this);
  },
  /** The natural logarithm of 1 plus the number; exact near 0. */
  log1p(this: number): number {
    return Math.log1p(this);
  },
  /** The logarithm to base 2; NaN below 0. */
  log2(this: number): number {
    return Math.log2(this);
  },
  /** The sine of an angle in radians. */
  sin(this: number): number {
    return Math.sin(this);
  },
  /** The cosine of an angle in radians. */
  cos(this: number): number {
    return Math.cos(this);
  },
  /** The tangent of an angle in radians. */
  tan(this: number): number {
    return Math.tan(this);
  },
  /** The arc sine, in radians; NaN outside of [-1, 1]. */
  asin(this: number): number {
    return Math.asin(this);
  },
  /** The arc cosine, in radians; NaN outside of [-1, 1]. */
  acos(this: number): number {
    return Math.acos(this);
  },
  /** The arc tangent, in radians. */
  atan(this: number): number {
    return Math.atan(this);
  },
  /** The angle in radians of the point whose ordinate this is. */
  atan2(this: number, x: number): number {
    return Math.atan2(this, x);
  },
  /** The hyperbolic sine. */
  sinh(this: number): number {
    return Math.sinh(this);
  },
  /** The hyperbolic cosine. */
  cosh(this: number): number {
    return Math.cosh(this);
  },
  /** The hyperbolic tangent. */
  tanh(this: number): number {
    return Math.tanh(this);
  },
  /** The inverse hyperbolic sine. */
  asinh(this: number): number {
    return Math.asinh(this);
  },
  /** The inverse hyperbolic cosine; NaN below 1. */
  acosh(this: number): number {
    return Math.acosh(this);
  },
  /** The inverse hyperbolic tangent; NaN outside of [-1, 1]. */
  atanh(this: number): number {
    return Math.atanh(this);
  },
  /** The square root of the sum of squares. */
  hypot(this: number, ...others: readonly number[]): number {
    return Math.hypot(this, ...others);
  },
  /** The nearest integer; halves go upwards. */
  round(this: number): number {
    return Math.round(this);
  },
  /** The next integer downwards. */
  floor(this: number): number {
    return Math.floor(this);
  },
  /** The next integer upwards. */
  ceil(this: number): number {
    return Math.ceil(this);
  },
  /** The number without its fraction. */
  trunc(this: number): number {
    return Math.trunc(this);
  },
  /** The nearest 32-bit float. */
  fround(this: number): number {
    return Math.fround(this);
  },
  /** The smallest of these. */
  min(this: number, ...others: readonly number[]): number {
    return Math.min(this, ...others);
  },
  /** The largest of these. */
  max(this: number, ...others: readonly number[]): number {
    return Math.max(this, ...others);
  },
  /** Whether both are equal; NaN is equal to nothing. */
  eq(this: number, other: number): boolean {
    return this === other;
  },
  /** Whether they differ; NaN differs from everything. */
  ne(this: number, other: number): boolean {
    return this !== other;
  },
  /** Whether the number is less. */
  lt(this: number, other: number): boolean {
    return this < other;
  },
  /** Whether the number is less or equal. */
  le(this: number, other: number): boolean {
    return this <= other;
  },
  /** Whether the number is greater. */
  gt(this: number, other: number): boolean {
    return this > other;
  },
  /** Whether the number is greater or equal. */
  ge(this: number, other: number): boolean {
    return this >= other;
  },
  /** Whether both are the same value: NaN is NaN, and 0 is not -0. */
  is(this: number, other: number): boolean {
    return Object.is(this, other);
  },
  /** Whether it is NaN. */
  isNaN(this: number): boolean {
    return Number.isNaN(this);
  },
  /** Whether it is neither NaN nor infinite. */
  isFinite(this: number): boolean {
    return Number.isFinite(this);
  },
  /** Whether it is an integer. */
  isInteger(this: number): boolean {
    return Number.isInteger(this);
  },
  /** Whether it is an integer that no other one is rounded to. */
  isSafeInteger(this: number): boolean {
    return Number.isSafeInteger(this);
  },
  /** Bits that both have, as 32-bit integers. */
  bitAnd(this: number, other: number): number {
    return this & other;
  },
  /** Bits that either has, as 32-bit integers. */
  bitOr(this: number, other: number): number {
    return this | other;
  },
  /** Bits in which both differ, as 32-bit integers. */
  bitXor(this: number, other: number): number {
    return this ^ other;
  },
  /** All bits turned, as a 32-bit integer. */
  bitNot(this: number): number {
    return ~this;
  },
  /** Shifted to the left, as a 32-bit integer. */
  shiftLeft(this: number, bits: number): number {
    return this << bits;
  },
  /** Shifted to the right with its sign, as a 32-bit integer. */
  shiftRight(this: number, bits: number): number {
    return this >> bits;
  },
  /** Shifted to the right, as an unsigned 32-bit integer. */
  shiftRightUnsigned(this: number, bits: number): number {
    return this >>> bits;
  },
  /** The number of leading zero bits of the value as 32 bits. */
  clz32(this: number): number {
    return Math.clz32(this);
  },
  /** The product as 32-bit integers. */
  imul(this: number, other: number): number {
    return Math.imul(this, other);
  },
  /** In decimal, with so many digits after the point, 0 to 100. */
  toFixed(this: number, digits?: number): string {
    return this.toFixed(digits);
  },
  /** In decimal, with so many significant digits, 1 to 100. */
  toPrecision(this: number, digits?: number): string {
    return this.toPrecision(digits);
  },
  /** In decimal with an exponent, and so many digits after the point, 0 to 100. */
  toExponential(this: number, digits?: number): string {
    return this.toExponential(digits);
  },
  /** Written to a base from 2 to 36, 10 unless said otherwise. */
  toText(this: number, radix?: number): string {
    return this.toString(radix);
  },
  /** The same integer as a bigint. Throws for what is no integer, and for one of more than 1,000 bits. */
  toBigInt(this: number): bigint {
    return integerOf(this);
  },
  /** The date so many milliseconds after the start of 1970. */
  toDate(this: number): Date {
    return new Date(this);
  },
  /** False for 0 and NaN. */
  toBoolean(this: number): boolean {
    return Boolean(this);
  },
  ...numberStatics,
});
