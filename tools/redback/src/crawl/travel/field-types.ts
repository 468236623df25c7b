import { everyPart, parseType, type TypeRef, unionOf } from '@syft-libs/ast';

/**
 * The type that covers the types of one field in several samples: `unknown[]`, which an empty list is, vanishes beside another
 * list. `null` when something in it has no word.
 */
export function coverTypes(texts: readonly string[]): TypeRef | null {
  const types = [...new Set(texts)].sort().map((text) => parseType(text));
  const covered = unionOf(types.flatMap((type) => (type.kind === 'union' ? type.of : [type])).reduce<readonly TypeRef[]>(add, []));
  return isKnown(covered) ? covered : null;
}

/** Adds a type to a union's members, one list of a kind. */
function add(members: readonly TypeRef[], type: TypeRef): readonly TypeRef[] {
  const at = members.findIndex((member) => sameKind(member, type));
  if (at < 0) return [...members, type];
  return members.with(at, join(members[at] as TypeRef, type));
}

function sameKind(left: TypeRef, right: TypeRef): boolean {
  return left.kind === right.kind && (left.kind === 'list' || left.kind === 'dict' || left.kind === 'set' || left.kind === 'map');
}

function join(left: TypeRef, right: TypeRef): TypeRef {
  if (left.kind === 'map' && right.kind === 'map')
    return { kind: 'map', key: joinItems(left.key, right.key), of: joinItems(left.of, right.of) };
  if ((left.kind === 'list' || left.kind === 'dict' || left.kind === 'set') && left.kind === right.kind) {
    return { kind: left.kind, of: joinItems(left.of, right.of) };
  }
  return left;
}

/** What nothing is in says nothing of what could be. */
function joinItems(left: TypeRef, right: TypeRef): TypeRef {
  if (left.kind === 'unknown') return right;
  if (right.kind === 'unknown') return left;
  const members = (type: TypeRef): readonly TypeRef[] => (type.kind === 'union' ? type.of : [type]);
  return unionOf([...members(left), ...members(right)].reduce<readonly TypeRef[]>(add, []));
}

function isKnown(type: TypeRef): boolean {
  return everyPart(type, ({ kind }) => kind !== 'unknown' && kind !== 'callback');
}

/** Ids of the types that a type names. */
export function refsIn(type: TypeRef): readonly string[] {
  const found: string[] = [];
  everyPart(type, (part) => {
    if (part.kind === 'ref') found.push(part.id);
    return true;
  });
  return found;
}
