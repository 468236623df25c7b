import type { Sample } from '../../surface/sample.ts';
import { bare } from './argument-lists.ts';
import { type Caller, isGood, isReturned, type Returned, type Trial } from './caller.ts';
import { isShapeName, listsNamed } from './named-values.ts';
import { listOf, NAN } from './plain-samples.ts';
import type { RecipeBook } from './recipe-book.ts';

export interface ParamFacts {
  readonly publicParams: readonly number[];
  readonly shapeDependsOnData: boolean;
}

const TRUTHS: readonly Sample[] = [true, false];
const WORDS: readonly Sample[] = ['', 'a', 'b', 'abc', '12', ' '];
const NUMBERS: readonly Sample[] = [0, 1, 2, 3, 7, 0.5, -1, NAN];
const MOST_BASES = 2;

/**
 * Which arguments decide shape, cost, branch or failure: each is changed by itself, all others held. Words, truths and options
 * decide by their nature, unless text is what the member is about; a list decides only where its values are sizes or places.
 */
export async function observeParams(caller: Caller, telling: readonly Returned[], book: RecipeBook): Promise<ParamFacts> {
  const most = Math.max(0, ...telling.map(({ args }) => args.length));
  const publicParams: number[] = [];
  let shapeDependsOnData = false;
  for (let index = 0; index < most; index++) {
    for (const base of basesFor(telling, index)) {
      const found = await observeParam(caller, base, { index, telling });
      // A receiver is never public: where it decides a shape, data does.
      const verdict = found === 'public' && index === 0 && caller.target.mode === 'apply' ? 'shape' : found;
      if (verdict === 'public' && !publicParams.includes(index)) publicParams.push(index);
      if (verdict === 'shape') shapeDependsOnData = true;
    }
  }
  if (await receiverDecidesShape(caller, telling, book)) shapeDependsOnData = true;
  return { publicParams, shapeDependsOnData };
}

/** Good calls with the argument, of different kinds. */
function basesFor(telling: readonly Returned[], index: number): readonly Returned[] {
  const byKind = new Map<string, Returned>();
  const able = telling.filter(({ args }) => args.length > index);
  const good = able.filter(isGood);
  for (const trial of good.length > 0 ? good : able) {
    const kind = `${kindOf(trial.args[index] as Sample)} ${trial.outcome.operands.find(({ name }) => name === `arg:${index}`)?.type}`;
    const known = byKind.get(kind);
    if (known === undefined || elementsAt(trial, index) > elementsAt(known, index)) byKind.set(kind, trial);
  }
  return [...byKind.values()].slice(0, MOST_BASES + 1);
}

function elementsAt({ outcome }: Returned, index: number): number {
  return Math.min(outcome.operands.find(({ name }) => name === `arg:${index}`)?.elements ?? 0, 6);
}

function kindOf(sample: Sample): string {
  return typeof sample === 'object' ? (sample === null ? 'null' : sample.$) : typeof sample;
}

interface Place {
  readonly index: number;
  readonly telling: readonly Returned[];
}

async function observeParam(caller: Caller, base: Returned, { index, telling }: Place): Promise<'public' | 'shape' | 'free'> {
  const sample = base.args[index] as Sample;
  const name = bare(caller.target.names?.[index] ?? caller.target.signatures[0]?.signature.params[index]?.name ?? '');
  // Members of the language's own values take such values for data.
  const isMember = caller.target.mode === 'apply';
  if (isMember && (typeof sample === 'boolean' || typeof sample === 'string')) {
    return (await isDecisive(caller, base, { index, values: typeof sample === 'boolean' ? TRUTHS : WORDS })) ? 'public' : 'free';
  }
  if (typeof sample === 'boolean') return 'public';
  if (typeof sample === 'string') return isAboutText(telling, index) ? 'free' : 'public';
  // What cannot be looked at any more is held to be public.
  if (typeof sample === 'number' && caller.isSpent) return 'public';
  if (typeof sample === 'number') return (await isDecisive(caller, base, { index, values: NUMBERS })) ? 'public' : 'free';
  if (sample === null || sample.$ === 'record') return sample === null || isStrided(sample) ? 'free' : 'public';
  if (sample.$ !== 'list' && sample.$ !== 'array') return 'free';
  if (sample.items.length === 0) return 'free';
  return observeList(caller, base, { index, name, items: sample.items });
}

/** It takes text and gives text: then text is data. */
function isAboutText(telling: readonly Returned[], index: number): boolean {
  return (
    index === 0 &&
    telling.every(({ outcome }) => /^(?:string|string\[\]|undefined)$/.test(outcome.value.type)) &&
    !telling.some(({ args }) => typeof args[0] !== 'string')
  );
}

function isStrided({ fields }: { readonly fields: Readonly<Record<string, Sample>> }): boolean {
  return fields['data'] !== undefined && fields['stride'] !== undefined;
}

async function isDecisive(
  caller: Caller,
  base: Returned,
  { index, values }: { index: number; values: readonly Sample[] },
): Promise<boolean> {
  const trials = await callWith(caller, base, index, values);
  return trials.some((trial) => trial.outcome.kind !== 'unmade' && lookOf(trial) !== lookOf(base));
}

async function callWith(caller: Caller, base: Trial, index: number, values: readonly Sample[]): Promise<readonly Trial[]> {
  if (caller.isSpent) return [];
  return caller.callAll(
    values.map((value) => ({
      receiver: base.receiver,
      args: base.args.map((arg, at) => (at === index ? value : arg)),
      declared: base.declared,
    })),
  );
}

/** What of an outcome may depend on public arguments alone. */
function lookOf(trial: Trial): string {
  if (!isReturned(trial)) return trial.outcome.kind;
  const { type, shape, elements } = trial.outcome.value;
  const isText = type === 'string';
  // A missing number is a number that is missing: what it says is no shape.
  const kind = ['number', 'null', 'undefined', 'boolean'].includes(type)
    ? 'scalar'
    : type.replace(/unknown|number|null|undefined|boolean/g, '_');
  return JSON.stringify([kind, shape, isText || shape !== null ? null : elements]);
}

/** Far from all others, and yet no size that fills a machine. */
const OUTLIER = 1_000;

interface ListPlace {
  readonly index: number;
  readonly name: string;
  readonly items: readonly Sample[];
}

async function observeList(caller: Caller, base: Returned, { index, name, items }: ListPlace): Promise<'public' | 'shape' | 'free'> {
  const sample = base.args[index] as Extract<Sample, { $: 'list' | 'array' }>;
  const others = contentsLike(items).map((changed) => ({ ...sample, items: changed }) as Sample);
  const looks = new Set([lookOf(base)]);
  for (const trial of await callWith(caller, base, index, others)) if (isReturned(trial)) looks.add(lookOf(trial));
  const isNamed = items.every((item) => typeof item === 'number') && (isShapeName(name) || listsNamed(name).length > 0);
  if (looks.size === 1)
    return isNamed && (await isDecisive(caller, base, { index, values: [listOf(items.map(() => -3))] })) ? 'public' : 'free';
  return isNamed || isSizes(base, items) ? 'public' : 'shape';
}

/** The values are the result's own lengths. */
export function isSizes({ outcome }: Returned, items: readonly Sample[]): boolean {
  if (items.length > 4 || !items.every((item) => typeof item === 'number')) return false;
  const sizes = items as readonly number[];
  const product = sizes.reduce((left, right) => left * right, 1);
  return outcome.value.shape?.join() === sizes.join() || (product > 1 && outcome.value.elements === product);
}

/** As many items with other contents: all alike, some alike, in another order, with signs, and with what some leave out. */
function contentsLike(items: readonly Sample[]): readonly (readonly Sample[])[] {
  const [first] = items;
  if (typeof first === 'number') {
    const count = items.length;
    const whole = Array.from({ length: count }, (_, at) => at + 1);
    return [
      whole.map(() => first),
      whole,
      whole.map((value) => (value > count / 2 ? 1 : 0)),
      whole.map((value) => -value),
      [...items].reverse(),
      [NAN, ...items.slice(1)],
      [OUTLIER, ...items.slice(1)],
      [...items.slice(0, -1), 0],
    ];
  }
  return [items.map(() => first as Sample), [...items].reverse()];
}

/** Receivers of one shape with different contents gave results of different shape. */
async function receiverDecidesShape(caller: Caller, telling: readonly Returned[], book: RecipeBook): Promise<boolean> {
  const { owner } = caller.target;
  const base = telling.find(isGood);
  if (owner === null || base === undefined) return false;
  const shapes = new Map<string, string>();
  if (caller.isSpent) return false;
  for (const trial of await caller.callAll(
    book.recipes(owner).map((receiver) => ({ receiver, args: base.args, declared: base.declared })),
  )) {
    if (!isReturned(trial)) continue;
    const shape = String(trial.outcome.operands.find(({ name }) => name === 'self')?.shape);
    const look = lookOf(trial);
    if (shape !== 'null' && shapes.has(shape) && shapes.get(shape) !== look) return true;
    shapes.set(shape, look);
  }
  return false;
}
