import { type Accepts, formatType, isNumberList, type TypeRef, typeFits } from '@syft-libs/ast';

/** Whether every value of `narrow` may stand where `wide` is expected. Equal types always do, unknown ones only so. */
export function covers(wide: TypeRef, narrow: TypeRef, accepts: Accepts): boolean {
  if (formatType(wide) === formatType(narrow)) return true;
  if (narrow.kind === 'union') return narrow.of.every((member) => covers(wide, member, accepts));
  if (narrow.kind === 'prim' && narrow.name === 'boolean' && wide.kind === 'union') return coversBoolean(wide.of, accepts);
  if (wide.kind === 'union') return wide.of.some((member) => covers(member, narrow, accepts));
  if (wide.kind === 'list' && narrow.kind === 'list') return covers(wide.of, narrow.of, accepts);
  if (wide.kind === 'record' && narrow.kind === 'record') return coversRecord(wide, narrow, accepts);
  const fit = typeFits(narrow, wide, accepts);
  // A column stands for a list of numbers by what is in it.
  return fit === 'yes' || (fit === 'maybe' && narrow.kind === 'ref' && isNumberList(wide));
}

function coversBoolean(members: readonly TypeRef[], accepts: Accepts): boolean {
  const takes = (value: boolean): boolean => members.some((member) => covers(member, { kind: 'literal', value }, accepts));
  return takes(true) && takes(false);
}

type RecordType = Extract<TypeRef, { kind: 'record' }>;

/** A domain refuses a record with a field that the type does not name, so each field has to stay, and none may become required. */
function coversRecord(wide: RecordType, narrow: RecordType, accepts: Accepts): boolean {
  const kept = narrow.fields.every((field) => {
    const own = wide.fields.find(({ name }) => name === field.name);
    return own !== undefined && covers(own.type, field.type, accepts) && (own.optional || !field.optional);
  });
  return kept && wide.fields.every((field) => field.optional || narrow.fields.some(({ name }) => name === field.name));
}

/** Whether two types are the same but for the order in which they are written. */
export function isSameType(left: TypeRef, right: TypeRef): boolean {
  const nothingMore: Accepts = () => [];
  return covers(left, right, nothingMore) && covers(right, left, nothingMore);
}
