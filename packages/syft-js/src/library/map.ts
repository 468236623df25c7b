// What a pointer to a map can do. Every member gives a new map and leaves its own as it is.

/** Members that maps from strings to any kind of value share. */
interface MapMembers<T> {
  /** The number of keys. */
  readonly size: number;
  /** Whether it has no key. */
  isEmpty(this: ReadonlyMap<string, T>): boolean;
  /** Whether both have the same keys and values, in whatever order. */
  eq(this: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>): boolean;
  /** Whether their keys and values differ. */
  ne(this: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>): boolean;
  /** Whether there is such a key. */
  has(this: ReadonlyMap<string, T>, key: string): boolean;
  /** The value of a key; `undefined` without one. */
  lookup(this: ReadonlyMap<string, T>, key: string): T | undefined;
  /** With this value for this key. */
  with(this: ReadonlyMap<string, T>, key: string, value: T): Map<string, T>;
  /** Without this key. */
  without(this: ReadonlyMap<string, T>, key: string): Map<string, T>;
  /** With all keys of the other, whose values go before. */
  merge(this: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>): Map<string, T>;
  /** The keys, in the order in which they came in. */
  keys(this: ReadonlyMap<string, T>): string[];
  /** The values, in the order of their keys. */
  values(this: ReadonlyMap<string, T>): T[];
  /** Keys and values, pair by pair. */
  entries(this: ReadonlyMap<string, T>): [string, T][];
}

function haveSame(left: ReadonlyMap<string, unknown>, right: ReadonlyMap<string, unknown>): boolean {
  const isSame = (one: unknown, other: unknown) => one === other || (Number.isNaN(one) && Number.isNaN(other));
  return left.size === right.size && [...left].every(([key, value]) => right.has(key) && isSame(value, right.get(key)));
}

function mapMembers<T>(): MapMembers<T> {
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
    has(key) {
      return this.has(key);
    },
    lookup(key) {
      return this.get(key);
    },
    with(key, value) {
      return new Map(this).set(key, value);
    },
    without(key) {
      return new Map([...this].filter(([own]) => own !== key));
    },
    merge(other) {
      return new Map([...this, ...other]);
    },
    keys() {
      return [...this.keys()];
    },
    values() {
      return [...this.values()];
    },
    entries() {
      return [...this.entries()];
    },
  };
}

/** Members of maps from strings to numbers. */
export const numberMapMembers = Object.freeze(mapMembers<number>());

/** Members of maps from strings to strings. */
export const stringMapMembers = Object.freeze(mapMembers<string>());
