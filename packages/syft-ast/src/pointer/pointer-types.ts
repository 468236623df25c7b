import type { Column } from '../serde/builtin/array-codecs.ts';
import type { PointerLike } from '../serde/builtin/pointer-codec.ts';
import type { TypedArray } from '../serde/dtype.ts';
import type { ObjectInfo, RequestInfo } from '../wire/calls.ts';

declare const VALUE: unique symbol;
declare const READABLE: unique symbol;

export interface GetOptions {
  readonly signal?: AbortSignal;
  /** Called as a large value arrives: bytes so far, and in all. */
  readonly progress?: (received: number, total: number) => void;
}

export interface RequestOptions {
  /** Shown to the owner as plain text, at most 1,000 characters. */
  readonly reason: string;
}

/** A request for the release of one value. It outlives the process that made it. */
export interface ReleaseRequest<T> {
  readonly id: string;
  /** Waits for the owner's decision and gives the released value. Throws `DENIED`, `EXPIRED`, `USED_UP` or `CANCELLED`. */
  value(options?: GetOptions): Promise<T>;
  /** Gives a library's own type in plain form, without loading the library. */
  value(options: GetOptions & { readonly as: 'plain' }): Promise<unknown>;
  status(): Promise<RequestInfo>;
  cancel(): Promise<void>;
}

/**
 * A local stand-in for an object on a domain. `R` is `true` when its holder may read it and `boolean` when that is not
 * known: a readable pointer fits wherever a plain one does.
 */
export interface Pointer<T, R extends boolean = boolean> extends PointerLike {
  readonly [VALUE]?: T;
  readonly [READABLE]: R;
  /** Brings the value over, without using it up. Throws `NOT_READABLE` for what only a release may give. */
  get(options?: GetOptions): Promise<T>;
  /** Brings a library's own type over in plain form, without loading the library. */
  get(options: GetOptions & { readonly as: 'plain' }): Promise<unknown>;
  /** Asks the owner to release the value. */
  request(options: RequestOptions): Promise<ReleaseRequest<T>>;
  /** What is publicly known of the object. */
  describe(): Promise<ObjectInfo>;
  /** Frees the object. The pointer is of no use afterwards. */
  delete(): Promise<void>;
  [Symbol.dispose](): void;
}

/** Members of numbers, strings, lists of them and so on; the library whose types say `membersOf` fills these in. */
// biome-ignore-start lint/suspicious/noEmptyInterface: augmented by @syft-libs/js
// biome-ignore-start lint/correctness/noUnusedVariables: the parameter is part of the contract
export interface NumberMembers<R extends boolean> {}
export interface StringMembers<R extends boolean> {}
export interface BooleanMembers<R extends boolean> {}
export interface BigIntMembers<R extends boolean> {}
export interface DateMembers<R extends boolean> {}
export interface ColumnMembers<R extends boolean> {}
export interface TypedArrayMembers<R extends boolean> {}
export interface NumberListMembers<R extends boolean> {}
export interface StringListMembers<R extends boolean> {}
export interface BooleanListMembers<R extends boolean> {}
export interface BigIntListMembers<R extends boolean> {}
/** Of a list of lists of numbers. */
export interface NumberRowsMembers<R extends boolean> {}
export interface NumberSetMembers<R extends boolean> {}
export interface StringSetMembers<R extends boolean> {}
/** Of a map from strings to numbers. */
export interface NumberMapMembers<R extends boolean> {}
/** Of a map from strings to strings. */
export interface StringMapMembers<R extends boolean> {}
/** The pointer classes of libraries' own types, by type id; generated declarations fill it in. */
export interface LibraryPointers<R extends boolean> {}
// biome-ignore-end lint/correctness/noUnusedVariables: the parameter is part of the contract
// biome-ignore-end lint/suspicious/noEmptyInterface: augmented by @syft-libs/js

export type NumberPointer<R extends boolean = boolean> = Pointer<number, R> & NumberMembers<R>;
export type StringPointer<R extends boolean = boolean> = Pointer<string, R> & StringMembers<R>;
export type BooleanPointer<R extends boolean = boolean> = Pointer<boolean, R> & BooleanMembers<R>;
export type BigIntPointer<R extends boolean = boolean> = Pointer<bigint, R> & BigIntMembers<R>;
export type DatePointer<R extends boolean = boolean> = Pointer<Date, R> & DateMembers<R>;
export type ListPointer<T, R extends boolean = boolean> = Pointer<readonly T[], R> & ListMembers<T, R>;
export type SetPointer<T, R extends boolean = boolean> = Pointer<ReadonlySet<T>, R> & SetMembers<T, R>;
export type MapPointer<K, V, R extends boolean = boolean> = Pointer<ReadonlyMap<K, V>, R> & MapMembers<K, V, R>;
export type ColumnPointer<R extends boolean = boolean> = Pointer<Column, R> & ColumnMembers<R>;
export type TypedArrayPointer<T extends TypedArray = TypedArray, R extends boolean = boolean> = Pointer<T, R> & TypedArrayMembers<R>;

/** The members of a list, by what its items are. */
export type ListMembers<T, R extends boolean> = [T] extends [never]
  ? unknown
  : [T] extends [number]
    ? NumberListMembers<R>
    : [T] extends [string]
      ? StringListMembers<R>
      : [T] extends [boolean]
        ? BooleanListMembers<R>
        : [T] extends [bigint]
          ? BigIntListMembers<R>
          : [T] extends [readonly number[]]
            ? NumberRowsMembers<R>
            : unknown;

/** The members of a set, by what its items are. */
export type SetMembers<T, R extends boolean> = [T] extends [never]
  ? unknown
  : [T] extends [number]
    ? NumberSetMembers<R>
    : [T] extends [string]
      ? StringSetMembers<R>
      : unknown;

/** The members of a map, by what its keys and values are. */
export type MapMembers<K, V, R extends boolean> = [K, V] extends [never, never]
  ? unknown
  : [K, V] extends [string, number]
    ? NumberMapMembers<R>
    : [K, V] extends [string, string]
      ? StringMapMembers<R>
      : unknown;

/** What stands where a list of numbers is asked for: the library is handed a plain list of the same numbers. */
export type NumberList = readonly number[] | Column | Exclude<TypedArray, BigInt64Array | BigUint64Array>;

/** The names by which `UnionPointer.as` knows types; generated declarations add those of libraries. */
export interface TypeNames {
  number: number;
  string: string;
  boolean: boolean;
  bigint: bigint;
  null: null;
  undefined: undefined;
  'number[]': readonly number[];
  'number[][]': readonly (readonly number[])[];
  'string[]': readonly string[];
}

/** A pointer to one of several types: `as` names the one that is meant, and a wrong guess fails where it is computed. */
export interface UnionPointer<T, R extends boolean = boolean> extends Pointer<T, R> {
  as<Name extends { [Key in keyof TypeNames]: TypeNames[Key] extends T ? Key : never }[keyof TypeNames]>(
    type: Name,
  ): Name extends keyof LibraryPointers<R> ? LibraryPointers<R>[Name] : PrimitivePointer<TypeNames[Name], R>;
}

/** The pointer class of one of JavaScript's own types. */
export type PrimitivePointer<T, R extends boolean> = [T] extends [number]
  ? NumberPointer<R>
  : [T] extends [string]
    ? StringPointer<R>
    : [T] extends [boolean]
      ? BooleanPointer<R>
      : [T] extends [bigint]
        ? BigIntPointer<R>
        : [T] extends [readonly (infer Item)[]]
          ? Pointer<number extends T['length'] ? readonly Item[] : T, R> & ListMembers<Item, R>
          : [T] extends [Date]
            ? DatePointer<R>
            : [T] extends [ReadonlySet<infer Item>]
              ? SetPointer<Item, R>
              : [T] extends [ReadonlyMap<infer Key, infer Item>]
                ? MapPointer<Key, Item, R>
                : [T] extends [TypedArray]
                  ? TypedArrayPointer<T, R>
                  : Pointer<T, R>;

/** Named columns of a dataset, row by row the same cases. */
export type Columns<Name extends string, R extends boolean = boolean> = { readonly [Key in Name]: ColumnPointer<R> };

type Nested<T, R extends boolean> = T extends readonly (infer Item)[] ? readonly ArgOf<Item, R>[] : never;

type ArgOf<T, R extends boolean> = T | Pointer<T, R> | Nested<T, R>;

/** What may stand for a parameter of type `T`: a value, a pointer to one, or a list of such. */
export type Arg<T> = ArgOf<T, boolean>;

/** What may stand for a `public` parameter: a value, or a pointer that you may read. */
export type PublicArg<T> = ArgOf<T, true>;

/**
 * `true` when all pointers in an argument are readable, also those in lists, else `boolean`. The union over all operands is
 * the result's. It does not look into records: comparing each type with a record is more than the type checker bears.
 */
export type ReadableOf<A> = A extends { readonly [READABLE]: infer R extends boolean }
  ? R
  : A extends readonly (infer Item)[]
    ? [Item] extends [never]
      ? true
      : ReadableOf<Item>
    : true;
