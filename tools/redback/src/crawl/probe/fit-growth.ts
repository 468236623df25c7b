import { waysToChoose } from '@syft-libs/ast';
import type { Growth, GrowthTerm } from '../../surface/snapshot.ts';
import type { ReturnedOutcome } from './caller.ts';
import { candidateTerms, isLeftOut, valuePlaces } from './growth-terms.ts';
import type { PublicSizes } from './public-sizes.ts';

/** One call, by what a guard would know of it, and how large its result was. */
export interface GrowthPoint {
  /** Elements of each operand, the receiver first where there is one. */
  readonly operands: readonly number[];
  /** What public operands count. */
  readonly values: PublicSizes;
  /** Lengths of each operand along its axes, as far as they are known. */
  readonly shapes?: readonly (readonly number[])[];
  readonly result: number;
}

const SMALL = 16;
/** A larger factor has to be explained: another term may be missing. */
const PLAIN_FACTOR = 4;
export const LARGEST_FACTOR = 64;
/** Elements of which no single call may make so many. */
const ENDLESS = 1e6;

/** The simplest upper bound that holds at every point; `null` where none of those that are tried does. */
export function fitGrowth(points: readonly GrowthPoint[]): Growth | null {
  if (points.length === 0) return null;
  const most = Math.max(...points.map(({ result }) => result));
  const least = Math.min(...points.map(({ result }) => result));
  if (most <= 1) return { factor: 1, terms: [] };
  // What no larger call has shown to be one is no constant.
  const sizes = points.map(sizesOf);
  const isGrown = Math.max(...sizes) >= 2 * Math.min(...sizes) && Math.max(...sizes) > SMALL;
  if (isGrown && (most === least || (most <= SMALL && isLevel(points)))) return { factor: roundUp(most), terms: [] };
  if (!isGrown) return linear(points);
  let steady: Growth | undefined;
  for (const terms of candidateTerms(points)) {
    if (steady !== undefined && !mayExplain(terms, steady) && !isTold(points, terms)) continue;
    const factor = factorFor(points, terms);
    if (factor === null || factor > LARGEST_FACTOR) continue;
    if (factor <= PLAIN_FACTOR) return { factor, terms };
    // Lengths explain a size wholly, or by chance.
    const isExact = terms.some(({ of }) => of.startsWith('axis:'));
    if (!isExact && isSteady({ factor, terms }, points)) steady ??= { factor, terms };
  }
  return steady ?? null;
}

/**
 * Where a large factor would do, a higher power is none of the result's, but other data may have a part in it; so have data with a
 * value where that value would do alone.
 */
function mayExplain(terms: readonly GrowthTerm[], steady: Growth): boolean {
  const isValue = ({ of }: GrowthTerm) => of.startsWith('value:');
  if (terms.length < 2) return false;
  return !terms.some(isValue) || (steady.terms.every(isValue) && !terms.every(isValue));
}

/** Whether two terms and no factor tell what each larger call gave. */
function isTold(points: readonly GrowthPoint[], terms: readonly GrowthTerm[]): boolean {
  if (terms.length !== 2 || factorFor(points, terms) !== 1) return false;
  const large = points.filter(({ result }) => result > SMALL);
  return large.length > 1 && large.every((point) => 2 * point.result >= growthAt({ factor: 1, terms }, point));
}

/** Whether large calls give no more than small ones did. */
function isLevel(points: readonly GrowthPoint[]): boolean {
  const mostOf = (some: readonly GrowthPoint[]) => Math.max(0, ...some.map(({ result }) => result));
  return mostOf(points.filter((point) => sizesOf(point) > SMALL)) <= mostOf(points.filter((point) => sizesOf(point) <= SMALL));
}

/** The largest of what it was called with. */
function sizesOf({ operands, values }: GrowthPoint): number {
  return Math.max(1, ...operands, ...Object.values(values));
}

/** Of calls that are all small: everything may grow with all that it was given, and with each public value. */
function linear(points: readonly GrowthPoint[]): Growth | null {
  const isValue = (place: string) => points.some(({ values }) => (values[place] ?? 0) > 1);
  const values = valuePlaces(points).flatMap((place) => (isValue(place) ? [{ of: `value:${place}`, power: 1 }] : []));
  const terms: readonly GrowthTerm[] = [{ of: 'elements', power: 1 }, ...values];
  const factor = factorFor(points, terms);
  return factor === null ? null : { factor: Math.max(2, factor), terms };
}

/**
 * Whether a large factor is one: a term that is missing shows as a factor that grows with the sizes, and would be much smaller
 * for small calls than for large ones.
 */
function isSteady({ factor, terms }: Growth, points: readonly GrowthPoint[]): boolean {
  const small = points.filter(({ operands, values }) => [...operands, ...Object.values(values)].every((size) => size <= SMALL));
  const atSmall = small.length === 0 ? null : factorFor(small, terms);
  return atSmall !== null && factor <= 2 * atSmall;
}

/** Characters of a number, a boolean or a date at most, as a cost counts them. */
const RENDERED = 32;

/** Sizes of operands by which a result is bounded: those of a text by the characters that it takes to write them. */
export function operandSizes({ value, operands }: Pick<ReturnedOutcome, 'value' | 'operands'>): readonly number[] {
  const isText = /\bstring\b/.test(value.type);
  return operands.map(({ weight, type }) => (isText && !/\bstring\b/.test(type) ? RENDERED * weight : weight));
}

/** What a bound comes to. */
export function growthAt({ factor, terms }: Growth, point: Omit<GrowthPoint, 'result'>): number {
  return factor * terms.reduce((product, term) => product * sizeAt(term, point) ** term.power, 1);
}

/** What a term comes to, or what stands for it where it is left out. */
function sizeAt({ of, absent, absentAs = [] }: GrowthTerm, point: Omit<GrowthPoint, 'result'>): number {
  const present = [of, ...absentAs].find((source) => !isLeftOut(source, point));
  return present === undefined && absent !== undefined ? absent : sizeOf(present ?? of, point);
}

function sizeOf(of: string, { operands, values, shapes }: Omit<GrowthPoint, 'result'>): number {
  if (of === 'elements')
    return Math.max(
      1,
      operands.reduce((left, right) => left + right, 0),
    );
  const [what, first, second] = of.split(':');
  if (what === 'choose') return waysToChoose(Math.max(1, operands[Number(first)] ?? 0), values[second as string] ?? 0);
  if (what === 'value') return Math.max(1, values[first as string] ?? 0);
  const index = Number(first);
  if (what === 'axis') return Math.max(1, shapes?.[index]?.[Number(second)] ?? operands[index] ?? 0);
  return Math.max(1, operands[index] ?? 0);
}

function factorFor(points: readonly GrowthPoint[], terms: readonly GrowthTerm[]): number | null {
  let factor = 0;
  for (const point of points) {
    // A public operand of another kind has no value to be bounded by: here the bound has to hold by the operands alone.
    factor = Math.max(factor, point.result / growthAt({ factor: 1, terms }, point));
  }
  return Number.isFinite(factor) ? roundUp(factor) : null;
}

/**
 * The simplest bound by the number of ways to choose so many of an operand's elements, for what outgrows all powers: calls that
 * did not end have to be far beyond what anybody may ask for, so that they are refused before they are made.
 */
export function fitChoice(points: readonly GrowthPoint[], endless: readonly Omit<GrowthPoint, 'result'>[]): Growth | null {
  const operands = points[0]?.operands.map((_, index) => index) ?? [];
  const values = Object.keys(points[0]?.values ?? {});
  for (const operand of operands.filter((index) => !values.includes(String(index)))) {
    for (const value of values) {
      const choose: GrowthTerm = { of: `choose:${operand}:${value}`, power: 1 };
      for (const terms of [[choose], [choose, { of: `value:${value}`, power: 1 }], [choose, { of: `operand:${operand}`, power: 1 }]]) {
        const factor = factorFor(points, terms);
        if (factor === null || factor > PLAIN_FACTOR) continue;
        const growth = { factor, terms };
        if (endless.every((point) => growthAt(growth, point) >= ENDLESS)) return growth;
      }
    }
  }
  return null;
}

/** Powers of two: a factor that a little noise does not change. */
function roundUp(value: number): number {
  return value <= 1 ? 1 : 2 ** Math.ceil(Math.log2(value) - 1e-9);
}
