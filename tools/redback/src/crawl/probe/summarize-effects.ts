import type { EffectFacts, ProbeFacts } from '../../surface/snapshot.ts';
import { inOrder } from '../merge/merged.ts';
import type { CallEffects } from '../runtime/samples.ts';
import { isReturned, type Returned, type Trial } from './caller.ts';

/** What calls did besides giving a result: what any one of them did counts, those included of which `asked` has the effects alone. */
export function summarizeEffects(trials: readonly Trial[], asked: readonly CallEffects[]): EffectFacts {
  const returned = trials.filter(isReturned);
  const becomes = becoming(returned);
  const ran = [...trials.flatMap(({ outcome }) => ('effects' in outcome ? [outcome.effects] : [])), ...asked];
  return {
    mutates: sorted(ran.flatMap(({ mutates }) => mutates)),
    ...(becomes.length > 0 && { becomes }),
    givesBack: givesBack(trials),
    aliases: sorted(returned.flatMap(({ outcome }) => outcome.aliases)),
    usesRandom: ran.some(({ random }) => random > 0),
    usesClock: ran.some(({ clock }) => clock > 0),
    usesLocale: ran.some(({ locale }) => locale > 0),
    changesModule: ran.some(({ changesModule, globals }) => changesModule || globals.length > 0),
    reached: sorted(ran.flatMap(({ reached }) => reached)),
    generates: ran.some(({ generated }) => generated > 0),
    callsBack: ran.some(({ callbacks }) => callbacks > 0) || returned.some(({ outcome }) => /\bcallback\b/.test(outcome.value.type)),
    isAsync: returned.some(({ outcome }) => outcome.isPromise),
  };
}

/** Changed operands by their new types. What is no longer known by a type was nothing to begin with. */
function becoming(trials: readonly Returned[]): NonNullable<EffectFacts['becomes']> {
  const found = new Map<string, { readonly operand: string; readonly type: string }>();
  for (const { outcome } of trials) {
    for (const [index, operand] of outcome.effects.mutates.entries()) {
      const type = outcome.effects.becomes[index]?.type ?? 'unknown';
      const before = outcome.operands.find(({ name }) => name === operand)?.type;
      if (type !== before && !type.includes('unknown')) found.set(`${operand} ${type}`, { operand, type });
    }
  }
  return [...found].sort(([a], [b]) => inOrder(a, b)).map(([, one]) => one);
}

function givesBack(trials: readonly Trial[]): ProbeFacts['givesBack'] {
  const kinds = new Set(
    trials.filter(isReturned).flatMap(({ outcome }) => {
      if (outcome.effects.mutates.length === 0) return [];
      if (outcome.returns !== null && outcome.effects.mutates.includes(outcome.returns)) return ['changed' as const];
      return outcome.value.type === 'undefined' ? ['nothing' as const] : ['other' as const];
    }),
  );
  const [only] = kinds;
  return only === undefined ? null : kinds.size > 1 ? 'other' : only;
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}
