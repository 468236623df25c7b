import type { Caller, Returned } from './caller.ts';

export interface StateFacts {
  /** The same call gave something else, and a fresh process gives the first thing again. */
  readonly keepsState: boolean;
  /** The same call gave something else in processes alike. */
  readonly isUnstable: boolean;
}

const STEADY: StateFacts = { keepsState: false, isUnstable: false };

/** Whether the same call gives the same twice: after all other calls of the member, and in fresh processes. */
export async function observeState(caller: Caller, telling: readonly Returned[]): Promise<StateFacts> {
  const [first] = telling;
  if (first === undefined || caller.isSpent) return STEADY;
  const digest = first.outcome.value.digest;
  const again = await caller.askAll([first, first].map(({ receiver, args }) => ({ receiver, args })));
  if (again.every((outcome) => outcome.kind === 'returned' && outcome.value.digest === digest)) return STEADY;
  const fresh = [await freshDigest(caller, first), await freshDigest(caller, first)];
  return fresh[0] === fresh[1] ? { keepsState: true, isUnstable: false } : { keepsState: false, isUnstable: true };
}

async function freshDigest(caller: Caller, trial: Returned): Promise<string | null> {
  await caller.refresh();
  return digestNow(caller, trial);
}

async function digestNow(caller: Caller, { receiver, args }: Returned): Promise<string | null> {
  const outcome = await caller.ask({ receiver, args });
  return outcome.kind === 'returned' ? outcome.value.digest : null;
}
