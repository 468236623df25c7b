import fc from 'fast-check';
import {
  CodecRegistry,
  columnOf,
  DEFAULT_LIMITS,
  decodeValue,
  type Encoded,
  encodeValue,
  type Limits,
  POINTER,
  type SerdeContext,
  TagTable,
  type TypedArray,
  type TypedArrayConstructor,
} from '../../src/index.ts';

/** The core's codecs and tags, and no library's. */
export const context: SerdeContext = { registry: new CodecRegistry(), tags: new TagTable() };

export const encode = (value: unknown, inlineBytes?: number): Encoded => encodeValue(value, context, inlineBytes);
export const decode = (encoded: Encoded, limits: Limits = DEFAULT_LIMITS): unknown => decodeValue(encoded, context, limits);
/** There and back, through bytes of their own. */
export const roundTrip = (value: unknown, inlineBytes?: number): unknown => decode(encode(value, inlineBytes));

export const TYPED_ARRAYS = (
  [
    'Int8Array',
    'Uint8Array',
    'Uint8ClampedArray',
    'Int16Array',
    'Uint16Array',
    'Int32Array',
    'Uint32Array',
    'BigInt64Array',
    'BigUint64Array',
    'Float16Array',
    'Float32Array',
    'Float64Array',
  ] as const
).flatMap((name): readonly (readonly [string, TypedArrayConstructor])[] => {
  const found = (globalThis as unknown as Record<string, TypedArrayConstructor | undefined>)[name];
  return found === undefined ? [] : [[name, found]];
});

/** Typed arrays over arbitrary bytes, as views at any aligned place in a larger buffer. */
export const arbitraryTypedArray: fc.Arbitrary<TypedArray> = fc
  .record({ type: fc.constantFrom(...TYPED_ARRAYS), bytes: fc.uint8Array({ maxLength: 64 }), before: fc.nat(3) })
  .map(({ type: [, Class], bytes, before }) => {
    const size = Class.BYTES_PER_ELEMENT;
    const buffer = new Uint8Array(Math.ceil(bytes.length / size) * size + before * size);
    buffer.set(bytes, before * size);
    return new Class(buffer.buffer, before * size, Math.floor(bytes.length / size));
  });

const scalar = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, Number.NaN, -0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  fc.boolean(),
  fc.double(),
  fc.bigInt({ min: -(2n ** 1023n), max: 2n ** 1023n - 1n }),
  fc.string({ unit: 'grapheme' }),
  fc.date({ noInvalidDate: false }),
  fc.uint8Array({ maxLength: 20 }).map((bytes) => bytes.slice().buffer),
  arbitraryTypedArray,
  arbitraryTypedArray.map((data) => columnOf(data)),
  fc
    .record({
      prefix: fc.option(fc.stringMatching(/^[0-9a-f]{16}$/), { nil: undefined }),
      counter: fc.integer({ min: 1, max: 2 ** 32 - 1 }),
    })
    .map(({ prefix, counter }) => ({ [POINTER]: { prefix, counter } })),
);

/** Every value that may travel. */
export const arbitraryValue: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'then', 'toString', '')), tie('value'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
    fc.array(fc.tuple(fc.oneof(fc.string(), fc.integer()), tie('value')), { maxLength: 3 }).map((entries) => new Map(entries)),
    fc.array(fc.oneof(fc.string(), fc.double(), fc.bigInt()), { maxLength: 3 }).map((items) => new Set(items)),
  ),
})).value;
