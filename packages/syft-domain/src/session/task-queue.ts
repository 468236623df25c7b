/** Runs tasks one after another, in order; a task that finishes at once costs no turn of the event loop. */
export class TaskQueue {
  readonly #waiting: (() => void | Promise<void>)[] = [];
  readonly #onIdle: () => void;
  #running = false;

  /** `onIdle` is told whenever nothing is left to do. Tasks handle their own errors. */
  constructor(onIdle: () => void = () => {}) {
    this.#onIdle = onIdle;
  }

  get length(): number {
    return this.#waiting.length + (this.#running ? 1 : 0);
  }

  push(task: () => void | Promise<void>): void {
    this.#waiting.push(task);
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    for (let task = this.#waiting.shift(); task !== undefined; task = this.#waiting.shift()) {
      const pending = task();
      if (pending !== undefined) await pending;
    }
    this.#running = false;
    this.#onIdle();
  }
}
