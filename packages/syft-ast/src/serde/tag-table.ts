import { SyftError } from '../errors.ts';

/** Numbers of the core’s own tags, fixed by the protocol. */
export const CORE_TAGS = {
  'ast/null': 1,
  'ast/undefined': 2,
  'ast/boolean': 3,
  'ast/number': 4,
  'ast/bigint': 5,
  'ast/string': 6,
  'ast/Bytes': 7,
  'ast/Date': 8,
  'ast/TypedArray': 9,
  'ast/Column': 10,
  'ast/List': 11,
  'ast/Record': 12,
  'ast/Map': 13,
  'ast/Set': 14,
  'ast/Pointer': 15,
} as const;

/** The first number that a domain gives to a library’s tag. */
export const FIRST_LIBRARY_TAG = 64;

/** Tags and their numbers, both ways. A domain numbers each library tag once and for good, and tells its clients. */
export class TagTable {
  readonly #numbers = new Map<string, number>(Object.entries(CORE_TAGS));
  readonly #names = new Map<number, string>(Object.entries(CORE_TAGS).map(([name, number]) => [number, name]));

  constructor(libraryTags: Iterable<readonly [name: string, number: number]> = []) {
    for (const [name, number] of libraryTags) this.add(name, number);
  }

  /** Throws `PROTOCOL` when the name or the number is taken, or is one of the core’s. */
  add(name: string, number: number): void {
    if (!Number.isSafeInteger(number) || number < FIRST_LIBRARY_TAG || this.#names.has(number) || this.#numbers.has(name)) {
      throw new SyftError('PROTOCOL', 'cannot number tag: name or number is taken');
    }
    this.#numbers.set(name, number);
    this.#names.set(number, name);
  }

  /** Gives every tag that has no number the next free one. */
  addAll(names: Iterable<string>): void {
    for (const name of names) if (!this.#numbers.has(name)) this.add(name, Math.max(FIRST_LIBRARY_TAG - 1, ...this.#names.keys()) + 1);
  }

  numberOf(name: string): number | undefined {
    return this.#numbers.get(name);
  }

  nameOf(number: number): string | undefined {
    return this.#names.get(number);
  }

  /** The library tags, for the hello. */
  libraryTags(): readonly (readonly [name: string, number: number])[] {
    return [...this.#numbers].filter(([, number]) => number >= FIRST_LIBRARY_TAG);
  }
}
