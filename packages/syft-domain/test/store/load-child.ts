import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('./load-main.ts', import.meta.url));
const NODE_ARGS = ['--conditions=@syft-libs/source', '--disable-warning=ExperimentalWarning', MAIN];

export interface LoadOptions {
  readonly folder: string;
  readonly run: string;
  readonly mode: 'crowd' | 'single';
  readonly checkpointPages: number;
  /** The largest file that the process may write, in blocks of 512 bytes. */
  readonly fileBlocks?: number;
}

/** A process that writes into a store, and the lines that it said. */
export class LoadChild {
  readonly lines: string[] = [];
  readonly ended: Promise<void>;
  errors = '';
  readonly #process: ChildProcess;
  readonly #watchers: { readonly sees: () => boolean; readonly seen: () => void }[] = [];

  constructor({ folder, run, mode, checkpointPages, fileBlocks }: LoadOptions) {
    const args = [...NODE_ARGS, folder, run, mode, String(checkpointPages)];
    this.#process =
      fileBlocks === undefined
        ? spawn(process.execPath, args)
        : spawn('sh', ['-c', `ulimit -f ${fileBlocks}; exec "$0" "$@"`, process.execPath, ...args]);
    let rest = '';
    this.#process.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) this.#hear(line);
    });
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.errors += text;
    });
    // `close`, not `exit`: what it said before it died is read to the end.
    this.ended = new Promise((resolve) => this.#process.once('close', () => resolve()));
  }

  /** Waits until it said `line`, or ended. */
  says(line: string): Promise<void> {
    return this.#until(() => this.lines.includes(line));
  }

  /** Waits until it said so many lines, or ended. */
  saysLines(count: number): Promise<void> {
    return this.#until(() => this.lines.length >= count);
  }

  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.ended;
  }

  /** The names that it said were acknowledged. */
  acknowledged(kind: 'key' | 'blob'): readonly string[] {
    return this.lines.filter((line) => line.startsWith(`${kind} `)).map((line) => line.split(' ')[1] as string);
  }

  async #until(sees: () => boolean): Promise<void> {
    await Promise.race([this.ended, new Promise<void>((seen) => this.#watchers.push({ sees, seen }))]);
  }

  #hear(line: string): void {
    this.lines.push(line);
    for (const watcher of this.#watchers) if (watcher.sees()) watcher.seen();
  }
}
