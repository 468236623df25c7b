import type { Sample } from '../../surface/sample.ts';

const MOST = 24;
const LARGEST_COUNT = 64;

/**
 * Recipes like a given one that may give an instance of another size: one number, list or row longer or shorter each. Nobody has
 * promised that they work.
 */
export function varyRecipe(recipe: Sample): readonly Sample[] {
  const found = new Map(vary(recipe).map((sample) => [JSON.stringify(sample), sample]));
  found.delete(JSON.stringify(recipe));
  return [...found.values()].slice(0, MOST);
}

function vary(sample: Sample): readonly Sample[] {
  if (typeof sample === 'number') return Number.isInteger(sample) && sample >= 0 && sample <= LARGEST_COUNT ? [sample + 1, sample + 3] : [];
  if (typeof sample !== 'object' || sample === null) return [];
  switch (sample.$) {
    case 'list':
    case 'array':
      return varyList(sample);
    case 'new':
      return varyItems(sample.args).map((args) => ({ ...sample, args }));
    case 'call':
      return [
        ...(sample.receiver === undefined ? [] : vary(sample.receiver).map((receiver) => ({ ...sample, receiver }))),
        ...varyItems(sample.args).map((args) => ({ ...sample, args })),
      ];
    default:
      return [];
  }
}

/** One item changed each time. */
function varyItems(items: readonly Sample[]): readonly (readonly Sample[])[] {
  return items.flatMap((item, at) => vary(item).map((other) => items.with(at, other)));
}

type ListSample = Extract<Sample, { $: 'list' | 'array' }>;

function varyList(list: ListSample): readonly Sample[] {
  const { items } = list;
  const last = items.at(-1);
  if (last === undefined) return [];
  const like = (others: readonly Sample[]): ListSample => ({ ...list, items: others });
  const lengths = LONGER.map((more) => like(lengthened(items, more)));
  const shorter = items.length > 1 ? [like(items.slice(0, -1))] : [];
  if (!items.every(isList)) return [...lengths, ...shorter];
  const rows = items as readonly ListSample[];
  const widen = (more: number) => rows.map((row) => ({ ...row, items: lengthened(row.items, more) }));
  const wider = LONGER.map((more) => like(widen(more)));
  // What is square stays so.
  const larger = LONGER.map((more) => like(lengthened(widen(more), more)));
  const narrower = rows.every((row) => row.items.length > 1) ? [like(rows.map((row) => ({ ...row, items: row.items.slice(0, -1) })))] : [];
  // Of each kind one first: squares alone would tell rows from columns no better.
  return interleaved([larger, lengths.toReversed(), wider.toReversed(), shorter, narrower]);
}

/** First ones first. */
export function interleaved<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}

/** Items longer: by one, and by enough to turn a tall matrix into a wide one. */
const LONGER = [1, 4];

function lengthened(items: readonly Sample[], more: number): readonly Sample[] {
  const longer = [...items];
  for (let count = 0; count < more; count++) longer.push(further(longer.at(-1) ?? 0));
  return longer;
}

function isList(sample: Sample): sample is ListSample {
  return typeof sample === 'object' && sample !== null && (sample.$ === 'list' || sample.$ === 'array');
}

/** An item to stand after another one: of its kind, and not just the same again. */
function further(item: Sample): Sample {
  if (typeof item === 'number') return item * 2 + 1;
  return isList(item) ? { ...item, items: item.items.map((part, at) => (typeof part === 'number' ? part * (at + 2) + 1 : part)) } : item;
}
