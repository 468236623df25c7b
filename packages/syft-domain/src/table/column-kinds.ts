import type { TypedDtype } from '@syft-libs/ast';
import type { ColumnKind, ColumnSchema } from './table.ts';

export interface KindFacts {
  /** Element type of the column in memory. */
  readonly dtype: TypedDtype;
  readonly numeric: boolean;
  readonly whole: boolean;
  /** What the element type can hold, inclusive. */
  readonly range: readonly [number, number];
  /** What stands in a cell without a value. */
  readonly absent: number;
}

const float = (dtype: 'float64' | 'float32', largest: number): KindFacts => ({
  dtype,
  numeric: true,
  whole: false,
  range: [-largest, largest],
  absent: Number.NaN,
});

const whole = (dtype: TypedDtype, lowest: number, highest: number): KindFacts => ({
  dtype,
  numeric: true,
  whole: true,
  range: [lowest, highest],
  absent: 0,
});

/** What each kind of column is made of. */
export const COLUMN_KINDS: Readonly<Record<ColumnKind, KindFacts>> = {
  float64: float('float64', Number.MAX_VALUE),
  float32: float('float32', (2 - 2 ** -23) * 2 ** 127),
  int32: whole('int32', -(2 ** 31), 2 ** 31 - 1),
  int16: whole('int16', -(2 ** 15), 2 ** 15 - 1),
  int8: whole('int8', -128, 127),
  uint32: whole('uint32', 0, 2 ** 32 - 1),
  uint16: whole('uint16', 0, 2 ** 16 - 1),
  uint8: whole('uint8', 0, 255),
  boolean: { dtype: 'uint8', numeric: false, whole: true, range: [0, 1], absent: 0 },
  category: { dtype: 'int32', numeric: false, whole: true, range: [0, 2 ** 31 - 1], absent: -1 },
};

/** True for the name of a kind of column. */
export function isColumnKind(value: unknown): value is ColumnKind {
  return typeof value === 'string' && Object.hasOwn(COLUMN_KINDS, value);
}

/** True when a column declares missing values. It is the declaration that is public, never whether a value is missing. */
export function mayBeMissing(schema: ColumnSchema): boolean {
  return schema.missing.length > 0;
}
