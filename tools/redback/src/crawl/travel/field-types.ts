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
  if (isKeyed(left) && isKeyed(right)) return true;
  return left.kind === right.kind && (left.kind === 'list' || left.kind === 'dict' || left.kind === 'set' || left.kind === 'map');
}

function join(left: TypeRef, right: TypeRef): TypeRef {
  if (isKeyed(left) && isKeyed(right)) return joinKeyed(left, right);
  if (left.kind === 'map' && right.kind === 'map')
    return { kind: 'map', key: joinItems(left.key, right.key), of: joinItems(left.of, right.of) };
  if ((left.kind === 'list' || left.kind === 'dict' || left.kind === 'set') && left.kind === right.kind) {
    return { kind: left.kind, of: joinItems(left.of, right.of) };
  }
  return left;
}

type Keyed = Extract<TypeRef, { kind: 'record' | 'dict' }>;

function isKeyed(type: TypeRef): type is Keyed {
  return type.kind === 'record' || type.kind === 'dict';
}

/** Records of the same names are one record; where the names differ they are data, as they are in one that was empty. */
function joinKeyed(left: Keyed, right: Keyed): TypeRef {
  if (left.kind === 'record' && right.kind === 'record' && namesOf(left) === namesOf(right)) {
    const typeAt = (name: string) => right.fields.find((field) => field.name === name)?.type as TypeRef;
    return { kind: 'record', fields: left.fields.map((field) => ({ ...field, type: joinItems(field.type, typeAt(field.name)) })) };
  }
  return { kind: 'dict', of: [...valuesOf(left), ...valuesOf(right)].reduce(joinItems) };
}

function namesOf({ fields }: Extract<Keyed, { kind: 'record' }>): string {
  return fields
    .map(({ name }) => name)
    .sort()
    .join();
}

function valuesOf(keyed: Keyed): readonly TypeRef[] {
  if (keyed.kind === 'dict') return [keyed.of];
  return keyed.fields.map(({ type }) => type);
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
