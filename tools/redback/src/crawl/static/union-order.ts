import { formatType, type TypeRef, unionOf } from '@syft-libs/ast';

/** More literals than this are their primitive type. */
const MAX_LITERALS = 64;

const KIND_ORDER: readonly TypeRef['kind'][] = ['ref', 'prim', 'literal', 'list', 'tuple', 'record', 'dict', 'map', 'set', 'callback'];

/**
 * A union as manifests write it: `true | false` is `boolean`, a member that nobody knows makes all of it `unknown`, and
 * the order depends on the members alone; a compiler's own order changes with what it read before.
 */
export function narrowUnion(types: readonly TypeRef[]): TypeRef {
  const members = types.flatMap((type) => (type.kind === 'union' ? type.of : [type]));
  if (members.length === 0 || members.some((type) => type.kind === 'unknown')) return { kind: 'unknown' };
  return unionOf(fewLiterals(joinBooleans(members)).sort(byKindAndText));
}

/** The type of a value that is there. */
export function withoutUndefined(type: TypeRef): TypeRef {
  if (type.kind !== 'union') return type;
  return unionOf(type.of.filter((member) => !(member.kind === 'prim' && member.name === 'undefined')));
}

function joinBooleans(members: readonly TypeRef[]): readonly TypeRef[] {
  const has = (value: boolean) => members.some((type) => type.kind === 'literal' && type.value === value);
  if (!has(true) || !has(false)) return members;
  return [...members.filter((type) => !(type.kind === 'literal' && typeof type.value === 'boolean')), { kind: 'prim', name: 'boolean' }];
}

function fewLiterals(members: readonly TypeRef[]): TypeRef[] {
  if (members.filter((type) => type.kind === 'literal').length <= MAX_LITERALS) return [...members];
  return members.map((type) =>
    type.kind === 'literal' ? { kind: 'prim', name: typeof type.value as 'string' | 'number' | 'boolean' } : type,
  );
}

function byKindAndText(left: TypeRef, right: TypeRef): number {
  return rankOf(left) - rankOf(right) || (formatType(left) < formatType(right) ? -1 : 1);
}

/** `null` and `undefined` stand last, where readers look for them. */
function rankOf(type: TypeRef): number {
  if (type.kind === 'prim' && type.name === 'null') return KIND_ORDER.length;
  if (type.kind === 'prim' && type.name === 'undefined') return KIND_ORDER.length + 1;
  return KIND_ORDER.indexOf(type.kind);
}
