// Calls that were seen to make instances, as ways to make them again.
import type { Sample } from '../../surface/sample.ts';
import type { Returned } from './caller.ts';
import type { ProbeTarget } from './probe-target.ts';
import type { Recipe } from './recipe-book.ts';

/** A call that gave an instance and did nothing else is a way to make one; one that filled its receiver is a way to make a fuller one. */
export function recipesOf(target: ProbeTarget, trial: Returned): readonly Recipe[] {
  const { effects, isPromise } = trial.outcome;
  const { random, clock, locale, callbacks, timers } = effects;
  const isPlain = random + clock + locale + callbacks + timers === 0 && !effects.changesModule;
  if (!isPlain || isPromise || target.mode === 'get') return [];
  return effects.mutates.length === 0 ? givenRecipe(target, trial) : filledRecipe(target, trial);
}

function givenRecipe(target: ProbeTarget, { receiver, args, declared, outcome }: Returned): readonly Recipe[] {
  const { value, returns } = outcome;
  if (!isInstance(value.type) || returns !== null) return [];
  const { path } = target;
  const sample: Sample =
    target.mode === 'construct' ? { $: 'new', path, args } : { $: 'call', path, args, ...(receiver === null ? {} : { receiver }) };
  const { type, shape, elements, distinct } = value;
  return [{ type, declaredAs: declaredResult(target, declared), sample, shape, elements, distinct }];
}

function filledRecipe({ path }: ProbeTarget, { receiver, args, outcome }: Returned): readonly Recipe[] {
  const { effects, operands, returns, value } = outcome;
  const [now] = effects.becomes;
  const before = operands.find(({ name }) => name === 'self');
  const isOwn = returns === 'self' || value.type === 'undefined';
  if (receiver === null || now === undefined || before === undefined || !isOwn || String(effects.mutates) !== 'self') return [];
  if (!isInstance(now.type) || now.type !== before.type || now.elements <= before.elements || isFilled(receiver)) return [];
  const { type, elements, distinct } = now;
  return [{ type, declaredAs: null, sample: { $: 'changed', of: receiver, path, args }, shape: null, elements, distinct }];
}

/** True for a recipe whose instance was filled after it was made. */
export function isFilled(sample: Sample): boolean {
  return typeof sample === 'object' && sample !== null && sample.$ === 'changed';
}

function isInstance(type: string): boolean {
  return /^[\w$]+(?:\.[\w$]+)+$/.test(type);
}

function declaredResult({ signatures }: ProbeTarget, declared: number | null): string | null {
  const returns = (signatures.find(({ index }) => index === declared) ?? signatures[0])?.signature.returns;
  return returns?.kind === 'ref' ? returns.id : null;
}
