import { type CellOptions, CellProblems } from './cell-problems.ts';
import type { CellReader } from './cell-reader.ts';
import { ColumnBuilder } from './column-builder.ts';
import type { ColumnSchema, Table, TableSchema } from './table.ts';

interface ColumnReading<Cell> {
  readonly name: string;
  readonly read: CellReader<Cell>;
  readonly builder: ColumnBuilder;
}

/** Builds a table row by row, whatever its cells come from, and reports every cell that does not fit at the end. */
export class TableBuilder<Cell> {
  readonly #schema: TableSchema;
  readonly #columns: readonly ColumnReading<Cell>[];
  readonly #problems: CellProblems;
  #rowCount = 0;

  constructor(schema: TableSchema, reader: (column: ColumnSchema) => CellReader<Cell>, options: CellOptions) {
    this.#schema = schema;
    this.#problems = new CellProblems(options);
    this.#columns = Object.entries(schema.columns).map(([name, column]) => ({
      name,
      read: reader(column),
      builder: new ColumnBuilder(column),
    }));
  }

  get rowCount(): number {
    return this.#rowCount;
  }

  /** Adds a row. `places` says where in `cells` each column of the schema stands. */
  addRow(cells: readonly Cell[], places: readonly number[]): void {
    this.#rowCount++;
    for (let index = 0; index < this.#columns.length; index++) {
      const { name, read, builder } = this.#columns[index] as ColumnReading<Cell>;
      const cell = cells[places[index] as number] as Cell;
      const value = read(cell);
      if (typeof value === 'string') this.#problems.cell(this.#rowCount, name, { reason: value, cell });
      else builder.push(value);
    }
  }

  /** Counts a row that cannot be read at all. */
  refuseRow(reason: string): void {
    this.#problems.row(++this.#rowCount, reason);
  }

  /** Throws `BAD_DATA` when any row or cell was refused. */
  finish(): Table {
    this.#problems.throwIfAny();
    const columns = new Map(this.#columns.map(({ name, builder }) => [name, builder.finish()]));
    return Object.freeze({ schema: this.#schema, rowCount: this.#rowCount, columns });
  }
}
