/** What a pointer to a number can do: JavaScript's own operators and the parts of `Math` and `Number` that read well as methods. */
export const numberMembers = Object.freeze({
  add(this: number, other: number): number {
    return this + other;
  },
  sub(this: number, other: number): number {
    return this - other;
  },
  mul(this: number, other: number): number {
    return this * other;
  },
  div(this: number, other: number): number {
    return this / other;
  },
  mod(this: number, other: number): number {
    return this % other;
  },
  pow(this: number, exponent: number): number {
    return this ** exponent;
  },
  neg(this: number): number {
    return -this;
  },
  abs(this: number): number {
    return Math.abs(this);
  },
  sign(this: number): number {
    return Math.sign(this);
  },
  sqrt(this: number): number {
    return Math.sqrt(this);
  },
  exp(this: number): number {
    return Math.exp(this);
  },
  log(this: number): number {
    return Math.log(this);
  },
  round(this: number): number {
    return Math.round(this);
  },
  floor(this: number): number {
    return Math.floor(this);
  },
  ceil(this: number): number {
    return Math.ceil(this);
  },
  trunc(this: number): number {
    return Math.trunc(this);
  },
  min(this: number, ...others: readonly number[]): number {
    return Math.min(this, ...others);
  },
  max(this: number, ...others: readonly number[]): number {
    return Math.max(this, ...others);
  },
  eq(this: number, other: number): boolean {
    return this === other;
  },
  ne(this: number, other: number): boolean {
    return this !== other;
  },
  lt(this: number, other: number): boolean {
    return this < other;
  },
  le(this: number, other: number): boolean {
    return this <= other;
  },
  gt(this: number, other: number): boolean {
    return this > other;
  },
  ge(this: number, other: number): boolean {
    return this >= other;
  },
  isNaN(this: number): boolean {
    return Number.isNaN(this);
  },
  isFinite(this: number): boolean {
    return Number.isFinite(this);
  },
  isInteger(this: number): boolean {
    return Number.isInteger(this);
  },
  toFixed(this: number, digits?: number): string {
    return this.toFixed(digits);
  },
});
