import type { Sample, SampleDtype } from '../../surface/sample.ts';

/** Sizes and values that the operands of one call share, so that lists are equally long and matrices fit. */
export interface Profile {
  readonly index: number;
  readonly length: number;
  readonly rows: number;
  readonly columns: number;
  readonly numbers: readonly number[];
  readonly scalar: number;
  /** Numbers of the call are places: the first ones are 0 and 1 in turns. */
  readonly isPlace?: true;
}

/** Ordinary sizes first; a single element and nothing at all come last. Fractions of the second add up to one. */
export const PROFILES: readonly Profile[] = [
  { index: 0, length: 4, rows: 2, columns: 2, numbers: [3, 1, 2, 5], scalar: 2 },
  { index: 1, length: 4, rows: 4, columns: 2, numbers: [0.1, 0.4, 0.2, 0.3], scalar: 0.5 },
  { index: 2, length: 3, rows: 3, columns: 3, numbers: [4, 1, 0.5], scalar: 3 },
  { index: 3, length: 6, rows: 2, columns: 3, numbers: [-1, 0.5, 2, 0, 1.5, -3], scalar: 1 },
  { index: 4, length: 5, rows: 5, columns: 2, numbers: [2, 7, 1.5, 4, 3], scalar: 4 },
  { index: 5, length: 1, rows: 1, columns: 1, numbers: [2], scalar: 1 },
  { index: 6, length: 0, rows: 0, columns: 0, numbers: [], scalar: 0 },
];

export const NAN: Sample = { $: 'number', value: 'NaN' };
export const INFINITE: Sample = { $: 'number', value: 'Infinity' };
export const NEGATIVE_ZERO: Sample = { $: 'number', value: '-0' };
export const UNDEFINED: Sample = { $: 'undefined' };

export function listOf(items: readonly Sample[]): Sample {
  return { $: 'list', items };
}

export function recordOf(fields: Readonly<Record<string, Sample>>): Sample {
  return { $: 'record', fields };
}

/** As many numbers as asked, made of the profile's; those of another `slot` come in another order. */
export function numbersOf(profile: Profile, slot: number, count: number): readonly number[] {
  const { numbers } = profile.numbers.length === 0 ? (PROFILES[0] as Profile) : profile;
  return Array.from({ length: count }, (_, index) => {
    const turn = Math.floor(index / numbers.length);
    const value = numbers[(index + slot) % numbers.length] as number;
    // Fractions stay fractions, so that probabilities stay probabilities.
    return turn === 0 || (value > 0 && value < 1) ? value : value + turn;
  });
}

/** What a sample is, lists of lists told from lists. */
export function kindOfSample(sample: Sample): string {
  if (typeof sample !== 'object' || sample === null) return sample === null ? 'null' : typeof sample;
  if (sample.$ !== 'list') return sample.$ === 'new' ? sample.path : sample.$;
  return `list of ${sample.items.length === 0 ? '' : kindOfSample(sample.items[0] as Sample)}`;
}

/** What the arguments of a call are, in one text. */
export function kindsOf({ args }: { readonly args: readonly Sample[] }): string {
  return args.map(kindOfSample).join();
}

/** Rows of a matrix that can be inverted where it is square: its diagonal outweighs the rest. */
export function matrixOf(profile: Profile, slot: number, rows = profile.rows, columns = profile.columns): Sample {
  const numbers = numbersOf(profile, slot, rows * columns);
  const row = (at: number) =>
    Array.from(
      { length: columns },
      (_, column) => (numbers[at * columns + column] as number) + (at === column && rows === columns ? rows * 4 : 0),
    );
  return listOf(Array.from({ length: rows }, (_, at) => listOf(row(at))));
}

export function typedArray(dtype: SampleDtype, numbers: readonly number[]): Sample {
  const isWide = dtype === 'bigint64' || dtype === 'biguint64';
  const isWhole = isWide || !dtype.startsWith('float');
  const isUnsigned = dtype.includes('uint') || dtype === 'bytes';
  const values = numbers.map((value) => (isUnsigned ? Math.abs(Math.trunc(value)) : isWhole ? Math.trunc(value) : value));
  return { $: 'array', dtype, items: values.map((value) => (isWide ? { $: 'bigint', value: String(value) } : value)) };
}

/** How the cage tells the type of {@link stridedView}. */
export const STRIDED_TYPE =
  '{ data: Float64Array, shape: number[], stride: number[], offset: number, dtype: string, dimension: number, size: number, order: number[] }';

/** A row-major view of a flat buffer: what functions of array libraries take, whatever their classes. */
export function stridedView(profile: Profile, slot: number): Sample {
  const shape = profile.index % 2 === 0 ? [profile.length] : [profile.rows, profile.columns];
  return viewOfNumbers(
    shape,
    numbersOf(
      profile,
      slot,
      shape.reduce((left, right) => left * right, 1),
    ),
  );
}

/** Whether a record stands for a view of a flat buffer. */
export function isStrided({ fields }: Pick<Extract<Sample, { $: 'record' }>, 'fields'>): boolean {
  return fields['data'] !== undefined && fields['stride'] !== undefined;
}

/** A view of one or two axes over these numbers. */
export function viewOfNumbers(shape: readonly number[], numbers: readonly number[]): Sample {
  const isFlat = shape.length === 1;
  return recordOf({
    data: typedArray('float64', numbers),
    shape: listOf(shape),
    stride: listOf(isFlat ? [1] : [shape[1] ?? 1, 1]),
    offset: 0,
    dtype: 'float64',
    dimension: shape.length,
    size: numbers.length,
    order: listOf(isFlat ? [0] : [1, 0]),
  });
}
