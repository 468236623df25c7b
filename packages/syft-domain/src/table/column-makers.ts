import type { ColumnKind, ColumnSchema } from './table.ts';

export interface MissingOptions {
  /** The text, or texts, that stand for a missing value: `'NA'`, or `['NA', '']`. Left out: no value may be missing. */
  readonly missing?: string | readonly string[];
}

export interface NumberOptions extends MissingOptions {
  readonly unit?: string;
  /** The lowest and the highest value that a cell may hold, both inclusive. Public, like the rest of the schema. */
  readonly bounds?: readonly [number, number];
}

/** Makes a column as it was declared; `defineTable` checks it, so that it can report every problem of a table at once. */
function makeColumn(kind: ColumnKind, options: NumberOptions & Pick<ColumnSchema, 'categories'>): ColumnSchema {
  const missing = options.missing ?? [];
  return { ...options, kind, missing: Array.isArray(missing) ? missing : [missing as string] };
}

const numberMaker =
  (kind: ColumnKind) =>
  (options: NumberOptions = {}): ColumnSchema =>
    makeColumn(kind, options);

/** Double-precision numbers. */
export const float64 = numberMaker('float64');
/** Single-precision numbers: a cell is rounded to the nearest one. */
export const float32 = numberMaker('float32');
/** Whole numbers from -2^31 to 2^31 - 1. */
export const int32 = numberMaker('int32');
/** Whole numbers from -32,768 to 32,767. */
export const int16 = numberMaker('int16');
/** Whole numbers from -128 to 127. */
export const int8 = numberMaker('int8');
/** Whole numbers from 0 to 2^32 - 1. */
export const uint32 = numberMaker('uint32');
/** Whole numbers from 0 to 65,535. */
export const uint16 = numberMaker('uint16');
/** Whole numbers from 0 to 255. */
export const uint8 = numberMaker('uint8');

/** True or false; as text `true`, `false`, `1` or `0`, in any case. */
export function boolean(options: MissingOptions = {}): ColumnSchema {
  return makeColumn('boolean', options);
}

/** One of the listed texts. The list is public. */
export function category(categories: readonly string[], options: MissingOptions = {}): ColumnSchema {
  return makeColumn('category', { ...options, categories });
}
