import type { TravelLength } from '../../surface/snapshot.ts';
import { inOrder } from '../merge/merged.ts';
import type { InstanceParts, LengthFacts } from '../runtime/instance-parts.ts';

/**
 * The number fields that count: in every sample they are the length of some list along an axis, and samples of at least two
 * sizes say so. Of several lists that a field counts all are told, those of the instance itself and then those inside its fields.
 * None is learned beside a whole number that is the same in every sample: it may have a part in the others, such as a number of
 * rows that was always one; nor of two numbers that were the same as each other in every sample.
 */
export function learnLengths(samples: readonly InstanceParts[]): readonly TravelLength[] {
  const [first] = samples;
  if (first === undefined) return [];
  const numbersOf = (name: string) => samples.map((sample) => numberAt(sample, name));
  if (first.fields.some(({ name }) => isSteadyCount(numbersOf(name)))) return [];
  const series = first.fields.map(({ name }) => ({ name, numbers: numbersOf(name) }));
  // What never differed may be the one or the other: rows and columns of squares.
  const isTold = (numbers: readonly (number | null)[]) => series.filter((other) => String(other.numbers) === String(numbers)).length === 1;
  return series
    .filter(({ numbers }) => new Set(numbers).size > 1 && isTold(numbers))
    .flatMap(({ name }) =>
      candidates(first.lengths).flatMap(({ of, axis }) => (holds(samples, { field: name, of, axis }) ? [{ field: name, of, axis }] : [])),
    );
}

function isSteadyCount(numbers: readonly (number | null)[]): boolean {
  const [first] = numbers;
  return first !== null && Number.isSafeInteger(first) && (first as number) >= 0 && numbers.every((number) => number === first);
}

function candidates(lengths: readonly LengthFacts[]): readonly LengthFacts[] {
  const depth = ({ of }: LengthFacts) => of.split('.').length;
  return [...lengths].sort((left, right) => depth(left) - depth(right) || inOrder(left.of, right.of) || left.axis - right.axis);
}

/** Where there is no list so deep, any number is its length; but lists of two lengths have to be seen. */
function holds(samples: readonly InstanceParts[], { field, of, axis }: TravelLength): boolean {
  const seen = new Set<number>();
  for (const sample of samples) {
    const length = sample.lengths.find((one) => one.of === of && one.axis === axis);
    const number = numberAt(sample, field);
    if (length === undefined || number === null || !Number.isSafeInteger(number) || number < 0) return false;
    if (length.length === null) continue;
    if (length.length !== number) return false;
    seen.add(number);
  }
  return seen.size > 1;
}

function numberAt({ fields }: InstanceParts, name: string): number | null {
  return fields.find((field) => field.name === name)?.number ?? null;
}
