import { type TypeRef, unionOf } from '@syft-libs/ast';
import { type Agreement, agrees, isNothing } from './type-agreement.ts';

/**
 * A promised type made wide enough for what was seen, where the only difference is nothing (`undefined`, `null`) in the place of
 * something: `[number | undefined, number | undefined]` for a pair of an empty list. `null` where they differ in more.
 */
export function widenToSeen(promised: TypeRef, observed: TypeRef, by: Agreement): TypeRef | null {
  if (agrees(observed, promised, by)) return promised;
  if (isNothing(observed)) return unionOf([promised, observed]);
  if (observed.kind === 'union')
    return observed.of.reduce<TypeRef | null>((wide, member) => wide && widenToSeen(wide, member, by), promised);
  if (promised.kind === 'union') return widenMember(promised.of, observed, by);
  if (promised.kind === 'tuple' && (observed.kind === 'list' || observed.kind === 'tuple')) {
    const items = promised.items.map((item, index) => {
      const seen = observed.kind === 'list' ? observed.of : observed.items[index];
      return seen === undefined ? null : widenToSeen(item, seen, by);
    });
    const isWhole = observed.kind === 'list' || observed.items.length === promised.items.length;
    return isWhole && areTypes(items) ? { ...promised, items } : null;
  }
  if ((promised.kind === 'list' || promised.kind === 'set' || promised.kind === 'dict') && observed.kind === promised.kind) {
    const of = widenToSeen(promised.of, observed.of, by);
    return of && { ...promised, of };
  }
  return promised.kind === 'record' && observed.kind === 'record' ? widenRecord(promised, observed, by) : null;
}

function widenMember(members: readonly TypeRef[], observed: TypeRef, by: Agreement): TypeRef | null {
  for (const [index, member] of members.entries()) {
    const wide = widenToSeen(member, observed, by);
    if (wide !== null) return unionOf(members.with(index, wide));
  }
  return null;
}

type RecordType = Extract<TypeRef, { kind: 'record' }>;

function widenRecord(promised: RecordType, observed: RecordType, by: Agreement): TypeRef | null {
  if (observed.fields.some(({ name }) => !promised.fields.some((field) => field.name === name))) return null;
  const types = promised.fields.map(({ name, optional, type }) => {
    const seen = observed.fields.find((field) => field.name === name);
    return seen === undefined ? (optional ? type : null) : widenToSeen(type, seen.type, by);
  });
  if (!areTypes(types)) return null;
  return { kind: 'record', fields: promised.fields.map((field, index) => ({ ...field, type: types[index] as TypeRef })) };
}

function areTypes(types: readonly (TypeRef | null)[]): types is readonly TypeRef[] {
  return types.every((type) => type !== null);
}
