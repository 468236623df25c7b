// Valid bytes, bent at random: whatever comes in, a decoder gives a value or one of three codes, soon, and the process stays up.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  DEFAULT_LIMITS,
  decodeClientFrame,
  decodeDomainFrame,
  decodeStrict,
  decodeValue,
  encodeClientFrame,
  encodeDomainFrame,
  isSyftError,
  messages,
  readChunk,
  validateHead,
} from '../../src/index.ts';
import { arbitraryValue, context, encode } from '../serde/context.ts';

const SEED = 20_261_122;
const CODES = new Set(['PROTOCOL', 'LIMIT', 'UNSUPPORTED']);

interface Change {
  readonly at: number;
  readonly kind: 'flip' | 'set' | 'insert' | 'remove' | 'repeat' | 'cut';
  readonly byte: number;
  readonly length: number;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(1 << 16),
  kind: fc.constantFrom('flip', 'set', 'insert', 'remove', 'repeat', 'cut'),
  byte: fc.oneof(fc.constantFrom(0, 1, 0x7f, 0x80, 0xff, 0x0a, 0x12), fc.nat(255)),
  length: fc.integer({ min: 1, max: 12 }),
});

function bend(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  let bent: readonly number[] = [...bytes];
  for (const { at, kind, byte, length } of changes) {
    const place = bent.length === 0 ? 0 : at % bent.length;
    const [before, inside, after] = [bent.slice(0, place), bent.slice(place, place + length), bent.slice(place + length)];
    if (kind === 'flip') bent = [...before, (inside[0] ?? 0) ^ (byte || 1), ...inside.slice(1), ...after];
    else if (kind === 'set') bent = [...before, ...inside.map(() => byte), ...after];
    else if (kind === 'insert') bent = [...before, ...Array<number>(length).fill(byte), ...inside, ...after];
    else if (kind === 'remove') bent = [...before, ...after];
    else if (kind === 'repeat') bent = [...before, ...inside, ...inside, ...after];
    else bent = before;
  }
  return Uint8Array.from(bent);
}

/** Runs a decoder on hostile bytes; anything but a result or a known refusal, or a slow one, fails the test. */
function survive(run: () => unknown): boolean {
  const started = performance.now();
  let read = true;
  try {
    run();
  } catch (error) {
    if (!isSyftError(error) || !CODES.has(error.code)) throw error;
    read = false;
  }
  // Generous, for a busy machine: a decoder that does work beyond the size of its input takes seconds.
  expect(performance.now() - started).toBeLessThan(2_000);
  return read;
}

const changes = fc.array(change, { minLength: 1, maxLength: 4 });

test('values', () => {
  const seen = { read: 0, refused: 0 };
  fc.assert(
    fc.property(arbitraryValue, fc.constantFrom(0, 1 << 16), changes, fc.boolean(), (value, inlineBytes, bends, alsoParts) => {
      const { head, parts } = encode(value, inlineBytes);
      const bent = bend(head, bends);
      const received = alsoParts ? parts.map((part) => bend(part, bends)) : parts;
      const read = survive(() => decodeValue({ head: bent, parts: received }, context, DEFAULT_LIMITS));
      seen[read ? 'read' : 'refused']++;
      const sizes = received.map((part) => part.byteLength);
      const dry = survive(() => validateHead(bent, sizes, context, DEFAULT_LIMITS));
      // What is refused before the parts are there must not be let in afterwards.
      expect(read && !dry).toBe(false);
    }),
    { numRuns: 20_000, seed: SEED },
  );
  // The bends have to reach beyond the first check, and must not all be harmless.
  expect(seen.read).toBeGreaterThan(500);
  expect(seen.refused).toBeGreaterThan(5_000);
}, 60_000);

const { ClientHello, DomainHello, ClientProof, Welcome, GrantRecord, DecisionRecord } = messages;
const key = Uint8Array.from({ length: 32 }, (_, index) => index);
const frames: readonly (readonly [bytes: Uint8Array, decode: (bytes: Uint8Array) => unknown])[] = [
  ...[
    { declare: { entry: 1, path: 'numjs.mean', signature: '(x: NdArray) => number' } },
    { action: { id: 1, entry: 1, operands: [encode(1).head, encode([1, 'a']).head] } },
    { select: { id: 2, dataset: 'penguins', columns: ['a', 'b'], mock: true } },
    { delete: { objects: [key.subarray(0, 12)] } },
    { put: { call: 1, id: 3, value: encode('x').head, parts: [8, 80e6] } },
    { call: { call: 2, op: 'datasets', json: new TextEncoder().encode('{}') } },
    { credit: { transfer: 1, bytes: 1e6 } },
  ].map(
    (message) =>
      [
        encodeClientFrame({ seq: 5, messages: [message, message] }),
        (bytes: Uint8Array) => decodeClientFrame(bytes, DEFAULT_LIMITS),
      ] as const,
  ),
  ...[
    { ack: { accepted: 1, durable: 1 } },
    { fault: { id: 1, code: 'NOT_FOUND', message: 'cannot use object' } },
    { answer: { call: 1, value: encode([1]).head, parts: [16], transfer: 1, offset: 8 } },
    { notice: { topic: 'requests', id: 'a' } },
  ].map(
    (message) => [encodeDomainFrame({ messages: [message] }), (bytes: Uint8Array) => decodeDomainFrame(bytes, DEFAULT_LIMITS)] as const,
  ),
  [
    ClientHello.encode({
      protocol: 1,
      clientKey: key,
      nonce: key,
      origin: 'https://a',
      libraries: [{ root: 'numjs', package: 'p', digest: 'd' }],
    }).finish(),
    (bytes) => decodeStrict(ClientHello, bytes),
  ],
  [DomainHello.encode({ protocol: 1, domainKey: key, nonce: key, signature: key }).finish(), (bytes) => decodeStrict(DomainHello, bytes)],
  [ClientProof.encode({ signature: key, invitation: 'i', secret: key }).finish(), (bytes) => decodeStrict(ClientProof, bytes)],
  [
    Welcome.encode({ prefix: key.subarray(0, 8), tags: [{ number: 64, name: 'numjs/NdArray' }], roles: ['scientist'] }).finish(),
    (bytes) => decodeStrict(Welcome, bytes),
  ],
  [GrantRecord.encode({ domain: 'd', person: 'p', columns: ['a'], until: 1e12 }).finish(), (bytes) => decodeStrict(GrantRecord, bytes)],
  [DecisionRecord.encode({ request: 'r', binding: key, approve: true, uses: 1 }).finish(), (bytes) => decodeStrict(DecisionRecord, bytes)],
  [Uint8Array.from([0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3]), (bytes) => readChunk(bytes, DEFAULT_LIMITS)],
];

test('frames, greetings, records and chunks', () => {
  let refused = 0;
  fc.assert(
    fc.property(fc.constantFrom(...frames), changes, ([bytes, read], bends) => {
      if (!survive(() => read(bend(bytes, bends)))) refused++;
    }),
    { numRuns: 20_000, seed: SEED },
  );
  expect(refused).toBeGreaterThan(5_000);
}, 60_000);

test('noise', () => {
  const decoders = [
    ...new Set(frames.map(([, read]) => read)),
    (bytes: Uint8Array) => decodeValue({ head: bytes, parts: [] }, context, DEFAULT_LIMITS),
  ];
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(...decoders), (bytes, read) => {
      survive(() => read(bytes));
    }),
    { numRuns: 4_000, seed: SEED },
  );
});
