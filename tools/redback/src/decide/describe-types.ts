import { formatType, type ManifestMember, type ManifestType, parseType, type TypeAliases, type TypeRef } from '@syft-libs/ast';
import type { CodecPlan } from '../surface/package-plan.ts';
import type { Snapshot, Travel } from '../surface/snapshot.ts';
import type { KnownTypes } from './known-types.ts';

/** Typed arrays that stand for an array type, by the dtype that it takes. */
const TYPED: Readonly<Record<string, string>> = {
  int8: 'Int8Array',
  uint8: 'Uint8Array',
  uint8clamped: 'Uint8ClampedArray',
  uint8_clamped: 'Uint8ClampedArray',
  int16: 'Int16Array',
  uint16: 'Uint16Array',
  int32: 'Int32Array',
  uint32: 'Uint32Array',
  bigint64: 'BigInt64Array',
  biguint64: 'BigUint64Array',
  float32: 'Float32Array',
  float64: 'Float64Array',
};

/** The types of a library that its manifest lists: those that have members there, that allowed entries take or give, and their ancestors. */
export function describeTypes(
  snapshot: Snapshot,
  members: readonly ManifestMember[],
  { types, aliases }: { types: KnownTypes; aliases: TypeAliases },
): readonly ManifestType[] {
  const own = snapshot.types.filter(({ id }) => types.get(id) !== undefined);
  const listed = new Set<string>();
  for (const { path, kind, signatures, verdict } of members) {
    if (kind === 'method' || kind === 'property') listed.add(path.slice(0, path.lastIndexOf('.')));
    if (verdict !== 'allow') continue;
    for (const { params, returns } of signatures) {
      for (const text of [returns, ...params.map(({ type }) => type)]) for (const id of refsIn(parseType(text, aliases))) listed.add(id);
    }
  }
  for (const { id, extends: parents } of own) if (listed.has(id)) for (const parent of parents) listed.add(parent);
  const tags = tagsOf(snapshot);
  return own
    .filter(({ id }) => listed.has(id))
    .map((seen): ManifestType => {
      const decision = types.get(seen.id)?.decision;
      const travel = types.travelOf(seen.id);
      const isBorrowed = decision?.membersOf !== undefined;
      const hasCodec = !isBorrowed && (travel !== null || decision?.codec === 'hand-written');
      return {
        id: seen.id,
        detect: decision?.detect ?? (isBorrowed ? 'primitive' : seen.travel?.kind === 'array' ? 'shape' : 'instance'),
        extends: seen.extends.filter((parent) => listed.has(parent)),
        codec: hasCodec ? (decision?.tag ?? (tags.get(seen.id) as string)) : null,
        accepts: decision?.accepts ?? acceptsOf(travel),
        ownOnInstance: seen.ownOnInstance,
        membersOf: decision?.membersOf ?? null,
      };
    });
}

/** Codecs to generate for the listed types. */
export function planCodecs(listed: readonly ManifestType[], types: KnownTypes): readonly CodecPlan[] {
  return listed.flatMap(({ id, codec }) => {
    const travel = types.travelOf(id);
    return codec === null || travel === null ? [] : [{ type: id, tag: codec, travel }];
  });
}

/** Columns and typed arrays stand for a strided array of their dtype. */
function acceptsOf(travel: Travel | null): readonly string[] {
  if (travel?.kind !== 'array') return [];
  return ['ast.Column', ...new Set(travel.dtypes.flatMap((dtype) => TYPED[dtype] ?? []))];
}

/** `matrix/Matrix`; a name that two types have goes with its whole path. */
function tagsOf({ library: { root }, types }: Snapshot): ReadonlyMap<string, string> {
  const last = (id: string) => id.slice(id.lastIndexOf('.') + 1);
  const count = (name: string) => types.filter(({ id }) => last(id) === name).length;
  return new Map(types.map(({ id }) => [id, `${root}/${count(last(id)) === 1 ? last(id) : id.slice(root.length + 1)}`]));
}

function refsIn(type: TypeRef): readonly string[] {
  return [...formatType(type).matchAll(/[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)+/g)].map(([id]) => id);
}
