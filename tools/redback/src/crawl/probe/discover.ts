import type { Sample } from '../../surface/sample.ts';
import { type ArgumentList, typedLists } from './argument-lists.ts';
import { type Caller, isGood, isReturned, type Returned, type Trial } from './caller.ts';
import { kindOfSample } from './plain-samples.ts';
import { isUntold, isVague } from './probe-target.ts';
import type { RecipeBook } from './recipe-book.ts';
import { argumentTypes, isOfNothing } from './results.ts';
import { fewerLists, instanceLists, shorterLists, untypedLists } from './untyped-lists.ts';
import { ValuePool } from './value-pool.ts';

const MOST_TYPED = 60;
const MOST_UNTYPED = 150;
const MOST_SHORTER = 40;
const MOST_KINDS = 12;
const OF_A_KIND = 4;
/** So many good calls tell enough of a member that declares nothing. */
const ENOUGH = 24;
const MOST_RECEIVERS = 4;
const MOST_INSTANCES = 3;
const AT_ONCE = 12;
const FEW_AT_ONCE = 4;
/** What changes something that outlives it is let alone after two. */
const FIRST = 2;

/** Calls a member in many ways, until enough of them work or enough were tried. */
export async function discover(caller: Caller, book: RecipeBook): Promise<readonly Trial[]> {
  const { target } = caller;
  if (target.owner !== null && !book.has(target.owner)) return [];
  const pool = new ValuePool(book);
  const receivers = target.owner === null ? [] : book.recipes(target.owner);
  if (target.mode === 'get') return callAll(caller, noArguments(receivers), MOST_TYPED);
  const typed = withReceivers(typedLists(target, pool), { book, owner: target.owner });
  const trials = [...(await callAll(caller, typed, MOST_TYPED))];
  if (!isVague(target) && trials.some(isReturned)) return trials;
  const own = { book, owner: target.owner };
  // What does with fewer looks at no more of them.
  for (let count = 1; !isVague(target) && count <= MOST_INSTANCES && !trials.some(isGood); count++) {
    trials.push(...(await callAll(caller, withReceivers(instanceLists(count, target, pool), own), MOST_TYPED)));
  }
  if (!isVague(target) && trials.some(isGood)) return trials;
  trials.push(...(await callAll(caller, withReceivers(untypedLists(target, pool), own), MOST_UNTYPED, ENOUGH)));
  if (isUntold(target) && !trials.some((trial) => isGood(trial) && !isOfNothing(trial))) {
    trials.push(...(await callAll(caller, withReceivers(fewerLists(target, pool), own), MOST_UNTYPED, ENOUGH)));
  }
  trials.push(...(await callShorter(caller, trials, own)));
  return trials;
}

/** Leaves out one argument after another of calls that gave something, as long as that works. */
async function callShorter(caller: Caller, trials: readonly Trial[], own: OwnReceivers): Promise<readonly Trial[]> {
  const found: Trial[] = [];
  for (let longer = fewOfEachKind(trials); longer.length > 0 && !caller.isSpent; ) {
    const shorter = await callAll(caller, withReceivers(shorterLists(longer), own), MOST_SHORTER);
    found.push(...shorter);
    longer = fewOfEachKind(shorter);
  }
  return found;
}

/** Calls that gave something at once, a few for each kind of arguments. */
function fewOfEachKind(trials: readonly Trial[]): readonly Trial[] {
  const kinds = new Map<string, Returned[]>();
  for (const trial of trials.filter(isGood)) {
    if (trial.args.length === 0) continue;
    const kind = argumentTypes(trial);
    kinds.set(kind, [...(kinds.get(kind) ?? []), trial]);
  }
  const some = [...kinds.values()].slice(0, MOST_KINDS);
  // First ones and last ones are least alike.
  return some.flatMap((kind) => [...new Set([...kind.slice(0, OF_A_KIND / 2), ...kind.slice(-OF_A_KIND / 2)])]);
}

interface OwnReceivers {
  readonly book: RecipeBook;
  readonly owner: string | null;
}

interface FullList {
  readonly list: ArgumentList;
  readonly receiver: Sample | null;
}

/** Each list with a receiver of its size; the first lists with others too. */
function withReceivers(lists: readonly ArgumentList[], { book, owner }: OwnReceivers): readonly FullList[] {
  if (owner === null) return lists.map((list) => ({ list, receiver: null }));
  const fitting = lists.map((list) => ({ list, receiver: book.fitting(owner, { profile: list.profile, slot: 0 }) }));
  const others = book.recipes(owner).slice(0, MOST_RECEIVERS);
  const first = lists.slice(0, MOST_RECEIVERS).flatMap((list) => others.map((receiver) => ({ list, receiver })));
  return [...fitting.slice(0, 6), ...first, ...fitting.slice(6)];
}

function noArguments(receivers: readonly Sample[]): readonly FullList[] {
  const list: ArgumentList = { args: [], declared: null, profile: { index: 0, length: 0, rows: 0, columns: 0, numbers: [], scalar: 0 } };
  return receivers.length === 0 ? [{ list, receiver: null }] : receivers.map((receiver) => ({ list, receiver }));
}

async function callAll(caller: Caller, lists: readonly FullList[], most: number, enough = most): Promise<readonly Trial[]> {
  const trials: Trial[] = [];
  const suspects = new Set<string>();
  // Errors of timers cost a process for each call: it shows soon enough.
  const atOnce = caller.target.member.runtime?.smells.includes('timer') ? FEW_AT_ONCE : AT_ONCE;
  let good = 0;
  let left = lists;
  while (trials.length < most && left.length > 0 && !caller.isSpent) {
    const some = left.slice(0, Math.min(most - trials.length, trials.length === 0 ? FIRST : atOnce));
    const requests = some.map(({ list, receiver }) => ({ receiver, args: list.args, declared: list.declared }));
    // What ends a process tells which of the others need not be tried.
    const found = await caller.callAll(requests, ({ kind }) => kind === 'ended');
    trials.push(...found);
    good += found.filter(isGood).length;
    for (const { args, outcome, declared } of found)
      if (outcome.kind === 'ended') for (const sign of signsOf(args, declared)) suspects.add(sign);
    const last = left[found.length - 1];
    left = left.slice(found.length).filter(({ list }) => !signsOf(list.args, list.declared).some((sign) => suspects.has(sign)));
    // As many arguments make it put off something that then fails: only functions may stand there.
    const failing = found.filter(({ outcome }) => outcome.strays.length > 0).map(({ args }) => args.length);
    if (failing.length > 0) left = left.filter(({ list }) => list.args.length < Math.min(...failing) || list.args.some(isFunction));
    // Enough is judged where a new number of arguments begins, so that all kinds of one number are seen.
    if (good >= enough && left[0]?.list.args.length !== last?.list.args.length) break;
  }
  return trials;
}

/**
 * Signs by which arguments are told that may not end either, where others of theirs did not: odd numbers, kinds that nobody has
 * asked for, and kinds with instances, which may be of any size.
 */
function signsOf(args: readonly Sample[], declared: number | null): readonly string[] {
  const kinds = args.map(kindOfSample).join();
  const isSuspect = declared === null ? !args.every((arg) => typeof arg === 'number') : /\b(?:new|call|changed)\b/.test(kinds);
  return [...oddArguments(args), ...(isSuspect ? [kinds] : [])];
}

function isFunction(sample: Sample | undefined): boolean {
  return typeof sample === 'object' && sample !== null && sample.$ === 'callback';
}

/** Numbers that libraries forget to think of, by their places: where one has ended a process, it is not tried again. */
function oddArguments(args: readonly Sample[]): readonly string[] {
  return args.flatMap((arg, index) =>
    typeof arg === 'number' && (arg <= 0 || !Number.isInteger(arg)) ? [`${index} ${Math.sign(arg)}`] : [],
  );
}
