import { CORE_TAGS, columnOf, encodeValue, messages, POINTER, toHex } from '../../src/index.ts';
import { context } from '../serde/context.ts';
import { type Meaning, meaningOf } from './meaning.ts';

/** Payloads over this many bytes stand beside the head in the vectors, so that both forms are short. */
export const VECTOR_INLINE_BYTES = 32;

export interface ValueVector {
  readonly name: string;
  readonly meaning: Meaning;
  readonly head: string;
  readonly parts: readonly string[];
}

export interface RefusedVector {
  readonly name: string;
  readonly head: string;
  readonly parts: readonly string[];
  readonly code: string;
}

const pointer = (counter: number, prefix?: string) => ({ [POINTER]: { prefix, counter } });

const VALUES: Readonly<Record<string, unknown>> = {
  null: null,
  undefined: undefined,
  true: true,
  false: false,
  zero: 0,
  'minus zero': -0,
  'one and a half': 1.5,
  'not a number': Number.NaN,
  infinity: Number.POSITIVE_INFINITY,
  'minus infinity': Number.NEGATIVE_INFINITY,
  'smallest double': 5e-324,
  'bigint zero': 0n,
  'bigint minus one': -1n,
  'bigint 127, one byte': 127n,
  'bigint 128, two bytes': 128n,
  'bigint -129, two bytes': -129n,
  'bigint 2^64': 2n ** 64n,
  'empty text': '',
  'text of four planes': 'aé診🙂',
  bytes: Uint8Array.of(0, 1, 255).buffer,
  'date of 2026': new Date(1_795_000_000_123),
  'invalid date': new Date(Number.NaN),
  int8: Int8Array.of(-128, 127),
  uint8: Uint8Array.of(0, 255),
  'uint8, clamped': Uint8ClampedArray.of(0, 255),
  int16: Int16Array.of(-32_768, 32_767),
  uint16: Uint16Array.of(0, 65_535),
  int32: Int32Array.of(-(2 ** 31), 2 ** 31 - 1),
  uint32: Uint32Array.of(0, 2 ** 32 - 1),
  bigint64: BigInt64Array.of(-(2n ** 63n), 2n ** 63n - 1n),
  biguint64: BigUint64Array.of(0n, 2n ** 64n - 1n),
  float32: Float32Array.of(1.5, Number.NaN),
  'float64, inside the head': Float64Array.of(1.5, -0, Number.NaN),
  'float64, beside the head': Float64Array.of(1, 2, 3, 4, 5),
  'no elements': new Float64Array(0),
  column: columnOf(Float64Array.of(39.1, Number.NaN)),
  'empty list': [],
  'list in a list': [1, [2, ['a']]],
  'record with a key __proto__': JSON.parse('{"b":1,"__proto__":2,"a":{"c":null}}'),
  map: new Map<unknown, unknown>([
    ['a', 1],
    [2, [true]],
  ]),
  set: new Set<unknown>(['a', 1n]),
  'pointer of this session': pointer(42),
  'pointer of another session': pointer(4_294_967_295, '9f86d081884c7d65'),
  'operands that hold pointers': [pointer(1), { axis: pointer(2) }],
  'two arrays beside one head': [new Float64Array(5).fill(1), new Int8Array(33).fill(2)],
};

const { ArrayBody, ListBody, PointerBody, RecordBody, Value } = messages;
const raw = (tag: number, body: Uint8Array | readonly number[]) => toHex(Value.encode({ tag, body: Uint8Array.from(body) }).finish());
const array = (fields: object) => raw(CORE_TAGS['ast/TypedArray'], ArrayBody.encode(fields).finish());
const one = encodeValue(1, context).head;

const REFUSED: readonly RefusedVector[] = [
  { name: 'no such tag', head: raw(63, []), parts: [], code: 'PROTOCOL' },
  { name: 'boolean 2', head: raw(CORE_TAGS['ast/boolean'], [2]), parts: [], code: 'PROTOCOL' },
  { name: 'number of four bytes', head: raw(CORE_TAGS['ast/number'], [0, 0, 0, 0]), parts: [], code: 'PROTOCOL' },
  { name: 'bigint not in its shortest form', head: raw(CORE_TAGS['ast/bigint'], [1, 0]), parts: [], code: 'PROTOCOL' },
  { name: 'bigint of 129 bytes', head: raw(CORE_TAGS['ast/bigint'], new Uint8Array(129).fill(7)), parts: [], code: 'LIMIT' },
  { name: 'text that is not UTF-8', head: raw(CORE_TAGS['ast/string'], [0xc1, 0xa1]), parts: [], code: 'PROTOCOL' },
  { name: 'dtype 99', head: array({ dtype: 99, shape: [1], data: new Uint8Array(8) }), parts: [], code: 'PROTOCOL' },
  { name: 'payload one byte short', head: array({ dtype: 12, shape: [1], data: new Uint8Array(7) }), parts: [], code: 'PROTOCOL' },
  {
    name: 'part of another size than the shape',
    head: array({ dtype: 12, shape: [2], part: 1 }),
    parts: ['0000000000000000'],
    code: 'PROTOCOL',
  },
  { name: 'part that nothing uses', head: toHex(one), parts: ['00'], code: 'PROTOCOL' },
  {
    name: 'shape past every memory',
    head: array({ dtype: 12, shape: [65_536, 65_536, 65_536], data: new Uint8Array(8) }),
    parts: [],
    code: 'LIMIT',
  },
  {
    name: 'set with an item twice',
    head: raw(CORE_TAGS['ast/Set'], ListBody.encode({ items: [one, one] }).finish()),
    parts: [],
    code: 'PROTOCOL',
  },
  {
    name: 'map with a key without a value',
    head: raw(CORE_TAGS['ast/Map'], ListBody.encode({ items: [one] }).finish()),
    parts: [],
    code: 'PROTOCOL',
  },
  {
    name: 'record with a key twice',
    head: raw(CORE_TAGS['ast/Record'], RecordBody.encode({ keys: ['a', 'a'], values: [one, one] }).finish()),
    parts: [],
    code: 'PROTOCOL',
  },
  {
    name: 'pointer to nothing',
    head: raw(CORE_TAGS['ast/Pointer'], PointerBody.encode({ counter: 0 }).finish()),
    parts: [],
    code: 'PROTOCOL',
  },
  {
    name: 'pointer with a prefix of three bytes',
    head: raw(CORE_TAGS['ast/Pointer'], PointerBody.encode({ prefix: Uint8Array.of(1, 2, 3), counter: 1 }).finish()),
    parts: [],
    code: 'PROTOCOL',
  },
];

/** Values with their bytes, and bytes that are refused with their code. */
export function valueVectors(): { readonly values: readonly ValueVector[]; readonly refused: readonly RefusedVector[] } {
  const values = Object.entries(VALUES).map(([name, value]) => {
    const { head, parts } = encodeValue(value, context, VECTOR_INLINE_BYTES);
    return { name, meaning: meaningOf(value), head: toHex(head), parts: parts.map(toHex) };
  });
  return { values, refused: REFUSED };
}
