/** What a pointer to a boolean can do. Both operands are computed: nothing is cut short. */
export const booleanMembers = Object.freeze({
  and(this: boolean, other: boolean): boolean {
    return this && other;
  },
  or(this: boolean, other: boolean): boolean {
    return this || other;
  },
  not(this: boolean): boolean {
    return !this;
  },
  eq(this: boolean, other: boolean): boolean {
    return this === other;
  },
  ne(this: boolean, other: boolean): boolean {
    return this !== other;
  },
});

/** What a pointer to a string can do. Strings have a `length` of their own; it stands here so that it is found. */
export const stringMembers = Object.freeze({
  length: 0,
  concat(this: string, ...others: readonly string[]): string {
    return this.concat(...others);
  },
  eq(this: string, other: string): boolean {
    return this === other;
  },
  ne(this: string, other: string): boolean {
    return this !== other;
  },
});

/** What a pointer to a bigint can do. No multiplication and no power: a few of them make a value without end. */
export const bigintMembers = Object.freeze({
  add(this: bigint, other: bigint): bigint {
    return this + other;
  },
  sub(this: bigint, other: bigint): bigint {
    return this - other;
  },
  neg(this: bigint): bigint {
    return -this;
  },
  eq(this: bigint, other: bigint): boolean {
    return this === other;
  },
  ne(this: bigint, other: bigint): boolean {
    return this !== other;
  },
  lt(this: bigint, other: bigint): boolean {
    return this < other;
  },
  le(this: bigint, other: bigint): boolean {
    return this <= other;
  },
  gt(this: bigint, other: bigint): boolean {
    return this > other;
  },
  ge(this: bigint, other: bigint): boolean {
    return this >= other;
  },
});
