import { type Encoded, SyftError, type Uid } from '@syft-libs/ast';
import { Executor, type ExecutorOptions } from './executor.ts';
import { SerialQueue } from './serial-queue.ts';
import type { Vm, VmPool, VmResult, VmStep } from './vm.ts';

export type InThreadVmOptions = Omit<ExecutorOptions, 'onStep' | 'checksDeadline'>;

/**
 * Runs calls in the thread of its caller: fast, for tests and for programs that trust their libraries to end. It cannot
 * stop a call: a late one fails with `DEADLINE` when it is over, one that allocates without end takes the process along.
 */
export class InThreadVm implements Vm {
  readonly #executor: Executor;
  readonly #queue = new SerialQueue();
  #closed = false;

  constructor(options: InThreadVmOptions) {
    this.#executor = new Executor({ ...options, checksDeadline: true });
  }

  run(steps: readonly VmStep[]): Promise<VmResult> {
    return this.#queue.add(() => this.#open().run(steps));
  }

  encode(object: Uid, { canonical = false }: { readonly canonical?: boolean } = {}): Promise<Encoded> {
    return this.#queue.add(() => this.#open().encode(object, canonical));
  }

  forget(objects: readonly Uid[]): void {
    void this.#queue.add(() => this.#executor.forget(objects));
  }

  close(): Promise<void> {
    return this.#queue.add(() => {
      this.#closed = true;
    });
  }

  #open(): Executor {
    if (this.#closed) throw new SyftError('CLOSED', 'cannot use VM: it is closed');
    return this.#executor;
  }
}

/** Gives each session an {@link InThreadVm} of its own. */
export class InThreadVmPool implements VmPool {
  readonly #options: InThreadVmOptions;

  constructor(options: InThreadVmOptions) {
    this.#options = options;
  }

  async acquire(): Promise<Vm> {
    return new InThreadVm(this.#options);
  }

  async close(): Promise<void> {}
}
