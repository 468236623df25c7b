import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** How a program is started: where, and with which environment. */
export interface ProgramOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** A running program whose output can be waited for. Disposing of it ends it. */
export class Program implements AsyncDisposable {
  output = '';
  readonly child: ChildProcess;
  readonly #closed: Promise<unknown>;
  #changed = Promise.withResolvers<void>();

  constructor(file: string, args: readonly string[], options: ProgramOptions) {
    this.child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on('data', (chunk: Buffer) => this.#add(chunk.toString()));
    this.#closed = once(this.child, 'close').then(() => this.#changed.resolve());
  }

  #add(text: string): void {
    this.output += text;
    this.#changed.resolve();
    this.#changed = Promise.withResolvers<void>();
  }

  /** The first group of what the output comes to match. Throws when the program ends without that. */
  async saw(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = pattern.exec(this.output);
      if (found !== null) return found[1] ?? found[0];
      if (this.child.exitCode !== null || this.child.signalCode !== null) throw new Error(`${pattern} is not in: ${this.output}`);
      await this.#changed.promise;
    }
  }

  /** Its exit code, once all of its output is there. */
  async ended(): Promise<number | null> {
    await this.#closed;
    return this.child.exitCode;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.child.kill('SIGKILL');
    await this.#closed;
  }
}
