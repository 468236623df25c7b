// What a pointer to a set can do. Every member gives a new set and leaves its own as it is.

/** Members that sets of any kind of value share. */
interface SetMembers<T> {
  /** The number of items. */
  readonly size: number;
  /** Whether it has no item. */
  isEmpty(this: ReadonlySet<T>): boolean;
  /** Whether both have the same items, in whatever order. */
  eq(this: ReadonlySet<T>, other: ReadonlySet<T>): boolean;
  /** Whether their items differ. */
  ne(this: ReadonlySet<T>, other: ReadonlySet<T>): boolean;
  /** Whether this is one of the items; NaN is NaN. */
  has(this: ReadonlySet<T>, item: T): boolean;
  /** With this item as well. */
  add(this: ReadonlySet<T>, item: T): Set<T>;
  /** Without this item. */
  without(this: ReadonlySet<T>, item: T): Set<T>;
  /** The items of either. */
  union(this: ReadonlySet<T>, other: ReadonlySet<T>): Set<T>;
  /** The items of both. */
  intersection(this: ReadonlySet<T>, other: ReadonlySet<T>): Set<T>;
  /** The items that the other has not. */
  difference(this: ReadonlySet<T>, other: ReadonlySet<T>): Set<T>;
  /** The items of exactly one of both. */
  symmetricDifference(this: ReadonlySet<T>, other: ReadonlySet<T>): Set<T>;
  /** Whether the other has all the items. */
  isSubsetOf(this: ReadonlySet<T>, other: ReadonlySet<T>): boolean;
  /** Whether it has all items of the other. */
  isSupersetOf(this: ReadonlySet<T>, other: ReadonlySet<T>): boolean;
  /** Whether they have no item in common. */
  isDisjointFrom(this: ReadonlySet<T>, other: ReadonlySet<T>): boolean;
  /** The items as a list, in the order in which they came in. */
  toList(this: ReadonlySet<T>): T[];
}

function haveSame(left: ReadonlySet<unknown>, right: ReadonlySet<unknown>): boolean {
  return left.size === right.size && left.isSubsetOf(right);
}

function setMembers<T>(): SetMembers<T> {
  return {
    size: 0 as number,
    isEmpty() {
      return this.size === 0;
    },
    eq(other) {
      return haveSame(this, other);
    },
    ne(other) {
      return !haveSame(this, other);
    },
    has(item) {
      return this.has(item);
    },
    add(item) {
      return new Set(this).add(item);
    },
    without(item) {
      return new Set([...this].filter((own) => own !== item && !(Number.isNaN(own) && Number.isNaN(item))));
    },
    union(other) {
      return this.union(other);
    },
    intersection(other) {
      return this.intersection(other);
    },
    difference(other) {
      return this.difference(other);
    },
    symmetricDifference(other) {
      return this.symmetricDifference(other);
    },
    isSubsetOf(other) {
      return this.isSubsetOf(other);
    },
    isSupersetOf(other) {
      return this.isSupersetOf(other);
    },
    isDisjointFrom(other) {
      return this.isDisjointFrom(other);
    },
    toList() {
      return [...this];
    },
  };
}

/** Members of sets of numbers. */
export const numberSetMembers = Object.freeze(setMembers<number>());

/** Members of sets of strings. */
export const stringSetMembers = Object.freeze(setMembers<string>());
