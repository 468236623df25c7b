import type { TypedArray } from '@syft-libs/ast';

/** A column's declaration, made by `float64()`, `int32()`, `category()` and so on. */
export interface ColumnSchema {
  readonly kind: 'float64' | 'float32' | 'int32' | 'int16' | 'int8' | 'uint32' | 'uint16' | 'uint8' | 'boolean' | 'category';
  readonly unit?: string;
  /** Inclusive; a value outside is an error with its row and column. */
  readonly bounds?: readonly [number, number];
  /** The texts that stand for a missing value. Empty: no value may be missing. */
  readonly missing: readonly string[];
  readonly categories?: readonly string[];
}

export type ColumnKind = ColumnSchema['kind'];

/** How the number of rows is shown. */
export type RowDisplay = 'exact' | 'rounded' | 'hidden';

/** What the columns of a table hold. Public to whoever has a grant on them. */
export interface TableSchema<Name extends string = string> {
  /** `row`, or the column that names the person that a row is about. */
  readonly subject: 'row' | Name;
  readonly rows: RowDisplay;
  readonly columns: Readonly<Record<Name, ColumnSchema>>;
}

/** A column's cells: one element a row. `missing` marks rows without a value (1) and is absent when none lacks one. */
export interface TableColumn {
  readonly schema: ColumnSchema;
  /**
   * Booleans are 0 and 1; categories are positions in their list. A missing cell holds NaN in a float column, -1 in a
   * category, 0 in any other. Memory is shared, so that VMs can use it in place.
   */
  readonly data: TypedArray;
  readonly missing?: Uint8Array;
}

/** A table in memory. Immutable. Its columns stand in the order of the schema. */
export interface Table {
  readonly schema: TableSchema;
  readonly rowCount: number;
  readonly columns: ReadonlyMap<string, TableColumn>;
}
