import type { TravelLength, TravelSizes } from '../../surface/snapshot.ts';
import type { InstanceParts } from '../runtime/instance-parts.ts';

/** What fields are called that say how large something is, or where in it something begins. */
const SIZE_NAME = /^(?:rows?|columns?|cols?|width|height|size|length|count|index|offset|start[A-Z]?\w*|end[A-Z]?\w*)$/;
const SIDE_NAME = /^(?:rows|columns|cols|width|height)$/;

/**
 * The number fields that are sizes of what an instance holds, or places in it, and are no length that is known exactly: by their
 * names, and since they were whole numbers from 0, no larger than what was held, in samples of several sizes.
 */
export function learnSizes(samples: readonly InstanceParts[], lengths: readonly TravelLength[]): TravelSizes | null {
  // What hides its lists tells nothing.
  const open = samples.filter((sample) => sample.lengths.length > 0);
  if (new Set(open.map(roomOf)).size < 2) return null;
  const isSize = (name: string): boolean => {
    const numbers = open.map((sample) => sample.fields.find((field) => field.name === name)?.number ?? null);
    return numbers.every((number, at) => Number.isSafeInteger(number) && (number as number) >= 0 && (number as number) <= roomOf(open[at]));
  };
  const names = (samples[0]?.fields ?? []).map(({ name }) => name).filter((name) => SIZE_NAME.test(name));
  const fields = names.filter((name) => !lengths.some(({ field }) => field === name) && isSize(name));
  if (fields.length === 0) return null;
  const sides = names.filter((name) => SIDE_NAME.test(name) && (fields.includes(name) || lengths.some(({ field }) => field === name)));
  return { fields, ...(sides.length > 1 && { sides }) };
}

function roomOf(sample: InstanceParts | undefined): number {
  return Math.max(0, ...(sample?.lengths ?? []).map(({ length }) => length ?? 0));
}
