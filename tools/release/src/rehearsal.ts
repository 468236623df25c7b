// What a rehearsal is made of: named steps that are timed and told as they go, and figures for the table at its end.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Step {
  readonly title: string;
  readonly seconds: number;
  /** What went wrong, if anything did. */
  readonly failure?: string;
}

export interface Figure {
  readonly what: string;
  readonly seconds: number;
  readonly bytes?: number;
}

/** Runs steps, remembers how they went, and says so at once. */
export class Rehearsal {
  readonly steps: Step[] = [];
  readonly figures: Figure[] = [];
  readonly #say: (line: string) => void;

  constructor(say: (line: string) => void) {
    this.#say = say;
  }

  /** A step that others stand on. Throws what it throws. */
  async step<Result>(title: string, run: () => Promise<Result>): Promise<Result> {
    const start = performance.now();
    const seconds = (): number => (performance.now() - start) / 1000;
    this.#say(`… ${title}`);
    try {
      const result = await run();
      this.steps.push({ title, seconds: seconds() });
      this.#say(`✓ ${title} (${seconds().toFixed(1)} s)`);
      return result;
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      this.steps.push({ title, seconds: seconds(), failure });
      this.#say(`✗ ${title} (${seconds().toFixed(1)} s)\n${failure}`);
      throw error;
    }
  }

  /** A step that nothing else stands on: the rehearsal goes on after its failure. */
  async check(title: string, run: () => Promise<unknown>): Promise<void> {
    await this.step(title, run).catch(() => undefined);
  }

  get failed(): number {
    return this.steps.filter(({ failure }) => failure !== undefined).length;
  }

  /** Times and sizes, one line each. */
  table(): readonly string[] {
    const rows = this.figures.map(({ what, seconds, bytes }) => [
      what,
      `${seconds.toFixed(1)} s`,
      bytes === undefined ? '' : megabytes(bytes),
    ]);
    const table = [['what', 'time', 'installed size'], ...rows];
    const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
    return table.map(([what = '', time = '', size = '']) => {
      return `  ${what.padEnd(widths[0] ?? 0)}  ${time.padStart(widths[1] ?? 0)}  ${size.padStart(widths[2] ?? 0)}`;
    });
  }

  /** Writes the steps as a report of tests, in the form that the tally of all tests reads. */
  writeReport(file: string): void {
    const assertionResults = this.steps.map(({ title, failure }) => ({ title, status: failure === undefined ? 'passed' : 'failed' }));
    const testResults = [{ name: 'rehearsal', status: this.failed === 0 ? 'passed' : 'failed', assertionResults }];
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify({ testResults, figures: this.figures }, null, 2)}\n`);
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
