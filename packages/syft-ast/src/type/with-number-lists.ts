import { isPointer } from '../serde/builtin/pointer-codec.ts';
import { asItIs, fittingMember, type ValueChecks } from './fits.ts';
import { isRecord } from './is-record.ts';
import { listOfNumbers, numbersOf } from './number-list.ts';
import type { TypeRef } from './type-ref.ts';

/**
 * A value as a library will see it that takes it for a type: with a plain list wherever a column or a typed array stands for
 * one of numbers. Guards and costs are asked about this. Pointers stay where they are; nothing is changed in place.
 */
export function withNumberLists(value: unknown, type: TypeRef, checks: ValueChecks): unknown {
  return listed(value, type, [asItIs(checks), checks]);
}

function listed(value: unknown, type: TypeRef, tiers: readonly ValueChecks[]): unknown {
  if (typeof value !== 'object' || value === null || isPointer(value)) return value;
  switch (type.kind) {
    case 'union': {
      const member = fittingMember(value, type.of, tiers);
      return member === undefined ? value : listed(value, member, tiers);
    }
    case 'list': {
      if (Array.isArray(value)) return isFlat(type.of) ? value : value.map((item) => listed(item, type.of, tiers));
      const numbers = numbersOf(value);
      return numbers === undefined ? value : listOfNumbers(numbers);
    }
    case 'tuple':
      return Array.isArray(value) ? type.items.map((item, index) => listed(value[index], item, tiers)) : value;
    case 'record':
      return withFields(value, (name) => type.fields.find((field) => field.name === name)?.type, tiers);
    case 'dict':
      return withFields(value, () => type.of, tiers);
    case 'map':
      return value instanceof Map ? new Map([...value].map(([key, item]) => [key, listed(item, type.of, tiers)])) : value;
    default:
      return value;
  }
}

/** True for items that no list can stand in. */
function isFlat(type: TypeRef): boolean {
  return type.kind === 'prim' || type.kind === 'literal' || type.kind === 'ref';
}

function withFields(value: object, typeOf: (name: string) => TypeRef | undefined, tiers: readonly ValueChecks[]): unknown {
  if (!isRecord(value)) return value;
  const record = Object.create(Object.getPrototypeOf(value) as object | null) as Record<string, unknown>;
  for (const [name, item] of Object.entries(value)) {
    const type = typeOf(name);
    const changed = type === undefined ? item : listed(item, type, tiers);
    Object.defineProperty(record, name, { value: changed, enumerable: true, configurable: true, writable: true });
  }
  return record;
}
