import type { BoundPlan, PlannedGrowth } from '../surface/package-plan.ts';
import type { Example, Sample } from '../surface/sample.ts';
import type { Growth, GrowthTerm, ProbeFacts } from '../surface/snapshot.ts';
import { fieldsOf, operandOf } from '../surface/term-place.ts';

/**
 * The bound of an entry's calls, with what a public value counts as where there is none. A crawl fits its bounds to all calls that
 * worked, and counts as 1 what some of them left out, and data that others had in the place of a number: so that holds where
 * it saw such a call, and nothing is known elsewhere.
 */
export function boundWithAbsent(
  { size, time, dims }: NonNullable<ProbeFacts['growth']>,
  { examples: seen, mutates }: { readonly examples: readonly Example[]; readonly mutates: readonly string[] },
): BoundPlan {
  const calls = seen.map(({ receiver, args }) => (receiver === null ? args : [receiver, ...args]));
  const planned = ({ factor, terms }: Growth): PlannedGrowth => ({ factor, terms: terms.map((term) => withAbsent(term, calls)) });
  const shift = seen.some(({ receiver }) => receiver !== null) ? 1 : 0;
  // What is changed is given back whole, however small those were that it was tried with.
  const whole = mutates.map(
    (target): GrowthTerm => ({ of: `operand:${target === 'self' ? 0 : Number(target.slice('arg:'.length)) + shift}`, power: 1 }),
  );
  const least = size.terms.length === 0 ? { ...size, terms: whole } : size;
  return { size: planned(least), time: planned(time), ...(dims !== undefined && { dims }) };
}

function withAbsent(term: GrowthTerm, calls: readonly (readonly Sample[])[]): PlannedGrowth['terms'][number] {
  if (!term.of.startsWith('value:')) return term;
  const operands = calls.map((operands) => fieldAt(operands[operandOf(term.of)], fieldsOf(term.of)));
  const isLeftOut = operands.includes(undefined);
  const isOther = operands.some((operand) => operand !== undefined && !isCount(operand));
  return { ...term, ...(isLeftOut && term.absentAs === undefined && { absent: term.absent ?? 1 }), ...(isOther && { other: 1 }) };
}

/** A field of a record, or of a record in it; `undefined` where it is not there. */
function fieldAt(sample: Sample | undefined, fields: readonly string[]): Sample | undefined {
  const isRecord = (held: Sample | undefined): held is Extract<Sample, { $: 'record' }> =>
    typeof held === 'object' && held !== null && held.$ === 'record';
  return fields.reduce<Sample | undefined>((held, name) => (isRecord(held) ? held.fields[name] : undefined), sample);
}

/** A number, or a list of numbers: what a bound takes for a size. */
function isCount(sample: Sample): boolean {
  if (typeof sample !== 'object' || sample === null) return typeof sample === 'number';
  return sample.$ === 'bigint' || ((sample.$ === 'list' || sample.$ === 'array') && sample.items.every((item) => typeof item === 'number'));
}
