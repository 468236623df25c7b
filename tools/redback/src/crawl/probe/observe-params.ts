import type { TypeRef } from '@syft-libs/ast';
import type { Sample } from '../../surface/sample.ts';
import { bare } from './argument-lists.ts';
import { type Caller, isGood, isReturned, type Returned, type Trial } from './caller.ts';
import { isShapeName, listsNamed } from './named-values.ts';
import { OUTLIERS, otherContents, otherTexts } from './other-contents.ts';
import { isStrided, listOf, NAN, UNDEFINED } from './plain-samples.ts';
import type { RecipeBook } from './recipe-book.ts';

export interface ParamFacts {
  readonly publicParams: readonly number[];
  readonly shapeDependsOnData: boolean;
}

const TRUTHS: readonly Sample[] = [true, false];
const WORDS: readonly Sample[] = ['', 'a', 'b', 'abc', '12', ' '];
const NUMBERS: readonly Sample[] = [0, 1, 2, 3, 7, 0.5, -1, NAN];
const WIDE_NUMBERS: readonly Sample[] = ['0', '1', '2', '3', '7', '-1'].map((value) => ({ $: 'bigint', value }));
const DATES: readonly Sample[] = [0, 1, 40 * 86_400_000, 1e12, 1e13, -1e12].map((milliseconds) => ({ $: 'date', milliseconds }));
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
  if (typeof sample === 'string') {
    if (!isAboutText(telling, index)) return 'public';
    return (await isDecisive(caller, base, { index, values: otherTexts(sample) })) ? 'shape' : 'free';
  }
  // What cannot be looked at any more is held to be public.
  if (typeof sample === 'number' && caller.isSpent) return 'public';
  if (typeof sample === 'number') {
    const isSize = async (values: readonly Sample[]) => isDecisive(caller, base, { index, values });
    return (await isSize(NUMBERS)) || (await isSize(OUTLIERS)) ? 'public' : 'free';
  }
  if (sample === null) return 'free';
  if (sample.$ === 'bigint' || sample.$ === 'date') {
    const trials = await callWith(caller, base, index, sample.$ === 'bigint' ? WIDE_NUMBERS : DATES);
    return trials.some((trial) => isReturned(trial) && lookOf(trial) !== lookOf(base)) ? 'public' : 'free';
  }
  if (sample.$ === 'record' && !isOfData(sample)) return 'public';
  return observeContents(caller, base, { index, name });
}

/** A view, or columns: a record that holds lists, and no word, truth or number beside them. */
function isOfData({ fields }: Extract<Sample, { $: 'record' }>): boolean {
  const isList = (field: Sample) => typeof field === 'object' && field !== null && (field.$ === 'list' || field.$ === 'array');
  return isStrided({ fields }) || (Object.keys(fields).length > 0 && Object.values(fields).every(isList));
}

/** It takes text and gives text: then text is data. */
function isAboutText(telling: readonly Returned[], index: number): boolean {
  return (
    index === 0 &&
    telling.every(({ outcome }) => /^(?:string|string\[\]|undefined)$/.test(outcome.value.type)) &&
    !telling.some(({ args }) => typeof args[0] !== 'string')
  );
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

interface OperandPlace {
  readonly index: number;
  readonly name: string;
}

async function observeContents(caller: Caller, base: Returned, { index, name }: OperandPlace): Promise<'public' | 'shape' | 'free'> {
  const sample = base.args[index] as Sample;
  const trials = await callWith(caller, base, index, [...otherContents(sample), ...withGap(sample, caller, index)]);
  const looks = new Set(trials.filter((trial) => isReturned(trial) && isAsLarge(trial, base, `arg:${index}`)).map(lookOf));
  const items = typeof sample === 'object' && sample !== null && (sample.$ === 'list' || sample.$ === 'array') ? sample.items : [];
  const isNamed = items.length > 0 && items.every((item) => typeof item === 'number') && (isShapeName(name) || listsNamed(name).length > 0);
  looks.add(lookOf(base));
  if (looks.size === 1)
    return isNamed && (await isDecisive(caller, base, { index, values: [listOf(items.map(() => -3))] })) ? 'public' : 'free';
  return isNamed || (items.length > 0 && isSizes(base, items)) ? 'public' : 'shape';
}

/** The list with nothing for its first item, where it is declared that nothing may be among its items. */
function withGap(sample: Sample, { target }: Caller, index: number): readonly Sample[] {
  if (typeof sample !== 'object' || sample === null || sample.$ !== 'list') return [];
  const members = (type: TypeRef): readonly TypeRef[] => (type.kind === 'union' ? type.of.flatMap(members) : [type]);
  const items = target.signatures
    .flatMap(({ signature }) => members(signature.params[index]?.type ?? { kind: 'unknown' }))
    .flatMap((type) => (type.kind === 'list' ? members(type.of) : []));
  const holds = (name: string) => items.some((item) => item.kind === 'prim' && item.name === name);
  const gaps = [...(holds('null') ? [null] : []), ...(holds('undefined') ? [UNDEFINED] : [])];
  return gaps.map((gap) => ({ ...sample, items: [gap, ...sample.items.slice(1)] }));
}

/** The operand has as many elements as in the other call, in as many rows: sets are smaller for what is twice in them. */
function isAsLarge(trial: Returned, base: Returned, name: string): boolean {
  const sizeOf = ({ outcome }: Returned) => {
    const { elements, shape } = outcome.operands.find((operand) => operand.name === name) ?? {};
    return JSON.stringify([elements, shape]);
  };
  return sizeOf(trial) === sizeOf(base);
}

/** The values are the result's own lengths. */
export function isSizes({ outcome }: Returned, items: readonly Sample[]): boolean {
  if (items.length > 4 || !items.every((item) => typeof item === 'number')) return false;
  const sizes = items as readonly number[];
  const product = sizes.reduce((left, right) => left * right, 1);
  return outcome.value.shape?.join() === sizes.join() || (product > 1 && outcome.value.elements === product);
}

/** Receivers of one size with different contents gave results of different shape. */
async function receiverDecidesShape(caller: Caller, telling: readonly Returned[], book: RecipeBook): Promise<boolean> {
  const { owner } = caller.target;
  const base = telling.find(isGood);
  if (owner === null || base === undefined) return false;
  if (caller.isSpent) return false;
  const call = async (receivers: readonly Sample[]) =>
    (await caller.callAll(receivers.map((receiver) => ({ receiver, args: base.args, declared: base.declared })))).filter(isReturned);
  const looks = new Map<string, string>();
  for (const trial of await call(book.recipes(owner))) {
    const shape = String(trial.outcome.operands.find(({ name }) => name === 'self')?.shape);
    const look = lookOf(trial);
    if (shape !== 'null' && looks.has(shape) && looks.get(shape) !== look) return true;
    looks.set(shape, look);
  }
  const others = base.receiver === null ? [] : await call(otherContents(base.receiver));
  return others.some((trial) => isAsLarge(trial, base, 'self') && lookOf(trial) !== lookOf(base));
}
