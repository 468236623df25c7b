import { integerOf } from './integer-of.ts';

/** What a pointer to a bigint can do. No product, no power and no shift to the left: a few of them make a value without end. */
export const bigintMembers = Object.freeze({
  /** The sum. */
  add(this: bigint, other: bigint): bigint {
    return this + other;
  },
  /** The difference. */
  sub(this: bigint, other: bigint): bigint {
    return this - other;
  },
  /** The quotient without its fraction. Throws when divided by 0. */
  div(this: bigint, other: bigint): bigint {
    return this / other;
  },
  /** The remainder, with the sign of the integer itself. Throws when divided by 0. */
  mod(this: bigint, other: bigint): bigint {
    return this % other;
  },
  /** The integer with its sign turned. */
  neg(this: bigint): bigint {
    return -this;
  },
  /** The absolute value. */
  abs(this: bigint): bigint {
    return this < 0n ? -this : this;
  },
  /** -1, 0 or 1, after the sign. */
  sign(this: bigint): number {
    return this < 0n ? -1 : this > 0n ? 1 : 0;
  },
  /** The smaller one. */
  min(this: bigint, other: bigint): bigint {
    return this < other ? this : other;
  },
  /** The larger one. */
  max(this: bigint, other: bigint): bigint {
    return this > other ? this : other;
  },
  /** Whether both are equal. */
  eq(this: bigint, other: bigint): boolean {
    return this === other;
  },
  /** Whether they differ. */
  ne(this: bigint, other: bigint): boolean {
    return this !== other;
  },
  /** Whether the integer is less. */
  lt(this: bigint, other: bigint): boolean {
    return this < other;
  },
  /** Whether the integer is less or equal. */
  le(this: bigint, other: bigint): boolean {
    return this <= other;
  },
  /** Whether the integer is greater. */
  gt(this: bigint, other: bigint): boolean {
    return this > other;
  },
  /** Whether the integer is greater or equal. */
  ge(this: bigint, other: bigint): boolean {
    return this >= other;
  },
  /** Bits that both have. */
  bitAnd(this: bigint, other: bigint): bigint {
    return this & other;
  },
  /** Bits that either has. */
  bitOr(this: bigint, other: bigint): bigint {
    return this | other;
  },
  /** Bits in which both differ. */
  bitXor(this: bigint, other: bigint): bigint {
    return this ^ other;
  },
  /** All bits turned. */
  bitNot(this: bigint): bigint {
    return ~this;
  },
  /** Shifted to the right with its sign, by 0 to 1,000 bits. */
  shiftRight(this: bigint, bits: number): bigint {
    return this >> BigInt(bits);
  },
  /** The nearest number; infinite for one that is too large. */
  toNumber(this: bigint): number {
    return Number(this);
  },
  /** False for 0. */
  toBoolean(this: bigint): boolean {
    return Boolean(this);
  },
  /** The integer as one of so many bits, 0 to 1,000, with a sign. */
  asIntN(bits: number, value: bigint): bigint {
    return BigInt.asIntN(bits, value);
  },
  /** The integer as one of so many bits, 0 to 1,000, without a sign. */
  asUintN(bits: number, value: bigint): bigint {
    return BigInt.asUintN(bits, value);
  },
  /** The same integer as a bigint. Throws for what is no integer, and for one of more than 1,000 bits. */
  fromNumber(value: number): bigint {
    return integerOf(value);
  },
});
