import { haveSame } from './same-items.ts';

function haveSameRows(left: readonly (readonly unknown[])[], right: readonly (readonly unknown[])[]): boolean {
  return left.length === right.length && left.every((row, index) => haveSame(row, right[index] ?? []));
}

/** Members of lists of lists of numbers. */
export const numberMatrixMembers = Object.freeze({
  /** The number of rows. */
  length: 0 as number,
  /** Whether it has no row. */
  isEmpty(this: readonly (readonly number[])[]): boolean {
    return this.length === 0;
  },
  /** The row there, from the end if negative; `undefined` outside. */
  at(this: readonly (readonly number[])[], index: number): number[] | undefined {
    const row = this.at(index);
    return row && [...row];
  },
  /** The rows of this one, and those of the others after them. */
  concat(this: readonly (readonly number[])[], ...others: readonly (readonly (readonly number[])[])[]): number[][] {
    return [this, ...others].flatMap((rows) => rows.map((row) => [...row]));
  },
  /** All numbers, row by row. */
  flat(this: readonly (readonly number[])[]): number[] {
    return this.flat();
  },
  /** Rows from a start up to an end, both from the end if negative. */
  slice(this: readonly (readonly number[])[], start: number, end?: number): number[][] {
    return this.slice(start, end).map((row) => [...row]);
  },
  /** The rows in reverse order. */
  toReversed(this: readonly (readonly number[])[]): number[][] {
    return this.toReversed().map((row) => [...row]);
  },
  /** Whether both have the same rows in the same order; NaN is NaN. */
  eq(this: readonly (readonly number[])[], other: readonly (readonly number[])[]): boolean {
    return haveSameRows(this, other);
  },
  /** Whether their rows differ. */
  ne(this: readonly (readonly number[])[], other: readonly (readonly number[])[]): boolean {
    return !haveSameRows(this, other);
  },
  /** With one more row at the end. */
  append(this: readonly (readonly number[])[], row: readonly number[]): number[][] {
    return [...this, row].map((one) => [...one]);
  },
  /** The number of items in each row. */
  lengths(this: readonly (readonly number[])[]): number[] {
    return this.map(({ length }) => length);
  },
  /** The item there of each row; NaN for a row that has none. */
  column(this: readonly (readonly number[])[], index: number): number[] {
    return this.map((row) => row.at(index) ?? Number.NaN);
  },
});
