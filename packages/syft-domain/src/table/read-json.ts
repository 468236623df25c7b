import { text } from 'node:stream/consumers';
import { isRecord, SyftError } from '@syft-libs/ast';
import type { CellOptions } from './cell-problems.ts';
import { jsonCellReader } from './cell-reader.ts';
import type { Table, TableSchema } from './table.ts';
import { TableBuilder } from './table-builder.ts';
import { openSource, sourceError, type TableSource } from './table-source.ts';

/** JSON text, or the value that it stands for. */
export type JsonSource = TableSource | { readonly value: unknown };

/**
 * Reads a table from JSON: a list of records, or one record of equally long lists. Keys that the schema does not declare
 * are ignored; `null` and absent keys are missing values. The whole text is held in memory: use CSV for large tables.
 * Throws `BAD_DATA` with the row (counted from 1) and column of everything that does not fit, and `BAD_ARGUMENT` when
 * the file does not open.
 */
export async function readJson(source: JsonSource, schema: TableSchema, options: CellOptions = {}): Promise<Table> {
  const value = typeof source === 'object' && 'value' in source ? source.value : await parseSource(source);
  const builder = new TableBuilder(schema, jsonCellReader, options);
  const names = Object.keys(schema.columns);
  if (Array.isArray(value)) addRecords(value, names, builder);
  else addLists(value, names, builder);
  return builder.finish();
}

async function parseSource(source: TableSource): Promise<unknown> {
  const content = await text(openSource(source)).catch((error: unknown) => Promise.reject(sourceError(error)));
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    // The engine's message quotes the text around the fault, so it is dropped.
    throw new SyftError('BAD_DATA', 'cannot read table: not JSON');
  }
}

function addRecords(records: readonly unknown[], names: readonly string[], builder: TableBuilder<unknown>): void {
  const places = names.map((_, index) => index);
  for (const record of records) {
    if (!isRecord(record)) builder.refuseRow('not a record');
    else
      builder.addRow(
        names.map((name) => (Object.hasOwn(record, name) ? record[name] : undefined)),
        places,
      );
  }
}

function addLists(value: unknown, names: readonly string[], builder: TableBuilder<unknown>): void {
  if (!isRecord(value)) throw new SyftError('BAD_DATA', 'cannot read table: expected a list of records, or a record of lists');
  const lists = names.map((name) => (Object.hasOwn(value, name) ? value[name] : undefined));
  const problems = lists.flatMap((list, index) => (Array.isArray(list) ? [] : [`  column ${JSON.stringify(names[index])} is not a list`]));
  const lengths = new Set(lists.map((list) => (Array.isArray(list) ? list.length : 0)));
  if (problems.length === 0 && lengths.size > 1) problems.push('  the lists differ in length');
  if (problems.length > 0) throw new SyftError('BAD_DATA', `cannot read table: ${problems.length} problem(s)\n${problems.join('\n')}`);
  const places = names.map((_, index) => index);
  const [rowCount = 0] = lengths;
  for (let row = 0; row < rowCount; row++)
    builder.addRow(
      (lists as unknown[][]).map((list) => list[row]),
      places,
    );
}
