import type { Sample } from '../../surface/sample.ts';
import { viewOfNumbers } from './plain-samples.ts';

const FEW = 2;

/** How what has rows and columns grows: in both, in rows beside two columns, or in columns beside two rows. Small, it has two of each. */
export type Form = 'square' | 'long' | 'wide' | 'small';

/**
 * The sample with its data made larger: lists of numbers get `count` items, nested ones as many rows and columns as come near
 * it, text as many letters, records all their lists. `null` where there is nothing to enlarge.
 */
export function scaleSample(sample: Sample, count: number, form: Form = 'square'): Sample | null {
  if (typeof sample === 'string') return sample.length === 0 ? null : sample.repeat(Math.ceil(count / sample.length)).slice(0, count);
  if (typeof sample !== 'object' || sample === null) return null;
  if (sample.$ === 'list') return scaleList(sample, count, form);
  if (sample.$ === 'array') return sample.items.length === 0 ? null : { ...sample, items: numbersLike(sample.items, count) };
  if (sample.$ === 'set') return sample.items.length === 0 ? null : { ...sample, items: differing(sample.items, count) };
  if (sample.$ === 'map') return sample.entries.length === 0 ? null : scaleMap(sample, count);
  if (sample.$ === 'new' || sample.$ === 'call') return scaleRecipe(sample, count, form);
  return sample.$ === 'record' ? (scaleView(sample.fields, count, form) ?? scaleFields(sample, count, form)) : null;
}

/** All that a record lists, in its records too: columns of one table stay as long as each other. */
function scaleFields(sample: Extract<Sample, { $: 'record' }>, count: number, form: Form): Sample | null {
  const larger = Object.entries(sample.fields).flatMap(([name, field]): readonly (readonly [string, Sample])[] => {
    const scaled = typeof field === 'string' ? null : scaleSample(field, count, form);
    return scaled === null ? [] : [[name, scaled]];
  });
  return larger.length === 0 ? null : { ...sample, fields: { ...sample.fields, ...Object.fromEntries(larger) } };
}

function scaleMap(sample: Extract<Sample, { $: 'map' }>, count: number): Sample {
  const keys = differing(
    sample.entries.map(([key]) => key),
    count,
  );
  const values = sample.entries.map(([, value]) => value);
  return { ...sample, entries: keys.map((key, index) => [key, values[index % values.length] as Sample] as const) };
}

/** As many items, no two of them alike where their kind allows. */
function differing(items: readonly Sample[], count: number): readonly Sample[] {
  return Array.from({ length: count }, (_, index) => {
    const item = items[index % items.length] as Sample;
    const turn = Math.floor(index / items.length);
    if (turn === 0) return item;
    if (typeof item === 'number') return item + turn * 1_000;
    if (typeof item === 'string') return `${item}${turn}`;
    return typeof item === 'object' && item !== null && item.$ === 'bigint'
      ? { ...item, value: String(BigInt(item.value) + BigInt(turn * 1_000)) }
      : item;
  });
}

function scaleView({ data, stride }: Readonly<Record<string, Sample>>, count: number, form: Form): Sample | null {
  if (!isArray(data) || stride === undefined || !isNumberList(stride) || data.items.length === 0) return null;
  const shape = stride.items.length === 1 ? [count] : sidesFor(count, form);
  return viewOfNumbers(
    shape,
    numbersLike(
      data.items,
      shape.reduce((left, right) => left * right, 1),
    ) as readonly number[],
  );
}

function isArray(sample: Sample | undefined): sample is Extract<Sample, { $: 'array' }> {
  return typeof sample === 'object' && sample !== null && sample.$ === 'array';
}

function isNumberList(sample: Sample): sample is Extract<Sample, { $: 'list' }> {
  return typeof sample === 'object' && sample !== null && sample.$ === 'list';
}

function scaleList(sample: Extract<Sample, { $: 'list' }>, count: number, form: Form): Sample | null {
  const { items } = sample;
  const [first] = items;
  if (first === undefined) return null;
  const isNested = items.every((item) => typeof item === 'object' && item !== null && item.$ === 'list');
  if (!isNested) return { ...sample, items: numbersLike(items, count) };
  const inner = (first as Extract<Sample, { $: 'list' }>).items;
  if (inner.length === 0 || inner.some((item) => typeof item !== 'number')) return { ...sample, items: numbersLike(items, count) };
  const isPairs = inner.length !== items.length && inner.length <= 2;
  const [rows, columns] = isPairs && form === 'square' ? linesFor(count, inner.length) : sidesFor(count, form);
  const row = (at: number) =>
    Array.from({ length: columns }, (_, column) => ((at * 7 + column * 3) % 11) + 1 + (at === column ? columns * 11 : 0));
  return { ...sample, items: Array.from({ length: rows }, (_, at) => ({ $: 'list', items: row(at) })) };
}

/** Rows and columns of about so many elements. */
function sidesFor(count: number, form: Form): readonly [number, number] {
  if (form === 'small') return [FEW, FEW];
  if (form === 'long') return linesFor(count, FEW);
  if (form === 'wide') return [FEW, linesFor(count, FEW)[0]];
  return linesFor(count, Math.max(1, Math.round(Math.sqrt(count))));
}

function linesFor(count: number, columns: number): readonly [number, number] {
  return [Math.max(1, Math.round(count / columns)), columns];
}

/** Repeats the items; numbers grow with each turn, fractions stay below one. */
function numbersLike(items: readonly Sample[], count: number): readonly Sample[] {
  return Array.from({ length: count }, (_, index) => {
    const item = items[index % items.length] as Sample;
    const turn = Math.floor(index / items.length);
    if (typeof item === 'object' && item !== null && item.$ === 'bigint')
      return { ...item, value: String(BigInt(item.value) + BigInt(turn)) };
    if (typeof item !== 'number' || Math.abs(item) < 1 || turn === 0 || items.every((other) => other === 0 || other === 1)) return item;
    return item + (turn % 1_000);
  });
}

/** The largest of the recipe's arguments that can be enlarged. */
function scaleRecipe(sample: Extract<Sample, { $: 'new' | 'call' }>, count: number, form: Form): Sample | null {
  for (const [index, arg] of sample.args.entries()) {
    const larger = typeof arg === 'string' ? null : scaleSample(arg, count, form);
    if (larger !== null) return { ...sample, args: sample.args.map((other, at) => (at === index ? larger : other)) };
  }
  if (sample.$ === 'call' && sample.receiver !== undefined) {
    const receiver = scaleSample(sample.receiver, count, form);
    return receiver === null ? null : { ...sample, receiver };
  }
  return null;
}

/** The sample with one row of its first list of that length changed; `null` where there is no such list. */
export function changeRow(sample: Sample, length: number, row: number): Sample | null {
  if (typeof sample !== 'object' || sample === null) return null;
  if ((sample.$ === 'list' || sample.$ === 'array') && sample.items.length === length) {
    return { ...sample, items: sample.items.map((item, at) => (at === row ? changed(item) : item)) } as Sample;
  }
  if (sample.$ === 'new' || sample.$ === 'call') {
    for (const [index, arg] of sample.args.entries()) {
      const other = changeRow(arg, length, row);
      if (other !== null) return { ...sample, args: sample.args.map((kept, at) => (at === index ? other : kept)) };
    }
    const receiver = sample.$ === 'call' && sample.receiver !== undefined ? changeRow(sample.receiver, length, row) : null;
    return receiver === null ? null : ({ ...sample, receiver } as Sample);
  }
  return sample.$ === 'record' ? changeViewRow(sample.fields, length, row) : null;
}

/** A row of a view with two axes is as many items as its first stride. */
function changeViewRow(fields: Readonly<Record<string, Sample>>, length: number, row: number): Sample | null {
  const { data, stride } = fields;
  if (!isArray(data) || stride === undefined || !isNumberList(stride) || data.items.length % length !== 0) return null;
  const width = data.items.length / length;
  const items = data.items.map((item, at) => (Math.floor(at / width) === row ? changed(item) : item));
  return { $: 'record', fields: { ...fields, data: { ...data, items } } };
}

function changed(item: Sample): Sample {
  if (typeof item === 'number') return item > 0 && item < 1 ? item * 0.875 : item + 1;
  if (typeof item === 'string') return `${item}x`;
  if (typeof item === 'boolean') return !item;
  if (typeof item !== 'object' || item === null) return item;
  if (item.$ === 'list') return { ...item, items: item.items.map(changed) };
  return item.$ === 'bigint' ? { ...item, value: String(BigInt(item.value) + 1n) } : item;
}
