import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnOf, DEFAULT_LIMITS, fromBytes, isPointer, POINTER, toBytes, validateHead } from '../../src/index.ts';
import { errorOf } from '../syft-error.ts';
import { arbitraryTypedArray, arbitraryValue, context, decode, encode, roundTrip, TYPED_ARRAYS } from './context.ts';
import { sameValue } from './same-value.ts';

test('any value comes back the same, inside its head, beside it, and as one run of bytes', () => {
  fc.assert(
    fc.property(arbitraryValue, fc.constantFrom(0, 16, 65_536), (value, inlineBytes) => {
      const encoded = encode(value, inlineBytes);
      expect(sameValue(value, decode(encoded))).toBe(true);
      expect(sameValue(value, decode(fromBytes(toBytes(encoded))))).toBe(true);
      validateHead(
        encoded.head,
        encoded.parts.map((part) => part.byteLength),
        context,
        DEFAULT_LIMITS,
      );
    }),
    { numRuns: 2_000 },
  );
});

test.each<unknown>([
  null,
  undefined,
  true,
  false,
  0,
  -0,
  5e-324,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  0n,
  -1n,
  127n,
  128n,
  -128n,
  -129n,
  2n ** 64n,
  '',
  'a\0b',
  '\uFEFFbom',
  '🙂é',
])('%o survives as itself', (value) => {
  expect(Object.is(roundTrip(value), value)).toBe(true);
});

test('bigints come in one form, up to 1,024 bits', () => {
  for (const edge of [2n ** 1023n - 1n, -(2n ** 1023n)]) expect(roundTrip(edge)).toBe(edge);
  for (const beyond of [2n ** 1023n, -(2n ** 1023n) - 1n]) errorOf(() => encode(beyond), 'LIMIT');
});

test('dates survive, the invalid one too', () => {
  expect(roundTrip(new Date(1_700_000_000_123))).toEqual(new Date(1_700_000_000_123));
  expect((roundTrip(new Date(Number.NaN)) as Date).getTime()).toBeNaN();
});

test('a text with a lone surrogate is refused, since it would not survive', () => {
  errorOf(() => encode('\ud800'), 'BAD_ARGUMENT');
});

describe('typed arrays', () => {
  test.each(TYPED_ARRAYS)('%s keeps its class, its bytes and its length, empty too', (_name, Class) => {
    const data = new Class(Uint8Array.from({ length: 48 }, (_, index) => index * 5).buffer);
    for (const inlineBytes of [0, 65_536]) {
      const received = roundTrip(data, inlineBytes);
      expect(received).toBeInstanceOf(Class);
      expect(received).toEqual(data);
      expect(roundTrip(new Class(0), inlineBytes)).toEqual(new Class(0));
    }
  });

  test('a view sends its own elements and nothing beside them', () => {
    const whole = Uint8Array.from({ length: 1_000 }, () => 0xaa);
    const { head } = encode(whole.subarray(10, 12).fill(1));
    expect(Buffer.from(head).includes(0xaa)).toBe(false);
    expect(roundTrip(new Float64Array(whole.buffer, 16, 2))).toEqual(new Float64Array(whole.buffer, 16, 2));
  });

  test('a Node Buffer arrives as a Uint8Array', () => {
    const received = roundTrip(Buffer.from('abc'));
    expect(received?.constructor).toBe(Uint8Array);
    expect(received).toEqual(Uint8Array.of(97, 98, 99));
  });

  test('payloads at odd places are read right, out of a Node Buffer too', () => {
    const data = Float64Array.of(1.5, -0, Number.NaN);
    for (let shift = 0; shift < 8; shift++) {
      const inline = encode(data);
      const moved = Buffer.alloc(inline.head.length + 8);
      moved.set(inline.head, shift);
      const received = decode({ head: moved.subarray(shift, shift + inline.head.length), parts: [] });
      expect(received).toEqual(data);
      moved.fill(0xff);
      expect(received).toEqual(data);

      const beside = encode(data, 0);
      const part = Buffer.alloc(32);
      part.set(beside.parts[0] as Uint8Array, shift);
      expect(decode({ head: beside.head, parts: [part.subarray(shift, shift + 24)] })).toEqual(data);
    }
  });

  test('shared memory is sent like any other', () => {
    const data = new Int32Array(new SharedArrayBuffer(8));
    data.set([1, 2]);
    expect(roundTrip(data)).toEqual(Int32Array.of(1, 2));
    expect(new Uint8Array(roundTrip(data.buffer) as ArrayBuffer)).toEqual(Uint8Array.of(1, 0, 0, 0, 2, 0, 0, 0));
  });
});

test('bytes are an ArrayBuffer of their own, never a window on the frame', () => {
  const bytes = Uint8Array.of(1, 2, 3).buffer;
  for (const inlineBytes of [0, 65_536]) {
    const received = roundTrip(bytes, inlineBytes) as ArrayBuffer;
    expect(received.byteLength).toBe(3);
    expect(new Uint8Array(received)).toEqual(Uint8Array.of(1, 2, 3));
  }
  const shifted = encode(bytes, 0);
  const wide = new Uint8Array([9, 9, 9, 9, 9, 9, 9, 9, 1, 2, 3, 9]);
  expect((decode({ head: shifted.head, parts: [wide.subarray(8, 11)] }) as ArrayBuffer).byteLength).toBe(3);
});

describe('collections', () => {
  test('a list is dense: a hole travels as undefined', () => {
    // biome-ignore lint/suspicious/noSparseArray: the hole is the point
    expect(roundTrip([1, , 3])).toEqual([1, undefined, 3]);
  });

  test('a record keeps its order and any key, and has no prototype to reach', () => {
    const record = JSON.parse('{"b": 1, "__proto__": {"polluted": true}, "constructor": 2, "a": 3}') as object;
    const received = roundTrip(record) as Record<string, unknown>;
    expect(Object.keys(received)).toEqual(['b', '__proto__', 'constructor', 'a']);
    expect(Object.getPrototypeOf(received)).toBe(null);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(received['toString']).toBeUndefined();
  });

  test('maps and sets keep order and keys of any kind', () => {
    const map = new Map<unknown, unknown>([
      ['a', 1],
      [1, 'a'],
      [[1], [2]],
      [null, new Map()],
    ]);
    expect(roundTrip(map)).toEqual(map);
    expect(roundTrip(new Set(['a', 1n, null, undefined, Number.NaN]))).toEqual(new Set(['a', 1n, null, undefined, Number.NaN]));
  });
});

test('a pointer is its reference and nothing else', () => {
  for (const reference of [
    { prefix: undefined, counter: 1 },
    { prefix: '9f86d081884c7d65', counter: 2 ** 32 - 1 },
  ]) {
    const received = roundTrip([{ [POINTER]: reference, secret: 'local' }]) as readonly unknown[];
    expect(isPointer(received[0])).toBe(true);
    expect(Reflect.ownKeys(received[0] as object)).toEqual([POINTER]);
    expect((received[0] as { [POINTER]: unknown })[POINTER]).toEqual(reference);
  }
});

test('a column is a plain array of one axis, frozen', () => {
  fc.assert(
    fc.property(arbitraryTypedArray, (data) => {
      const received = roundTrip(columnOf(data));
      expect(received).toEqual(columnOf(data.slice() as typeof data));
      expect(Object.isFrozen(received)).toBe(true);
    }),
  );
  errorOf(() => columnOf([1] as unknown as Float64Array), 'BAD_ARGUMENT');
});
