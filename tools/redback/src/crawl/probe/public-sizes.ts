import type { Sample } from '../../surface/sample.ts';

/** What public operands count as sizes: by place, or by place and field (`1`, `1.padding.size`), the receiver's place first where there is one. */
export type PublicSizes = Readonly<Record<string, number>>;

/** Names that a place can be told by. */
const NAME = /^[\w$]+$/;
const MOST_FIELDS = 8;

/** What public operands count: a number its size, a list of numbers their product, a record each of its numbers by itself. */
export function publicSizes(receiver: Sample | null, args: readonly Sample[], publicParams: readonly number[]): PublicSizes {
  const shift = receiver === null ? 0 : 1;
  const sizes = args.flatMap((arg, index): readonly [string, number][] => {
    if (!publicParams.includes(index)) return [];
    const place = String(index + shift);
    const size = publicSize(arg);
    return size === null ? fieldsWithNumbers(arg).map(({ path, value }) => [[place, ...path].join('.'), Math.abs(value)]) : [[place, size]];
  });
  return Object.fromEntries(sizes);
}

/** What a public operand comes to as a size. */
function publicSize(arg: Sample): number | null {
  if (typeof arg === 'number') return Math.abs(arg);
  if (typeof arg !== 'object' || arg === null || arg.$ !== 'list' || arg.items.length === 0) return null;
  return arg.items.every((item) => typeof item === 'number')
    ? Math.abs((arg.items as readonly number[]).reduce((left, right) => left * right, 1))
    : null;
}

/** A number in a record, or in one of its records. */
export interface NumberField {
  readonly path: readonly string[];
  readonly value: number;
}

/** Those of an option record, in order; none of anything else. */
export function fieldsWithNumbers(sample: Sample | undefined): readonly NumberField[] {
  return numbersUnder(sample).slice(0, MOST_FIELDS);
}

function numbersUnder(sample: Sample | undefined): readonly NumberField[] {
  if (typeof sample !== 'object' || sample === null || sample.$ !== 'record') return [];
  const named = Object.entries(sample.fields).filter(([name]) => NAME.test(name));
  return named.flatMap(([name, field]): readonly NumberField[] =>
    typeof field === 'number'
      ? [{ path: [name], value: field }]
      : numbersUnder(field).map(({ path, value }) => ({ path: [name, ...path], value })),
  );
}

/** The record with another value at the place. */
export function withField(sample: Sample, [name, ...rest]: readonly string[], value: Sample): Sample {
  if (name === undefined) return value;
  if (typeof sample !== 'object' || sample === null || sample.$ !== 'record') return sample;
  const field = sample.fields[name];
  return field === undefined ? sample : { ...sample, fields: { ...sample.fields, [name]: withField(field, rest, value) } };
}
