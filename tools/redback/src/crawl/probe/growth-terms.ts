import type { GrowthTerm } from '../../surface/snapshot.ts';
import type { GrowthPoint } from './fit-growth.ts';

/** What a bound may be made of, the simplest first. */
export function candidateTerms(points: readonly GrowthPoint[]): readonly (readonly GrowthTerm[])[] {
  const count = Math.max(...points.map(({ operands }) => operands.length));
  const indices = Array.from({ length: count }, (_, index) => index);
  const isData = (index: number) => points.some(({ operands }) => (operands[index] ?? 0) > 1);
  const data = indices.filter(isData).map((index) => `operand:${index}`);
  const values = indices
    .filter((index) => points.some((point) => point.values[index] !== null && point.values[index] !== undefined))
    .map((index) => `value:${index}`);
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

/** Values that some calls leave out: then another value stands for each, or as many as there are data. */
function termsWithAbsent(
  points: readonly GrowthPoint[],
  { data, values }: { readonly data: readonly string[]; readonly values: readonly string[] },
): readonly (readonly GrowthTerm[])[] {
  const isLeftOut = (of: string) => points.some(({ operands }) => Number(of.slice('value:'.length)) >= operands.length);
  const optional = values.filter(isLeftOut);
  const instead = (of: string, absentAs: readonly string[]): GrowthTerm => ({ of, power: 1, absentAs });
  return [
    ...optional.flatMap((of) => values.filter((other) => other < of).map((other) => [{ of: other, power: 1 }, instead(of, [other])])),
    ...optional.flatMap((of) => data.map((other) => [{ ...instead(of, [other]), power: 2 }])),
    ...optional.flatMap((of) =>
      optional.filter((other) => other < of).flatMap((other) => data.map((all) => [instead(other, [all]), instead(of, [other, all])])),
    ),
  ];
}
