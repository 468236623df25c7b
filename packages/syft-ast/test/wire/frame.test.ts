import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  DEFAULT_LIMITS,
  decodeClientFrame,
  decodeDomainFrame,
  encodeClientFrame,
  encodeDomainFrame,
  isChunk,
  MESSAGE_ROLES,
  messages,
  resolveLimits,
  toHex,
} from '../../src/index.ts';
import { errorOf } from '../syft-error.ts';

const uint32 = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const bytes = fc.uint8Array({ maxLength: 20 });
const clientMessage = fc.oneof(
  fc.record({ declare: fc.record({ entry: uint32, path: fc.string(), signature: fc.string() }) }),
  fc.record({ action: fc.record({ id: uint32, entry: uint32, operands: fc.array(bytes, { maxLength: 3 }) }) }),
  fc.record({
    select: fc.record({ id: uint32, dataset: fc.string(), columns: fc.array(fc.string(), { maxLength: 3 }), mock: fc.boolean() }),
  }),
  fc.record({ delete: fc.record({ objects: fc.array(bytes, { maxLength: 3 }) }) }),
  fc.record({ get: fc.record({ call: uint32, object: bytes, offset: fc.double({ noNaN: true }) }) }),
  fc.record({ put: fc.record({ call: uint32, id: uint32, value: bytes, parts: fc.array(fc.double({ noNaN: true }), { maxLength: 3 }) }) }),
  fc.record({ fetch: fc.record({ call: uint32, request: fc.string(), offset: fc.double({ noNaN: true }) }) }),
  fc.record({ call: fc.record({ call: uint32, op: fc.string(), json: bytes, record: bytes, signature: bytes }) }),
  fc.record({ stop: fc.record({ call: uint32 }) }),
  fc.record({ credit: fc.record({ transfer: uint32, bytes: fc.double({ noNaN: true }) }) }),
);

/** The fields of a received message that were sent: bytes as hexadecimal digits, defaults from the prototype. */
function fieldsOf(received: unknown, sent: unknown): unknown {
  if (sent instanceof Uint8Array) return toHex(received as Uint8Array);
  if (Array.isArray(sent)) return (received as unknown[]).map((item, index) => fieldsOf(item, sent[index]));
  if (typeof sent !== 'object' || sent === null) return received;
  return Object.fromEntries(
    Object.entries(sent).map(([name, value]) => [name, fieldsOf((received as Record<string, unknown>)[name], value)]),
  );
}

test('a client frame says the same after its way, every kind of message with every field', () => {
  fc.assert(
    fc.property(uint32, fc.array(clientMessage, { maxLength: 5 }), (seq, sent) => {
      const frame = decodeClientFrame(encodeClientFrame({ seq, messages: sent } as messages.IClientFrame), DEFAULT_LIMITS);
      expect(frame.seq).toBe(seq);
      expect(frame.messages.map((message) => message.body)).toEqual(sent.map((message) => Object.keys(message)[0]));
      expect(fieldsOf(frame.messages, sent)).toEqual(fieldsOf(sent, sent));
    }),
  );
});

test('a domain frame says the same after its way', () => {
  const sent = {
    messages: [
      { ack: { accepted: 3, durable: 2 } },
      { fault: { id: 7, code: 'NOT_FOUND', message: 'cannot use object: no such object' } },
      { reply: { call: 1, code: '', json: new Uint8Array([123, 125]) } },
      { answer: { call: 2, value: new Uint8Array([1]), parts: [80e6], transfer: 4, offset: 16 } },
      { accept: { call: 3, transfer: 5, offset: 1024 } },
      { credit: { transfer: 5, bytes: 2 ** 40 } },
      { notice: { topic: 'requests', id: 'r' } },
    ],
  };
  expect(fieldsOf(decodeDomainFrame(encodeDomainFrame(sent), DEFAULT_LIMITS), sent)).toEqual(fieldsOf(sent, sent));
});

test('every kind of client message has its roles, and the table has no other', () => {
  const kinds = messages.ClientMessage.prototype;
  for (const name of Object.keys(MESSAGE_ROLES)) expect(name in kinds, name).toBe(true);
  const real = Object.keys(Object.getPrototypeOf(new messages.ClientMessage()) as object).filter((name) => name !== 'body');
  expect(real.sort()).toEqual(Object.keys(MESSAGE_ROLES).sort());
});

test('a control frame never looks like a chunk', () => {
  fc.assert(
    fc.property(uint32, fc.array(clientMessage, { maxLength: 3 }), (seq, sent) => {
      expect(isChunk(encodeClientFrame({ seq, messages: sent } as messages.IClientFrame))).toBe(false);
    }),
  );
});

test('a message of no known kind is refused, so that none is skipped in silence', () => {
  // messages = [ {} ], then messages = [ { field 15: '' } ].
  for (const frame of [Uint8Array.of(0x12, 0), Uint8Array.of(0x12, 2, 0x7a, 0)])
    errorOf(() => decodeClientFrame(frame, DEFAULT_LIMITS), 'PROTOCOL');
  for (const frame of [Uint8Array.of(0x0a, 0), Uint8Array.of(0x0a, 2, 0x7a, 0)])
    errorOf(() => decodeDomainFrame(frame, DEFAULT_LIMITS), 'PROTOCOL');
});

test('a message of two kinds is the last of them, and that one only', () => {
  const both = new Uint8Array([0x12, 4, 0x4a, 0, 0x42, 0]);
  const [message] = decodeClientFrame(both, DEFAULT_LIMITS).messages;
  expect(message?.body).toBe('call');
  expect(message?.stop).toBeFalsy();
});

test('a frame of exactly the limit is read, and one byte more is not', () => {
  const limits = resolveLimits({ frameBytes: 100 });
  const sized = (bytes: number) => encodeClientFrame({ messages: [{ call: { call: 1, op: 'x'.repeat(bytes - 8) } }] });
  expect(sized(100)).toHaveLength(100);
  decodeClientFrame(sized(100), limits);
  errorOf(() => decodeClientFrame(sized(101), limits), 'LIMIT');
});

test('fields are counted inside actions, selections and deletions', () => {
  const limits = resolveLimits({ frameFields: 20 });
  const nothing = Array<Uint8Array>(18).fill(new Uint8Array(0));
  const frames = [{ action: { operands: nothing } }, { delete: { objects: nothing } }, { select: { columns: nothing.map(() => '') } }];
  for (const message of frames) {
    decodeClientFrame(encodeClientFrame({ messages: [message] }), limits);
    errorOf(() => decodeClientFrame(encodeClientFrame({ messages: [message, message] }), limits), 'LIMIT');
  }
});
