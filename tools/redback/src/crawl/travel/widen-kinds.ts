import { formatType, parseType, type TypeRef, unionOf } from '@syft-libs/ast';
import type { SeenType, TravelField } from '../../surface/snapshot.ts';

/**
 * Fields that held instances of several classes with one base, in samples, may hold one of any other class of that base: all of
 * those that travel are put in. Lengths that lead through such a field are dropped, since not every class has what they count.
 */
export function widenKinds(types: readonly SeenType[]): readonly SeenType[] {
  const byId = new Map(types.map((type) => [type.id, type]));
  const movable = types.filter(({ travel, builtin }) => travel !== null && builtin !== 'Error');
  return types.map((type): SeenType => {
    const { travel } = type;
    if (travel?.kind !== 'structure') return type;
    const widened = new Set<string>();
    const fields = travel.fields.map((field): TravelField => {
      const wide = widen(parseType(field.type), byId, movable);
      if (wide === undefined) return field;
      widened.add(field.name);
      return { ...field, type: formatType(wide) };
    });
    const lengths = travel.lengths.filter(({ of }) => !widened.has(of.split('.')[0] as string));
    return widened.size === 0 ? type : { ...type, travel: { ...travel, fields, lengths } };
  });
}

/** The union with all classes of its members' common base; `undefined` where it has fewer than two classes, or no base. */
function widen(type: TypeRef, byId: ReadonlyMap<string, SeenType>, movable: readonly SeenType[]): TypeRef | undefined {
  if (type.kind !== 'union') return undefined;
  const ids = type.of.flatMap((member) => (member.kind === 'ref' ? [member.id] : []));
  if (ids.length < 2) return undefined;
  const [first = [], ...others] = ids.map((id) => [id, ...(byId.get(id)?.extends ?? [])]);
  const base = first.find((id) => others.every((line) => line.includes(id)));
  if (base === undefined) return undefined;
  const kinds = movable
    .filter(({ id, extends: bases }) => id === base || bases.includes(base))
    .map(({ id }): TypeRef => ({ kind: 'ref', id }));
  return unionOf([...type.of, ...kinds]);
}
