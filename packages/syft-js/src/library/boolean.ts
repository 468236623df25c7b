/** What a pointer to a boolean can do. All operands are computed: nothing is cut short. */
export const booleanMembers = Object.freeze({
  /** Whether both are true. */
  and(this: boolean, other: boolean): boolean {
    return this && other;
  },
  /** Whether one is true at least. */
  or(this: boolean, other: boolean): boolean {
    return this || other;
  },
  /** Whether exactly one is true. */
  xor(this: boolean, other: boolean): boolean {
    return this !== other;
  },
  /** The opposite. */
  not(this: boolean): boolean {
    return !this;
  },
  /** Whether both are equal. */
  eq(this: boolean, other: boolean): boolean {
    return this === other;
  },
  /** Whether they differ. */
  ne(this: boolean, other: boolean): boolean {
    return this !== other;
  },
  /** The first number if true, else the second. */
  choose(this: boolean, whenTrue: number, whenFalse: number): number {
    return this ? whenTrue : whenFalse;
  },
  /** The first text if true, else the second. */
  chooseText(this: boolean, whenTrue: string, whenFalse: string): string {
    return this ? whenTrue : whenFalse;
  },
  /** Whether the other is true, or this is not. */
  implies(this: boolean, other: boolean): boolean {
    return !this || other;
  },
  /** 1 if true, else 0. */
  toNumber(this: boolean): number {
    return Number(this);
  },
});
