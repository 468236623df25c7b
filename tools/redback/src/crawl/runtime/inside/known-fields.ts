/** Classes whose instances are their fields: one with other fields, as a call may leave it behind, is none that travels. */
import type { KnownField } from '../insights.ts';

const { ownKeys, getOwnPropertyDescriptor } = Reflect;

let fields: ReadonlyMap<string, readonly KnownField[]> = new Map();

/** Tells such instances apart from now on. */
export function useFields(known: Readonly<Record<string, readonly KnownField[]>>): void {
  fields = new Map(Object.entries(known));
}

/** Whether an instance of a type has the fields that those of it have, and at a glance what they hold. */
export function hasKnownFields(value: object, type: string): boolean {
  const expected = fields.get(type);
  if (expected === undefined) return true;
  let count = 0;
  for (const { name, kinds, isOptional } of expected) {
    const property = getOwnPropertyDescriptor(value, name);
    if (property === undefined && isOptional) continue;
    if (property === undefined || !('value' in property) || !kinds.includes(kindOf(property.value))) return false;
    count++;
  }
  return ownKeys(value).length === count;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}
