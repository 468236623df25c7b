import { type Limits, type SupportPackage, SyftError } from '@syft-libs/ast';
import type { Vm, VmPool } from './vm.ts';
import { WorkerThread, type WorkerThreadOptions } from './worker-thread.ts';
import { WorkerVm } from './worker-vm.ts';

export interface WorkerVmPoolOptions {
  /** Each is imported again in every worker, from its `module`. */
  readonly supports: readonly Pick<SupportPackage, 'name' | 'module'>[];
  readonly denied?: Iterable<string>;
  /** The numbers of the libraries' tags, as the domain gave them. */
  readonly tags: Iterable<readonly [name: string, number: number]>;
  readonly limits: Limits;
  /** Bytes that one worker may hold; what it may keep and two results of the largest size unless said otherwise. */
  readonly memory?: number;
}

/** Gives each session a worker of its own, and keeps one more ready, so that a new session or a stopped call waits for none. */
export class WorkerVmPool implements VmPool {
  readonly #options: WorkerThreadOptions;
  readonly #threads = new Set<WorkerThread>();
  #spare: Promise<WorkerThread> | undefined;
  #closed = false;

  constructor({ supports, denied = [], tags, limits, memory = limits.vmBytes + 2 * limits.callBytes }: WorkerVmPoolOptions) {
    this.#options = {
      supports: supports.map(({ name, module }) => ({ name, module })),
      denied: [...denied],
      tags: [...tags],
      limits,
      memory,
    };
    this.#spare = this.#start();
  }

  /** Rejects when the libraries cannot be loaded in a worker. */
  async acquire(): Promise<Vm> {
    return new WorkerVm(await this.#take(), () => this.#take());
  }

  /** Ends every worker that it gave. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#spare?.catch(() => undefined);
    await Promise.all([...this.#threads].map((thread) => thread.close()));
  }

  async #take(): Promise<WorkerThread> {
    if (this.#closed) throw new SyftError('CLOSED', 'cannot start VM: the pool is closed');
    const spare = this.#spare;
    this.#spare = undefined;
    const thread = await spare?.catch(() => undefined);
    const ready = thread?.isAlive === true ? thread : await this.#start();
    if (!this.#closed) this.#spare ??= this.#start();
    return ready;
  }

  #start(): Promise<WorkerThread> {
    const started = WorkerThread.start(this.#options).then((thread) => {
      for (const other of this.#threads) if (!other.isAlive) this.#threads.delete(other);
      this.#threads.add(thread);
      if (this.#closed) void thread.close();
      return thread;
    });
    // A spare that does not start is nobody's until it is asked for.
    started.catch(() => undefined);
    return started;
  }
}
