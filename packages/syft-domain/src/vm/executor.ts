import { isPromise } from 'node:util/types';
import {
  CallMatcher,
  type Codec,
  type CodecRegistry,
  decodeValue,
  type Encoded,
  encodeValue,
  formatType,
  isSyftError,
  type Limits,
  resultOfCall,
  type SerdeContext,
  type Signature,
  SyftError,
  TagTable,
  type Uid,
  type ValueChecks,
  valueFits,
} from '@syft-libs/ast';
import type { Environment } from '../environment.ts';
import { type CallPlan, planCall, type SignaturePlan } from './call-plan.ts';
import { canonicalValue } from './canonical-value.ts';
import type { LoadedLibraries } from './load-libraries.ts';
import { OperandReader } from './operand-reader.ts';
import { revivingRegistry } from './reviving-registry.ts';
import { BeyondDeclared, DeadlinePassed, type Failure, libraryFailure, operandFailure } from './step-failure.ts';
import { ValueHeap } from './value-heap.ts';
import { ValueMemory } from './value-memory.ts';
import type { VmCall, VmLoad, VmOutcome, VmResult, VmStep } from './vm.ts';
import { withSeededRandom } from './with-seeded-random.ts';

/** The largest head of a value, in frames of the longest kind: more than an upload may have, less than hurts who holds it. */
const HEAD_FRAMES = 2;

export interface ExecutorOptions {
  readonly libraries: LoadedLibraries;
  /** The numbers of the libraries' tags, as the domain gave them. */
  readonly tags: Iterable<readonly [name: string, number: number]>;
  readonly limits: Limits;
  /** Told of each step's position before it runs. */
  readonly onStep?: (index: number) => void;
  /** Fails calls that took longer than `limits.callDeadline`, once they are over; for where nobody else watches. */
  readonly checksDeadline?: boolean;
  /** Stops calls at their deadline. */
  readonly stopAfter?: Environment['stopAfter'];
}

/** One call on its way from operands to outcome. */
interface RunningCall {
  readonly step: VmCall;
  readonly plan: CallPlan;
  readonly signature: Signature;
  readonly result: Codec | undefined;
  readonly operands: unknown[];
}

/** Runs steps on live values, in one thread, one batch at a time. Both VMs are a shell around it. */
export class Executor {
  readonly #limits: Limits;
  readonly #heap: ValueHeap;
  readonly #memory: ValueMemory;
  readonly #reader: OperandReader;
  readonly #matcher: CallMatcher;
  readonly #plans: readonly CallPlan[];
  readonly #resultChecks: ValueChecks;
  /** Of live values. */
  readonly #live: SerdeContext;
  /** Of plain ones. */
  readonly #plain: SerdeContext;
  readonly #onStep: ((index: number) => void) | undefined;
  readonly #deadline: number | undefined;
  readonly #stopAfter: Environment['stopAfter'];

  constructor({ libraries, tags, limits, onStep, checksDeadline = false, stopAfter }: ExecutorOptions) {
    const { allowlist, modules } = libraries;
    const registry = revivingRegistry(libraries);
    const numbered = new TagTable(tags);
    this.#limits = limits;
    this.#live = { registry, tags: numbered };
    this.#plain = { registry: libraries.registry, tags: numbered };
    this.#heap = new ValueHeap(limits.vmBytes);
    this.#memory = new ValueMemory(registry, modules);
    this.#reader = new OperandReader(this.#live, limits, (uid) => this.#valueOf(uid));
    const checks: ValueChecks = { accepts: (id) => allowlist.accepts(id), detect: (id, value) => detects(registry, id, value) };
    this.#matcher = new CallMatcher({ ...checks, factsOf: noPointers });
    // A result is what its signature says, or of a type that extends it; what a library accepts as an argument it does not give.
    this.#resultChecks = { accepts: allowlist.types.subtypes, detect: checks.detect };
    const lending = { registry, modules, memory: this.#memory, checks, subtypes: allowlist.types.subtypes };
    this.#plans = allowlist.entries.map((entry) => planCall(entry, lending));
    this.#onStep = onStep;
    this.#deadline = checksDeadline ? limits.callDeadline : undefined;
    this.#stopAfter = stopAfter;
  }

  /** Runs steps in order. Never rejects for what a library does. */
  async run(steps: readonly VmStep[]): Promise<VmResult> {
    const outcomes: VmOutcome[] = [];
    const evicted: Uid[] = [];
    let lastUses: ReadonlyMap<Uid, number> | undefined;
    for (let index = 0; index < steps.length; index++) {
      this.#onStep?.(index);
      const step = steps[index] as VmStep;
      const outcome = step.kind === 'load' ? this.#load(step) : this.#call(step);
      outcomes.push(outcome instanceof Promise ? await outcome : outcome);
      if (!this.#heap.isOverfull) continue;
      lastUses ??= this.#lastUses(steps);
      evicted.push(...this.#heap.evict((uid) => uid === step.object || (lastUses?.get(uid) ?? -1) > index));
    }
    return { outcomes, evicted };
  }

  /**
   * A held value, encoded; its parts may be live memory. Throws its failure's code, `LOST`, or `LIBRARY_FAILED` for one whose
   * head no frame could carry: it is refused here, where it costs the VM alone.
   */
  encode(object: Uid, canonical = false): Encoded {
    const value = this.#valueOf(object);
    if (typeof value === 'string') this.#checkHead(value.length);
    const encoded = this.#encoded(value);
    this.#checkHead(encoded.head.byteLength);
    // Numbers by themselves are always written with the standard NaN.
    return canonical && typeof value === 'object'
      ? encodeValue(canonicalValue(decodeValue(encoded, this.#plain, this.#limits)), this.#plain)
      : encoded;
  }

  /** What no codec writes, a text with half a character in it, was none that its library should have given. */
  #encoded(value: unknown): Encoded {
    try {
      return encodeValue(value, this.#live);
    } catch (cause) {
      if (!isSyftError(cause) || cause.code !== 'BAD_ARGUMENT') throw cause;
      throw new SyftError('LIBRARY_FAILED', 'cannot encode object: no codec writes it', { cause });
    }
  }

  #checkHead(bytes: number): void {
    if (bytes <= HEAD_FRAMES * this.#limits.frameBytes) return;
    throw new SyftError('LIBRARY_FAILED', 'cannot encode object: its head is larger than any frame');
  }

  forget(objects: readonly Uid[]): void {
    for (const object of objects) this.#heap.delete(object);
  }

  #valueOf(uid: Uid): unknown {
    const held = this.#heap.use(uid);
    if (held === undefined) throw new SyftError('LOST', 'cannot use object: it is not held');
    if (held.failure !== undefined) throw new SyftError(held.failure, 'cannot use object: its own step failed');
    return held.value;
  }

  #load({ object, value }: VmLoad): VmOutcome {
    try {
      return this.#hold(object, this.#memory.adopt(decodeValue(value, this.#live, this.#limits), value.parts));
    } catch (error) {
      return this.#fail(object, operandFailure(error));
    }
  }

  #call(step: VmCall): VmOutcome | Promise<VmOutcome> {
    let call: RunningCall;
    try {
      call = this.#prepare(step);
    } catch (error) {
      return this.#fail(step.object, operandFailure(error));
    }
    const started = this.#deadline === undefined ? 0 : performance.now();
    try {
      const { mutates } = call.plan.entry;
      for (const index of mutates) if (index < call.operands.length) call.operands[index] = this.#memory.copy(call.operands[index]);
      const result = this.#invoke(call);
      if (call.signature.async) return this.#finishLater(call, result);
      return this.#finish(call, resultOfCall(mutates, call.operands, result), started);
    } catch (error) {
      return this.#fail(step.object, libraryFailure(error));
    }
  }

  #invoke(call: RunningCall): unknown {
    if (this.#stopAfter === undefined) return invoke(call);
    const outcome = this.#stopAfter(this.#limits.callDeadline, () => invoke(call), call.step.object);
    if (outcome === 'stopped') throw new DeadlinePassed();
    return outcome.value;
  }

  #prepare(step: VmCall): RunningCall {
    const plan = this.#plans[step.entry];
    if (plan === undefined) throw new SyftError('BAD_ARGUMENT', 'cannot run step: there is no such entry');
    const operands = step.operands.map((bytes) => this.#reader.read(bytes, step.prefix));
    while (operands.length > plan.fewest && operands.at(-1) === undefined) operands.pop();
    const signature = this.#matcher.match(plan.entry, operands);
    const { lend: lenders, rest, result } = plan.signatures.get(signature) as SignaturePlan;
    for (let index = 0; index < operands.length; index++) {
      const lend = index < lenders.length ? lenders[index] : rest;
      if (lend !== undefined) operands[index] = lend(operands[index]);
    }
    return { step, plan, signature, result, operands };
  }

  async #finishLater(call: RunningCall, result: unknown): Promise<VmOutcome> {
    try {
      const settled = await (this.#deadline === undefined ? result : settledWithin(result, this.#deadline));
      return this.#finish(call, resultOfCall(call.plan.entry.mutates, call.operands, settled), 0);
    } catch (error) {
      return this.#fail(call.step.object, libraryFailure(error));
    }
  }

  #finish({ step, plan, signature, result: codec }: RunningCall, result: unknown, started: number): VmOutcome {
    if (started > 0 && performance.now() - started > (this.#deadline as number)) throw new DeadlinePassed();
    if (!valueFits(result, signature.returns, this.#resultChecks)) {
      // Nobody will wait for it, so its rejection must not become the process's.
      if (isPromise(result)) Promise.prototype.then.call(result, undefined, () => undefined);
      throw new SyftError('LIBRARY_FAILED', `cannot keep result: it is no ${formatType(signature.returns)}`);
    }
    const value = this.#memory.isolate(plan.isStatic ? this.#memory.copy(result) : result, codec);
    return this.#hold(step.object, value, { codec, most: mostOf(step) });
  }

  /** Throws `BeyondDeclared` for a value that weighs more than `most` bytes. */
  #hold(
    object: Uid,
    value: unknown,
    { codec, most = Infinity }: { readonly codec?: Codec | undefined; readonly most?: number } = {},
  ): VmOutcome {
    const weight = this.#memory.weigh(value, codec);
    if (weight > most) throw new BeyondDeclared();
    this.#heap.put(object, { value, weight });
    return { object, weight };
  }

  #fail(object: Uid, { failure, detail }: Failure): VmOutcome {
    // What is lost can be had again by other steps; every other failure is what became of the object.
    if (failure !== 'LOST') this.#heap.put(object, { value: undefined, weight: 0, failure });
    return { object, weight: 0, failure, detail };
  }

  /** For each object that steps name, the last step that does. */
  #lastUses(steps: readonly VmStep[]): ReadonlyMap<Uid, number> {
    const uses = new Map<Uid, number>();
    steps.forEach((step, index) => {
      if (step.kind === 'load') return;
      for (const bytes of step.operands) for (const uid of this.#reader.pointers(bytes, step.prefix)) uses.set(uid, index);
    });
    return uses;
  }
}

/** How values are laid out is the engine's affair, and small ones cost nothing: only what is far beyond its declared size is held against it. */
const SLACK = 4;
const SMALL_BYTES = 2 ** 18;

function mostOf({ declared = Infinity }: VmCall): number {
  return SLACK * declared + SMALL_BYTES;
}

function invoke({ step, plan, signature, operands }: RunningCall): unknown {
  const call = plan.entry.call as (operands: readonly unknown[]) => unknown;
  if (!plan.entry.effects.random) return call(operands);
  if (step.seed === undefined || signature.async) {
    throw new SyftError('UNSUPPORTED', 'cannot run random entry: it needs a seed, and to end before it returns');
  }
  return withSeededRandom(step.seed, () => call(operands));
}

/** What a promise settles to. Rejects when that takes longer than `milliseconds`; the call itself cannot be stopped. */
async function settledWithin(promise: unknown, milliseconds: number): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeadlinePassed()), milliseconds);
  });
  try {
    return await Promise.race([promise, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

function detects(registry: CodecRegistry, id: string, value: unknown): boolean {
  return registry.byType(id)?.detect(value) ?? false;
}

function noPointers(): never {
  throw new SyftError('INTERNAL', 'cannot check value: a pointer was left in it');
}
