import { dtypeOfTypedArray, typedArrayName } from '../serde/dtype.ts';
import type { TypeRef } from './type-ref.ts';
import { type PrimitiveName, unionOf } from './type-ref.ts';

const SEEN_ITEMS = 1_000;

/**
 * The declared type of a plain value that its holder uploads. `refOf` names a value of a library's own type. Lists are
 * looked at up to a thousand items deep in each; a longer one has to be uniform to fit anywhere.
 */
export function typeOfValue(value: unknown, refOf: (value: object) => string | undefined): TypeRef {
  if (value === null) return { kind: 'prim', name: 'null' };
  if (typeof value !== 'object') return { kind: 'prim', name: typeof value as PrimitiveName };
  const id = refOf(value);
  if (id !== undefined) return { kind: 'ref', id };
  const dtype = dtypeOfTypedArray(value);
  if (dtype !== undefined) return { kind: 'prim', name: typedArrayName(dtype) as PrimitiveName };
  if (value instanceof Date) return { kind: 'prim', name: 'Date' };
  const of = (items: Iterable<unknown>): TypeRef => unionOf([...items].slice(0, SEEN_ITEMS).map((item) => typeOfValue(item, refOf)));
  if (Array.isArray(value)) return { kind: 'list', of: of(value) };
  if (value instanceof Set) return { kind: 'set', of: of(value) };
  if (value instanceof Map) return { kind: 'map', key: of(value.keys()), of: of(value.values()) };
  if (/^\[object (Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(value))) return { kind: 'prim', name: 'Bytes' };
  const fields = Object.entries(value).map(([name, field]) => ({ name, optional: false, type: typeOfValue(field, refOf) }));
  return { kind: 'record', fields };
}
