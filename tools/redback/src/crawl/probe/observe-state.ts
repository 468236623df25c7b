import type { CageSession } from '../runtime/cage-session.ts';
import type { CallRequest } from '../runtime/samples.ts';
import { type Caller, DEADLINE, type Returned, requestOf } from './caller.ts';

/** A call that does not give the same twice, to be made in fresh processes: `null` for a member whose calls do. */
export async function observeState(caller: Caller, telling: readonly Returned[]): Promise<CallRequest | null> {
  const [first] = telling;
  if (first === undefined || caller.isSpent) return null;
  const { receiver, args } = first;
  const digest = first.outcome.value.digest;
  const again = await caller.askAll([first, first].map(() => ({ receiver, args })));
  if (again.every((outcome) => outcome.kind === 'returned' && outcome.value.digest === digest)) return null;
  return requestOf(caller.target, first);
}

/**
 * Makes calls that did not give the same twice in two fresh processes, one after another in the same order, and tells of each
 * whether it is never the same. What gives the same in both remembers what it was asked before.
 */
export async function areUnstable(calls: readonly CallRequest[], open: () => CageSession): Promise<readonly boolean[]> {
  if (calls.length === 0) return [];
  const [some, others] = await Promise.all([digestsOf(calls, open), digestsOf(calls, open)]);
  return some.map((digest, index) => digest !== others[index]);
}

async function digestsOf(calls: readonly CallRequest[], open: () => CageSession): Promise<readonly (string | null)[]> {
  const session = open();
  try {
    const outcomes = await session.callMany(calls, DEADLINE);
    return outcomes.map((outcome) => (outcome.kind === 'returned' ? outcome.value.digest : null));
  } finally {
    await session.close();
  }
}
