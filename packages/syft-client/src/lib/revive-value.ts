import { type Codec, isRecord } from '@syft-libs/ast';

/** A codec whose plain values become a library's own objects. */
export type RevivingCodec = Codec & Required<Pick<Codec, 'revive'>>;

/** The codecs that a value needs to come to life, through lists, records, maps and sets. */
export function findRevivers(
  value: unknown,
  codecs: readonly RevivingCodec[],
  found = new Set<RevivingCodec>(),
): ReadonlySet<RevivingCodec> {
  if (typeof value !== 'object' || value === null) return found;
  const codec = codecs.find((candidate) => candidate.detect(value));
  if (codec !== undefined) found.add(codec);
  else for (const item of itemsOf(value)) findRevivers(item, codecs, found);
  return found;
}

function itemsOf(value: object): Iterable<unknown> {
  if (Array.isArray(value) || value instanceof Set) return value as Iterable<unknown>;
  if (value instanceof Map) return [...value].flat(1) as unknown[];
  return isRecord(value) ? Object.values(value) : [];
}

/** The value with every plain array of a library made the library's own; `libraries` holds the loaded modules by codec. */
export function reviveValue(value: unknown, libraries: ReadonlyMap<RevivingCodec, unknown>): unknown {
  if (typeof value !== 'object' || value === null || libraries.size === 0) return value;
  for (const [codec, library] of libraries) if (codec.detect(value)) return codec.revive(value, library);
  const revive = (item: unknown): unknown => reviveValue(item, libraries);
  if (Array.isArray(value)) return value.map(revive);
  if (value instanceof Set) return new Set([...value].map(revive));
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [revive(key), revive(item)]));
  if (!isRecord(value)) return value;
  const record = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(value)) record[key] = revive(value[key]);
  return record;
}
