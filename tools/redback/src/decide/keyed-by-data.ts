import { formatType, type TypeRef, unionOf } from '@syft-libs/ast';

/**
 * The type of records whose names are data: every result was one, no name stood in all of them, and what stood under the names was
 * of one type throughout. `null` where names may well be those of fields.
 */
export function keyedByData(results: readonly TypeRef[]): TypeRef | null {
  const keyed = results.filter((type) => type.kind === 'record' || type.kind === 'dict');
  const records = keyed.filter((type) => type.kind === 'record');
  const sets = new Set(records.map(({ fields }) => String(fields.map(({ name }) => name).sort())));
  if (keyed.length < results.length || sets.size + (keyed.length > records.length ? 1 : 0) < 2) return null;
  const [first, ...others] = records.map(({ fields }) => fields.map(({ name }) => name));
  const isShared = others.length > 0 && (first ?? []).some((name) => others.every((names) => names.includes(name)));
  if (isShared) return null;
  const values = keyed.flatMap((type) => (type.kind === 'dict' ? [type.of] : type.fields.map((field) => field.type)));
  const known = new Set(values.filter(({ kind }) => kind !== 'unknown').map(formatType));
  const [only] = values.filter(({ kind }) => kind !== 'unknown');
  return only !== undefined && known.size === 1 ? { kind: 'dict', of: only } : null;
}

/** The type with such records by their one name. */
export function withKeys(type: TypeRef, dict: TypeRef): TypeRef {
  const members = type.kind === 'union' ? type.of : [type];
  return unionOf(members.map((member) => (member.kind === 'record' || member.kind === 'dict' ? dict : member)));
}
