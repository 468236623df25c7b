import { formatType, parseType } from '@syft-libs/ast';
import type { Sample } from '../../surface/sample.ts';
import type { ProbeFacts } from '../../surface/snapshot.ts';
import { inOrder } from '../merge/merged.ts';
import type { SessionOutcome } from '../runtime/cage-session.ts';
import { isGood, isReturned, type Returned, type Trial } from './caller.ts';
import type { ProbeTarget, TargetSignature } from './probe-target.ts';
import { type TypeNames, typeFits, valueFits } from './type-fit.ts';

/** Of a kind of arguments at least so many calls have to give something: else it was chance that one did. */
const USUAL = 0.5;

/**
 * The calls that tell what a member gives. Of a declared one all that returned. Of another (`isVague`) those with kinds of
 * arguments that mostly gave something: a list of one number passes for that number now and then. What a call puts off until
 * it has returned, it does for a function that it was handed, or took an argument for: with others at hand, it tells nothing.
 */
export function tellingTrials(trials: readonly Trial[], isVague: boolean): readonly Returned[] {
  const all = trials.filter(isReturned);
  const prompt = isVague ? all.filter(({ outcome }) => !putsOff(outcome)) : all;
  const returned = prompt.length > 0 ? prompt : all;
  const declared = returned.filter((trial) => trial.declared !== null);
  if (!isVague && declared.length > 0) return declared;
  const usual = [...Map.groupBy(returned, argumentTypes).values()].filter((kind) => {
    const good = kind.filter(isGood).length;
    // Numbers often have to lie within bounds that nobody tells.
    const isOfNumbers = isVague && good > 1 && kind.every(({ args }) => args.every((arg) => typeof arg === 'number'));
    return good > 0 && (good >= USUAL * kind.length || isOfNumbers);
  });
  const found = new Set(usual.flat());
  if (found.size > 0) return returned.filter((trial) => found.has(trial));
  const good = returned.filter(isGood);
  return good.length > 0 ? good : returned;
}

/** It was given lists without items, and nothing else: what it gives then tells nothing. */
export function isOfNothing({ args }: Pick<Trial, 'args'>): boolean {
  return args.length > 0 && args.every((arg) => typeof arg === 'object' && arg !== null && arg.$ === 'list' && arg.items.length === 0);
}

/** More calls with the kinds of arguments that tell what a member gives. */
export function alikeTrials(trials: readonly Trial[], telling: readonly Returned[]): readonly Returned[] {
  const kinds = new Set(telling.map(argumentTypes));
  return trials.filter(isReturned).filter((trial) => kinds.has(argumentTypes(trial)) && !putsOff(trial.outcome));
}

/** How to make again what a call gave. */
export function recipeSample({ mode, path }: ProbeTarget, { args, receiver }: Pick<Returned, 'args' | 'receiver'>): Sample {
  return mode === 'construct' ? { $: 'new', path, args } : { $: 'call', path, args, ...(receiver === null ? {} : { receiver }) };
}

/** It has set a timer, or something threw after it had returned. */
export function putsOff(outcome: SessionOutcome): boolean {
  return outcome.strays.length > 0 || ('effects' in outcome && outcome.effects.timers > 0);
}

/** Types of the arguments, in one text; the receiver does not count. */
export function argumentTypes({ outcome }: Returned): string {
  return outcome.operands
    .filter(({ name }) => name !== 'self')
    .map(({ type }) => type)
    .join('; ');
}

/** Types by how often, those that another covers counted with it: an empty list is one of numbers where there are some. */
export function countResults(trials: readonly Returned[], names: TypeNames): ProbeFacts['results'] {
  const counts = new Map<string, number>();
  for (const { outcome } of trials) counts.set(outcome.value.type, (counts.get(outcome.value.type) ?? 0) + 1);
  const vague = [...counts.keys()].filter((type) => type.includes('unknown'));
  for (const type of vague) {
    const wider = [...counts.keys()].find((other) => !other.includes('unknown') && typeFits(parseType(type), parseType(other), names));
    if (wider === undefined || type === 'unknown') continue;
    counts.set(wider, (counts.get(wider) ?? 0) + (counts.get(type) ?? 0));
    counts.delete(type);
  }
  return [...counts].map(([type, count]) => ({ type, count })).sort((a, b) => b.count - a.count || inOrder(a.type, b.type));
}

/**
 * Declared signatures that no call satisfied though some ran, or whose result never was what they say. One that gives what a
 * parameter takes is satisfied by getting that very argument back.
 */
export function contradicted(trials: readonly Trial[], declared: readonly TargetSignature[], names: TypeNames): readonly number[] {
  const wrong: number[] = [];
  for (const { index, signature } of declared) {
    const own = trials.filter((trial) => index !== null && trial.declared === index && trial.outcome.kind !== 'unmade');
    if (index === null || own.length === 0) continue;
    const returned = own.filter(isReturned);
    const isMet = returned.some(({ outcome }) => {
      if (outcome.isPromise !== signature.async) return false;
      if (outcome.returns?.startsWith('arg:')) {
        const param = signature.params[Number(outcome.returns.slice(4))];
        if (param !== undefined && formatType(param.type) === formatType(signature.returns)) return true;
      }
      return valueFits(outcome.value, signature.returns, names);
    });
    if (!isMet) wrong.push(index);
  }
  return wrong;
}
