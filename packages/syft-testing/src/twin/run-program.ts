import { parseUid } from '@syft-libs/ast';
import type { ClientMessage, RawPeer } from '../peer/raw-peer.ts';
import { type OwnerStep, type Program, type Question, type SequencedStep, Slot, type Step } from './program.ts';
import { isExpected, type TwinDomain } from './twin-domain.ts';

/** One session's way through a program: where its ids begin, and what waits for a frame. */
interface Runner {
  readonly peer: RawPeer;
  readonly base: number;
  readonly frame: ClientMessage[];
  readonly asked: Promise<unknown>[];
  /** Calls that may be answered much later, or never. */
  readonly open: number[];
}

/** Entries that a peer has declared, by path and signature. */
const declared = new WeakMap<RawPeer, Map<string, number>>();

/**
 * Sends a program to one twin, and waits until all of it was answered. Its sessions stay as they are for the next one. `onCall` is
 * told of each step before the library is called for it. Gives the first step whose result was far larger than its cost says.
 */
export async function runProgram(
  twin: TwinDomain,
  { slots, steps }: Program,
  onCall?: (step: Step | undefined) => void,
): Promise<Step | undefined> {
  const runners = twin.peers.map((peer, index): Runner => {
    const count = slots[index] ?? 0;
    const base = count === 0 ? 0 : peer.nextId(count) - 1;
    return { peer, base, frame: [], asked: [], open: [] };
  });
  const { environment } = twin.memory;
  if (environment !== undefined && onCall !== undefined) environment.onCall = (object) => onCall(stepOf(object, steps, runners));
  for (const step of steps) {
    if ('session' in step) await takeStep(step, runners);
    else {
      await quiet(twin, runners);
      await own(twin, step, runners);
    }
  }
  await quiet(twin, runners);
  for (const { peer, open } of runners) for (const call of open) peer.send({ stop: { call } });
  const [outgrown] = twin.takeOutgrown();
  return outgrown === undefined ? undefined : stepOf(outgrown, steps, runners);
}

/** The call that makes an object. */
function stepOf(object: string, steps: readonly Step[], runners: readonly Runner[]): Step | undefined {
  const { prefix, counter } = parseUid(object);
  return steps.find((step) => {
    if (step.kind !== 'call') return false;
    const { peer, base } = runners[step.session] as Runner;
    return peer.prefix === prefix && base + step.slot === counter;
  });
}

async function takeStep(step: SequencedStep | Question, runners: readonly Runner[]): Promise<void> {
  const runner = runners[step.session] as Runner;
  if ('waits' in step) {
    // Another session's objects are there or not by then, on both sides alike.
    for (const other of runners) flush(other);
    const answer = ask(step, runner, runners);
    runner.asked.push(answer);
    if (step.waits) await answer;
  } else if (step.kind === 'flush') flush(runner);
  else runner.frame.push(...messagesOf(step, runner, runners));
}

/** Sends what waits, and waits for every answer. */
async function quiet(twin: TwinDomain, runners: readonly Runner[]): Promise<void> {
  for (const runner of runners) flush(runner);
  for (const { asked } of runners) await Promise.all(asked.splice(0));
  await twin.settle();
}

function flush({ peer, frame }: Runner): void {
  if (frame.length > 0) peer.sequenced(...frame.splice(0));
}

function messagesOf(step: Exclude<SequencedStep, { kind: 'flush' }>, runner: Runner, runners: readonly Runner[]): readonly ClientMessage[] {
  const { peer, base } = runner;
  switch (step.kind) {
    case 'select':
      return [{ select: { id: base + step.slot, dataset: step.dataset, columns: [...step.columns], mock: step.mock } }];
    case 'delete':
      return [{ delete: { objects: step.targets.map((target) => referenceTo(target, step.session, runners)) } }];
    case 'call': {
      const [entry, ...declaration] = entryOf(peer, step.path, step.signature);
      const operands = step.operands.map((operand) => peer.encode(withPointers(operand, step.session, runners)));
      return [...declaration, { action: { id: base + step.slot, entry, operands } }];
    }
  }
}

function entryOf(peer: RawPeer, path: string, signature: string): readonly [number, ...ClientMessage[]] {
  const known = declared.get(peer) ?? new Map<string, number>();
  declared.set(peer, known);
  const key = `${path} ${signature}`;
  const number = known.get(key);
  if (number !== undefined) return [number];
  // The peer has declared entry 1 itself, to settle by.
  const entry = known.size + 2;
  known.set(key, entry);
  return [entry, { declare: { entry, path, signature } }];
}

function ask(step: Question, { peer, base, open }: Runner, runners: readonly Runner[]): Promise<unknown> {
  switch (step.kind) {
    case 'fetch': {
      const call = peer.nextCall();
      open.push(call);
      peer.send({ fetch: { call, request: uidOf(step.target, runners) } });
      return Promise.resolve();
    }
    case 'get': {
      const { session, slot } = step.target;
      const { peer: maker, base: first } = runners[session] as Runner;
      return peer.get(first + slot, session === step.session ? undefined : maker.prefix);
    }
    case 'describe':
      return peer.ask('describe', { object: uidOf(step.target, runners) });
    case 'request':
      return peer.ask('request', { id: `${peer.prefix}:${base + step.slot}`, object: uidOf(step.target, runners), reason: step.reason });
    case 'status':
    case 'cancel':
      return peer.ask(step.kind, { id: uidOf(step.target, runners) });
    case 'datasets':
    case 'requests':
      return peer.ask(step.kind);
    case 'put':
      return peer.putEncoded(base + step.slot, { head: peer.encode(step.value), parts: [] });
  }
}

async function own(twin: TwinDomain, step: OwnerStep, runners: readonly Runner[]): Promise<void> {
  const { domain, environment } = twin.memory;
  try {
    if (step.kind === 'advance') environment?.advance(step.milliseconds);
    else if (step.kind === 'revoke') await domain.revoke({ person: step.person, dataset: step.dataset });
    else if (step.kind === 'grant') await domain.grant({ to: step.person, dataset: step.dataset, columns: [...step.columns] });
    else await domain.deny(uidOf(step.target, runners));
  } catch (error) {
    if (!isExpected(error)) throw error;
  }
}

/** The value with pointers where the program has slots. */
function withPointers(value: unknown, session: number, runners: readonly Runner[]): unknown {
  if (value instanceof Slot) {
    const { peer, base } = runners[value.session] as Runner;
    return peer.pointer(base + value.slot, value.session === session ? undefined : peer.prefix);
  }
  if (Array.isArray(value)) return value.map((item) => withPointers(item, session, runners));
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withPointers(item, session, runners)]));
}

function referenceTo({ session, slot }: Slot, from: number, runners: readonly Runner[]): Uint8Array {
  const { peer, base } = runners[session] as Runner;
  return peer.reference(base + slot, session === from ? undefined : peer.prefix);
}

function uidOf({ session, slot }: Slot, runners: readonly Runner[]): string {
  const { peer, base } = runners[session] as Runner;
  return `${peer.prefix}:${base + slot}`;
}
