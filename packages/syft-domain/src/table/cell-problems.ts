import { SyftError } from '@syft-libs/ast';

/** Problems that are listed one by one; the rest are only counted. */
const LISTED_PROBLEMS = 20;

const LONGEST_CELL = 40;

export interface CellOptions {
  /** Quotes the cells that are wrong in the error. Off by default, since error texts end in logs. */
  readonly showCells?: boolean;
}

/** Collects what is wrong with the cells of a table: the place of each, and its text only when the owner asks for it. */
export class CellProblems {
  readonly #lines: string[] = [];
  readonly #showCells: boolean;
  #total = 0;

  constructor({ showCells = false }: CellOptions) {
    this.#showCells = showCells;
  }

  /** Notes a problem with a whole row. Rows count from 1. */
  row(row: number, reason: string): void {
    this.#note(() => `row ${row}: ${reason}`);
  }

  /** Notes a problem with one cell. */
  cell(row: number, column: string, problem: { readonly reason: string; readonly cell: unknown }): void {
    const shown = () => (this.#showCells ? `: ${quoted(problem.cell)}` : '');
    this.#note(() => `row ${row}, column ${JSON.stringify(column)}: ${problem.reason}${shown()}`);
  }

  #note(line: () => string): void {
    if (this.#total++ < LISTED_PROBLEMS) this.#lines.push(`  ${line()}`);
  }

  /** Throws `BAD_DATA` with the first {@link LISTED_PROBLEMS} problems and the number of all. */
  throwIfAny(): void {
    if (this.#total === 0) return;
    const more = this.#total > this.#lines.length ? [`  and ${this.#total - this.#lines.length} more`] : [];
    throw new SyftError('BAD_DATA', [`cannot read table: ${this.#total} problem(s)`, ...this.#lines, ...more].join('\n'));
  }
}

function quoted(cell: unknown): string {
  const text = JSON.stringify(typeof cell === 'number' ? String(cell) : cell) ?? 'nothing';
  return text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL)}…` : text;
}
