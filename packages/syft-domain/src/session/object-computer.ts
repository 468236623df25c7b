import { type Encoded, isSyftError, SyftError, type Uid } from '@syft-libs/ast';
import type { StoredObject } from '../object/stored-object.ts';
import type { Vm, VmFailure, VmOutcome, VmPool, VmStep } from '../vm/vm.ts';
import { seedOfCall } from '../vm/with-seeded-random.ts';

export interface ComputerOptions {
  readonly vms: VmPool;
  readonly prefix: string;
  /** Seeds the session's random entries. */
  readonly secret: Uint8Array;
  /** The bytes of what no call makes: a column, an upload, another session's object. */
  readonly load: (object: StoredObject) => Promise<Encoded>;
  /** Told of each failure, once. */
  readonly failed: (object: StoredObject) => void;
}

export interface EncodeOptions {
  /** NaNs in one form, as what is bound and released has them. */
  readonly canonical?: boolean;
  /** Objects to compute before. */
  readonly first?: readonly StoredObject[];
}

const NO_INPUTS: readonly StoredObject[] = [];

/** Rounds without a single outcome before objects that keep vanishing are given up. A call that is stopped is an outcome. */
const ROUNDS = 4;

/**
 * Makes values: plans what a VM has to run for some objects, from their provenance, and runs it. A VM that was killed
 * loses only time, since everything is planned again.
 */
export class ObjectComputer {
  readonly #options: ComputerOptions;
  readonly #held = new Set<Uid>();
  #vm: Promise<Vm> | undefined;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(options: ComputerOptions) {
    this.#options = options;
  }

  /** Computes objects, after all that was asked before. Never rejects: failures are noted on the objects. */
  run(objects: readonly StoredObject[]): Promise<void> {
    return this.#enqueue(() => this.#compute(objects));
  }

  /** The value of an object, after computing what comes `first`. Rejects with its failure's code. */
  encode(object: StoredObject, { canonical = false, first = [] }: EncodeOptions = {}): Promise<Encoded> {
    return this.#enqueue(async () => {
      const ahead = await this.#computeAnd(object, first, canonical);
      if (ahead !== undefined) return ahead;
      for (let round = 0; round < ROUNDS; round++) {
        if (!this.#held.has(object.uid)) await this.#compute([object]);
        if (object.failure !== undefined) throw new SyftError(object.failure.code, 'cannot give value: its computation failed');
        try {
          return await (await this.#open()).encode(object.uid, { canonical });
        } catch (error) {
          this.#held.delete(object.uid);
          if (!isSyftError(error) || error.code !== 'LOST') throw error;
        }
      }
      throw new SyftError('LOST', 'cannot give value: it could not be kept long enough to read');
    });
  }

  /** Asks for the value right behind the steps that make it: one trip to the VM instead of two. */
  async #computeAnd(object: StoredObject, objects: readonly StoredObject[], canonical: boolean): Promise<Encoded | undefined> {
    if (objects.length === 0) return undefined;
    let encoding: Promise<Encoded | undefined> | undefined;
    await this.#compute(objects, (vm) => {
      encoding ??= vm.encode(object.uid, { canonical }).catch(() => undefined);
    });
    const encoded = await encoding;
    return object.failure === undefined && this.#held.has(object.uid) ? encoded : undefined;
  }

  forget(objects: readonly StoredObject[]): void {
    const held = objects.map(({ uid }) => uid).filter((uid) => this.#held.delete(uid));
    if (held.length > 0) void this.#enqueue(async () => (await this.#open()).forget(held));
  }

  /** Gives the VM back, after what is running. Values are computed again when they are needed. */
  release(): Promise<void> {
    return this.#enqueue(async () => {
      const vm = this.#vm;
      this.#vm = undefined;
      this.#held.clear();
      await (await vm)?.close();
    });
  }

  #enqueue<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(task, task);
    this.#tail = result.catch(() => {});
    return result;
  }

  #open(): Promise<Vm> {
    this.#vm ??= this.#options.vms.acquire();
    return this.#vm;
  }

  async #compute(objects: readonly StoredObject[], behind?: (vm: Vm) => void): Promise<void> {
    let lost: readonly StoredObject[] = [];
    for (let fruitless = 0; fruitless < ROUNDS; ) {
      const plan = this.#plan(objects);
      if (plan.length === 0) return;
      const { steps, planned } = await this.#stepsOf(plan);
      const vm = await this.#open();
      const running = vm.run(steps);
      behind?.(vm);
      const { outcomes, evicted } = await running;
      lost = planned.filter((object, index) => !this.#note(object, outcomes[index] as VmOutcome));
      for (const uid of evicted) this.#held.delete(uid);
      if (lost.length === 0) return;
      if (lost.length === planned.length) fruitless++;
    }
    for (const object of lost) this.#fail(object, 'LOST', 'the value could not be kept long enough to be used');
  }

  /** Notes how a step ended; false when it has to be planned again. */
  #note(object: StoredObject, outcome: VmOutcome): boolean {
    if (outcome.failure === 'LOST') return false;
    if (outcome.failure !== undefined) this.#fail(object, outcome.failure, outcome.detail ?? '');
    else this.#held.add(object.uid);
    return true;
  }

  #fail(object: StoredObject, code: VmFailure, detail: string): void {
    if (object.failure !== undefined) return;
    object.failure = { code, detail };
    this.#options.failed(object);
  }

  /** The objects to make for these, inputs first. An object with a failed input fails here, as it did before. */
  #plan(objects: readonly StoredObject[]): readonly StoredObject[] {
    const plan: StoredObject[] = [];
    const planned = new Set<Uid>();
    for (const root of objects) {
      const stack = [root];
      for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
        const isDone = this.#isDone(top, planned);
        if (!isDone && this.#pushMissing(top, stack, planned)) continue;
        stack.pop();
        if (isDone || this.#failsByInput(top)) continue;
        planned.add(top.uid);
        plan.push(top);
      }
    }
    return plan;
  }

  #isDone({ uid, failure }: StoredObject, planned: ReadonlySet<Uid>): boolean {
    return failure !== undefined || planned.has(uid) || this.#held.has(uid);
  }

  /** Puts the inputs that are not there yet on the stack; false when there are none. */
  #pushMissing(object: StoredObject, stack: StoredObject[], planned: ReadonlySet<Uid>): boolean {
    const before = stack.length;
    for (const input of this.#inputsOf(object)) if (!this.#isDone(input, planned)) stack.push(input);
    return stack.length > before;
  }

  #failsByInput(object: StoredObject): boolean {
    for (const { failure } of this.#inputsOf(object)) {
      if (failure === undefined) continue;
      this.#fail(object, failure.code, `an input failed: ${failure.detail}`);
      return true;
    }
    return false;
  }

  #inputsOf(object: StoredObject): readonly StoredObject[] {
    return object.origin.kind === 'call' && object.prefix === this.#options.prefix ? object.origin.inputs : NO_INPUTS;
  }

  async #stepsOf(plan: readonly StoredObject[]): Promise<{ readonly steps: VmStep[]; readonly planned: StoredObject[] }> {
    const steps: VmStep[] = [];
    const planned: StoredObject[] = [];
    for (const object of plan) {
      const { origin, uid, prefix } = object;
      if (origin.kind === 'call' && prefix === this.#options.prefix) {
        const { entry, operands } = origin;
        const seed = entry.effects.random ? { seed: seedOfCall(this.#options.secret, uid) } : {};
        steps.push({ kind: 'call', object: uid, entry: entry.index, prefix, operands, ...seed });
        planned.push(object);
        continue;
      }
      try {
        steps.push({ kind: 'load', object: uid, value: await this.#options.load(object) });
        planned.push(object);
      } catch (error) {
        const code = error instanceof SyftError && object.failure === undefined ? error.code : 'LOST';
        this.#fail(
          object,
          code === 'LIBRARY_FAILED' || code === 'DEADLINE' || code === 'MEMORY' ? code : 'LOST',
          'its stored value could not be read',
        );
      }
    }
    return { steps, planned };
  }
}
