// Costs of entries that nobody has read: upper bounds that were fitted to observed calls, and hold for what was not observed
// only as far as they grow. So every doubt goes upwards, and a value that is not known counts as endless.

import { hasFields, ownData } from '../serde/structure-value.ts';
import { type Bound, boundOfShape, RENDERED_LENGTH, SCALAR_BOUND } from './bounds.ts';
import type { CostFunction, OperandView } from './define-support.ts';

/** An upper bound: `factor` times all terms to their powers, each term at least 1. */
export interface ObservedGrowth {
  readonly factor: number;
  readonly terms: readonly ObservedTerm[];
}

/**
 * `of` is `elements`: those of all operands together; `operand:<index>`: those of one, the receiver being the first;
 * `axis:<index>:<axis>`: its length along an axis, or all of them where its axes are not known;
 * `value:<index>`: the size of the number that this public operand is, or the product of those that it lists;
 * `value:<index>.<field>`: the same of a field of a public record, or of a field of that; or `choose:<index>:<index>`: in how
 * many ways as many of the former operand's elements can be chosen as the latter says.
 */
export interface ObservedTerm {
  readonly of: string;
  readonly power: number;
  /** What a `value` counts as where its operand, or its field, is left out; endless unless given. */
  readonly absent?: number;
  /** What stands for it there instead: the first of these, `value:<index>` or `operand:<index>`, that is there. */
  readonly absentAs?: readonly string[];
  /** What it counts as where it is no public number and no list of them, but data; endless unless given. */
  readonly other?: number;
}

/** What was seen of an entry's calls, for {@link observedCost}. */
export interface ObservedCost {
  readonly size: ObservedGrowth;
  readonly time: ObservedGrowth;
  /** `scalar` where the declared result is a single number, boolean, bigint or date; `text` where a string can stand in it. */
  readonly result?: 'scalar' | 'text';
  /** Where every result had the same number of axes: what its length along each one was, as a term says it, or `count:<length>`. */
  readonly dims?: readonly string[];
}

/**
 * The cost of an entry from the growth that was observed. Elements and operations are at least 1 and never NaN; both are
 * endless, and so refused by any limit, where a value that they depend on is not public or is no number. A text is as long as
 * was observed, and longer by the longest way to write each operand that is no text itself.
 */
export function observedCost({ size, time, result, dims }: ObservedCost): CostFunction {
  const steps = growthOf(time, elementsOf);
  const bound = boundOf(size, { ...(result && { result }), ...(dims && { dims }) });
  return (operands) => {
    const most = bound(operands);
    return { result: most, operations: Math.max(steps(operands), most.elements) };
  };
}

type Operands = readonly OperandView[];
type Measure = (view: OperandView) => number;

const elementsOf: Measure = ({ bound }) => bound.elements;
const charactersOf: Measure = ({ bound }) => (bound.isText === true ? 1 : RENDERED_LENGTH) * Math.max(1, bound.elements);

function boundOf(size: ObservedGrowth, { result, dims }: Pick<ObservedCost, 'result' | 'dims'>): (operands: Operands) => Bound {
  if (result === 'scalar') return () => SCALAR_BOUND;
  if (result !== 'text') {
    const elements = growthOf(size, elementsOf);
    const lengths = dims?.map(lengthOf) ?? [];
    return (operands) => {
      const most = elements(operands);
      const known = lengths.map((length) => length(operands));
      if (known.length === 0 || known.includes(undefined)) return { elements: most };
      const told = boundOfShape(known as number[]);
      return { ...told, elements: Math.max(most, told.elements) };
    };
  }
  const characters = growthOf(size, charactersOf);
  return (operands) => {
    const written = operands.reduce((sum, view) => sum + (view.bound.isText === true ? 0 : charactersOf(view)), 0);
    return { elements: characters(operands) + written, isText: true };
  };
}

/** A length that is known; `undefined` where it is not. */
function lengthOf(of: string): (operands: Operands) => number | undefined {
  const [what, place, axis] = of.split(':');
  if (what === 'count') return () => Number(place);
  if (what === 'axis') return (operands) => operands[Number(place)]?.bound.dims?.[Number(axis)];
  return (operands) => {
    const value = valueAt(operands, placeOf(place));
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
  };
}

/** Read once, when the package is loaded: it is asked at every call. */
function growthOf({ factor, terms }: ObservedGrowth, measure: Measure): (operands: Operands) => number {
  const powers = terms.map((term) => ({ size: sizeOf(term, measure), power: term.power }));
  return (operands) => {
    let steps = factor;
    for (const { size, power } of powers) steps *= Math.max(1, size(operands)) ** power;
    return Number.isNaN(steps) ? Infinity : Math.max(1, steps);
  };
}

function sizeOf(
  { of, absent = Infinity, absentAs = [], other = Infinity }: ObservedTerm,
  measure: Measure,
): (operands: Operands) => number {
  const [what, place, second] = of.split(':');
  if (what === 'elements') return (operands) => operands.reduce((sum, view) => sum + measure(view), 0);
  const index = Number(place);
  const at = (operands: Operands): OperandView | undefined => operands[index];
  if (what === 'operand') {
    return (operands) => {
      const view = at(operands);
      return view === undefined ? 1 : measure(view);
    };
  }
  if (what === 'axis') {
    return (operands) => {
      const view = at(operands);
      return view === undefined ? 1 : (view.bound.dims?.[Number(second)] ?? measure(view));
    };
  }
  if (what === 'choose') {
    return (operands) => {
      const [from, chosen] = [at(operands), operands[Number(second)]];
      if (from === undefined || chosen === undefined) return absent;
      const elements = Math.max(1, from.bound.elements);
      return waysToChoose(elements, countOf(chosen.value)) * (measure(from) / elements);
    };
  }
  if (what !== 'value') return () => absent;
  const value = placeOf(place);
  const others = absentAs.map((instead) => ({ place: placeOf(instead.split(':')[1]), size: sizeOf({ of: instead, power: 1 }, measure) }));
  return (operands) => {
    // Nobody knows what a library makes of a place that is given and says nothing: that has no end.
    if (isGiven(operands, value)) return sizeOfValue(valueAt(operands, value)) ?? other;
    return others.find((instead) => isGiven(operands, instead.place))?.size(operands) ?? absent;
  };
}

/** An operand, or a field of it. */
interface Place {
  readonly index: number;
  readonly fields: readonly string[];
}

function placeOf(text = ''): Place {
  const [index, ...fields] = text.split('.');
  return { index: Number(index), fields };
}

/** Whether the operand is there, and says nothing against the field being there: one that is not public says nothing. */
function isGiven(operands: Operands, { index, fields }: Place): boolean {
  const view = operands[index];
  return view !== undefined && (fields.length === 0 || !isRecordLike(view.value) || fieldAt(view.value, fields) !== undefined);
}

function valueAt(operands: Operands, { index, fields }: Place): unknown {
  return fieldAt(operands[index]?.value, fields);
}

/** What no record holds is not there; nor is a field of what is none. */
function fieldAt(value: unknown, fields: readonly string[]): unknown {
  return fields.reduce((held, name) => (isRecordLike(held) ? ownData(held, name) : undefined), value);
}

function isRecordLike(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** In how many ways `chosen` of so many elements can be chosen where each may be more than once; endless beyond what numbers count exactly. */
export function waysToChoose(elements: number, chosen: number): number {
  const [least, most] = [Math.max(1, Math.ceil(elements)) - 1, Math.ceil(chosen)].sort((a, b) => a - b) as [number, number];
  if (!Number.isFinite(least) || most === Infinity) return Infinity;
  let ways = 1;
  for (let step = 1; step <= least; step++) {
    ways *= most + step;
    if (!(ways <= Number.MAX_SAFE_INTEGER)) return Infinity;
    ways /= step;
  }
  return ways;
}

/** How many a public number says are chosen: endless unless it is a whole number from 0, since other ones end no search. */
function countOf(value: unknown): number {
  const count = typeof value === 'bigint' ? Number(value) : value;
  return typeof count === 'number' && Number.isInteger(count) && count >= 0 ? count : Infinity;
}

/**
 * How large a public number is, or the product of a list of them, endless for NaN; of a boolean, or a structure, which are no counts,
 * 1. `undefined` for all else, and for what is not public.
 */
function sizeOfValue(value: unknown): number | undefined {
  if (typeof value === 'boolean' || hasFields(value)) return 1;
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))) return productOf(value as ArrayLike<unknown>);
  if (typeof value !== 'number' && typeof value !== 'bigint') return undefined;
  const size = Math.abs(Number(value));
  return Number.isNaN(size) ? Infinity : size;
}

function productOf(items: ArrayLike<unknown>): number | undefined {
  let product = 1;
  for (const item of Array.from(items)) {
    if (typeof item !== 'number' && typeof item !== 'bigint') return undefined;
    product *= Math.max(1, sizeOfValue(item) as number);
  }
  return product;
}
