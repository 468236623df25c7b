// What calls put off until they have returned: timers, and errors of theirs that nobody catches.
import type { Caller, Trial } from './caller.ts';
import { kindsOf } from './plain-samples.ts';
import type { ProbeTarget } from './probe-target.ts';
import { putsOff } from './results.ts';

export interface DelayFacts {
  /** Words in its source that only calls account for which nobody can make: those that were handed a function. */
  readonly explained: readonly string[];
  /** What it leaves uncaught with arguments that it is meant to take. */
  readonly stray: string | null;
  /** It does so more than once, or again in a process of its own: so that it comes from nobody else. */
  readonly isRepeated: boolean;
}

/**
 * Tells delays that belong to a function which a member was handed, or to arguments that it is not meant to take, from those that
 * any call may leave behind. `isMeant` says of a call that somebody could make it.
 */
export function observeDelays(caller: Caller, isMeant: (trial: Trial) => boolean): DelayFacts {
  const { trials, asked } = caller;
  const late = trials.filter(({ outcome }) => putsOff(outcome));
  const meant = late.filter(isMeant);
  const straying = meant.filter(({ outcome }) => outcome.strays.length > 0);
  const recurring = [...straying, ...caller.strayed].filter((trial) => caller.recurs(trial) === true);
  // Calls of which no more is known than what they did were made with arguments that it is meant to take.
  const isQuiet = meant.length === 0 && asked.every(({ timers }) => timers === 0);
  const isForFunctions = late.some(({ args }) => args.some((arg) => typeof arg === 'object' && arg !== null && arg.$ === 'callback'));
  return {
    explained: isForFunctions && isQuiet ? ['timer'] : [],
    stray: (straying[0] ?? recurring[0])?.outcome.strays[0] ?? null,
    isRepeated: straying.length > 1 || recurring.length > 0,
  };
}

/** Calls to make again for one member. */
const MOST_AGAIN = 2;

/**
 * Makes calls again that have left an error uncaught where it may have been somebody else's: each in a process of its own, and only
 * those with kinds of arguments that tell what the member takes. A helper may leave one for one value alone.
 */
export async function repeatStrays(caller: Caller, telling: readonly Trial[]): Promise<void> {
  const kinds = new Set(telling.map(kindsOf));
  const isMeant = (trial: Trial) => kinds.has(kindsOf(trial));
  const tried = caller.trials.filter(({ outcome }) => outcome.strays.length > 0).filter(isMeant);
  const straying = [...tried, ...caller.strayed.filter(isMeant)];
  if (setsTimers(caller.target) || tried.length > 1 || straying.some((trial) => caller.recurs(trial) === true)) return;
  const open = straying.filter((trial) => caller.recurs(trial) === undefined);
  for (const trial of open.slice(-MOST_AGAIN)) await caller.repeatAlone(trial);
}

/** Errors of its timers are its own, whenever they come. */
export function setsTimers({ member }: Pick<ProbeTarget, 'member'>): boolean {
  return member.runtime?.smells.some((smell) => smell === 'timer' || smell === 'async') ?? false;
}
