import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

interface Ready {
  readonly ready: string;
  readonly port: number;
  readonly invitation: string | null;
}

/** A real domain process that a test starts, tells to decide, and kills. */
export class DomainProcess {
  readonly ready: Ready;
  readonly #child: ChildProcess;
  readonly #decided = new Map<string, () => void>();

  private constructor(child: ChildProcess, ready: Ready, lines: AsyncIterator<string>) {
    this.#child = child;
    this.ready = ready;
    void this.#listen(lines);
  }

  static async start(dataDir: string, port: number): Promise<DomainProcess> {
    const main = fileURLToPath(new URL('./domain-main.ts', import.meta.url));
    const child = spawn(process.execPath, ['--conditions=@syft-libs/source', main, dataDir, String(port)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    // A killed child breaks the pipe to it.
    child.stdin?.on('error', () => {});
    const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
    const first = await lines.next();
    if (first.done === true) throw new Error('the domain did not start');
    return new DomainProcess(child, JSON.parse(first.value) as Ready, lines);
  }

  /** Resolves when the decision is durable; never, when the process dies before. */
  decide(decision: { readonly approve: string; readonly uses?: number } | { readonly deny: string }): Promise<void> {
    const id = 'approve' in decision ? decision.approve : decision.deny;
    return new Promise((resolve) => {
      this.#decided.set(id, resolve);
      this.#child.stdin?.write(`${JSON.stringify(decision)}\n`);
    });
  }

  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }

  async #listen(lines: AsyncIterator<string>): Promise<void> {
    for (let next = await lines.next(); next.done !== true; next = await lines.next()) {
      const { decided } = JSON.parse(next.value) as { decided: string };
      this.#decided.get(decided)?.();
    }
  }
}
