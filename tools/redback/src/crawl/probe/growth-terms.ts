import type { GrowthTerm } from '../../surface/snapshot.ts';
import { fieldsOf, operandOf } from '../../surface/term-place.ts';
import type { GrowthPoint } from './fit-growth.ts';

/** What a bound may be made of, the simplest first. */
export function candidateTerms(points: readonly GrowthPoint[]): readonly (readonly GrowthTerm[])[] {
  const count = Math.max(...points.map(({ operands }) => operands.length));
  const indices = Array.from({ length: count }, (_, index) => index);
  const isData = (index: number) => points.some(({ operands }) => (operands[index] ?? 0) > 1);
  const data = indices.filter(isData).map((index) => `operand:${index}`);
  const values = valuePlaces(points).map((place) => `value:${place}`);
  // Lengths by themselves say more than elements only where they are multiplied.
  const axes = indices.filter((index) => points.some(({ shapes }) => shapes?.[index]?.length === 2)).flatMap(axesOf);
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
    ...termsWithAbsent(points, { data, values }),
    ...pairs(data, values),
    ...values.map((of) => [one('elements'), one(of)]),
    ...axes.map((of) => [one(of, 2)]),
    ...pairs(axes, axes),
    ...pairs(axes, data).filter(([axis, of]) => !axis?.of.startsWith(`axis:${of?.of.slice('operand:'.length)}:`)),
    ...axes.map((of) => [one('elements'), one(of)]),
    ...pairs(data, data),
    ...data.map((of) => [one(of, 2)]),
    [one('elements', 2)],
    ...(values.length > 2 ? [values.map((of) => one(of))] : []),
    ...pairs(values, values).map((terms) => [one('elements'), ...terms]),
    ...data.map((of) => [one(of, 3)]),
  ];
}

function axesOf(index: number): readonly string[] {
  return [`axis:${index}:0`, `axis:${index}:1`];
}

/** Values that some calls leave out: then another value stands for each, as many as there are data, or always as many. */
function termsWithAbsent(
  points: readonly GrowthPoint[],
  { data, values }: { readonly data: readonly string[]; readonly values: readonly string[] },
): readonly (readonly GrowthTerm[])[] {
  const optional = values.filter((of) => points.some((point) => isLeftOut(of, point)));
  const instead = (of: string, absentAs: readonly string[]): GrowthTerm => ({ of, power: 1, absentAs });
  return [
    ...optional.flatMap((of) => values.filter((other) => other < of).map((other) => [{ of: other, power: 1 }, instead(of, [other])])),
    ...optional.flatMap((of) => data.map((other) => [instead(of, [other])])),
    ...optional.flatMap((of) => data.map((other) => [{ ...instead(of, [other]), power: 2 }])),
    ...optional.flatMap((of) =>
      optional.filter((other) => other < of).flatMap((other) => data.map((all) => [instead(other, [all]), instead(of, [other, all])])),
    ),
    ...optional.map((of) => [{ of, power: 1, absent: mostWithout(of, points) }]),
  ];
}

/** The largest result of those calls that leave it out. */
function mostWithout(of: string, points: readonly GrowthPoint[]): number {
  return Math.max(1, ...points.filter((point) => isLeftOut(of, point)).map(({ result }) => result));
}

/** Places at which some call had a public size, in order. */
export function valuePlaces(points: readonly Pick<GrowthPoint, 'values'>[]): readonly string[] {
  return [...new Set(points.flatMap(({ values }) => Object.keys(values)))].sort();
}

/** Whether a call left out the operand of which a term tells, or the field. */
export function isLeftOut(of: string, { operands, values }: Pick<GrowthPoint, 'operands' | 'values'>): boolean {
  return operandOf(of) >= operands.length || (fieldsOf(of).length > 0 && !(of.slice('value:'.length) in values));
}
