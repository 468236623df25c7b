import { decodeValue, type Encoded, isRecord, type SerdeContext, type Limits } from '@syft-libs/ast';

/** How many elements a value would hand out, nested ones included: what an owner wants to know first. */
export function weighOutcome(value: Encoded, core: SerdeContext & { readonly limits: Limits }): number {
  return countElements(decodeValue(value, core, core.limits));
}

function countElements(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  if (ArrayBuffer.isView(value)) return (value as unknown as ArrayLike<unknown>).length;
  const { data } = value as { readonly data?: unknown };
  if (ArrayBuffer.isView(data)) return (data as unknown as ArrayLike<unknown>).length;
  if (Array.isArray(data)) return sum(data);
  if (Array.isArray(value) || value instanceof Set) return sum(value);
  if (value instanceof Map) return sum([...value].flat());
  return isRecord(value) ? sum(Object.values(value)) : 1;
}

function sum(items: Iterable<unknown>): number {
  let count = 0;
  for (const item of items) count += countElements(item);
  return count;
}
