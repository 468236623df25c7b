import {
  type ArrayValue,
  CodecRegistry,
  DEFAULT_LIMITS,
  type Dtype,
  decodeValue,
  encodeValue,
  TagTable,
  type TypedArray,
  typedArrayOf,
} from '@syft-libs/ast';
import { codecContract, isSameValue, sampleArray, sampleArrays } from '@syft-libs/testing';
import makeArray from 'ndarray';
import { describe, expect, test } from 'vitest';
import { codecs } from '../../src/gen/codecs.ts';
import { libraries } from '../../src/runtime.ts';

const TYPE = 'ndarray.NdArray';
const codec = codecs.find(({ type }) => type === TYPE) as (typeof codecs)[number];
const library = libraries.find(({ root }) => root === 'ndarray')?.module;
const registry = new CodecRegistry([codec]);
const context = { registry, tags: new TagTable([[codec.tag, 64]]) };

interface Live {
  readonly dtype: string;
  readonly data: ArrayLike<unknown>;
  readonly shape: readonly number[];
}

const make = makeArray as unknown as (data: unknown, shape?: readonly number[], stride?: readonly number[], offset?: number) => Live;
const through = (value: unknown) => decodeValue(encodeValue(value, context), context, DEFAULT_LIMITS) as ArrayValue;
const revive = (value: unknown) => codec.revive?.(value as never, library) as unknown as Live;

const DTYPES = [
  ...['int8', 'uint8', 'uint8_clamped', 'int16', 'uint16', 'int32', 'uint32', 'bigint64', 'biguint64', 'float16', 'float32', 'float64'],
  'array',
] as readonly Dtype[];

/** A list in place of a typed array that the engine has not. */
function dataOf(dtype: Dtype): TypedArray | readonly unknown[] | undefined {
  if (dtype === 'array') return [1, -0, Number.NaN, 'text', true, null];
  const typed = typedArrayOf(dtype) as unknown as { from(list: readonly unknown[]): TypedArray } | undefined;
  return typed?.from(dtype.startsWith('big') ? [1n, 2n, 3n, 4n, 5n, 6n] : [1, 0, 3, 4, 5, 6]);
}

describe('the fifteen dtypes of ndarray', () => {
  test.each(DTYPES)('%s comes through with every element, or is refused by a code where the engine has it not', (dtype) => {
    const data = dataOf(dtype);
    if (data === undefined) {
      expect(() => revive({ type: TYPE, dtype, shape: [1], data: new Uint8Array(2) })).toThrow(
        expect.objectContaining({ code: expect.any(String) }),
      );
      return;
    }
    const live = make(data, [2, 3]);
    expect(live.dtype).toBe(dtype);
    const plain = through(live);
    expect(plain).toEqual({ type: TYPE, dtype, shape: [2, 3], data });
    expect(revive(plain).dtype).toBe(dtype);
  });

  test('buffer is taken in as uint8', () => {
    const live = make(Buffer.from([1, 2, 3]));
    expect(live.dtype).toBe('buffer');
    const plain = through(live);
    expect(plain).toEqual({ type: TYPE, dtype: 'uint8', shape: [3], data: new Uint8Array([1, 2, 3]) });
    expect(revive(plain).dtype).toBe('uint8');
  });

  test('generic is refused by a code', () => {
    const live = make({ get: () => 1, set: () => 1, length: 2 });
    expect(live.dtype).toBe('generic');
    expect(() => encodeValue(live, context)).toThrow(expect.objectContaining({ code: 'BAD_ARGUMENT' }));
  });
});

test('an array is known by its fields, whichever copy of ndarray made it; a record with those fields is none', () => {
  class View1dfloat64 {
    data = new Float64Array([1, 2, 3, 4]);
    shape = [2];
    stride = [-2];
    offset = 3;
  }
  expect(through(new View1dfloat64())).toEqual({ type: TYPE, dtype: 'float64', shape: [2], data: new Float64Array([4, 2]) });
  expect(codec.detect({ ...new View1dfloat64() })).toBe(false);
});

test('a view that reaches outside its data is refused', () => {
  expect(() => encodeValue(make(new Float64Array(4), [3], [1], 2), context)).toThrow(expect.objectContaining({ code: 'BAD_DATA' }));
});

const contentOf = (value: unknown): unknown => through(value);

codecContract(codec as never, {
  library,
  samples: sampleArrays(TYPE) as never,
  equal: (left, right) => isSameValue(contentOf(left), contentOf(right)),
  views: [
    {
      name: 'the inner rows of a matrix',
      live: make(Float64Array.of(987.625, 987.625, 1, 2, 3, 4, 987.625, 987.625), [2, 2], [2, 1], 2),
      hidden: new Uint8Array(Float64Array.of(987.625).buffer),
    },
  ] as never,
  large: sampleArray(TYPE, 'float64', [100, 200]) as never,
});
