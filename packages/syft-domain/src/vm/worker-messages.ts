import { type Encoded, type ErrorCode, formatUid, type Limits, parseUid, type Uid } from '@syft-libs/ast';
import type { VmFailure, VmOutcome, VmResult, VmStep } from './vm.ts';

/** What a worker is started with. */
export interface WorkerInput {
  readonly supports: readonly { readonly name: string; readonly module: string }[];
  readonly denied: readonly string[];
  readonly tags: readonly (readonly [name: string, number: number])[];
  readonly limits: Limits;
  /** One plus the position of the running step; 0 between steps. */
  readonly progress: Int32Array;
}

export type WorkerRequest =
  | { readonly kind: 'run'; readonly steps: PackedSteps }
  | { readonly kind: 'encode'; readonly object: Uid; readonly canonical: boolean }
  | { readonly kind: 'forget'; readonly objects: readonly Uid[] };

/** `forget` is not answered. `failed` says why an encode did not succeed, or why the worker could not start. */
export type WorkerReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'ran'; readonly result: PackedResult }
  | { readonly kind: 'encoded'; readonly value: Encoded }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string };

/**
 * Steps in columns: a batch of thousands crosses as a handful of arrays, since cloning an object or a small array a step
 * would cost more than running it. Everything but loaded values lies in `words` and `bytes`.
 */
export interface PackedSteps {
  /** For each step: object's prefix, counter, entry (or {@link LOAD}), prefix of its pointers, seed's length plus one (0: none), declared KiB plus one (0: none), operands, and each operand's length. */
  readonly words: Uint32Array;
  /** Seeds and operands, in order. */
  readonly bytes: Uint8Array;
  readonly prefixes: readonly string[];
  readonly loads: readonly Encoded[];
}

const LOAD = 0xffff_ffff;
const KIB = 1024;
const UNDECLARED = 0xffff_ffff;

/** Packs steps. Values on shared memory cross uncopied, others as an exact copy. */
export function packSteps(steps: readonly VmStep[]): PackedSteps {
  const words: number[] = [];
  const chunks: Uint8Array[] = [];
  const prefixes = new Map<string, number>();
  const loads: Encoded[] = [];
  const prefixAt = (prefix: string): number => {
    const at = prefixes.get(prefix) ?? prefixes.size;
    prefixes.set(prefix, at);
    return at;
  };
  for (const step of steps) {
    const { prefix, counter } = parseUid(step.object);
    words.push(prefixAt(prefix), counter);
    if (step.kind === 'load') {
      words.push(LOAD);
      loads.push(exactParts(step.value));
      continue;
    }
    words.push(step.entry, prefixAt(step.prefix), step.seed === undefined ? 0 : step.seed.length + 1);
    words.push(step.declared === undefined ? 0 : Math.min(UNDECLARED, Math.ceil(step.declared / KIB) + 1), step.operands.length);
    if (step.seed !== undefined) chunks.push(step.seed);
    for (const operand of step.operands) {
      words.push(operand.length);
      chunks.push(operand);
    }
  }
  return { words: Uint32Array.from(words), bytes: joined(chunks), prefixes: [...prefixes.keys()], loads };
}

/** The inverse of {@link packSteps}; operands are views. */
export function unpackSteps({ words, bytes, prefixes, loads }: PackedSteps): readonly VmStep[] {
  const steps: VmStep[] = [];
  let word = 0;
  let byte = 0;
  let load = 0;
  const next = (): number => words[word++] as number;
  const take = (length: number): Uint8Array => {
    byte += length;
    return bytes.subarray(byte - length, byte);
  };
  while (word < words.length) {
    const object = formatUid(prefixes[next()] as string, next());
    const entry = next();
    if (entry === LOAD) {
      steps.push({ kind: 'load', object, value: loads[load++] as Encoded });
      continue;
    }
    const prefix = prefixes[next()] as string;
    const seedLength = next();
    const kib = next();
    const declared = kib === 0 ? {} : { declared: (kib - 1) * KIB };
    const count = next();
    const seed = seedLength === 0 ? undefined : take(seedLength - 1);
    const operands: Uint8Array[] = [];
    for (let index = 0; index < count; index++) operands.push(take(next()));
    steps.push({ kind: 'call', object, entry, prefix, operands, ...declared, ...(seed === undefined ? {} : { seed }) });
  }
  return steps;
}

/** A result in columns: whose outcomes they are, the steps say. */
export interface PackedResult {
  readonly weights: Float64Array;
  /** The position of each step that failed, and how. */
  readonly failures: readonly (readonly [index: number, failure: VmFailure, detail: string])[];
  readonly evicted: readonly Uid[];
}

/** Packs what became of steps. */
export function packResult({ outcomes, evicted }: VmResult): PackedResult {
  const weights = Float64Array.from(outcomes, ({ weight }) => weight);
  const failures = outcomes.flatMap(({ failure, detail = '' }, index) =>
    failure === undefined ? [] : [[index, failure, detail] as const],
  );
  return { weights, failures, evicted };
}

/** The inverse of {@link packResult}. */
export function unpackResult({ weights, failures, evicted }: PackedResult, steps: readonly VmStep[]): VmResult {
  const outcomes = steps.map(({ object }, index): VmOutcome => ({ object, weight: weights[index] as number }));
  for (const [index, failure, detail] of failures) outcomes[index] = { ...(outcomes[index] as VmOutcome), failure, detail };
  return { outcomes, evicted };
}

/** Copies parts that lie inside a larger buffer, which would cross whole. Parts on shared memory stay where they are. */
export function exactParts({ head, parts }: Encoded): Encoded {
  const exact = (bytes: Uint8Array) =>
    bytes.buffer instanceof SharedArrayBuffer || bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
  return { head: exact(head), parts: parts.map(exact) };
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
