import { createTerminalProgress, type TerminalProgress } from '../crawl/progress.ts';

/** A stream that text is written to, as far as the command line needs it. */
export interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Where a command line writes, and the folder in which it was started; a process has all three. */
export interface Surroundings {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly cwd: () => string;
}

/** Where a command's answer goes: one JSON document for programs, or text for people. */
export class Terminal {
  readonly #surroundings: Surroundings;
  readonly #asJson: boolean;
  /** How far a long task has come, on stderr. */
  readonly progress: TerminalProgress;

  constructor(surroundings: Surroundings, asJson: boolean) {
    this.progress = createTerminalProgress(surroundings.stderr);
    this.#surroundings = surroundings;
    this.#asJson = asJson;
  }

  /** Says something beside the answer, on stderr. */
  tell(lines: readonly string[]): void {
    this.progress.end();
    this.#surroundings.stderr.write(`${lines.join('\n')}\n`);
  }

  /** Answers on stdout: `value` as JSON, or the lines of text. */
  answer(value: unknown, lines: readonly string[]): void {
    this.progress.end();
    this.#surroundings.stdout.write(this.#asJson ? `${JSON.stringify(value, null, 2)}\n` : `${lines.join('\n')}\n`);
  }
}

/** Lines of a table, columns as wide as what they hold; those of `right` end at their right edge. */
export function tableLines(rows: readonly (readonly string[])[], right: readonly number[] = []): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => {
    const cells = row.map((cell, column) =>
      right.includes(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
    );
    return cells.join('  ').trimEnd();
  });
}

/** `1 member`, `2 members`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
