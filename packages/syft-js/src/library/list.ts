import { haveSame, isSame } from './same-items.ts';

// What a pointer to a list can do. Every member gives a new list and leaves its own as it is; places count from 0.

/** Members that lists of any kind of value share. */
interface ListMembers<T> {
  /** The number of items. */
  readonly length: number;
  /** Whether it has no item. */
  isEmpty(this: readonly T[]): boolean;
  /** Whether both have the same items in the same order; NaN is NaN. */
  eq(this: readonly T[], other: readonly T[]): boolean;
  /** Whether their items differ. */
  ne(this: readonly T[], other: readonly T[]): boolean;
  /** The item there, from the end if negative; `undefined` outside. */
  at(this: readonly T[], index: number): T | undefined;
  /** This list, and the others after it. */
  concat(this: readonly T[], ...others: readonly (readonly T[])[]): T[];
  /** Whether this is one of the items; NaN is NaN. */
  includes(this: readonly T[], item: T): boolean;
  /** Where this stands first; -1 for nowhere. */
  indexOf(this: readonly T[], item: T): number;
  /** Where this stands last; -1 for nowhere. */
  lastIndexOf(this: readonly T[], item: T): number;
  /** From a start up to an end, both from the end if negative. */
  slice(this: readonly T[], start: number, end?: number): T[];
  /** In reverse order. */
  toReversed(this: readonly T[]): T[];
  /** Without so many items from a start, and with others in their place. */
  toSpliced(this: readonly T[], start: number, count: number, ...others: readonly T[]): T[];
  /** With another item there. Throws outside. */
  with(this: readonly T[], index: number, item: T): T[];
  /** With the same item from a start up to an end. */
  fill(this: readonly T[], item: T, start?: number, end?: number): T[];
  /** With one more item at the end. */
  append(this: readonly T[], item: T): T[];
  /** With one more item at the start. */
  prepend(this: readonly T[], item: T): T[];
  /** With one more item before the one there. */
  insert(this: readonly T[], index: number, item: T): T[];
  /** The first so many items. */
  take(this: readonly T[], count: number): T[];
  /** All but the first so many items. */
  drop(this: readonly T[], count: number): T[];
  /** Whether its first items are those of the other; NaN is NaN. */
  startsWith(this: readonly T[], other: readonly T[]): boolean;
  /** Whether its last items are those of the other; NaN is NaN. */
  endsWith(this: readonly T[], other: readonly T[]): boolean;
  /** Without the item there, from the end if negative; as it is for a place outside. */
  removeAt(this: readonly T[], index: number): T[];
  /** Without the first item that is this; NaN is NaN. */
  remove(this: readonly T[], item: T): T[];
  /** So many times in a row. */
  repeat(this: readonly T[], times: number): T[];
  /** How often this is among the items; NaN is NaN. */
  count(this: readonly T[], item: T): number;
  /** Whether no item is there twice. */
  isUnique(this: readonly T[]): boolean;
  /** The places of all items. */
  indices(this: readonly T[]): number[];
  /** The different items, in the order of their first appearance. */
  distinct(this: readonly T[]): T[];
}

function listMembers<T>(): ListMembers<T> {
  return {
    length: 0 as number,
    isEmpty() {
      return this.length === 0;
    },
    eq(other) {
      return haveSame(this, other);
    },
    ne(other) {
      return !haveSame(this, other);
    },
    at(index) {
      return this.at(index);
    },
    concat(...others) {
      return this.concat(...others);
    },
    includes(item) {
      return this.includes(item);
    },
    indexOf(item) {
      return this.indexOf(item);
    },
    lastIndexOf(item) {
      return this.lastIndexOf(item);
    },
    slice(start, end) {
      return this.slice(start, end);
    },
    toReversed() {
      return this.toReversed();
    },
    toSpliced(start, count, ...others) {
      return this.toSpliced(start, count, ...others);
    },
    with(index, item) {
      return this.with(index, item);
    },
    fill(item, start, end) {
      return [...this].fill(item, start, end);
    },
    append(item) {
      return [...this, item];
    },
    prepend(item) {
      return [item, ...this];
    },
    insert(index, item) {
      return this.toSpliced(index, 0, item);
    },
    take(count) {
      return this.slice(0, Math.max(0, count));
    },
    drop(count) {
      return this.slice(Math.max(0, count));
    },
    startsWith(other) {
      return haveSame(this.slice(0, other.length), other);
    },
    endsWith(other) {
      return haveSame(this.slice(Math.max(0, this.length - other.length)), other);
    },
    removeAt(index) {
      return index < -this.length ? [...this] : this.toSpliced(index, 1);
    },
    remove(item) {
      const at = this.findIndex((own) => isSame(own, item));
      return at < 0 ? [...this] : this.toSpliced(at, 1);
    },
    repeat(times) {
      return Array.from({ length: times }, () => this).flat() as T[];
    },
    count(item) {
      return this.filter((own) => isSame(own, item)).length;
    },
    isUnique() {
      return new Set(this).size === this.length;
    },
    indices() {
      return [...this.keys()];
    },
    distinct() {
      return [...new Set(this)];
    },
  };
}

/** Members of lists of numbers. */
export const numberListMembers = Object.freeze({
  ...listMembers<number>(),
  /** The sum, added up from the first; 0 of none. */
  sum(this: readonly number[]): number {
    return this.reduce((sum, item) => sum + item, 0);
  },
  /** The product, multiplied from the first; 1 of none. */
  product(this: readonly number[]): number {
    return this.reduce((product, item) => product * item, 1);
  },
  /** The sum divided by the number of items; NaN of none. */
  mean(this: readonly number[]): number {
    return this.reduce((sum, item) => sum + item, 0) / this.length;
  },
  /** Where the smallest stands first; -1 of none, or with a NaN among them. */
  indexOfMin(this: readonly number[]): number {
    return this.indexOf(this.reduce((least, item) => Math.min(least, item), Number.POSITIVE_INFINITY));
  },
  /** Where the largest stands first; -1 of none, or with a NaN among them. */
  indexOfMax(this: readonly number[]): number {
    return this.indexOf(this.reduce((most, item) => Math.max(most, item), Number.NEGATIVE_INFINITY));
  },
  /** The different numbers. */
  toSet(this: readonly number[]): Set<number> {
    return new Set(this);
  },
  /** The smallest; Infinity of none, NaN with a NaN among them. */
  min(this: readonly number[]): number {
    return this.reduce((least, item) => Math.min(least, item), Infinity);
  },
  /** The largest; -Infinity of none, NaN with a NaN among them. */
  max(this: readonly number[]): number {
    return this.reduce((most, item) => Math.max(most, item), -Infinity);
  },
  /** From the smallest to the largest; NaN comes last. */
  toSorted(this: readonly number[]): number[] {
    return Array.from(Float64Array.from(this).sort());
  },
  /** The items as text, with a separator between them. */
  join(this: readonly number[], separator?: string): string {
    return this.join(separator);
  },
});

/** Members of lists of strings. */
export const stringListMembers = Object.freeze({
  ...listMembers<string>(),
  /** The different strings. */
  toSet(this: readonly string[]): Set<string> {
    return new Set(this);
  },
  /** In the order of their code units. */
  toSorted(this: readonly string[]): string[] {
    return this.toSorted();
  },
  /** The items one after another, with a separator between them. */
  join(this: readonly string[], separator?: string): string {
    return this.join(separator);
  },
});

/** Members of lists of booleans. */
export const booleanListMembers = Object.freeze({
  ...listMembers<boolean>(),
  /** Whether all are true; true of none. */
  all(this: readonly boolean[]): boolean {
    return this.every(Boolean);
  },
  /** Whether one is true at least; false of none. */
  any(this: readonly boolean[]): boolean {
    return this.some(Boolean);
  },
  /** The opposite of each. */
  not(this: readonly boolean[]): boolean[] {
    return this.map((item) => !item);
  },
  /** 1 for each that is true, else 0. */
  toNumbers(this: readonly boolean[]): number[] {
    return this.map(Number);
  },
});

/** Members of lists of bigints. They are not written as text: nobody knows beforehand how long that is. */
export const bigintListMembers = Object.freeze({
  ...listMembers<bigint>(),
  /** From the smallest to the largest. */
  toSorted(this: readonly bigint[]): bigint[] {
    return this.toSorted((left, right) => (left < right ? -1 : left > right ? 1 : 0));
  },
});
