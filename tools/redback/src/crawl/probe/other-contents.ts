// An operand as large as before with other contents: what comes of another shape then has its shape of private values.
import type { Sample } from '../../surface/sample.ts';
import { interleaved } from '../travel/vary-recipe.ts';
import { isStrided, NAN } from './plain-samples.ts';

/** Far from all others, and no length: nothing can be made that long. */
export const OUTLIERS: readonly number[] = [1_000, 2e6 + 0.5, -2e6 - 0.5];
const MOST = 24;

type Items = readonly Sample[];
type Make<T> = (changed: T) => Sample;

/** Operands with as many elements and other values; none for single values, and for what holds none. */
export function otherContents(sample: Sample): readonly Sample[] {
  const found = new Map(contentsOf(sample).map((other) => [JSON.stringify(other), other]));
  found.delete(JSON.stringify(sample));
  return [...found.values()].slice(0, MOST);
}

function contentsOf(sample: Sample): readonly Sample[] {
  if (typeof sample !== 'object' || sample === null) return [];
  switch (sample.$) {
    case 'list':
    case 'array':
    case 'set':
      return otherItems(sample.items).map((items) => ({ ...sample, items }));
    case 'map':
      return otherItems(sample.entries.map(([, value]) => value)).map((values) => ({
        ...sample,
        entries: sample.entries.map(([key], index) => [key, values[index] as Sample] as const),
      }));
    case 'record':
      return inFields(sample.fields, (fields) => ({ ...sample, fields }));
    case 'new':
      return oneOf(sample.args, (args) => ({ ...sample, args }));
    case 'call':
      return [
        ...oneOf(sample.args, (args) => ({ ...sample, args })),
        ...(sample.receiver === undefined ? [] : contentsOf(sample.receiver).map((receiver) => ({ ...sample, receiver }))),
      ];
    case 'changed':
      return [...oneOf(sample.args, (args) => ({ ...sample, args })), ...contentsOf(sample.of).map((of) => ({ ...sample, of }))];
    case 'rebuilt':
      return contentsOf(sample.of).map((of) => ({ ...sample, of }));
    default:
      return [];
  }
}

/** Lists of a record, each by itself: of a view of a buffer its data, and not its lengths. */
function inFields(fields: Readonly<Record<string, Sample>>, make: Make<Readonly<Record<string, Sample>>>): readonly Sample[] {
  const names = isStrided({ fields }) ? ['data'] : Object.keys(fields);
  return interleaved(names.map((name) => contentsOf(fields[name] as Sample).map((changed) => make({ ...fields, [name]: changed }))));
}

/** One argument changed each time: those that are values by themselves say what is made, and of what size. */
function oneOf(args: Items, make: Make<Items>): readonly Sample[] {
  return interleaved(args.map((arg, index) => contentsOf(arg).map((changed) => make(args.with(index, changed)))));
}

/** As many items: all alike, in another order, and each kind as others of its kind may be. */
function otherItems(items: Items): readonly Items[] {
  const [first] = items;
  if (first === undefined) return [];
  const alike = [items.map(() => first), items.toReversed()];
  if (items.every((item) => typeof item === 'number')) return numbersLike(items as readonly number[]);
  if (items.every((item) => typeof item === 'boolean')) return [items.map(() => true), items.map(() => false), ...alike];
  if (items.every((item) => typeof item === 'string')) return [items.toReversed(), ...textsLike(items as readonly string[])];
  if (items.every(isDate)) return [...alike, ...datesLike(items)];
  if (items.every(isBigint)) return [...alike, ...bigintsLike(items)];
  if (items.every(isList)) return [...alike, ...rowsLike(items)];
  if (items.every(isRecord)) return [...alike, ...columnsLike(items)];
  return alike;
}

/** All alike, some alike, in another order, with signs, and with what some leave out. */
function numbersLike(items: readonly number[]): readonly Items[] {
  const [first = 0] = items;
  const count = items.length;
  const whole = items.map((_, at) => at + 1);
  return [
    whole.map(() => first),
    whole,
    whole.map((value) => (value > count / 2 ? 1 : 0)),
    whole.map((value) => -value),
    items.toReversed(),
    [NAN, ...items.slice(1)],
    ...OUTLIERS.map((value, at) => items.with(at % 2 === 0 ? 0 : -1, value)),
    [...items.slice(0, -1), 0],
  ];
}

/** Of as many letters in all, which everybody knows: some alike, an empty one, blanks, numbers and capitals. */
function textsLike(items: readonly string[]): readonly Items[] {
  const [first = '', ...others] = items;
  const letters = items.join('').length;
  const alike = letters < items.length ? [] : [[...others.map(() => 'a'), 'a'.repeat(letters - others.length)]];
  const moved = others.length === 0 ? [] : [['', ...others.slice(0, -1), `${others.at(-1)}${first}`]];
  return [...alike, ...moved, ...otherTexts(first).map((text) => [text, ...others]), items.map((item) => item.toUpperCase())];
}

/** Text of as many letters: blank, numbers, words, a list. */
export function otherTexts(text: string): readonly string[] {
  const patterns = [' ', '1', 'a', 'a ', 'b,', '\n', '-1'];
  return text === '' ? [] : patterns.map((pattern) => pattern.repeat(text.length).slice(0, text.length));
}

function datesLike(items: Items): readonly Items[] {
  const at = (years: number): Sample => ({ $: 'date', milliseconds: years * 31_556_952_000 });
  return [items.map((_, index) => at(index)), items.map((_, index) => at(-index)), [at(900), ...items.slice(1)]];
}

function bigintsLike(items: Items): readonly Items[] {
  const of = (value: number): Sample => ({ $: 'bigint', value: String(value) });
  return [items.map((_, index) => of(index)), items.map((_, index) => of(-index)), [of(2_000_000), ...items.slice(1)]];
}

type ListSample = Extract<Sample, { $: 'list' | 'array' }>;

/** What rows hold, as if it were one list: where all are numbers, or text. Else place by place, as columns are. */
function rowsLike(rows: readonly ListSample[]): readonly Items[] {
  const flat = rows.flatMap(({ items }) => items);
  if (isOfOneKind(flat)) return otherItems(flat).map((changed) => regrouped(rows, changed));
  const width = Math.min(...rows.map(({ items }) => items.length));
  const columns = Array.from({ length: width }, (_, at) =>
    otherItems(rows.map(({ items }) => items[at] as Sample)).map((changed) =>
      rows.map((row, index) => ({ ...row, items: row.items.with(at, changed[index] as Sample) })),
    ),
  );
  return interleaved(columns);
}

function regrouped(rows: readonly ListSample[], flat: Items): Items {
  let taken = 0;
  return rows.map((row) => {
    const items = flat.slice(taken, taken + row.items.length);
    taken += row.items.length;
    return { ...row, items };
  });
}

type RecordSample = Extract<Sample, { $: 'record' }>;

function columnsLike(records: readonly RecordSample[]): readonly Items[] {
  const names = Object.keys(records[0]?.fields ?? {}).filter((name) => records.every(({ fields }) => fields[name] !== undefined));
  const columns = names.map((name) =>
    otherItems(records.map(({ fields }) => fields[name] as Sample)).map((changed) =>
      records.map((record, index) => ({ ...record, fields: { ...record.fields, [name]: changed[index] as Sample } })),
    ),
  );
  return interleaved(columns);
}

function isOfOneKind(items: Items): boolean {
  return ['number', 'string', 'boolean'].some((kind) => items.every((item) => typeof item === kind));
}

function isDate(sample: Sample): boolean {
  return typeof sample === 'object' && sample !== null && sample.$ === 'date';
}

function isBigint(sample: Sample): boolean {
  return typeof sample === 'object' && sample !== null && sample.$ === 'bigint';
}

function isList(sample: Sample): sample is ListSample {
  return typeof sample === 'object' && sample !== null && (sample.$ === 'list' || sample.$ === 'array');
}

function isRecord(sample: Sample): sample is RecordSample {
  return typeof sample === 'object' && sample !== null && sample.$ === 'record';
}
