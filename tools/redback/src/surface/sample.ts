/**
 * Values as plain JSON, for what is handed to a library in a cage and what it gives back. Numbers, strings, booleans and `null`
 * stand for themselves unless JSON would lose them; the rest is tagged by `$`.
 */
export type Sample = null | boolean | number | string | TaggedSample;

export type TaggedSample =
  | { readonly $: 'undefined' }
  | { readonly $: 'number'; readonly value: 'NaN' | 'Infinity' | '-Infinity' | '-0' }
  | { readonly $: 'bigint'; readonly value: string }
  | { readonly $: 'list'; readonly items: readonly Sample[] }
  | { readonly $: 'record'; readonly fields: Readonly<Record<string, Sample>> }
  | { readonly $: 'array'; readonly dtype: SampleDtype; readonly items: readonly Sample[] }
  | { readonly $: 'date'; readonly milliseconds: number }
  | { readonly $: 'map'; readonly entries: readonly (readonly [Sample, Sample])[] }
  | { readonly $: 'set'; readonly items: readonly Sample[] }
  /** A small function of the cage: what to pass where a callback is expected. */
  | { readonly $: 'callback'; readonly name: 'first' | 'negate' | 'add' | 'isPositive' }
  /** Something of the library itself, by its path. */
  | { readonly $: 'member'; readonly path: string }
  /** What `new path(...args)` makes. */
  | { readonly $: 'new'; readonly path: string; readonly args: readonly Sample[] }
  /** The instance that `of` makes, taken apart into its fields and put together again without its constructor. */
  | { readonly $: 'rebuilt'; readonly of: Sample }
  /** What a call gives back; with a receiver the last segment of the path is looked up on it. */
  | { readonly $: 'call'; readonly path: string; readonly receiver?: Sample; readonly args: readonly Sample[] }
  /** What `of` is after a method of it was called: the method of that path, which gives something else back or nothing. */
  | { readonly $: 'changed'; readonly of: Sample; readonly path: string; readonly args: readonly Sample[] };

/** Names of typed arrays without `Array`, in lower case; `bytes` is an `ArrayBuffer`. */
export type SampleDtype =
  | 'int8'
  | 'uint8'
  | 'uint8clamped'
  | 'int16'
  | 'uint16'
  | 'int32'
  | 'uint32'
  | 'bigint64'
  | 'biguint64'
  | 'float16'
  | 'float32'
  | 'float64'
  | 'bytes';

/** Operands of one call: `receiver` for methods and properties of instances. */
export interface Example {
  readonly receiver: Sample | null;
  readonly args: readonly Sample[];
}
