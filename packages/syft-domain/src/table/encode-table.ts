import {
  decodeValue,
  dtypeOfTypedArray,
  type Encoded,
  encodeValue,
  isRecord,
  resolveLimits,
  type SerdeContext,
  SyftError,
  type TypedArray,
} from '@syft-libs/ast';
import { sharedArray } from './column-builder.ts';
import { COLUMN_KINDS } from './column-kinds.ts';
import { parseTableSchema } from './define-table.ts';
import type { ColumnSchema, Table, TableColumn } from './table.ts';

const FORMAT = 1;

/** What the domain stored itself may be of any size; the limits of peers do not apply. */
const STORED = resolveLimits({ arrayBytes: Infinity, stringBytes: Infinity, valueCount: Infinity });

/** A table for the store. Every array is a part of its own, uncopied. Core types alone are used, whose tags have fixed numbers. */
export function encodeTable({ schema, rowCount, columns }: Table, context: SerdeContext): Encoded {
  const data = Array.from(columns.values(), (column) => column.data);
  const missing = Array.from(columns.values(), (column) => column.missing ?? null);
  return encodeValue({ format: FORMAT, schema: JSON.stringify(schema), rowCount, data, missing }, context, 0);
}

/**
 * Reads what {@link encodeTable} wrote. Parts that are aligned and in shared memory become the columns without a copy;
 * others are copied into shared memory. Throws `CORRUPT`.
 */
export function decodeTable(encoded: Encoded, context: SerdeContext): Table {
  try {
    return readTable(decodeValue(encoded, context, STORED));
  } catch (cause) {
    throw new SyftError('CORRUPT', 'cannot read stored table: it is not one', { cause });
  }
}

function readTable(value: unknown): Table {
  const { format, schema: text, rowCount, data, missing } = isRecord(value) ? value : {};
  if (format !== FORMAT || !Number.isSafeInteger(rowCount) || !Array.isArray(data) || !Array.isArray(missing)) throw unfit('its layout');
  const schema = parseTableSchema(JSON.parse(String(text)));
  const entries = Object.entries(schema.columns);
  if (data.length !== entries.length || missing.length !== entries.length) throw unfit('its columns');
  const columns = entries.map(([name, column], index) => {
    return [name, readColumn(column, { data: data[index], missing: missing[index], rowCount: rowCount as number })] as const;
  });
  return Object.freeze({ schema, rowCount: rowCount as number, columns: new Map(columns) });
}

function readColumn(schema: ColumnSchema, stored: { data: unknown; missing: unknown; rowCount: number }): TableColumn {
  if (dtypeOfTypedArray(stored.data) !== COLUMN_KINDS[schema.kind].dtype) throw unfit('a column');
  const data = shareArray(schema.kind, stored.data as TypedArray);
  if (data.length !== stored.rowCount) throw unfit('a column');
  if (stored.missing === null) return Object.freeze({ schema, data });
  if (dtypeOfTypedArray(stored.missing) !== 'uint8') throw unfit('a mask');
  const missing = shareArray('uint8', stored.missing as TypedArray) as Uint8Array;
  if (missing.length !== stored.rowCount) throw unfit('a mask');
  return Object.freeze({ schema, data, missing });
}

function shareArray(kind: ColumnSchema['kind'], array: TypedArray): TypedArray {
  if (array.buffer instanceof SharedArrayBuffer) return array;
  const shared = sharedArray(kind, array.length) as Float64Array;
  shared.set(array as Float64Array);
  return shared;
}

function unfit(what: string): SyftError {
  return new SyftError('CORRUPT', `cannot read stored table: ${what} does not fit`);
}
