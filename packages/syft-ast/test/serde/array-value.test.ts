import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ArrayValue,
  type Codec,
  CodecRegistry,
  DEFAULT_LIMITS,
  DTYPES,
  type Dtype,
  decodeArray,
  decodeValue,
  encodeArray,
  encodeValue,
  isArrayValue,
  messages,
  type SerdeContext,
  sizeOfShape,
  TagTable,
  typedArrayOf,
  weighArray,
} from '../../src/index.ts';
import { errorOf } from '../syft-error.ts';

const nd: Codec<ArrayValue> = {
  tag: 'nd/Array',
  type: 'nd.Array',
  schema: 'ArrayBody',
  detect: (value): value is ArrayValue => isArrayValue(value, 'nd.Array'),
  encode: encodeArray,
  decode: (body, decoder) => decodeArray(body, 'nd.Array', decoder),
  weigh: weighArray,
};
const context: SerdeContext = { registry: new CodecRegistry([nd]), tags: new TagTable([['nd/Array', 64]]) };
const ndArray = (dtype: Dtype, shape: readonly number[], data: ArrayValue['data']): ArrayValue => ({
  type: 'nd.Array',
  dtype,
  shape,
  data,
});
const roundTrip = (array: ArrayValue, inlineBytes?: number) => {
  return decodeValue(encodeValue(array, context, inlineBytes), context, DEFAULT_LIMITS) as ArrayValue;
};
const typed = (Object.keys(DTYPES) as Dtype[]).filter((dtype) => typedArrayOf(dtype) !== undefined);

describe.each([0, 65_536])('with payloads over %d bytes beside the head', (inlineBytes) => {
  test.each(typed)('%s keeps dtype, shape and every byte: 0-d, empty, with an axis of none, many axes', (dtype) => {
    const Class = typedArrayOf(dtype)!;
    for (const shape of [[], [0], [0, 3], [3, 0], [1], [2, 3], [2, 1, 3], Array(32).fill(1)]) {
      const size = sizeOfShape(shape);
      const data = new Class(Uint8Array.from({ length: size * Class.BYTES_PER_ELEMENT }, (_, index) => index * 37).buffer);
      const received = roundTrip(ndArray(dtype, shape, data), inlineBytes);
      expect(received).toEqual(ndArray(dtype, shape, data));
      expect(received.data).toBeInstanceOf(Class);
    }
  });

  test('dtype array of numbers alone keeps -0, NaN and the infinities', () => {
    const data = [1.5, -0, Number.NaN, Number.POSITIVE_INFINITY];
    const received = roundTrip(ndArray('array', [2, 2], data), inlineBytes);
    expect(Array.isArray(received.data) && data.every((item, index) => Object.is(item, received.data[index]))).toBe(true);
  });

  test('dtype array holds strings, holes, undefined, null, bigints and lists', () => {
    // biome-ignore lint/suspicious/noSparseArray: the hole is the point
    const data = ['a', , undefined, null, 1n, [1, 'b']];
    expect(roundTrip(ndArray('array', [6], data), inlineBytes).data).toEqual(['a', undefined, undefined, null, 1n, [1, 'b']]);
    expect(roundTrip(ndArray('array', [0, 3], []), inlineBytes)).toEqual(ndArray('array', [0, 3], []));
    expect(roundTrip(ndArray('array', [], ['only']), inlineBytes)).toEqual(ndArray('array', [], ['only']));
  });
});

test('any numbers in dtype array come back as they are', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.double(), fc.constant('x'))), (data) => {
      expect(roundTrip(ndArray('array', [data.length], data)).data).toEqual(data);
    }),
  );
});

test('an array whose dtype, shape and elements disagree does not leave', () => {
  const one = Float64Array.of(1);
  for (const bad of [
    ndArray('float64', [2], one),
    ndArray('float32', [1], one),
    ndArray('int8', [1], [1]),
    ndArray('array', [1], Int8Array.of(1)),
    ndArray('float65' as Dtype, [1], one),
    ndArray('float64', 'shape' as unknown as number[], one),
    ndArray('float64', [1], { length: 1 } as unknown as Float64Array),
  ]) {
    errorOf(() => encodeValue(bad, context), 'BAD_ARGUMENT');
  }
});

describe('a body is refused when its fields do not add up', () => {
  const body = (fields: object, parts: readonly Uint8Array[] = []) => {
    const head = messages.Value.encode({ tag: 64, body: messages.ArrayBody.encode(fields).finish() }).finish();
    return () => decodeValue({ head, parts }, context, DEFAULT_LIMITS);
  };
  const float64 = DTYPES.float64.wire;
  const eight = new Uint8Array(8);
  const element = encodeValue(1, context).head;

  test.each<[string, () => unknown]>([
    ['no dtype', body({ shape: [1], data: eight })],
    ['dtype 99', body({ dtype: 99, shape: [1], data: eight })],
    ['payload one byte short', body({ dtype: float64, shape: [1], data: eight.subarray(1) })],
    ['payload one byte long', body({ dtype: float64, shape: [1], data: new Uint8Array(9) })],
    ['no payload', body({ dtype: float64, shape: [1] })],
    ['payload for an empty shape', body({ dtype: float64, shape: [0], data: eight })],
    ['payload inside and beside', body({ dtype: float64, shape: [1], data: eight, part: 1 }, [eight])],
    ['payload and elements', body({ dtype: DTYPES.array.wire, shape: [1], data: eight, elements: [element] })],
    ['elements of a typed array', body({ dtype: float64, shape: [1], elements: [element] })],
    ['one element too many', body({ dtype: DTYPES.array.wire, shape: [1], elements: [element, element] })],
    ['a part that is not there', body({ dtype: float64, shape: [1], part: 2 }, [eight])],
    ['a part of another size', body({ dtype: float64, shape: [1], part: 1 }, [new Uint8Array(16)])],
    ['a part that nothing uses', body({ dtype: float64, shape: [1], data: eight }, [eight])],
  ])('%s', (_name, run) => {
    errorOf(run, 'PROTOCOL');
  });

  test('more axes than the limit', () => {
    errorOf(body({ dtype: float64, shape: Array(33).fill(1), data: eight }), 'LIMIT');
  });
});

test('a part serves one array only', () => {
  const array = messages.ArrayBody.encode({ dtype: DTYPES.float64.wire, shape: [1], part: 1 }).finish();
  const item = messages.Value.encode({ tag: 64, body: array }).finish();
  const head = messages.Value.encode({ tag: 11, body: messages.ListBody.encode({ items: [item, item] }).finish() }).finish();
  errorOf(() => decodeValue({ head, parts: [new Uint8Array(8)] }, context, DEFAULT_LIMITS), 'PROTOCOL');
});
