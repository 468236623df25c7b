// Bytes that claim more than they are, nest without end or bring a million of nothing: refused before anything is made of them.
import { describe, expect, test } from 'vitest';
import {
  CORE_TAGS,
  DEFAULT_LIMITS,
  decodeClientFrame,
  decodeDomainFrame,
  decodeStrict,
  decodeValue,
  encodeValue,
  joinParts,
  messages,
  readChunk,
  resolveLimits,
  validateHead,
} from '../../src/index.ts';
import { context } from '../serde/context.ts';
import { errorOf } from '../syft-error.ts';

const { Value, ArrayBody, ListBody, RecordBody, ClientHello, GrantRecord } = messages;
const value = (tag: keyof typeof CORE_TAGS, body: Uint8Array) => Value.encode({ tag: CORE_TAGS[tag], body }).finish();
const decode = (head: Uint8Array, parts: readonly Uint8Array[] = []) => decodeValue({ head, parts }, context, DEFAULT_LIMITS);
const array = (fields: object) => value('ast/TypedArray', ArrayBody.encode(fields).finish());

/** Runs a refusal and gives how many bytes of memory it took, and how many milliseconds. */
function costOf(run: () => unknown): { readonly bytes: number; readonly milliseconds: number } {
  run();
  const before = process.memoryUsage();
  const started = performance.now();
  run();
  const milliseconds = performance.now() - started;
  const after = process.memoryUsage();
  return { bytes: Math.max(0, after.heapUsed - before.heapUsed) + Math.max(0, after.arrayBuffers - before.arrayBuffers), milliseconds };
}

describe('a shape larger than memory is refused before anything is allocated', () => {
  test.each([
    ['a billion elements', [1_000_000_000]],
    ['65,536 cubed', [65_536, 65_536, 65_536]],
    ['a product past 2^53', [2 ** 31, 2 ** 31, 2 ** 31]],
    ['a product past every double', Array(32).fill(2 ** 32 - 1)],
    ['that product times zero', [...Array(31).fill(2 ** 32 - 1), 0]],
  ])('%s', (_name, shape) => {
    const head = array({ dtype: 12, shape, data: new Uint8Array(8) });
    const cost = costOf(() => errorOf(() => decode(head), 'LIMIT', 'PROTOCOL'));
    expect(cost.bytes).toBeLessThan(1_000_000);
    errorOf(() => validateHead(array({ dtype: 12, shape, part: 1 }), [2 ** 40], context, DEFAULT_LIMITS), 'LIMIT', 'PROTOCOL');
  });

  test('many arrays that are each within the limit, and together beyond it', () => {
    const limits = resolveLimits({ arrayBytes: 1_000 });
    const item = array({ dtype: 2, shape: [400], data: new Uint8Array(400) });
    const list = (count: number) => value('ast/List', ListBody.encode({ items: Array(count).fill(item) }).finish());
    decodeValue({ head: list(2), parts: [] }, context, limits);
    errorOf(() => decodeValue({ head: list(3), parts: [] }, context, limits), 'LIMIT');
  });
});

test('strides and offsets do not exist on the wire: such fields are passed over, and the elements stay the payload’s', () => {
  const plain = ArrayBody.encode({ dtype: 2, shape: [2], data: Uint8Array.of(1, 2) }).finish();
  // Field 7, strides [-1000000000, 0], and field 8, offset 4294967295.
  const withStrides = Uint8Array.from([...plain, 0x3a, 6, 0x80, 0xec, 0x94, 0xa3, 0xfc, 0x0f, 0x40, 0xff, 0xff, 0xff, 0xff, 0x0f]);
  expect(decode(value('ast/TypedArray', withStrides))).toEqual(Uint8Array.of(1, 2));
});

test('a payload shorter or longer than its shape is refused, inside and beside the head, before the first chunk', () => {
  for (const bytes of [0, 7, 9, 15, 17, 24]) {
    errorOf(() => decode(array({ dtype: 12, shape: [2], data: new Uint8Array(bytes) })), 'PROTOCOL');
    errorOf(() => decode(array({ dtype: 12, shape: [2], part: 1 }), [new Uint8Array(bytes)]), 'PROTOCOL');
    errorOf(() => validateHead(array({ dtype: 12, shape: [2], part: 1 }), [bytes], context, DEFAULT_LIMITS), 'PROTOCOL');
  }
  for (const size of [16.5, -16, Number.NaN, Number.POSITIVE_INFINITY]) {
    errorOf(() => validateHead(array({ dtype: 12, shape: [2], part: 1 }), [size], context, DEFAULT_LIMITS), 'PROTOCOL', 'LIMIT');
  }
  expect(validateHead(array({ dtype: 12, shape: [2], part: 1 }), [16], context, DEFAULT_LIMITS)).toBeDefined();
});

test('an element type that does not exist, or a number under the tag of another type, is refused', () => {
  for (const dtype of [0, 14, 99, 2 ** 32 - 1]) errorOf(() => decode(array({ dtype, shape: [1], data: new Uint8Array(8) })), 'PROTOCOL');
  errorOf(() => decode(value('ast/TypedArray', ArrayBody.encode({ dtype: 13, shape: [1], data: new Uint8Array(8) }).finish())), 'PROTOCOL');
  errorOf(() => decode(value('ast/Column', ArrayBody.encode({ dtype: 12, shape: [1, 1], data: new Uint8Array(8) }).finish())), 'PROTOCOL');
  errorOf(() => decode(value('ast/Bytes', ArrayBody.encode({ dtype: 12, shape: [1], data: new Uint8Array(8) }).finish())), 'PROTOCOL');
  errorOf(() => decode(value('ast/number', new Uint8Array(4))), 'PROTOCOL');
  errorOf(() => decode(value('ast/boolean', Uint8Array.of(2))), 'PROTOCOL');
  errorOf(() => decode(value('ast/null', Uint8Array.of(0))), 'PROTOCOL');
});

test('a NaN carries no message: whatever its payload, the bytes that leave are the same', () => {
  const marked = Uint8Array.of(0xef, 0xbe, 0xad, 0xde, 0, 0, 0xf8, 0x7f);
  for (const nan of [new Float64Array(marked.buffer)[0], decode(value('ast/number', marked))]) {
    const { head } = encodeValue(nan, context);
    expect(Buffer.from(head).toString('hex')).toBe(
      Buffer.from(value('ast/number', Uint8Array.of(0, 0, 0, 0, 0, 0, 0xf8, 0x7f))).toString('hex'),
    );
  }
});

describe('nesting', () => {
  /** A list in a list in a list: the prefixes of all levels, then the value in the middle. */
  function nested(levels: number): Uint8Array {
    const pieces = [value('ast/null', new Uint8Array(0))];
    let size = pieces[0]?.byteLength ?? 0;
    for (let level = 0; level < levels; level++) {
      const item = lengthOf(0x0a, size);
      const prefix = joinParts([Uint8Array.of(0x08, CORE_TAGS['ast/List']), lengthOf(0x12, item.byteLength + size), item]);
      pieces.push(prefix);
      size += prefix.byteLength;
    }
    return joinParts(pieces.reverse());
  }

  /** A field's tag and the length of what follows. */
  function lengthOf(tag: number, length: number): Uint8Array {
    const bytes = [tag];
    let rest = length;
    for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
    return Uint8Array.from([...bytes, rest]);
  }

  test('a list 20,000 levels deep is refused at the limit and exhausts no stack', () => {
    const deep = nested(20_000);
    const cost = costOf(() => errorOf(() => decode(deep), 'LIMIT'));
    expect(cost.milliseconds).toBeLessThan(1_000);
    errorOf(() => decode(nested(DEFAULT_LIMITS.valueDepth)), 'LIMIT');
    decode(nested(DEFAULT_LIMITS.valueDepth - 1));
  });

  test('maps, sets, records and arrays of anything count as levels too', () => {
    let head = value('ast/null', new Uint8Array(0));
    for (let level = 0; level < 80; level++) {
      const kinds = [
        () => value('ast/Set', ListBody.encode({ items: [head] }).finish()),
        () => value('ast/Map', ListBody.encode({ items: [head, head] }).finish()),
        () => value('ast/Record', RecordBody.encode({ keys: ['a'], values: [head] }).finish()),
      ];
      head = level < 60 ? value('ast/List', ListBody.encode({ items: [head] }).finish()) : (kinds[level % 3] as () => Uint8Array)();
      if (head.length > 1e6) break;
    }
    errorOf(() => decode(head), 'LIMIT');
  });

  test('100,000 nested groups of an unknown field are refused and exhaust no stack', () => {
    const groups = new Uint8Array(100_000).fill(0x7b);
    errorOf(() => decodeClientFrame(groups, DEFAULT_LIMITS), 'PROTOCOL');
    errorOf(() => decodeDomainFrame(groups, DEFAULT_LIMITS), 'PROTOCOL');
    errorOf(() => decode(groups), 'PROTOCOL');
    errorOf(() => decode(value('ast/List', groups)), 'PROTOCOL');
    errorOf(() => decodeStrict(ClientHello, groups), 'PROTOCOL');
  });
});

describe('a claim in a few bytes costs a few bytes', () => {
  const claims = [0x0a, 0x12, 0x1a, 0x22, 0x2a].map((tag) => Uint8Array.of(tag, 0xff, 0xff, 0xff, 0xff, 0x07));

  test('a length of 2^31 - 1 in six bytes is refused by every decoder', () => {
    for (const claim of claims) {
      const cost = costOf(() => {
        errorOf(() => decodeClientFrame(claim, DEFAULT_LIMITS), 'PROTOCOL');
        errorOf(() => decodeDomainFrame(claim, DEFAULT_LIMITS), 'PROTOCOL');
        errorOf(() => decodeStrict(ClientHello, claim), 'PROTOCOL');
        errorOf(() => decode(claim), 'PROTOCOL');
        for (const tag of ['ast/List', 'ast/Record', 'ast/TypedArray', 'ast/Pointer'] as const)
          errorOf(() => decode(value(tag, claim)), 'PROTOCOL');
      });
      expect(cost.bytes).toBeLessThan(2_000_000);
    }
  });

  test('a packed shape that claims a billion axes is refused', () => {
    errorOf(() => decode(value('ast/TypedArray', Uint8Array.of(0x12, 0x80, 0x94, 0xeb, 0xdc, 0x03, 1))), 'PROTOCOL');
    errorOf(() => decode(array({ dtype: 12, shape: Array(100_000).fill(1), data: new Uint8Array(8) })), 'LIMIT');
  });

  test('a mebibyte of empty messages in a frame is refused before one of them is made', () => {
    const frame = Uint8Array.from({ length: 1 << 20 }, (_, index) => (index % 2 === 0 ? 0x12 : 0));
    const domainFrame = Uint8Array.from({ length: 1 << 20 }, (_, index) => (index % 2 === 0 ? 0x0a : 0));
    for (const run of [() => decodeClientFrame(frame, DEFAULT_LIMITS), () => decodeDomainFrame(domainFrame, DEFAULT_LIMITS)]) {
      const cost = costOf(() => errorOf(run, 'LIMIT'));
      expect(cost.bytes).toBeLessThan(2_000_000);
      expect(cost.milliseconds).toBeLessThan(1_000);
    }
  });

  test('a mebibyte of empty items in a list, a record, an array or a map is refused before one of them is made', () => {
    const pairs = (tag: number) => Uint8Array.from({ length: 1 << 20 }, (_, index) => (index % 2 === 0 ? tag : 0));
    for (const head of [
      value('ast/List', pairs(0x0a)),
      value('ast/Set', pairs(0x0a)),
      value('ast/Map', pairs(0x0a)),
      value('ast/Record', pairs(0x0a)),
      value('ast/TypedArray', pairs(0x2a)),
    ]) {
      const cost = costOf(() => errorOf(() => decode(head), 'LIMIT'));
      expect(cost.bytes).toBeLessThan(2_000_000);
    }
  });

  test('a greeting of half a million empty libraries is refused before anybody is known', () => {
    const hello = Uint8Array.from({ length: 1 << 20 }, (_, index) => (index % 2 === 0 ? 0x32 : 0));
    const cost = costOf(() => errorOf(() => decodeStrict(ClientHello, hello), 'LIMIT'));
    expect(cost.bytes).toBeLessThan(2_000_000);
  });

  test('a hundred thousand and one values in one are refused', () => {
    const item = value('ast/null', new Uint8Array(0));
    const list = (count: number) => value('ast/List', ListBody.encode({ items: Array(count).fill(item) }).finish());
    expect(decode(list(DEFAULT_LIMITS.valueCount - 1))).toHaveLength(DEFAULT_LIMITS.valueCount - 1);
    errorOf(() => decode(list(DEFAULT_LIMITS.valueCount)), 'LIMIT');
  });

  test('an integer of a million digits, or of one byte over the limit, is refused unread', () => {
    for (const bytes of [129, 415_241]) {
      const cost = costOf(() => errorOf(() => decode(value('ast/bigint', new Uint8Array(bytes).fill(7))), 'LIMIT'));
      expect(cost.milliseconds).toBeLessThan(1_000);
    }
    errorOf(() => decode(value('ast/bigint', Uint8Array.of(1, 0))), 'PROTOCOL');
    errorOf(() => decode(value('ast/bigint', Uint8Array.of(0xff, 0xff))), 'PROTOCOL');
  });

  test('a text of one byte over the limit, or of bytes that are no UTF-8, is refused', () => {
    errorOf(() => decode(value('ast/string', new Uint8Array(DEFAULT_LIMITS.stringBytes + 1))), 'LIMIT');
    for (const bytes of [[0xc1, 0xa1], [0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xff]]) {
      errorOf(() => decode(value('ast/string', Uint8Array.from(bytes))), 'PROTOCOL');
      errorOf(() => decode(value('ast/Record', Uint8Array.from([0x0a, bytes.length, ...bytes, 0x12, 2, 8, 1]))), 'PROTOCOL');
    }
  });

  test('a chunk that claims to be larger than a chunk is refused', () => {
    errorOf(() => readChunk(new Uint8Array(DEFAULT_LIMITS.chunkBytes + 17), DEFAULT_LIMITS), 'LIMIT');
  });
});

describe('an id of a wrong kind names nothing', () => {
  test.each<[string, readonly number[]]>([
    ['zero', []],
    ['zero, spelt out', [0x10, 0]],
    ['2^53', [0x10, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10]],
    ['-1, as a varint of ten bytes, truncated', [0x10, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]],
    ['a double', [0x11, 0, 0, 0, 0, 0, 0, 0xf8, 0x7f]],
    ['a text', [0x12, 9, ...new TextEncoder().encode('__proto__')]],
    ['a prefix of seven bytes', [0x0a, 7, 1, 2, 3, 4, 5, 6, 7, 0x10, 1]],
    ['a prefix of nine bytes', [0x0a, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0x10, 1]],
  ])('%s', (_name, body) => {
    errorOf(() => decode(value('ast/Pointer', Uint8Array.from(body))), 'PROTOCOL');
  });
});

describe('a signed record has one form', () => {
  const record = GrantRecord.encode({ domain: 'd', id: 'g', person: 'p', columns: ['a'], until: 5 }).finish();
  const bend = (...bytes: readonly number[]) => Uint8Array.from([...record, ...bytes]);

  test.each<[string, Uint8Array]>([
    ['an unknown field', bend(0x7a, 1, 0)],
    ['a field twice, the last one winning', bend(0x1a, 1, 0x71)],
    ['fields in another order', Uint8Array.from([0x12, 1, 0x67, 0x0a, 1, 0x64])],
    ['an overlong number', Uint8Array.from([0x8a, 0x00, 1, 0x64])],
    ['an overlong length', Uint8Array.from([0x0a, 0x81, 0x00, 0x64])],
    ['a default spelt out', bend(0x3a, 0)],
    ['an unknown group', bend(0x7b, 0x7c)],
    ['a truncated field', record.subarray(0, record.length - 1)],
    ['a text that is no UTF-8', Uint8Array.from([0x0a, 2, 0xc1, 0xa1])],
  ])('%s is refused', (_name, bytes) => {
    errorOf(() => decodeStrict(GrantRecord, bytes), 'PROTOCOL');
  });

  test('and that form is read', () => {
    expect(decodeStrict(GrantRecord, record)).toMatchObject({ person: 'p' });
  });
});

test('a tag that is not registered, or of a library that is not loaded, makes nothing', () => {
  for (const tag of [0, 16, 63, 64, 65, 2 ** 32 - 1])
    errorOf(() => decode(Value.encode({ tag, body: new Uint8Array(0) }).finish()), 'PROTOCOL');
});
