import { SyftError, type TypedArray } from '@syft-libs/ast';
import { sharedArray } from './column-builder.ts';
import type { Table, TableColumn } from './table.ts';

export interface CompleteCases {
  /** One array for each selected column, in the order of selection; equal positions come from the same row. */
  readonly columns: readonly TypedArray[];
}

/**
 * The rows in which none of the selected columns lacks a value, in their order, as copies in shared memory of their own.
 * How many there are is private. Throws `BAD_ARGUMENT` for no columns, an unknown one, or a category.
 */
export function completeCases(table: Table, columns: readonly string[]): CompleteCases {
  if (columns.length === 0) throw new SyftError('BAD_ARGUMENT', 'cannot select columns: none is named');
  const selected = columns.map((name) => selectable(table, name));
  const masks = selected.flatMap(({ missing }) => (missing === undefined ? [] : [missing]));
  const rows = masks.length === 0 ? undefined : completeRows(masks, table.rowCount);
  return { columns: selected.map((column) => pickRows(column, rows)) };
}

function selectable(table: Table, name: string): TableColumn {
  const column = table.columns.get(name);
  if (column === undefined) throw new SyftError('BAD_ARGUMENT', 'cannot select columns: no such column');
  if (column.schema.kind === 'category') {
    throw new SyftError('BAD_ARGUMENT', `cannot select columns: ${JSON.stringify(name)} is a category, and those have no numbers yet`);
  }
  return column;
}

function completeRows(masks: readonly Uint8Array[], rowCount: number): Uint32Array {
  const rows = new Uint32Array(rowCount);
  let count = 0;
  for (let row = 0; row < rowCount; row++) {
    if (masks.every((mask) => mask[row] === 0)) rows[count++] = row;
  }
  return rows.subarray(0, count);
}

function pickRows({ schema, data }: TableColumn, rows: Uint32Array | undefined): TypedArray {
  const source = data as Float64Array;
  const picked = sharedArray(schema.kind, rows?.length ?? source.length) as Float64Array;
  if (rows === undefined) picked.set(source);
  else for (let index = 0; index < rows.length; index++) picked[index] = source[rows[index] as number] as number;
  return picked;
}
