// The generated classes against protobufjs, which reads the same schema at run time: two implementations, one encoding.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import protobuf from 'protobufjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emitSchema } from '../../redback/src/emit/emit-schema.ts';

const SCHEMA = `
syntax = "proto3";
message Leaf { uint32 count = 1; bool open = 2; double weight = 3; string text = 4; bytes data = 5; }
message Tree { Leaf leaf = 1; repeated Leaf leaves = 2; repeated uint32 numbers = 3; repeated double weights = 4;
  repeated string texts = 5; repeated bytes datas = 6; uint32 far = 2000; }
message Either { oneof kind { Leaf leaf = 1; Tree tree = 2; } }
message Forest { repeated Either trees = 1; }
`;

type Fields = Record<string, unknown>;
interface MessageClass {
  encode(message: Fields): { finish(): Uint8Array };
  decode(bytes: Uint8Array): Fields;
}

const runtime = pathToFileURL(join(import.meta.dirname, '../../../packages/syft-ast/src/codegen.ts')).href;
const oracle = protobuf.parse(SCHEMA).root;
let dir: string;
let own: Readonly<Record<string, MessageClass>>;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'syft-schema-'));
  const { code } = emitSchema(oracle.toJSON() as Parameters<typeof emitSchema>[0]);
  const file = join(dir, 'schema_pb.mjs');
  writeFileSync(file, code.replace('../codegen.ts', runtime));
  own = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as typeof own;
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const uint32 = fc.oneof(fc.nat({ max: 300 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
const double = fc.oneof(fc.double(), fc.constantFrom(0, -0, Number.NaN, Number.POSITIVE_INFINITY));
const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 12 }));
const bytes = fc.uint8Array({ maxLength: 200 });
const some = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const leaf = fc.record({ count: some(uint32), open: some(fc.boolean()), weight: some(double), text: some(text), data: some(bytes) });
const tree = fc.record({
  leaf: some(leaf),
  leaves: fc.array(leaf, { maxLength: 4 }),
  numbers: fc.array(uint32, { maxLength: 40 }),
  weights: fc.array(double, { maxLength: 40 }),
  texts: fc.array(text, { maxLength: 4 }),
  datas: fc.array(bytes, { maxLength: 4 }),
  far: some(uint32),
});
const forest = fc.record({ trees: fc.array(fc.oneof(fc.record({ leaf }), fc.record({ tree })), { maxLength: 6 }) });

const classOf = (name: string): MessageClass => own[name] as MessageClass;
const encode = (name: string, message: Fields): Uint8Array => classOf(name).encode(message).finish();
const theirs = (name: string) => oracle.lookupType(name);

/** A decoded message as plain data, defaults spelt out. */
function plain(name: string, message: object): unknown {
  const type = theirs(name);
  return type.toObject(type.fromObject(message as Fields), { defaults: true, oneofs: true, bytes: Array, longs: Number });
}

describe('generated classes', () => {
  test('write the bytes that protobufjs writes, and read back what they wrote', () => {
    fc.assert(
      fc.property(forest, (message) => {
        const written = encode('Forest', message);
        expect(Buffer.compare(written, theirs('Forest').encode(theirs('Forest').create(message)).finish())).toBe(0);
        const read = classOf('Forest').decode(written);
        expect(plain('Forest', read)).toEqual(plain('Forest', theirs('Forest').decode(written)));
        expect(Buffer.compare(encode('Forest', read), written)).toBe(0);
      }),
      { numRuns: 1_000 },
    );
  });

  test('read no bytes that protobufjs refuses, and no bytes otherwise than it does', () => {
    const anyBytes = fc.array(fc.oneof(fc.constantFrom(8, 10, 18, 26, 34, 42, 128, 1, 0), fc.nat({ max: 255 })), { maxLength: 24 });
    fc.assert(
      fc.property(anyBytes, (given) => {
        const input = Uint8Array.from(given);
        // Groups are refused by ours alone.
        let expected: unknown = 'refused';
        let read: unknown;
        try {
          expected = plain('Tree', theirs('Tree').decode(input));
        } catch {}
        try {
          read = plain('Tree', classOf('Tree').decode(input));
        } catch {}
        if (read !== undefined) expect(read).toEqual(expected);
      }),
      { numRuns: 20_000 },
    );
  });

  test('of the fields of a oneof the last one stands, and is named', () => {
    const both = Uint8Array.from([...encode('Either', { leaf: { count: 1 } }), ...encode('Either', { tree: { far: 2 } })]);
    const read = classOf('Either').decode(both);
    expect(read['kind']).toBe('tree');
    expect(read['leaf']).toBe(null);
    expect(read['tree']).toMatchObject({ far: 2 });
  });

  test('keep a message that is being written apart from another', () => {
    const first = classOf('Leaf').encode({ text: 'first' });
    const second = classOf('Leaf').encode({ text: 'second' });
    expect(classOf('Leaf').decode(second.finish())['text']).toBe('second');
    expect(classOf('Leaf').decode(first.finish())['text']).toBe('first');
  });
});

test('what the runtime does not provide for is refused when the code is generated', () => {
  const emit = (schema: string) => () =>
    emitSchema(protobuf.parse(`syntax = "proto3"; ${schema}`).root.toJSON() as Parameters<typeof emitSchema>[0]);
  expect(emit('message A { sint64 n = 1; }')).toThrow('sint64');
  expect(emit('message A { map<string, uint32> n = 1; }')).toThrow('maps');
  expect(emit('message A { uint32 n = 1; oneof k { uint32 m = 2; } }')).toThrow('oneof');
});
