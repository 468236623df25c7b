import {
  chunkHeader,
  columnOf,
  encodeClientFrame,
  encodeDomainFrame,
  encodeValue,
  joinParts,
  messages,
  prefixToBytes,
  sliceTransfer,
  toHex,
  transferSize,
} from '../../src/index.ts';
import { context } from '../serde/context.ts';

const { PointerBody } = messages;
const pointer = (counter: number, prefix?: string) =>
  PointerBody.encode(prefix === undefined ? { counter } : { prefix: prefixToBytes(prefix), counter }).finish();
const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

const CLIENT: Readonly<Record<string, messages.IClientFrame>> = {
  'a session’s first work: two entries named, a column selected, two calls on it': {
    seq: 1,
    messages: [
      { declare: { entry: 1, path: 'numjs.mean', signature: '(x: NdArray) => number' } },
      { declare: { entry: 2, path: 'numjs.subtract', signature: '(a: NdArray, b: NdArray | number) => NdArray' } },
      { select: { id: 1, dataset: 'penguins', columns: ['bill_length_mm', 'body_mass_g'] } },
      { action: { id: 3, entry: 1, operands: [pointerTo(1)] } },
      { action: { id: 4, entry: 2, operands: [pointerTo(1), pointerTo(3)] } },
    ],
  },
  'objects given up': { seq: 2, messages: [{ delete: { objects: [pointer(4), pointer(7, '9f86d081884c7d65')] } }] },
  'a value asked for': { messages: [{ get: { call: 1, object: pointer(4) } }] },
  'the rest of a value asked for': { messages: [{ get: { call: 1, object: pointer(4), offset: 1_048_576 } }] },
  'an upload announced': {
    messages: [{ put: { call: 2, id: 5, value: encodeValue(columnOf(new Float64Array(10_000)), context).head, parts: [80_000] } }],
  },
  'a release asked for, and its value': {
    messages: [
      { call: { call: 3, op: 'request', json: json({ object: '9f86d081884c7d65:4', reason: 'slope, study 12' }) } },
      { fetch: { call: 4, request: '9f86d081884c7d65:6' } },
    ],
  },
  'a wait ended, and more of a transfer let come': {
    messages: [{ stop: { call: 4 } }, { credit: { transfer: 2 ** 32 - 1, bytes: 2 ** 40 } }],
  },
};

const DOMAIN: Readonly<Record<string, messages.IDomainFrame>> = {
  'work taken, and some of it durable': { messages: [{ ack: { accepted: 2, durable: 1 } }] },
  'an action that cannot be': {
    messages: [{ fault: { id: 4, code: 'NOT_ALLOWED', message: 'cannot call this path: it is not on the allowlist' } }],
  },
  'a handshake that failed': {
    messages: [{ reply: { code: 'NOT_AUTHENTICATED', message: 'cannot greet client: its key is not known here' } }],
  },
  'a small value, whole': { messages: [{ answer: { call: 1, value: encodeValue(3.5, context).head } }] },
  'a large value’s head, its parts to follow': {
    messages: [{ answer: { call: 1, value: encodeValue(columnOf(new Float64Array(10_000)), context).head, parts: [80_000], transfer: 7 } }],
  },
  'an upload let in from the middle, and its first credit': {
    messages: [{ accept: { call: 2, transfer: 8, offset: 65_536 } }, { credit: { transfer: 8, bytes: 14_464 } }],
  },
  'a request’s answer, and word that one changed': {
    messages: [
      { reply: { call: 3, json: json({ id: '9f86d081884c7d65:6' }) } },
      { notice: { topic: 'requests', id: '9f86d081884c7d65:6' } },
    ],
  },
};

function pointerTo(counter: number): Uint8Array {
  return encodeValue({ [Symbol.for('@syft-libs/pointer')]: { prefix: undefined, counter } }, context).head;
}

/** A message as JSON, bytes as hexadecimal digits. */
export function plainOf(value: unknown): unknown {
  if (value instanceof Uint8Array) return toHex(value);
  if (Array.isArray(value)) return value.map(plainOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, plainOf(field)]));
}

/** Frames of both sides with their bytes. */
export function frameVectors() {
  const made = (frames: Readonly<Record<string, object>>, encode: (frame: never) => Uint8Array) =>
    Object.entries(frames).map(([name, frame]) => ({ name, bytes: toHex(encode(frame as never)), frame: plainOf(frame) }));
  return {
    client: made(CLIENT, encodeClientFrame),
    domain: made(DOMAIN, encodeDomainFrame),
    refused: [
      { name: 'a message of no known kind', side: 'client', bytes: '12027a00', code: 'PROTOCOL' },
      { name: 'a length past the end', side: 'client', bytes: '12ffffffff07', code: 'PROTOCOL' },
      { name: 'a path that is not UTF-8', side: 'client', bytes: '12060a041202c1a1', code: 'PROTOCOL' },
      { name: 'a message of no known kind', side: 'domain', bytes: '0a027a00', code: 'PROTOCOL' },
    ],
  };
}

/** Chunks with their bytes, and a transfer of three parts cut into them. */
export function chunkVectors() {
  const parts = [Uint8Array.of(1, 2, 3), new Uint8Array(0), Uint8Array.of(4, 5, 6, 7, 8, 9, 10, 11, 12)];
  const chunkBytes = 10;
  const size = transferSize(parts.map((part) => part.byteLength));
  const chunks: object[] = [];
  for (let offset = 0; offset < size; ) {
    const data = sliceTransfer(parts, offset, chunkBytes);
    chunks.push({ transfer: 7, offset, data: toHex(data), bytes: toHex(joinParts([chunkHeader(7, offset), data])) });
    offset += data.byteLength;
  }
  return { transfer: { parts: parts.map(toHex), size, chunkBytes }, chunks };
}
