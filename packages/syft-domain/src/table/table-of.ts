import { dtypeOfTypedArray, SyftError, type TypedArray } from '@syft-libs/ast';
import { elementReader } from './cell-reader.ts';
import { isColumnKind } from './column-kinds.ts';
import { defineTable } from './define-table.ts';
import type { ColumnSchema, Table, TableSchema } from './table.ts';
import { TableBuilder } from './table-builder.ts';

/**
 * Makes a table of equally long typed arrays, which are copied into shared memory. With a schema each element is checked
 * against it; NaN is a missing value, categories are positions in their list (-1 is missing). Without one each row is
 * its own subject, each column takes its array's type, and every float column may have missing values, so that the
 * public schema does not depend on the elements. Throws `BAD_ARGUMENT` for arrays that do not fit together, `BAD_DATA`
 * with the row and column of each element that does not fit.
 */
export function tableOf(columns: Readonly<Record<string, TypedArray>>, schema: TableSchema = inferSchema(columns)): Table {
  const names = Object.keys(schema.columns);
  const arrays = names.map((name) => numbersOf(name, Object.hasOwn(columns, name) ? columns[name] : undefined));
  const [rowCount = 0, ...others] = new Set(arrays.map((array) => array.length));
  if (others.length > 0) throw new SyftError('BAD_ARGUMENT', 'cannot make table: the arrays differ in length');
  const builder = new TableBuilder(schema, elementReader, {});
  const places = names.map((_, index) => index);
  for (let row = 0; row < rowCount; row++)
    builder.addRow(
      arrays.map((array) => array[row] as number),
      places,
    );
  return builder.finish();
}

function numbersOf(name: string, array: TypedArray | undefined): Float64Array {
  const dtype = dtypeOfTypedArray(array);
  if (dtype === undefined || dtype.startsWith('big')) {
    throw new SyftError('BAD_ARGUMENT', `cannot make table: column ${JSON.stringify(name)} is not a typed array of numbers`);
  }
  return array as Float64Array;
}

function inferSchema(columns: Readonly<Record<string, TypedArray>>): TableSchema {
  const inferred = Object.entries(columns).map(([name, array]) => [name, inferColumn(name, array)] as const);
  return defineTable<string>({ subject: 'row', columns: Object.fromEntries(inferred) });
}

function inferColumn(name: string, array: TypedArray): ColumnSchema {
  const dtype = dtypeOfTypedArray(array);
  const kind = dtype === 'uint8_clamped' ? 'uint8' : dtype;
  if (!isColumnKind(kind)) throw new SyftError('BAD_ARGUMENT', `cannot make table: column ${JSON.stringify(name)} has no kind of column`);
  return { kind, missing: kind.startsWith('float') ? ['NaN'] : [] };
}
