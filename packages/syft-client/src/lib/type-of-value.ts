import { type CodecRegistry, dtypeOfTypedArray, isRecord, SyftError, typedArrayName, type TypeRef, unionOf } from '@syft-libs/ast';

/**
 * The type of a plain value, as signatures would write it: that of an upload's pointer. A list's is the union of its
 * items'. Throws `BAD_ARGUMENT` for what no codec takes.
 */
export function typeOfValue(value: unknown, registry: CodecRegistry): TypeRef {
  if (value === null) return { kind: 'prim', name: 'null' };
  switch (typeof value) {
    case 'undefined':
    case 'boolean':
    case 'number':
    case 'bigint':
    case 'string':
      return { kind: 'prim', name: typeof value as 'number' };
    case 'object':
      return typeOfObject(value, registry);
    default:
      throw new SyftError('BAD_ARGUMENT', `cannot use value: no codec takes a ${typeof value}`);
  }
}

function typeOfObject(value: object, registry: CodecRegistry): TypeRef {
  const dtype = dtypeOfTypedArray(value);
  if (dtype !== undefined) return { kind: 'prim', name: typedArrayName(dtype) as 'Float64Array' };
  const itemsOf = (items: Iterable<unknown>): TypeRef => unionOf(Array.from(items, (item) => typeOfValue(item, registry)));
  if (Array.isArray(value)) return { kind: 'list', of: itemsOf(value) };
  if (value instanceof Set) return { kind: 'set', of: itemsOf(value) };
  if (value instanceof Map) return { kind: 'map', key: itemsOf(value.keys()), of: itemsOf(value.values()) };
  const codec = registry.find(value);
  if (codec === undefined) throw new SyftError('BAD_ARGUMENT', 'cannot use value: no codec takes it');
  if (codec.type === 'Bytes' || codec.type === 'Date') return { kind: 'prim', name: codec.type };
  if (codec.tag !== 'ast/Record' || !isRecord(value)) return { kind: 'ref', id: codec.type };
  return {
    kind: 'record',
    fields: Object.keys(value).map((name) => ({ name, optional: false, type: typeOfValue(value[name], registry) })),
  };
}
