import {
  bytesOf,
  columnOf,
  dtypeOfTypedArray,
  fromHex,
  isArrayValue,
  isPointer,
  isRecord,
  POINTER,
  type TypedArray,
  toHex,
  typedArrayName,
  typedArrayOf,
} from '../../src/index.ts';

/** A value in words that any language can read: JSON alone has no -0, no bigint and no typed array. */
export type Meaning =
  | { readonly type: 'null' | 'undefined' }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'number' | 'bigint' | 'string' | 'Date'; readonly value: string }
  | { readonly type: 'Bytes'; readonly hex: string }
  | { readonly type: 'TypedArray' | 'Column'; readonly class: string; readonly elements: readonly string[] }
  | { readonly type: 'list' | 'set'; readonly items: readonly Meaning[] }
  | { readonly type: 'record'; readonly fields: readonly (readonly [string, Meaning])[] }
  | { readonly type: 'map'; readonly entries: readonly (readonly [Meaning, Meaning])[] }
  | { readonly type: 'pointer'; readonly prefix: string | null; readonly counter: number };

const textOf = (value: unknown) => (Object.is(value, -0) ? '-0' : String(value));

/** The meaning of a value. */
export function meaningOf(value: unknown): Meaning {
  if (value === null || value === undefined) return { type: value === null ? 'null' : 'undefined' };
  if (typeof value === 'boolean') return { type: 'boolean', value };
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'string')
    return { type: typeof value as 'number', value: textOf(value) };
  if (isPointer(value)) return { type: 'pointer', prefix: value[POINTER].prefix ?? null, counter: value[POINTER].counter };
  if (isArrayValue(value, 'ast.Column')) return { ...arrayMeaning(value.data as TypedArray), type: 'Column' };
  if (dtypeOfTypedArray(value) !== undefined) return arrayMeaning(value as TypedArray);
  if (value instanceof ArrayBuffer) return { type: 'Bytes', hex: toHex(new Uint8Array(value)) };
  if (value instanceof Date) return { type: 'Date', value: textOf(value.getTime()) };
  if (value instanceof Map) return { type: 'map', entries: Array.from(value, ([key, item]) => [meaningOf(key), meaningOf(item)]) };
  if (value instanceof Set) return { type: 'set', items: Array.from(value, meaningOf) };
  if (Array.isArray(value)) return { type: 'list', items: value.map(meaningOf) };
  if (isRecord(value)) return { type: 'record', fields: Object.keys(value).map((key) => [key, meaningOf(value[key])]) };
  throw new Error('cannot say what this value means');
}

function arrayMeaning(data: TypedArray): Extract<Meaning, { type: 'TypedArray' | 'Column' }> {
  const dtype = dtypeOfTypedArray(data);
  if (dtype === undefined) throw new Error('cannot say what this array means');
  return { type: 'TypedArray', class: typedArrayName(dtype), elements: Array.from(data as Iterable<unknown>, textOf) };
}

/** The value that a meaning describes. */
export function valueFrom(meaning: Meaning): unknown {
  switch (meaning.type) {
    case 'null':
      return null;
    case 'undefined':
      return undefined;
    case 'boolean':
    case 'string':
      return meaning.value;
    case 'number':
      return Number(meaning.value);
    case 'bigint':
      return BigInt(meaning.value);
    case 'Date':
      return new Date(Number(meaning.value));
    case 'Bytes':
      return bytesOf(fromHex(meaning.hex)).slice().buffer;
    case 'TypedArray':
      return arrayOf(meaning.class, meaning.elements);
    case 'Column':
      return columnOf(arrayOf(meaning.class, meaning.elements));
    case 'list':
      return meaning.items.map(valueFrom);
    case 'set':
      return new Set(meaning.items.map(valueFrom));
    case 'map':
      return new Map(meaning.entries.map(([key, item]) => [valueFrom(key), valueFrom(item)]));
    case 'record':
      return recordOf(meaning.fields);
    case 'pointer':
      return { [POINTER]: { prefix: meaning.prefix ?? undefined, counter: meaning.counter } };
  }
}

function recordOf(fields: readonly (readonly [string, Meaning])[]): object {
  const record = {};
  for (const [key, item] of fields) Object.defineProperty(record, key, { value: valueFrom(item), enumerable: true });
  return record;
}

function arrayOf(name: string, elements: readonly string[]): TypedArray {
  const dtype = (
    [
      'int8',
      'uint8',
      'uint8_clamped',
      'int16',
      'uint16',
      'int32',
      'uint32',
      'bigint64',
      'biguint64',
      'float16',
      'float32',
      'float64',
    ] as const
  ).find((item) => typedArrayName(item) === name);
  const Class = dtype && typedArrayOf(dtype);
  if (Class === undefined) throw new Error(`cannot make ${name}: this engine has none`);
  const data = new Class(elements.length);
  elements.forEach((element, index) => {
    data[index] = (name.startsWith('Big') ? BigInt(element) : Number(element)) as number;
  });
  return data;
}
