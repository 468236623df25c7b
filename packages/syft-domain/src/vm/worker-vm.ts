import { type Encoded, SyftError, type Uid } from '@syft-libs/ast';
import { SerialQueue } from './serial-queue.ts';
import type { Vm, VmOutcome, VmResult, VmStep } from './vm.ts';
import { packSteps, unpackResult } from './worker-messages.ts';
import type { WorkerAnswer, WorkerThread } from './worker-thread.ts';

/**
 * Runs calls in a worker thread, so that a call that does not end, or outgrows its memory, is stopped and stalls nobody.
 * A worker that was stopped, or ended by itself, is replaced before the next task.
 */
export class WorkerVm implements Vm {
  readonly #start: () => Promise<WorkerThread>;
  readonly #queue = new SerialQueue();
  #thread: WorkerThread;
  #held = new Set<Uid>();
  /** Held by a worker that is gone, and not yet reported. */
  #lost: readonly Uid[] = [];
  /** The run that is under way or waits, if it was asked for last: resolves when it was sent, to whoever it was sent to. */
  #ahead: Promise<WorkerThread | undefined> | undefined;
  #closed = false;

  /** `start` gives the next worker when one is gone. */
  constructor(thread: WorkerThread, start: () => Promise<WorkerThread>) {
    this.#thread = thread;
    this.#start = start;
  }

  run(steps: readonly VmStep[]): Promise<VmResult> {
    const { promise: sent, resolve: tellSent } = Promise.withResolvers<WorkerThread | undefined>();
    this.#ahead = sent;
    return this.#queue.add(async () => {
      try {
        const thread = await this.#ready();
        const answer = thread.ask({ kind: 'run', steps: packSteps(steps) });
        tellSent(thread);
        return this.#conclude(steps, await answer);
      } finally {
        tellSent(undefined);
        if (this.#ahead === sent) this.#ahead = undefined;
      }
    });
  }

  /** Right behind a run it does not wait for the run's answer: both are asked in one trip. */
  encode(object: Uid, { canonical = false }: { readonly canonical?: boolean } = {}): Promise<Encoded> {
    const ask = (thread: WorkerThread): Promise<WorkerAnswer> => thread.ask({ kind: 'encode', object, canonical });
    const ahead = this.#ahead;
    if (ahead === undefined) return this.#queue.add(async () => this.#encoded(await ask(await this.#ready())));
    const value = ahead.then(async (thread) => {
      if (thread === undefined) throw new SyftError('LOST', 'cannot encode object: it was not made');
      return this.#encoded(await ask(thread));
    });
    this.#queue.add(() => value).catch(() => undefined);
    return value;
  }

  forget(objects: readonly Uid[]): void {
    this.#ahead = undefined;
    void this.#queue.add(() => {
      for (const object of objects) this.#held.delete(object);
      this.#thread.tell({ kind: 'forget', objects });
    });
  }

  /** Stops at once: what runs ends as `LOST`. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#thread.close();
  }

  /** The worker, or the next one when it is gone. Throws `CLOSED`. */
  async #ready(): Promise<WorkerThread> {
    if (!this.#closed && !this.#thread.isAlive) {
      this.#loseAll();
      this.#thread = await this.#start();
      if (this.#closed) await this.#thread.close();
    }
    if (this.#closed) throw new SyftError('CLOSED', 'cannot use VM: it is closed');
    return this.#thread;
  }

  #conclude(steps: readonly VmStep[], answer: WorkerAnswer): VmResult {
    if (answer.kind === 'ran') return this.#completed(unpackResult(answer.result, steps));
    if (answer.kind === 'stopped') return this.#interrupted(steps, answer);
    const reason = answer.kind === 'failed' ? answer.message : 'the worker answered something else';
    throw new SyftError('INTERNAL', `cannot run steps: ${reason}`);
  }

  #encoded(answer: WorkerAnswer): Encoded {
    if (answer.kind === 'encoded') return answer.value;
    if (answer.kind === 'failed') throw new SyftError(answer.code, answer.message);
    if (answer.kind === 'stopped') this.#loseAll();
    throw new SyftError(answer.kind === 'stopped' ? answer.failure : 'INTERNAL', 'cannot encode object: its worker was stopped');
  }

  #completed({ outcomes, evicted }: VmResult): VmResult {
    for (const { object, failure } of outcomes) if (failure === undefined) this.#held.add(object);
    for (const object of evicted) this.#held.delete(object);
    return { outcomes, evicted: [...this.#takeLost(), ...evicted] };
  }

  #interrupted(steps: readonly VmStep[], { failure, detail, step }: Extract<WorkerAnswer, { kind: 'stopped' }>): VmResult {
    this.#loseAll();
    // Some step is always blamed, so that whoever plans the rest again gets on.
    const blamed = Math.max(0, step);
    const outcomes = steps.map(
      ({ object }, index): VmOutcome =>
        index === blamed
          ? { object, weight: 0, failure, detail }
          : { object, weight: 0, failure: 'LOST', detail: 'its worker was stopped' },
    );
    return { outcomes, evicted: this.#takeLost() };
  }

  #loseAll(): void {
    this.#lost = [...this.#lost, ...this.#held];
    this.#held = new Set();
  }

  #takeLost(): readonly Uid[] {
    const lost = this.#lost.filter((uid) => !this.#held.has(uid));
    this.#lost = [];
    return lost;
  }
}
