/** One call, with everything around it looked at before and after. */
import { types } from 'node:util';
import { nameOf } from '../../cage/inside/channel.ts';
import { takeReached } from '../../cage/inside/reached.ts';
import type { CallEffects, CallRequest, FarLook, OperandFacts, ToldOutcome } from '../samples.ts';
import { BrokenOff, collect, EndedEarly, run } from './break-off.ts';
import { takeContexts } from './contexts.ts';
import { describeValue, digestOf, reachableFrom, typeText } from './describe-value.ts';
import { GlobalWatch } from './global-watch.ts';
import { countsOfRun, startRun } from './instruments.ts';
import { keptHold, noteLast } from './kept-hold.ts';
import { type AnyFunction, functionAt, isMade, lastSegment, makeValue, ownerOf } from './make-value.ts';
import { measureValue, rowsOf, shapeOf } from './measure-value.ts';
import { ModuleWatch } from './module-watch.ts';
import type { ExportWalk } from './walk-exports.ts';
import { collectWeak } from './weak-references.ts';

const { apply, construct } = Reflect;
const host = process;
const processorUse = process.cpuUsage.bind(process);
const memoryUse = process.memoryUsage.rss.bind(process);
const startTimer = setTimeout;
const endTurn = setImmediate;
/** Longer than the timers that put a callback off. */
const SETTLE_MS = 25;
const TURNS = 2;
/** Bytes beyond which what a call has left to be collected would be held against the next one. */
const MOST_HELD = 96 * 2 ** 20;
const NOTHING: FarLook = { look: 'same', places: [] };

/** Something that goes into a call: the receiver or an argument. */
interface Operand {
  readonly name: string;
  readonly value: unknown;
  readonly digest: string;
  readonly parts: ReadonlySet<object>;
}

/** The member that was called last. */
let calledBefore: string | undefined;
/** Bytes that the process held before the first call. */
let memoryAtStart = 0;
/** All that outlives a call, as it was before the first one: what comes in between two calls counts as the later one's. */
let watches: { readonly module: ModuleWatch; readonly globals: GlobalWatch } | undefined;

/** Makes the watches, once. */
export function watchesOf(walk: ExportWalk): NonNullable<typeof watches> {
  if (watches === undefined) memoryAtStart = memoryUse();
  watches ??= { module: new ModuleWatch(walk), globals: new GlobalWatch('language') };
  return watches;
}

/** Makes receiver and arguments, calls, waits for a promise, and tells what came of it. */
export async function runCall(request: CallRequest, walk: ExportWalk): Promise<ToldOutcome> {
  await collectWeak();
  startRun(request.seed ?? 1, request.clock ?? 0);
  const { module, globals } = watchesOf(walk);
  // What an earlier call has changed here, far from its own member or late, is not this one's doing.
  const earlier = calledBefore === request.path ? NOTHING : module.look(request.path);
  calledBefore = request.path;
  const operands: Operand[] = [];
  try {
    if (request.receiver !== undefined) operands.push(operand('self', makeValue(request.receiver, walk)));
    request.args.forEach((arg, index) => void operands.push(operand(`arg:${index}`, makeValue(arg, walk))));
  } catch (error) {
    calledBefore = undefined;
    return { kind: 'unmade', error: nameOf(error) };
  }
  // Nor is what was changed to make its operands: that is told of the calls which make them.
  const making = [request.receiver ?? null, ...request.args].some(isMade) ? module.look(request.path) : NOTHING;
  const facts = operands.map(({ name, value }) => operandFacts(name, value, { walk, rows: request.rows === true }));
  takeReached();
  leavesAround();
  const { timers: timersOfMaking } = countsOfRun();
  startRun(request.seed ?? 1, request.clock ?? 0);
  const started = processorUse();
  const result = await attempt(() => run(() => invoke(request, operands, walk), request.limit));
  if (result === 'endedEarly') return { kind: 'endedEarly' };
  if (result === 'brokenOff') return brokenOff(module, globals);
  const used = processorUse(started);
  const milliseconds = (used.user + used.system) / 1_000;
  const counts = countsOfRun();
  const isLeftAround = leavesAround();
  // What it has put off for this turn, by a promise or a message to itself, is told with it.
  for (let turn = 0; turn < TURNS; turn++) await new Promise((resolve) => endTurn(resolve));
  // Errors of its timers, and of those of its operands, are told with the call that has set them.
  if (counts.timers + timersOfMaking > 0) await new Promise((resolve) => startTimer(resolve, SETTLE_MS));
  const { look, places } = module.look(request.path);
  const kept = keptHold(request.path);
  const left = operands.map(({ value }) => ({ value, digest: digestOf(value) }));
  noteLast({ path: request.path, operands: left });
  const changed = operands.filter(({ digest }, index) => left[index]?.digest !== digest);
  const changedGlobals = globals.changed();
  const effects: CallEffects = {
    milliseconds,
    mutates: changed.map(({ name }) => name),
    becomes: changed.map(({ value }) => ({ type: typeText(value, walk), ...measureValue(value) })),
    ...counts,
    reached: takeReached(),
    changesModule: look !== 'same' || kept.operands || kept.result || isLeftAround,
    places: [...making.places, ...places],
    placesBefore: earlier.places,
    // What overwrites its results does so with every call, in a fresh process too.
    isLeft: [earlier.look, making.look, look].includes('left') || kept.operands || changedGlobals.length > 0,
    globals: changedGlobals,
  };
  if ('error' in result) return { kind: 'threw', error: result.error, effects };
  const { value, isPromise } = result;
  const parts = reachableFrom(value);
  const aliases = operands.filter((one) => [...one.parts].some((part) => parts.has(part))).map(({ name }) => name);
  const returns = operands.find((one) => Object.is(one.value, value) && isObject(value))?.name ?? null;
  const described = { ...describeValue(value, walk), rows: request.rows === true ? rowsOf(value) : null };
  // What leads to something that an export holds is looked at by itself.
  if (isObject(value) && ![...parts].some((part) => module.holds(part)))
    noteLast({ path: request.path, operands: left, result: { value, digest: described.digest } });
  return { kind: 'returned', value: described, isPromise, returns, aliases, operands: facts, effects };
}

function invoke(request: CallRequest, operands: readonly Operand[], walk: ExportWalk): unknown {
  const receiver = operands.find(({ name }) => name === 'self')?.value;
  const args = operands.filter(({ name }) => name !== 'self').map(({ value }) => value);
  const mode = request.mode ?? 'call';
  if (mode === 'construct') return construct(functionAt(request.path, walk), args);
  if (mode === 'apply') return applyMember(request.path, args, walk);
  const target = request.receiver === undefined ? ownerOf(request.path, walk) : receiver;
  // A property is read where it is; a method is looked up on the receiver, as a caller would.
  if (mode === 'get')
    return target === undefined ? walk.findValue(request.path) : (target as Record<string, unknown>)[lastSegment(request.path)];
  if (request.receiver === undefined) return apply(functionAt(request.path, walk), target, args) as unknown;
  return apply((receiver as Record<string, unknown>)[lastSegment(request.path)] as AnyFunction, receiver, args) as unknown;
}

/** A member of a table: a function that gets its receiver as `this`, or the name of a field that receivers have. */
function applyMember(path: string, [self, ...rest]: readonly unknown[], walk: ExportWalk): unknown {
  const member = walk.findValue(path);
  if (typeof member === 'function') return apply(member, self, rest) as unknown;
  return (self as Record<string, unknown>)[lastSegment(path)];
}

type Attempt = { readonly value: unknown; readonly isPromise: boolean } | { readonly error: string } | 'brokenOff' | 'endedEarly';

async function attempt(call: () => unknown): Promise<Attempt> {
  try {
    const value = call();
    if (!types.isPromise(value)) return { value, isPromise: false };
    return { value: await value, isPromise: true };
  } catch (error) {
    if (error instanceof BrokenOff) return 'brokenOff';
    return error instanceof EndedEarly ? 'endedEarly' : { error: nameOf(error) };
  }
}

/** What a call that was broken off has changed half-way is put back, so that no other is held to have changed it. */
function brokenOff(module: ModuleWatch, globals: GlobalWatch): ToldOutcome {
  noteLast(undefined);
  collect();
  const isLeft = module.lookAtAll().look === 'left' || globals.changed().length > 0 || memoryUse() - memoryAtStart > MOST_HELD;
  return { kind: 'brokenOff', isLeft };
}

function operandFacts(name: string, value: unknown, { walk, rows }: { walk: ExportWalk; rows: boolean }): OperandFacts {
  const { elements, weight, hasText, hasEmpty } = measureValue(value);
  const counts = { elements, weight, hasText, hasEmpty };
  return { name, type: typeText(value, walk), shape: shapeOf(value), ...counts, rows: rows ? rowsOf(value) : null };
}

function operand(name: string, value: unknown): Operand {
  return { name, value, digest: digestOf(value), parts: reachableFrom(value) };
}

/** What anything that exports hold is, beside what it was before the first call, however far from the members that were called. */
export function lookAtModule(walk: ExportWalk): FarLook {
  return watchesOf(walk).module.lookAtAll();
}

/** Whether the call has left something in the running context, or a code with which the process is to end. It is taken back. */
function leavesAround(): boolean {
  const isInContext = takeContexts();
  const isEnding = host.exitCode !== undefined;
  if (isEnding) host.exitCode = undefined;
  return isInContext || isEnding;
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
