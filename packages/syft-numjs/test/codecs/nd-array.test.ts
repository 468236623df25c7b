import { createRequire } from 'node:module';
import {
  type ArrayValue,
  CodecRegistry,
  columnOf,
  DEFAULT_LIMITS,
  DTYPES,
  type Dtype,
  decodeValue,
  encodeValue,
  messages,
  TagTable,
  type TypedArray,
  typedArrayOf,
} from '@syft-libs/ast';
import { describe, expect, test } from 'vitest';
import { ndArrayCodec } from '../../src/codecs/nd-array.ts';
import type { NdArray } from '../../src/nd-view.ts';
import { type Numjs, numjs } from '../../src/runtime.ts';

type AnyArray = NdArray & Record<string, (...args: unknown[]) => AnyArray> & { readonly T: AnyArray };

const registry = new CodecRegistry([ndArrayCodec]);
const context = { registry, tags: new TagTable([[ndArrayCodec.tag, 64]]) };
const notShared = (_buffer: ArrayBufferLike) => false;

const nd = (data: ArrayLike<unknown>, shape: readonly number[] = [data.length]) => new numjs.NdArray(data, shape) as AnyArray;
const roundTrip = (value: unknown) => decodeValue(encodeValue(value, context), context, DEFAULT_LIMITS) as ArrayValue;
const isolate = (value: NdArray, shared = notShared) => ndArrayCodec.isolate?.(value, shared, numjs) as NdArray;
const revive = (value: unknown) => ndArrayCodec.revive?.(value, numjs) as AnyArray;
const plain = (dtype: Dtype, shape: readonly number[], data: ArrayValue['data']): ArrayValue => ({
  type: 'numjs.NdArray',
  dtype,
  shape,
  data,
});

/** A second copy of the library, as an application would bring it. */
function loadAnew(): Numjs {
  const require = createRequire(import.meta.url);
  for (const file of Object.keys(require.cache)) if (file.includes('/node_modules/')) delete require.cache[file];
  return require('numjs') as Numjs;
}

const VALUES = [0, -0, 1, NaN, Infinity, -Infinity, 200.5];
const matrix = () =>
  nd(
    Float64Array.from({ length: 12 }, (_, index) => index),
    [3, 4],
  );

describe.each(Object.keys(DTYPES) as Dtype[])('dtype %s', (dtype) => {
  const typed = typedArrayOf(dtype);
  const isBig = dtype.startsWith('big');
  const data = () => {
    if (typed === undefined) return [...VALUES];
    return (typed as unknown as { from(list: readonly unknown[]): TypedArray }).from(isBig ? [1n, 2n ** 40n, 3n, 0n, 5n, 6n, 7n] : VALUES);
  };

  test.skipIf(typed === undefined && dtype !== 'array')('comes through with every element, and back to life', () => {
    const decoded = roundTrip(nd(data(), [7, 1]));
    expect(decoded).toEqual(plain(dtype, [7, 1], data()));
    expect((revive(decoded) as unknown as { dtype: string }).dtype).toBe(dtype);
    expect(roundTrip(decoded)).toEqual(decoded);
  });
});

describe('views', () => {
  const VIEWS: readonly (readonly [string, (array: AnyArray) => AnyArray, readonly number[], readonly number[]])[] = [
    ['a row', (a) => a.pick!(1), [4], [4, 5, 6, 7]],
    ['a transpose', (a) => a.T, [4, 3], [0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11]],
    ['negative steps', (a) => a.step!(-2, -1), [2, 4], [11, 10, 9, 8, 3, 2, 1, 0]],
    ['a corner', (a) => a.hi!(1, 1), [1, 1], [0]],
    ['a diagonal', (a) => a.diag!(), [3], [0, 5, 10]],
    ['one element', (a) => a.pick!(2, 3), [], [11]],
    ['nothing', (a) => a.lo!(3), [0, 4], []],
  ];

  test.each(VIEWS)('of %s travel and are kept as their own elements alone', (_, view, shape, elements) => {
    const base = matrix();
    expect(roundTrip(view(base))).toEqual(plain('float64', shape, Float64Array.from(elements)));
    const own = isolate(view(base));
    expect(Array.from(own.selection.data)).toEqual(elements);
    expect([...own.selection.shape]).toEqual(shape);
    expect((own.selection.data as Float64Array).buffer.byteLength).toBe(8 * elements.length);
  });

  test('that reach outside their data are refused', () => {
    for (const view of [matrix().pick!(1).hi!(9), matrix().pick!(1).slice!([-9, 4]), matrix().lo!(-1).hi!(9)]) {
      expect(() => encodeValue(view, context)).toThrow(expect.objectContaining({ code: 'BAD_DATA' }));
      expect(() => isolate(view)).toThrow(expect.objectContaining({ code: 'BAD_DATA' }));
    }
  });
});

describe('shapes', () => {
  test('of rank 0, of no elements and of many axes come through', () => {
    for (const [shape, size] of [
      [[], 1],
      [[0], 0],
      [[0, 3], 0],
      [[3, 0], 0],
      [[1, 2, 1, 2], 4],
    ] as const) {
      const decoded = roundTrip(nd(new Float32Array(size), shape));
      expect(decoded).toEqual(plain('float32', shape, new Float32Array(size)));
      expect([...revive(decoded).selection.shape]).toEqual(shape);
    }
  });

  test('that their data does not fill are refused on the way out', () => {
    expect(() => encodeValue(plain('int8', [2, 2], new Int8Array(3)), context)).toThrow(expect.objectContaining({ code: 'BAD_ARGUMENT' }));
  });
});

describe('dtype array', () => {
  test('keeps strings, booleans, null and undefined, and turns holes into undefined', () => {
    // biome-ignore lint/suspicious/noSparseArray: holes are what is tested.
    const data = ['a', true, null, undefined, 1n, , NaN];
    expect(roundTrip(nd(data)).data).toEqual(['a', true, null, undefined, 1n, undefined, NaN]);
  });

  test('holds scalars only: an object, a list or a function is refused on both ways', () => {
    for (const element of [{}, [1], () => 1, new Date(0)]) {
      expect(() => encodeValue(plain('array', [1], [element]), context)).toThrow(expect.objectContaining({ code: 'BAD_ARGUMENT' }));
    }
    const elements = [encodeValue({ valueOf: 1 }, context).head];
    const body = messages.ArrayBody.encode({ dtype: DTYPES.array.wire, shape: [1], elements }).finish();
    const head = messages.Value.encode({ tag: 64, body }).finish();
    expect(() => decodeValue({ head, parts: [] }, context, DEFAULT_LIMITS)).toThrow(expect.objectContaining({ code: 'PROTOCOL' }));
  });

  test('weighs its strings', () => {
    expect(ndArrayCodec.weigh(nd(['x'.repeat(1000), 1]))).toBe(2016);
  });
});

describe('detection', () => {
  test('takes arrays of another copy of numjs and makes them this one’s', () => {
    const other = loadAnew();
    const foreign = new other.NdArray([1, 2, 3], [3]);
    expect(foreign instanceof numjs.NdArray).toBe(false);
    expect(registry.find(foreign)).toBe(ndArrayCodec);
    expect(revive(foreign) instanceof numjs.NdArray).toBe(true);
    expect(roundTrip(foreign)).toEqual(plain('array', [3], [1, 2, 3]));
  });

  test('leaves records, columns and half an array alone', () => {
    for (const value of [
      {},
      { selection: {} },
      { selection: { data: [], shape: [0], stride: [1, 2], offset: 0 } },
      columnOf(new Int8Array(1)),
    ]) {
      expect(ndArrayCodec.detect(value)).toBe(false);
    }
  });
});

describe('memory', () => {
  test('of a column, a typed array and a plain array is shared with the array made of it', () => {
    const data = new Float64Array([1, 2]);
    for (const value of [data, columnOf(data), plain('float64', [2], data)]) {
      expect(revive(value).selection.data).toBe(data);
      expect([...revive(value).selection.shape]).toEqual([2]);
    }
  });

  test('of its own is kept: isolating twice gives the same object', () => {
    const own = isolate(matrix().T);
    expect(isolate(own)).toBe(own);
  });

  test('that is shared, part of a larger buffer, or a list is copied', () => {
    const shared = nd(new Float64Array(new SharedArrayBuffer(16)));
    const copy = isolate(shared, (buffer) => buffer === (shared.selection.data as Float64Array).buffer);
    expect((copy.selection.data as Float64Array).buffer).toBeInstanceOf(ArrayBuffer);
    const part = nd(new Float64Array(new ArrayBuffer(32), 8, 2));
    expect((isolate(part).selection.data as Float64Array).buffer.byteLength).toBe(16);
    const list = nd([1, 2]);
    expect(isolate(list).selection.data).not.toBe(list.selection.data);
  });

  test('of a Node Buffer is read as bytes, and never written by a copy that numjs makes', () => {
    const buffer = Buffer.from([1, 2, 3]);
    const array = revive(buffer);
    expect((array as unknown as { dtype: string }).dtype).toBe('uint8');
    array.add!(10);
    expect([...buffer]).toEqual([1, 2, 3]);
    expect(isolate(nd(buffer)).selection.data.constructor).toBe(Uint8Array);
    expect(roundTrip(nd(buffer))).toEqual(plain('uint8', [3], new Uint8Array([1, 2, 3])));
  });

  test('weighs the whole buffer that a view holds on to', () => {
    expect(ndArrayCodec.weigh(matrix().pick!(1))).toBe(96);
    expect(ndArrayCodec.weigh(isolate(matrix().pick!(1)))).toBe(32);
  });
});
