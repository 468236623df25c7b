// Where in an operand a value stands that a library may take for a count: by itself, in lists, in records. What instances and views of
// buffers hold is data: a call that does not end for it is sealed, as all that private values do is.
import type { Sample, SampleDtype } from '../../surface/sample.ts';
import { isStrided } from './plain-samples.ts';
import { withField } from './public-sizes.ts';

/** One value in an operand, and the operand with another number in its place. */
export interface ValueSpot {
  /** Names of the fields that lead to it; none for an operand that is a number, or for the first of those that it lists. */
  readonly field: readonly string[];
  /** Nothing but data stands there: no parameter is made to be counted by it. */
  readonly isData: boolean;
  readonly put: (value: Sample) => Sample | null;
}

const MOST_SPOTS = 8;
const MILLISECONDS_OF_A_YEAR = 365 * 86_400_000;
/** A pattern with choices in choices tries it without end. */
const TRYING_TEXT = `${'a'.repeat(32)}!`;

/** The spots of an operand, the likeliest first. */
export function spotsOf(sample: Sample | undefined): readonly ValueSpot[] {
  return spotsIn(sample).slice(0, MOST_SPOTS);
}

function spotsIn(sample: Sample | undefined): readonly ValueSpot[] {
  if (typeof sample === 'number') return [{ field: [], isData: false, put: (value) => value }];
  if (typeof sample === 'string') return [{ field: [], isData: true, put: textFor }];
  if (typeof sample !== 'object' || sample === null) return [];
  switch (sample.$) {
    case 'bigint':
      return [{ field: [], isData: true, put: bigintFor }];
    case 'date':
      return [{ field: [], isData: true, put: dateFor }];
    case 'list':
      return listSpots(sample.items, (items) => ({ ...sample, items }));
    case 'set':
      return asData(listSpots(sample.items, (items) => ({ ...sample, items })));
    case 'array':
      return asData(
        listSpots(sample.items, (items) => ({ ...sample, items })).map((spot) => ({
          ...spot,
          put: (value) => spot.put(asItem(value, sample.dtype)),
        })),
      );
    case 'map':
      return asData(
        listSpots(
          sample.entries.map(([, value]) => value),
          (values) => ({ ...sample, entries: sample.entries.map(([key], index) => [key, values[index] as Sample] as const) }),
        ),
      );
    case 'record':
      return fieldSpots(sample);
    default:
      return [];
  }
}

/** Of the first item, then of the last one. */
function listSpots(items: readonly Sample[], make: (items: readonly Sample[]) => Sample): readonly ValueSpot[] {
  const at = (index: number): readonly ValueSpot[] =>
    spotsIn(items[index]).map(({ put, ...spot }) => ({ ...spot, put: within(put, (value) => make(items.with(index, value))) }));
  const isCounted = items.every((item) => typeof item === 'number');
  const [first, last] = [at(0), items.length < 2 ? [] : at(items.length - 1)];
  return [...(isCounted ? first : asData(first)), ...asData(last)];
}

function fieldSpots(sample: Extract<Sample, { $: 'record' }>): readonly ValueSpot[] {
  if (isStrided(sample)) return [];
  return Object.entries(sample.fields).flatMap(([name, value]) =>
    // Words among options choose.
    typeof value === 'string'
      ? []
      : spotsIn(value).map(({ put, field, isData }) => ({
          field: [name, ...field],
          isData: isData || typeof value !== 'number',
          put: within(put, (other) => withField(sample, [name], other)),
        })),
  );
}

function asData(spots: readonly ValueSpot[]): readonly ValueSpot[] {
  return spots.map((spot) => ({ ...spot, isData: true }));
}

function within(put: ValueSpot['put'], outer: (value: Sample) => Sample): ValueSpot['put'] {
  return (value) => {
    const made = put(value);
    return made === null ? null : outer(made);
  };
}

/** As near to it as a typed array holds. */
function asItem(value: Sample, dtype: SampleDtype): Sample {
  if (typeof value !== 'number' || dtype.startsWith('float')) return value;
  if (dtype.startsWith('big')) return { $: 'bigint', value: String(Math.trunc(value)) };
  const bits = dtype === 'bytes' ? 8 : Number.parseInt(dtype.replace(/\D+/, ''), 10);
  const most = 2 ** (bits - 1) - 1;
  return Math.max(-most, Math.min(most, Math.trunc(value)));
}

function bigintFor(value: Sample): Sample | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? { $: 'bigint', value: String(value) } : null;
}

/** So many years later, as far as there are any. */
function dateFor(value: Sample): Sample | null {
  if (typeof value !== 'number') return null;
  return { $: 'date', milliseconds: Math.max(-8.64e15, Math.min(8.64e15, value * MILLISECONDS_OF_A_YEAR)) };
}

function textFor(value: Sample): Sample | null {
  return typeof value === 'number' && value > 0 ? TRYING_TEXT : null;
}
