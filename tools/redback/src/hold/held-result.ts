import { parseType, type TypeRef } from '@syft-libs/ast';
import type { ReturnedOutcome } from '../crawl/probe/caller.ts';
import { type Agreement, agrees } from '../decide/type-agreement.ts';
import type { HeldEntry } from './held-entry.ts';

/** What a domain would take for the result, as a type: where a call gives nothing back, the copies that it has changed. */
export function resultType({ value, effects, operands }: ReturnedOutcome, { mutates }: Pick<HeldEntry, 'mutates'>): string {
  if (value.type !== 'undefined' || mutates.length === 0) return value.type;
  const copies = mutates.flatMap((name) => {
    const changed = effects.mutates.indexOf(name);
    const type = changed < 0 ? operands.find((operand) => operand.name === name)?.type : effects.becomes[changed]?.type;
    return type === undefined ? [] : [type];
  });
  return mutates.length === 1 ? (copies[0] ?? value.type) : `[${copies.join(', ')}]`;
}

/** Whether a result is of the type that was said. Of a list without items nobody knows of what it is one. */
export function isAsSaid(seen: string, shape: readonly number[] | null, said: TypeRef, by: Agreement): boolean {
  const type = parseType(seen);
  if (type.kind === 'tuple') return isTupleAsSaid(type.items, said, by);
  if (said.kind === 'union') return said.of.some((member) => isAsSaid(seen, shape, member, by)) || agrees(type, said, by);
  if (said.kind === 'tuple' && shape !== null && shape[0] !== said.items.length) return false;
  return agrees(type, said, by);
}

function isTupleAsSaid(items: readonly TypeRef[], said: TypeRef, by: Agreement): boolean {
  if (said.kind !== 'tuple') return items.length === 0;
  return said.items.length === items.length && said.items.every((item, index) => agrees(items[index] as TypeRef, item, by));
}
