import { dtypeOfTypedArray, typedArrayName } from '../serde/dtype.ts';
import type { TypeRef } from './type-ref.ts';
import { type PrimitiveName, unionOf } from './type-ref.ts';

const SEEN_ITEMS = 1_000;

/** Finds the codec of a value; a `CodecRegistry` is one. */
export interface TypeFinder {
  find(value: unknown): { readonly type: string } | undefined;
}

/** The core's codecs whose values have a type by their content, not by a name. */
const STRUCTURES: ReadonlySet<string> = new Set(['ast.List', 'ast.Record', 'ast.Map', 'ast.Set', 'ast.TypedArray', 'Bytes', 'Date']);

/**
 * The declared type of a plain value that its holder uploads. A library's own type goes by its codec's name. Of a
 * list the first thousand items are looked at; a longer one has to be uniform to fit anywhere.
 */
export function typeOfValue(value: unknown, types: TypeFinder): TypeRef {
  if (value === null) return { kind: 'prim', name: 'null' };
  if (typeof value !== 'object') return { kind: 'prim', name: typeof value as PrimitiveName };
  const id = types.find(value)?.type;
  if (id !== undefined && !STRUCTURES.has(id)) return { kind: 'ref', id };
  const dtype = dtypeOfTypedArray(value);
  if (dtype !== undefined) return { kind: 'prim', name: typedArrayName(dtype) as PrimitiveName };
  if (value instanceof Date) return { kind: 'prim', name: 'Date' };
  const of = (items: Iterable<unknown>): TypeRef => unionOf([...items].slice(0, SEEN_ITEMS).map((item) => typeOfValue(item, types)));
  // Of no items nothing is known, and no list is closed to it.
  if (Array.isArray(value)) return value.length === 0 ? { kind: 'tuple', items: [] } : { kind: 'list', of: of(value) };
  if (value instanceof Set) return { kind: 'set', of: of(value) };
  if (value instanceof Map) return { kind: 'map', key: of(value.keys()), of: of(value.values()) };
  if (/^\[object (Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(value))) return { kind: 'prim', name: 'Bytes' };
  const fields = Object.entries(value).map(([name, field]) => ({ name, optional: false, type: typeOfValue(field, types) }));
  return { kind: 'record', fields };
}
