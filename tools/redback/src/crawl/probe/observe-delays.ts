// What calls put off until they have returned: timers, and errors of theirs that nobody catches.
import type { Caller, Trial } from './caller.ts';
import { putsOff } from './results.ts';

export interface DelayFacts {
  /** Words in its source that only calls account for which nobody can make: those that were handed a function. */
  readonly explained: readonly string[];
  /** What it leaves uncaught with arguments that it is meant to take. */
  readonly stray: string | null;
  /** It does so more than once: after the first time its process was a fresh one, so that it comes from nobody else. */
  readonly isRepeated: boolean;
}

/**
 * Tells delays that belong to a function which a member was handed, or to arguments that it is not meant to take, from those that
 * any call may leave behind. `isMeant` says of a call that somebody could make it.
 */
export function observeDelays({ trials, asked }: Caller, isMeant: (trial: Trial) => boolean): DelayFacts {
  const late = trials.filter(({ outcome }) => putsOff(outcome));
  const meant = late.filter(isMeant);
  const straying = meant.filter(({ outcome }) => outcome.strays.length > 0);
  // Calls of which no more is known than what they did were made with arguments that it is meant to take.
  const isQuiet = meant.length === 0 && asked.every(({ timers }) => timers === 0);
  const isForFunctions = late.some(({ args }) => args.some((arg) => typeof arg === 'object' && arg !== null && arg.$ === 'callback'));
  return {
    explained: isForFunctions && isQuiet ? ['timer'] : [],
    stray: straying[0]?.outcome.strays[0] ?? null,
    isRepeated: straying.length > 1,
  };
}
