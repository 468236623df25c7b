import type { Sample } from '../../surface/sample.ts';
import { type ArgumentList, typedLists, untypedLists } from './argument-lists.ts';
import { type Caller, isGood, isReturned, type Trial } from './caller.ts';
import { isVague } from './probe-target.ts';
import type { RecipeBook } from './recipe-book.ts';
import { ValuePool } from './value-pool.ts';

const MOST_TYPED = 60;
const MOST_UNTYPED = 150;
/** So many good calls tell enough of a member that declares nothing. */
const ENOUGH = 24;
const MOST_RECEIVERS = 4;
const AT_ONCE = 20;

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
  const untyped = withReceivers(untypedLists(target, pool), { book, owner: target.owner });
  trials.push(...(await callAll(caller, untyped, MOST_UNTYPED - trials.length, ENOUGH)));
  return trials;
}

interface FullList {
  readonly list: ArgumentList;
  readonly receiver: Sample | null;
}

/** Each list with a receiver of its size; the first lists with others too. */
function withReceivers(lists: readonly ArgumentList[], { book, owner }: { book: RecipeBook; owner: string | null }): readonly FullList[] {
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
  let good = 0;
  while (trials.length < most && trials.length < lists.length && !caller.isSpent) {
    const some = lists.slice(trials.length, Math.min(most, trials.length + AT_ONCE));
    const found = await caller.callAll(some.map(({ list, receiver }) => ({ receiver, args: list.args, declared: list.declared })));
    trials.push(...found);
    good += found.filter(isGood).length;
    // Enough is judged where a new number of arguments begins, so that all kinds of one number are seen.
    const next = lists[trials.length]?.list.args.length ?? 0;
    if (good >= enough && next > Math.min(...some.map(({ list }) => list.args.length))) break;
  }
  return trials;
}
