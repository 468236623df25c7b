import { type Encoded, isSyftError, SyftError, type Uid } from '@syft-libs/ast';
import type { StoredObject } from '../object/stored-object.ts';
import type { Vm, VmFailure, VmOutcome, VmPool, VmStep } from '../vm/vm.ts';
import { seedOfCall } from '../vm/with-seeded-random.ts';

/** How a computation failed: the code, and the library's words for the owner. */
export interface Failure {
  readonly code: VmFailure;
  readonly detail: string;
}

export interface ComputerOptions {
  readonly vms: VmPool;
  readonly prefix: string;
  /** Seeds the session's random entries. */
  readonly secret: Uint8Array;
  /** The bytes of a column or an upload of this session. */
  readonly load: (object: StoredObject) => Promise<Encoded>;
  /** The bytes of another session's object. It may take that session's turn, so that it is asked before this one takes its own. */
  readonly loadForeign: (object: StoredObject) => Promise<Encoded>;
  /** Told of each failure, once. */
  readonly failed: (object: StoredObject, failure: Failure) => void;
}

export interface EncodeOptions {
  /** NaNs in one form, as what is bound and released has them. */
  readonly canonical?: boolean;
  /** Objects to compute before. */
  readonly first?: readonly StoredObject[];
}

type Foreign = ReadonlyMap<Uid, Encoded | Failure>;

const NO_INPUTS: readonly StoredObject[] = [];
const NO_FOREIGN: Foreign = new Map();

/** Rounds without a single outcome before objects that keep vanishing are given up. A call that is stopped is an outcome. */
const ROUNDS = 4;

/** Another session's value turned out to be needed; it is fetched, and the work begun anew. */
class ForeignNeeded extends Error {}

/**
 * Makes values: plans what a VM has to run for some objects, from their provenance, and runs it. A VM that was killed
 * loses only time, since everything is planned again. How a computation ended is known to this computer alone until it
 * tells, so that what happens to private values can never show on readable ones.
 */
export class ObjectComputer {
  readonly #options: ComputerOptions;
  readonly #held = new Set<Uid>();
  readonly #failures = new Map<Uid, Failure>();
  #vm: Promise<Vm> | undefined;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(options: ComputerOptions) {
    this.#options = options;
  }

  /** Computes objects, after all that was asked before. Failures are noted, not thrown; rejects when no VM starts. */
  run(objects: readonly StoredObject[]): Promise<void> {
    return this.#inTurn(objects, (foreign) => this.#compute(objects, foreign));
  }

  /** The value of an object, after computing what comes `first`. Rejects with its failure's code. */
  encode(object: StoredObject, { canonical = false, first = [] }: EncodeOptions = {}): Promise<Encoded> {
    return this.#inTurn([...first, object], async (foreign) => {
      const ahead = await this.#computeAnd(object, { first, foreign, canonical });
      if (ahead !== undefined) return ahead;
      for (let round = 0; round < ROUNDS; round++) {
        if (!this.#held.has(object.uid)) await this.#compute([object], foreign);
        const failure = this.#failures.get(object.uid);
        if (failure !== undefined) throw new SyftError(failure.code, 'cannot give value: its computation failed');
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

  forget(objects: readonly StoredObject[]): void {
    const held = objects.map(({ uid }) => uid).filter((uid) => this.#held.delete(uid));
    if (held.length > 0) this.#enqueue(async () => (await this.#open()).forget(held)).catch(() => {});
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

  /** Fetches what other sessions hold, then runs a task in its turn. Waiting for others never holds the turn. */
  async #inTurn<T>(objects: readonly StoredObject[], task: (foreign: Foreign) => Promise<T>): Promise<T> {
    let foreign = NO_FOREIGN;
    for (let round = 0; ; round++) {
      try {
        return await this.#enqueue(() => task(foreign));
      } catch (error) {
        if (!(error instanceof ForeignNeeded) || round === ROUNDS) throw error;
        foreign = await this.#fetchForeign(objects);
      }
    }
  }

  async #fetchForeign(objects: readonly StoredObject[]): Promise<Foreign> {
    const foreign = new Map<Uid, Encoded | Failure>();
    for (const object of this.#plan(objects, false)) {
      if (object.prefix === this.#options.prefix) continue;
      foreign.set(object.uid, await this.#options.loadForeign(object).catch(failureOf));
    }
    return foreign;
  }

  #enqueue<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(task, task);
    this.#tail = result.catch(() => {});
    return result;
  }

  #open(): Promise<Vm> {
    if (this.#vm === undefined) {
      const vm = this.#options.vms.acquire();
      this.#vm = vm;
      vm.catch(() => {
        if (this.#vm === vm) this.#vm = undefined;
      });
    }
    return this.#vm;
  }

  /** Asks for the value right behind the steps that make it: one trip to the VM instead of two. */
  async #computeAnd(
    object: StoredObject,
    { first, foreign, canonical }: { readonly first: readonly StoredObject[]; readonly foreign: Foreign; readonly canonical: boolean },
  ): Promise<Encoded | undefined> {
    if (first.length === 0) return undefined;
    let encoding: Promise<Encoded | undefined> | undefined;
    await this.#compute(first, foreign, (vm) => {
      encoding ??= vm.encode(object.uid, { canonical }).catch(() => undefined);
    });
    const encoded = await encoding;
    return this.#held.has(object.uid) ? encoded : undefined;
  }

  async #compute(objects: readonly StoredObject[], foreign: Foreign, behind?: (vm: Vm) => void): Promise<void> {
    let lost: readonly StoredObject[] = [];
    for (let fruitless = 0; fruitless < ROUNDS; ) {
      const plan = this.#plan(objects, true);
      if (plan.length === 0) return;
      const { steps, planned } = await this.#stepsOf(plan, foreign);
      if (steps.length === 0) continue;
      const vm = await this.#open();
      const running = vm.run(steps);
      behind?.(vm);
      const { outcomes, evicted } = await running;
      lost = planned.filter((object, index) => !this.#note(object, outcomes[index] as VmOutcome));
      for (const uid of evicted) this.#held.delete(uid);
      if (lost.length === 0) return;
      if (lost.length === planned.length) fruitless++;
    }
    for (const object of lost) this.#fail(object, { code: 'LOST', detail: 'the value could not be kept long enough to be used' });
  }

  /** Notes how a step ended; false when it has to be planned again. */
  #note(object: StoredObject, { failure, detail }: VmOutcome): boolean {
    if (failure === 'LOST') return false;
    if (failure !== undefined) this.#fail(object, { code: failure, detail: detail ?? '' });
    else this.#held.add(object.uid);
    return true;
  }

  #fail(object: StoredObject, failure: Failure): void {
    if (this.#failures.has(object.uid)) return;
    this.#failures.set(object.uid, failure);
    this.#options.failed(object, failure);
  }

  /** The objects to make for these, inputs first. An object with a failed input fails, when `notes` says so. */
  #plan(objects: readonly StoredObject[], notes: boolean): readonly StoredObject[] {
    const plan: StoredObject[] = [];
    const planned = new Set<Uid>();
    for (const root of objects) {
      const stack = [root];
      for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
        const isDone = this.#isDone(top, planned);
        if (!isDone && this.#pushMissing(top, stack, planned)) continue;
        stack.pop();
        if (isDone || (notes && this.#failsByInput(top))) continue;
        planned.add(top.uid);
        plan.push(top);
      }
    }
    return plan;
  }

  #isDone({ uid }: StoredObject, planned: ReadonlySet<Uid>): boolean {
    return planned.has(uid) || this.#held.has(uid) || this.#failures.has(uid);
  }

  /** Puts the inputs that are not there yet on the stack; false when there are none. */
  #pushMissing(object: StoredObject, stack: StoredObject[], planned: ReadonlySet<Uid>): boolean {
    const before = stack.length;
    for (const input of this.#inputsOf(object)) if (!this.#isDone(input, planned)) stack.push(input);
    return stack.length > before;
  }

  #failsByInput(object: StoredObject): boolean {
    for (const { uid } of this.#inputsOf(object)) {
      const failure = this.#failures.get(uid);
      if (failure === undefined) continue;
      this.#fail(object, { code: failure.code, detail: `an input failed: ${failure.detail}` });
      return true;
    }
    return false;
  }

  #inputsOf(object: StoredObject): readonly StoredObject[] {
    return object.origin.kind === 'call' && object.prefix === this.#options.prefix ? object.origin.inputs : NO_INPUTS;
  }

  async #stepsOf(plan: readonly StoredObject[], foreign: Foreign): Promise<{ readonly steps: VmStep[]; readonly planned: StoredObject[] }> {
    const steps: VmStep[] = [];
    const planned: StoredObject[] = [];
    for (const object of plan) {
      const step = this.#callOf(object) ?? (await this.#loadOf(object, foreign));
      if (step === undefined) continue;
      steps.push(step);
      planned.push(object);
    }
    return { steps, planned };
  }

  #callOf({ origin, uid, prefix, bytes }: StoredObject): VmStep | undefined {
    if (origin.kind !== 'call' || prefix !== this.#options.prefix) return undefined;
    const { entry, operands } = origin;
    const seed = entry.effects.random ? { seed: seedOfCall(this.#options.secret, uid) } : {};
    return { kind: 'call', object: uid, entry: entry.index, prefix, operands, declared: bytes, ...seed };
  }

  async #loadOf(object: StoredObject, foreign: Foreign): Promise<VmStep | undefined> {
    const isOwn = object.prefix === this.#options.prefix;
    const value = isOwn ? await this.#options.load(object).catch(failureOf) : foreign.get(object.uid);
    if (value === undefined) throw new ForeignNeeded();
    if ('head' in value) return { kind: 'load', object: object.uid, value };
    this.#fail(object, value);
    return undefined;
  }
}

/** What becomes of an object whose stored value cannot be had. */
function failureOf(error: unknown): Failure {
  const code = isSyftError(error) ? error.code : 'LOST';
  const isOwnCode = code === 'LIBRARY_FAILED' || code === 'DEADLINE' || code === 'MEMORY';
  return { code: isOwnCode ? code : 'LOST', detail: 'its stored value could not be read' };
}
