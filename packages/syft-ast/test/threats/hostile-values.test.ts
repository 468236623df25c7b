// Values that pretend: to be another type, to be memory of somebody else's, to run code when they are looked at.
import { describe, expect, test } from 'vitest';
import {
  type ArrayValue,
  type Codec,
  CodecRegistry,
  columnOf,
  DEFAULT_LIMITS,
  decodeArray,
  decodeValue,
  encodeArray,
  encodeValue,
  fromBytes,
  isArrayValue,
  joinParts,
  parseType,
  type SerdeContext,
  sliceTransfer,
  TagTable,
  toBytes,
  valueFits,
  weighArray,
} from '../../src/index.ts';
import { decode, encode, roundTrip } from '../serde/context.ts';
import { errorOf } from '../syft-error.ts';

/** A library whose objects are known by their shape, as numjs arrays are. */
const boxCodec: Codec<ArrayValue> = {
  tag: 'tiny/Box',
  type: 'tiny.Box',
  schema: 'ArrayBody',
  detect: (value): value is ArrayValue =>
    isArrayValue(value, 'tiny.Box') || (typeof value === 'object' && value !== null && 'selection' in value),
  encode: encodeArray,
  decode: (body, decoder) => decodeArray(body, 'tiny.Box', decoder),
  weigh: weighArray,
};
const domain: SerdeContext = { registry: new CodecRegistry([boxCodec]), tags: new TagTable([['tiny/Box', 64]]) };
// An attacker's own client, which lets any record through as it is.
const attacker: SerdeContext = { registry: new CodecRegistry(), tags: new TagTable() };
const sent = (value: unknown) => decodeValue(encodeValue(value, attacker), domain, DEFAULT_LIMITS);
const checks = { accepts: () => [], detect: (id: string, value: unknown) => domain.registry.byType(id)?.detect(value) === true };

describe('a record that imitates a library’s type stays a record', () => {
  const giant = { type: 'tiny.Box', dtype: 'float64', shape: [1e9], data: [] };
  const live = { selection: { data: { length: 1e9 }, shape: [1e9], stride: [-1], offset: 1e9 } };
  const column = { type: 'ast.Column ', dtype: 'float64', shape: [1e9], data: [] };

  test.each([
    ['by the keys of its plain form', giant],
    ['by the shape of its live form', live],
  ])('%s', (_name, record) => {
    const received = sent(record);
    expect(valueFits(received, parseType('tiny.Box'), checks)).toBe(false);
    expect(valueFits([received], parseType('tiny.Box[]'), checks)).toBe(false);
    expect(domain.registry.find(received)?.tag).toBe('ast/Record');
  });

  test('a column too, which the attacker’s encoder has to write by hand', () => {
    const received = sent(column) as Record<string, unknown>;
    received['type'] = 'ast.Column';
    expect(domain.registry.find(received)?.tag).toBe('ast/Record');
    expect(valueFits(received, parseType('ast.Column'), checks)).toBe(false);
    errorOf(() => encodeValue({ ...column, type: 'ast.Column' }, attacker), 'BAD_ARGUMENT');
  });

  test('while the real thing is known by its codec', () => {
    const real = decodeValue(
      encodeValue({ type: 'tiny.Box', dtype: 'int8', shape: [1], data: Int8Array.of(1) }, domain),
      domain,
      DEFAULT_LIMITS,
    );
    expect(valueFits(real, parseType('tiny.Box'), checks)).toBe(true);
  });
});

describe('memory beside a value never leaves', () => {
  const secret = 0x5e;
  const view = () => {
    const whole = new Uint8Array(1 << 17).fill(secret);
    return whole.subarray(1_000, 1_000 + 70_001).fill(1);
  };

  test('in a head, in a part, in a message, in a chunk or in a file', () => {
    const small = encode(view().subarray(0, 100));
    const large = encode(view());
    const message = joinParts([large.head, ...large.parts]);
    const sealed = toBytes(large);
    const chunk = sliceTransfer(large.parts, 69_000, 1 << 20);
    for (const bytes of [small.head, large.parts[0] as Uint8Array, message, sealed, chunk]) expect(bytes.includes(secret)).toBe(false);
    expect(message.buffer.byteLength).toBe(message.byteLength);
    expect(sealed.buffer.byteLength).toBe(sealed.byteLength);
  });

  test('of a Node Buffer, which shares a pool with its neighbours', () => {
    const neighbour = Buffer.from('the neighbour’s secret');
    const pooled = Buffer.from('mine');
    expect(pooled.buffer.byteLength).toBeGreaterThan(pooled.byteLength);
    const received = roundTrip(pooled) as Uint8Array;
    expect(received.buffer.byteLength).toBe(4);
    expect(joinParts([pooled]).buffer.byteLength).toBe(4);
    expect(neighbour.toString()).toContain('secret');
  });

  test('and a value that came in a message does not change with that message', () => {
    const message = Buffer.from(encode([Float64Array.of(1, 2), Uint8Array.of(3).buffer, 'text', columnOf(Int16Array.of(4))]).head);
    const received = decode({ head: message, parts: [] });
    const before = structuredClone(received);
    message.fill(0xff);
    expect(received).toEqual(before);
  });

  test('nor does a file that holds it', () => {
    const sealed = toBytes(encode(['a', 1]));
    expect(decode(fromBytes(sealed))).toEqual(['a', 1]);
  });
});

describe('keys that mean something to JavaScript mean nothing in a record', () => {
  test('__proto__ is a key like any other, and nothing is polluted', () => {
    const received = roundTrip(JSON.parse('{"__proto__": {"approved": true}, "constructor": {"prototype": {"approved": true}}}')) as object;
    expect(Object.keys(received)).toEqual(['__proto__', 'constructor']);
    expect((received as { approved?: unknown }).approved).toBeUndefined();
    expect(({} as { approved?: unknown }).approved).toBeUndefined();
    expect(roundTrip(received)).toEqual(received);
  });

  test('a record with a then is no promise, however it is awaited', async () => {
    const received = roundTrip(JSON.parse('{"then": 1}'));
    await expect(Promise.resolve(received)).resolves.toBe(received);
    expect(await received).toBe(received);
  });

  test('a record never turns into a number or a text by itself', () => {
    const received = roundTrip({ valueOf: 7, toString: 'x', length: 1e9 }) as object;
    expect(() => Number(received)).toThrow(TypeError);
    expect(() => `${received as unknown as string}`).toThrow(TypeError);
    expect(Array.isArray(received)).toBe(false);
  });
});

describe('values that run code do not travel', () => {
  test.each<[string, () => unknown]>([
    ['an object with a method', () => ({ valueOf: () => 7 })],
    ['a thenable', () => Object.fromEntries([['then', () => 0]])],
    [
      'Symbol.toPrimitive on an instance',
      () =>
        new (class {
          [Symbol.toPrimitive]() {
            return 7;
          }
        })(),
    ],
    ['a proxy of a function', () => new Proxy(() => 0, {})],
    [
      'an array-like instance',
      () =>
        new (class {
          length = 1e9;
        })(),
    ],
    ['a subclass of Array with a method for an item', () => [() => 0]],
  ])('%s is refused when it is encoded', (_name, make) => {
    errorOf(() => encode(make()), 'BAD_ARGUMENT');
  });

  test('a getter is read once, when its record is copied out, and stays behind', () => {
    let reads = 0;
    const received = roundTrip({
      get price() {
        return ++reads;
      },
    });
    expect(reads).toBe(1);
    expect(Object.getOwnPropertyDescriptor(received, 'price')).toMatchObject({ value: 1, writable: true });
  });

  test('a proxy is copied out as the plain record or list that it shows', () => {
    expect(roundTrip(new Proxy({ a: 1 }, {}))).toEqual({ a: 1 });
    expect(roundTrip(new Proxy([1, 2], {}))).toEqual([1, 2]);
  });
});

test('a set or a map from the wire has no item twice, and no key without its value', () => {
  const one = encode(1).head;
  for (const bytes of [
    [0x0e, one, one],
    [0x0d, one],
    [0x0d, one, one, one, one],
  ] as const) {
    const [tag, ...items] = bytes;
    const list = joinParts(items.flatMap((item) => [Uint8Array.of(0x0a, item.length), item]));
    errorOf(() => decode({ head: joinParts([Uint8Array.of(8, tag, 18, list.length), list]), parts: [] }), 'PROTOCOL');
  }
});
