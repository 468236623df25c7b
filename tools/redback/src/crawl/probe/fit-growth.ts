import type { Growth, GrowthTerm } from '../../surface/snapshot.ts';

/** One call, by what a guard would know of it, and how large its result was. */
export interface GrowthPoint {
  /** Elements of each operand, the receiver first where there is one. */
  readonly operands: readonly number[];
  /** What each public operand counts: its number, or the product of those that it lists; `null` for others. */
  readonly values: readonly (number | null)[];
  readonly result: number;
}

const SMALL = 16;
/** A bound with a larger factor says little: another term is looked for first. */
const PLAIN_FACTOR = 4;
const LARGEST_FACTOR = 64;

/** The simplest upper bound that holds at every point; `null` where none of those that are tried does. */
export function fitGrowth(points: readonly GrowthPoint[]): Growth | null {
  if (points.length === 0) return null;
  const most = Math.max(...points.map(({ result }) => result));
  const least = Math.min(...points.map(({ result }) => result));
  if (most <= SMALL || most === least) return { factor: roundUp(most), terms: [] };
  const candidates = candidateTerms(points);
  for (const limit of [PLAIN_FACTOR, LARGEST_FACTOR]) {
    for (const terms of candidates) {
      const factor = factorFor(points, terms);
      if (factor !== null && factor <= limit) return { factor, terms };
    }
  }
  return null;
}

/** What a bound comes to. */
export function growthAt({ factor, terms }: Growth, { operands, values }: Pick<GrowthPoint, 'operands' | 'values'>): number {
  return factor * terms.reduce((product, { of, power }) => product * sizeOf(of, operands, values) ** power, 1);
}

function sizeOf(of: string, operands: readonly number[], values: readonly (number | null)[]): number {
  if (of === 'elements')
    return Math.max(
      1,
      operands.reduce((left, right) => left + right, 0),
    );
  const index = Number(of.slice(of.indexOf(':') + 1));
  return Math.max(1, (of.startsWith('value:') ? values[index] : operands[index]) ?? 0);
}

function factorFor(points: readonly GrowthPoint[], terms: readonly GrowthTerm[]): number | null {
  let factor = 0;
  for (const point of points) {
    // A public operand of another kind has no value to be bounded by: here the bound has to hold by the operands alone.
    factor = Math.max(factor, point.result / growthAt({ factor: 1, terms }, point));
  }
  return Number.isFinite(factor) ? roundUp(factor) : null;
}

function candidateTerms(points: readonly GrowthPoint[]): readonly (readonly GrowthTerm[])[] {
  const count = Math.max(...points.map(({ operands }) => operands.length));
  const indices = Array.from({ length: count }, (_, index) => index);
  const isData = (index: number) => points.some(({ operands }) => (operands[index] ?? 0) > 1);
  const data = indices.filter(isData).map((index) => `operand:${index}`);
  const values = indices
    .filter((index) => points.some((point) => point.values[index] !== null && point.values[index] !== undefined))
    .map((index) => `value:${index}`);
  const one = (of: string, power = 1): GrowthTerm => ({ of, power });
  const pairs = (left: readonly string[], right: readonly string[]) =>
    left.flatMap((a) =>
      right
        .filter((b) => a < b || left !== right)
        .filter((b) => a !== b)
        .map((b) => [one(a), one(b)]),
    );
  return [
    ...data.map((of) => [one(of)]),
    [one('elements')],
    ...values.map((of) => [one(of)]),
    ...pairs(values, values),
    ...values.map((of) => [one(of, 2)]),
    ...pairs(data, values),
    ...values.map((of) => [one('elements'), one(of)]),
    ...pairs(data, data),
    ...data.map((of) => [one(of, 2)]),
    [one('elements', 2)],
    ...(values.length > 2 ? [values.map((of) => one(of))] : []),
    ...pairs(values, values).map((terms) => [one('elements'), ...terms]),
    ...data.map((of) => [one(of, 3)]),
  ];
}

/** Powers of two: a factor that a little noise does not change. */
function roundUp(value: number): number {
  return value <= 1 ? 1 : 2 ** Math.ceil(Math.log2(value) - 1e-9);
}
