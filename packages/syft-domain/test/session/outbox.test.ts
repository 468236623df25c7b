import { createInProcessPair, DEFAULT_LIMITS, decodeDomainFrame, type ReceivedDomainMessage, resolveLimits } from '@syft-libs/ast';
import { expect, test } from 'vitest';
import { Outbox } from '../../src/session/outbox.ts';

test('a turn’s messages leave in one frame, in order, the acknowledgement last', async () => {
  const { outbox, frames, settled } = boxed();
  for (let call = 1; call <= 100; call++) outbox.send({ reply: { call } });
  outbox.acknowledge(7, 5);
  await settled();
  expect(frames).toHaveLength(1);
  const messages = messagesOf(frames);
  expect(messages.slice(0, 100).map(({ reply }) => reply?.call)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
  expect(messages.at(-1)?.ack).toMatchObject({ accepted: 7, durable: 5 });
});

test('more than a frame holds leaves in several, of which none is longer than a frame may be', async () => {
  const { outbox, frames, settled } = boxed({ frameBytes: 1_000 });
  for (let call = 1; call <= 50; call++) outbox.send({ reply: { call, json: new Uint8Array(300) } });
  await settled();
  expect(Math.max(...frames.map(({ byteLength }) => byteLength))).toBeLessThanOrEqual(1_000);
  expect(messagesOf(frames).map(({ reply }) => reply?.call)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
});

test('an answer that no frame holds becomes a refusal, and so does one that cannot be written', async () => {
  const { outbox, frames, settled } = boxed({ frameBytes: 1_000 });
  outbox.send({ answer: { call: 1, value: new Uint8Array(2_000) } });
  const unwritable = {
    call: 2,
    get json(): Uint8Array {
      throw new RangeError('out of memory');
    },
  };
  outbox.send({ reply: unwritable });
  outbox.send({ reply: { call: 3 } });
  await settled();
  expect(messagesOf(frames).map(({ reply }) => [reply?.call, reply?.code])).toEqual([
    [1, 'LIMIT'],
    [2, 'INTERNAL'],
    [3, ''],
  ]);
});

test('a peer for whom too much waits is dropped, and nothing more is kept for it', async () => {
  const { outbox, frames, settled, isClosed } = boxed({ sendBufferBytes: 1_000 });
  for (let call = 1; call <= 50; call++) outbox.send({ reply: { call, json: new Uint8Array(300) } });
  await settled();
  expect(isClosed()).toBe(true);
  expect(frames).toEqual([]);
});

function boxed(limits = {}) {
  const [ours, theirs] = createInProcessPair();
  const frames: Uint8Array[] = [];
  let closed = false;
  ours.open({ message: () => {}, close: () => {}, drain: () => {} });
  theirs.open({
    message: (bytes) => frames.push(bytes),
    close: () => {
      closed = true;
    },
    drain: () => {},
  });
  const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
  return { outbox: new Outbox(ours, resolveLimits(limits)), frames, settled, isClosed: () => closed };
}

function messagesOf(frames: readonly Uint8Array[]): readonly ReceivedDomainMessage[] {
  return frames.flatMap((bytes) => [...decodeDomainFrame(bytes, DEFAULT_LIMITS).messages]);
}
