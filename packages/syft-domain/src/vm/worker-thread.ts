import { Worker } from 'node:worker_threads';
import { SyftError } from '@syft-libs/ast';
import type { VmFailure } from './vm.ts';
import { Watchdog } from './watchdog.ts';
import type { WorkerInput, WorkerReply, WorkerRequest } from './worker-messages.ts';

export interface WorkerThreadOptions extends Omit<WorkerInput, 'progress'> {
  /** Bytes that the thread may hold before it is stopped. */
  readonly memory: number;
}

/** What comes of a request: the worker's answer, or how the worker ended over it, and at which step (-1: at none). */
export type WorkerAnswer =
  | WorkerReply
  | { readonly kind: 'stopped'; readonly failure: VmFailure; readonly detail: string; readonly step: number };

const isSource = import.meta.url.endsWith('.ts');
/** Built code lies in `dist/` itself, whichever chunk this is part of. */
const ENTRY = new URL(isSource ? './vm-worker.ts' : './vm/vm-worker.js', import.meta.url);
const EXEC_ARGV = process.execArgv.filter((flag) => flag.startsWith('--conditions='));

/**
 * A limit near the real one would be a trap: an allocation that leaps over it aborts the whole process. The watchdog
 * stops a worker long before; this is for what grows too fast for it.
 */
const HEAP_HEADROOM_MB = 4096;

/** One worker and its life. It answers in order, and is watched while it is busy. It does not keep the process alive when idle. */
export class WorkerThread {
  readonly #worker: Worker;
  readonly #progress = new Int32Array(new SharedArrayBuffer(4));
  readonly #options: WorkerThreadOptions;
  /** Who waits for an answer, in order. */
  readonly #waiting: ((answer: WorkerAnswer) => void)[] = [];
  #watchdog: Watchdog | undefined;
  #ended = false;
  #detail = '';

  private constructor({ memory, ...input }: WorkerThreadOptions) {
    this.#options = { memory, ...input };
    this.#worker = new Worker(ENTRY, {
      workerData: { ...input, progress: this.#progress } satisfies WorkerInput,
      execArgv: EXEC_ARGV,
      // Libraries see no secrets of the process, and what they print, private values maybe, is not passed on. Nor is it read
      // here, for an open reader would keep the process alive.
      env: {},
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: Math.ceil(memory / 2 ** 20) + HEAP_HEADROOM_MB },
    });
    this.#worker.on('message', (reply: WorkerReply) => this.#answer(reply));
    this.#worker.on('error', (error: Error & { readonly code?: string }) => {
      this.#detail = String(error);
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') this.#end('MEMORY', this.#detail);
    });
    this.#worker.on('exit', (code) => this.#end('LIBRARY_FAILED', this.#detail || `the worker ended itself with code ${code}`));
  }

  /** Starts a worker and waits until its libraries are loaded. Rejects with their failure. */
  static async start(options: WorkerThreadOptions): Promise<WorkerThread> {
    const thread = new WorkerThread(options);
    const answer = await new Promise<WorkerAnswer>((resolve) => {
      thread.#waiting.push(resolve);
    });
    if (answer.kind === 'ready') {
      thread.#worker.unref();
      return thread;
    }
    await thread.close();
    const [code, reason] = answer.kind === 'failed' ? [answer.code, answer.message] : ['INTERNAL' as const, 'it ended while it loaded'];
    throw new SyftError(code, `cannot start VM: ${reason}`);
  }

  get isAlive(): boolean {
    return !this.#ended;
  }

  /**
   * Sends one request and waits for its end, one way or another; never rejects. It may be asked before the one ahead of it
   * is answered: when that one is stopped, this one was not begun and ends as `LOST`.
   */
  ask(request: WorkerRequest, transfer: readonly ArrayBuffer[] = []): Promise<WorkerAnswer> {
    if (this.#ended) return Promise.resolve(notBegun());
    return new Promise((resolve) => {
      const wasIdle = this.#waiting.push(resolve) === 1;
      this.#worker.postMessage(request, transfer);
      if (this.#watchdog === undefined) this.#watchdog = this.#watch();
      else if (wasIdle) this.#watchdog.begin();
    });
  }

  /** Sends a request that has no answer. */
  tell(request: WorkerRequest): void {
    if (!this.#ended) this.#worker.postMessage(request);
  }

  async close(): Promise<void> {
    this.#end('LOST', 'the VM was closed');
    await this.#worker.terminate();
  }

  #watch(): Watchdog {
    return new Watchdog({
      worker: this.#worker,
      progress: this.#progress,
      deadline: this.#options.limits.callDeadline,
      memory: this.#options.memory,
      isBusy: () => this.#waiting.length > 0,
      onStop: (reason) => this.#end(reason, reason === 'DEADLINE' ? 'the call ran past its deadline' : 'the call outgrew its memory'),
      onIdle: () => {
        this.#watchdog = undefined;
      },
    });
  }

  #end(failure: VmFailure, detail: string): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#watchdog?.stop();
    this.#answer({ kind: 'stopped', failure, detail, step: Atomics.load(this.#progress, 0) - 1 });
    for (const settle of this.#waiting.splice(0)) settle(notBegun());
    void this.#worker.terminate();
  }

  #answer(answer: WorkerAnswer): void {
    this.#waiting.shift()?.(answer);
  }
}

function notBegun(): WorkerAnswer {
  return { kind: 'stopped', failure: 'LOST', detail: 'the worker is gone', step: -1 };
}
