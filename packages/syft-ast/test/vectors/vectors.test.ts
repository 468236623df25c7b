import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_LIMITS,
  decodeClientFrame,
  decodeDomainFrame,
  decodeStrict,
  decodeValue,
  type ErrorCode,
  encodeValue,
  fromHex,
  messages,
  readChunk,
  type SigningContext,
  TransferBuffer,
  toHex,
  verify,
} from '../../src/index.ts';
import chunks from '../../vectors/chunks.json' with { type: 'json' };
import frames from '../../vectors/frames.json' with { type: 'json' };
import handshake from '../../vectors/handshake.json' with { type: 'json' };
import values from '../../vectors/values.json' with { type: 'json' };
import { context } from '../serde/context.ts';
import { errorOf } from '../syft-error.ts';
import { makeVectors, VECTORS_DIR } from './make-vectors.ts';
import { type Meaning, meaningOf, valueFrom } from './meaning.ts';
import { VECTOR_INLINE_BYTES } from './value-vectors.ts';

test('the published vectors are what the code makes today: a change here is a change of the protocol', async () => {
  const made = await makeVectors();
  expect(readdirSync(VECTORS_DIR).sort()).toEqual([...made.keys()].sort());
  for (const [name, text] of made) expect(readFileSync(join(VECTORS_DIR, name), 'utf8')).toBe(text);
});

describe('values', () => {
  test.each(values.values)('$name', ({ head, parts, meaning }) => {
    const value = decodeValue({ head: fromHex(head), parts: parts.map(fromHex) }, context, DEFAULT_LIMITS);
    expect(meaningOf(value)).toEqual(meaning);
    const encoded = encodeValue(valueFrom(meaning as Meaning), context, VECTOR_INLINE_BYTES);
    expect([toHex(encoded.head), encoded.parts.map(toHex)]).toEqual([head, parts]);
  });

  test.each(values.refused)('refused: $name', ({ head, parts, code }) => {
    errorOf(() => decodeValue({ head: fromHex(head), parts: parts.map(fromHex) }, context, DEFAULT_LIMITS), code as ErrorCode);
  });
});

/** A received message in the form of the vectors: only what was set, bytes as hexadecimal digits. */
function setFields(value: unknown): unknown {
  if (value instanceof Uint8Array) return toHex(value);
  if (Array.isArray(value)) return value.map(setFields);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => !(Array.isArray(field) && field.length === 0));
  return Object.fromEntries(fields.map(([name, field]) => [name, setFields(field)]));
}

describe('frames', () => {
  test.each(frames.client)('from the client: $name', ({ bytes, frame }) => {
    expect(setFields(decodeClientFrame(fromHex(bytes), DEFAULT_LIMITS))).toEqual(frame);
  });

  test.each(frames.domain)('from the domain: $name', ({ bytes, frame }) => {
    expect(setFields(decodeDomainFrame(fromHex(bytes), DEFAULT_LIMITS))).toEqual(frame);
  });

  test.each(frames.refused)('refused: $name, from the $side', ({ bytes, side, code }) => {
    errorOf(() => (side === 'client' ? decodeClientFrame : decodeDomainFrame)(fromHex(bytes), DEFAULT_LIMITS), code as ErrorCode);
  });
});

describe('handshake', () => {
  test.each(handshake.steps)('$name', async (step) => {
    const type = messages[step.name as 'ClientHello' | 'DomainHello'];
    expect(setFields(decodeStrict(type as typeof messages.ClientHello, fromHex(step.bytes)))).toEqual(step.message);
    if (!('transcript' in step)) return;
    const key = step.context === 'domain-hello' ? handshake.keys.domain : handshake.keys.client;
    const signature = fromHex((step.message as { signature: string }).signature);
    expect(await verify(fromHex(key.public), step.context as SigningContext, fromHex(step.transcript as string), signature)).toBe(true);
  });
});

test('chunks bring the parts of their transfer', () => {
  const parts = chunks.transfer.parts.map(fromHex);
  const buffer = new TransferBuffer(parts.map((part) => part.byteLength));
  expect(buffer.size).toBe(chunks.transfer.size);
  for (const { bytes, ...chunk } of chunks.chunks) {
    const { transfer, offset, data } = readChunk(fromHex(bytes), DEFAULT_LIMITS);
    expect({ transfer, offset, data: toHex(data) }).toEqual(chunk);
    buffer.write(offset, data);
  }
  expect(buffer.done).toBe(true);
  expect(buffer.parts()).toEqual(parts);
});
