import type { Worker } from 'node:worker_threads';

/** Why a worker was stopped. */
export type StopReason = 'DEADLINE' | 'MEMORY';

export interface WatchOptions {
  readonly worker: Worker;
  /** One plus the position of the running step, written by the worker; the watchdog never waits for it. */
  readonly progress: Int32Array;
  /** Milliseconds that one step may take. */
  readonly deadline: number;
  /** Bytes that the worker may hold: JavaScript's heap and array buffers outside it. Shared buffers do not count. */
  readonly memory: number;
  /** Whether the worker has something to do. */
  readonly isBusy: () => boolean;
  readonly onStop: (reason: StopReason) => void;
  /** The worker was found idle, and the watch has ended. */
  readonly onIdle: () => void;
}

/** Between two looks at memory, in milliseconds: a loop that fills arrays gets some 50 MB further in that time. */
const MEMORY_INTERVAL = 20;

/**
 * Looks in a row that have to find too much. Garbage counts until the engine collects it, which it does every few looks
 * when arrays are many; what stays longer is held. Twice too much is stopped at once.
 */
const MEMORY_LOOKS = 12;

/**
 * Watches a worker while it is busy, from outside, since a busy worker answers nothing. It ends when it finds the worker
 * idle: requests that follow each other share one, since timers would cost more than most calls do. A step is stopped when it was seen
 * running at two looks that lie further apart than the deadline: never before it, and soon after.
 */
export class Watchdog {
  readonly #options: WatchOptions;
  readonly #timers: NodeJS.Timeout[];
  #step = -1;
  #since = 0;
  #measuring = false;
  #looksOver = 0;
  #stopped = false;

  constructor(options: WatchOptions) {
    this.#options = options;
    const interval = Math.max(2, Math.min(100, options.deadline / 8));
    this.begin();
    this.#timers = [setInterval(() => this.#look(), interval), setInterval(() => void this.#measure(), MEMORY_INTERVAL)];
  }

  /** The worker, idle so far, was given something to do: its time counts from now. */
  begin(): void {
    this.#step = Atomics.load(this.#options.progress, 0);
    this.#since = performance.now();
  }

  /** Ends the watch; `onStop` is not called any more. */
  stop(): void {
    this.#stopped = true;
    for (const timer of this.#timers) clearInterval(timer);
  }

  #look(): void {
    if (!this.#options.isBusy()) {
      this.stop();
      this.#options.onIdle();
      return;
    }
    const step = Atomics.load(this.#options.progress, 0);
    if (step !== this.#step) {
      this.#step = step;
      this.#since = performance.now();
    } else if (performance.now() - this.#since > this.#options.deadline) this.#stop('DEADLINE');
  }

  /** The engine interrupts running code to measure, so that a loop without end is measured too. */
  async #measure(): Promise<void> {
    if (this.#measuring || !this.#options.isBusy()) return;
    this.#measuring = true;
    try {
      const { used_heap_size: heap, external_memory: external } = await this.#options.worker.getHeapStatistics();
      const excess = (heap + external) / this.#options.memory;
      this.#looksOver = excess > 1 ? this.#looksOver + 1 : 0;
      if (this.#looksOver >= MEMORY_LOOKS || excess > 2) this.#stop('MEMORY');
    } catch {
      // The worker is gone; its exit is reported by itself.
    } finally {
      this.#measuring = false;
    }
  }

  #stop(reason: StopReason): void {
    if (this.#stopped) return;
    this.stop();
    this.#options.onStop(reason);
  }
}
