import type { TypedArray } from '@syft-libs/ast';

/** A column's declaration, made by `float64()`, `int32()`, `category()` and so on. */
export interface ColumnSchema {
  readonly kind: 'float64' | 'float32' | 'int32' | 'int16' | 'int8' | 'uint32' | 'uint16' | 'uint8' | 'boolean' | 'category';
  readonly unit?: string;
  /** Inclusive; a value outside is an error with its row and column. */
  readonly bounds?: readonly [number, number];
  /** The texts that stand for a missing value. */
  readonly missing: readonly string[];
  readonly categories?: readonly string[];
}

/** What the columns of a table hold. Public to whoever has a grant on them. */
export interface TableSchema<Name extends string = string> {
  /** `row`, or the column that names the person that a row is about. */
  readonly subject: 'row' | Name;
  /** How the number of rows is shown. */
  readonly rows: 'exact' | 'rounded' | 'hidden';
  readonly columns: Readonly<Record<Name, ColumnSchema>>;
}

/** A column's cells: one element a row. `missing` marks rows without a value (1) and is absent when none lacks one. */
export interface TableColumn {
  readonly schema: ColumnSchema;
  /** Categories are held as int32 positions in their list. Memory is shared, so that VMs can use it in place. */
  readonly data: TypedArray;
  readonly missing?: Uint8Array;
}

/** A table in memory. Immutable. */
export interface Table {
  readonly schema: TableSchema;
  readonly rowCount: number;
  readonly columns: ReadonlyMap<string, TableColumn>;
}

