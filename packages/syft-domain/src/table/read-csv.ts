import { pipeline } from 'node:stream/promises';
import { SyftError } from '@syft-libs/ast';
import { CsvError, parse } from 'csv-parse';
import type { CellOptions } from './cell-problems.ts';
import { textCellReader } from './cell-reader.ts';
import type { Table, TableSchema } from './table.ts';
import { TableBuilder } from './table-builder.ts';
import { openSource, sourceError, type TableSource } from './table-source.ts';

export interface CsvOptions extends CellOptions {
  /** Between cells: a comma when left out. */
  readonly delimiter?: string;
}

/** Bytes of one row. Answers a quote that is never closed, which would pull the whole file into one cell. */
const ROW_BYTES = 1024 * 1024;

const QUOTE_REASONS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is not closed',
  CSV_INVALID_CLOSING_QUOTE: 'a quote closes inside a cell',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: 'a quote closes inside a cell',
  INVALID_OPENING_QUOTE: 'a quote opens inside a cell',
  CSV_MAX_RECORD_SIZE: 'longer than 1 MiB, or a quote is not closed',
};

/**
 * Reads a table from CSV (RFC 4180, UTF-8) as a stream. The first line names the columns, in any order; columns that the
 * schema does not declare are ignored. Spaces around cells do not count, nor do empty lines. Throws `BAD_DATA` with the
 * row (counted from 1, below the header) and column of everything that does not fit, and `BAD_ARGUMENT` when the file
 * does not open.
 */
export async function readCsv(source: TableSource, schema: TableSchema, options: CsvOptions = {}): Promise<Table> {
  const { delimiter = ',' } = options;
  if (delimiter.length !== 1 || '"\r\n'.includes(delimiter))
    throw new SyftError('BAD_ARGUMENT', 'cannot read table: a delimiter is one character');
  const reading = new CsvReading(schema, options);
  const parser = parse({
    bom: true,
    delimiter,
    max_record_size: ROW_BYTES,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    trim: true,
    // Handling records here, and passing none on, spares a stream event for each row.
    on_record: (record: readonly string[]) => {
      reading.take(record);
      return null;
    },
  });
  try {
    await pipeline(openSource(source), parser.resume());
  } catch (error) {
    throw reading.explain(error);
  }
  return reading.finish();
}

class CsvReading {
  readonly #schema: TableSchema;
  readonly #builder: TableBuilder<string>;
  #width = 0;
  #places: readonly number[] | undefined;

  constructor(schema: TableSchema, options: CsvOptions) {
    this.#schema = schema;
    this.#builder = new TableBuilder(schema, textCellReader, options);
  }

  take(record: readonly string[]): void {
    if (record.length === 1 && record[0] === '' && !this.#emptyLineIsRow()) return;
    if (this.#places === undefined) {
      this.#places = findColumns(record, Object.keys(this.#schema.columns));
      this.#width = record.length;
    } else if (record.length !== this.#width) {
      this.#builder.refuseRow(`${record.length} cell(s) instead of ${this.#width}`);
    } else this.#builder.addRow(record, this.#places);
  }

  /** In a file of one column an empty line is a cell, if that column takes the empty text for a missing value. */
  #emptyLineIsRow(): boolean {
    return this.#width === 1 && Object.values(this.#schema.columns).some(({ missing }) => missing.includes(''));
  }

  /** The parser's own messages quote cells, so they are replaced and dropped. */
  explain(error: unknown): unknown {
    if (!(error instanceof CsvError)) return sourceError(error);
    const place = this.#places === undefined ? 'header' : `row ${this.#builder.rowCount + 1}`;
    return new SyftError('BAD_DATA', `cannot read table: ${place}: ${QUOTE_REASONS[error.code] ?? 'not CSV'}`);
  }

  finish(): Table {
    if (this.#places === undefined) throw new SyftError('BAD_DATA', 'cannot read table: there is no header');
    return this.#builder.finish();
  }
}

/** Where each declared column stands in the header. Other headers are not named: a file without one has data there. */
function findColumns(header: readonly string[], declared: readonly string[]): readonly number[] {
  const problems = declared.filter((name) => !header.includes(name)).map((name) => `  column ${JSON.stringify(name)} is not in the header`);
  header.forEach((name, index) => {
    const first = header.indexOf(name);
    if (first !== index) problems.push(`  columns ${first + 1} and ${index + 1} of the file have the same header`);
  });
  if (problems.length > 0) throw new SyftError('BAD_DATA', `cannot read table: ${problems.length} problem(s)\n${problems.join('\n')}`);
  return declared.map((name) => header.indexOf(name));
}
