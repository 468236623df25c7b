import { once } from 'node:events';
import { MessageChannel, Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test } from 'vitest';
import { createInProcessPair, createMessagePortTransport, type MessagePortLike, MessageQueue, type Transport } from '../../src/index.ts';

const opened: Transport[] = [];
afterEach(() => {
  for (const transport of opened.splice(0)) transport.close();
});

function messagePortPair(): readonly [Transport, Transport] {
  const { port1, port2 } = new MessageChannel();
  return [createMessagePortTransport(port1 as unknown as MessagePortLike), createMessagePortTransport(port2 as unknown as MessagePortLike)];
}

/** Opens a transport and keeps what it tells. */
function listen(transport: Transport) {
  const messages: Uint8Array[] = [];
  const state = { closed: 0 };
  let wake = () => {};
  transport.open({
    message(bytes) {
      messages.push(bytes);
      wake();
    },
    close() {
      state.closed++;
      wake();
    },
    drain() {},
  });
  opened.push(transport);
  const until = async (done: () => boolean) => {
    while (!done()) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  return { messages, state, until };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

describe.each([
  ['in-process', createInProcessPair],
  ['message-port', messagePortPair],
] as const)('%s', (kind, createPair) => {
  test('messages arrive whole and in order, parts joined, in memory of their own', async () => {
    const [left, right] = createPair();
    expect(left.kind).toBe(kind);
    const { messages, until } = listen(right);
    listen(left);
    const part = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
    left.send([part.subarray(0, 2), new Uint8Array(0), part.subarray(4, 5)]);
    for (let index = 0; index < 100; index++) left.send([Uint8Array.of(index)]);
    await until(() => messages.length === 101);
    expect(messages[0]).toEqual(Uint8Array.of(1, 2, 5));
    expect(messages[0]?.buffer.byteLength).toBe(3);
    expect(part).toHaveLength(8);
    expect(messages.slice(1).map(([index]) => index)).toEqual(Array.from({ length: 100 }, (_, index) => index));
  });

  test('what came before the transport was opened is not lost', async () => {
    const [left, right] = createPair();
    listen(left);
    left.send([Uint8Array.of(1)]);
    left.send([Uint8Array.of(2)]);
    await settle();
    const { messages, until } = listen(right);
    await until(() => messages.length === 2);
    expect(messages.map(([byte]) => byte)).toEqual([1, 2]);
  });

  test('a paused side gets nothing until it resumes, and then all of it in order', async () => {
    const [left, right] = createPair();
    const { messages, until } = listen(right);
    listen(left);
    right.pause();
    for (let index = 0; index < 5; index++) left.send([Uint8Array.of(index)]);
    await settle();
    expect(messages).toHaveLength(0);
    right.resume();
    await until(() => messages.length === 5);
    expect(messages.map(([byte]) => byte)).toEqual([0, 1, 2, 3, 4]);
  });

  test('both sides learn once that it is closed, after what was sent before; later sends are nothing', async () => {
    const [left, right] = createPair();
    const there = listen(right);
    const here = listen(left);
    left.send([Uint8Array.of(1)]);
    left.close();
    left.close();
    left.send([Uint8Array.of(2)]);
    await there.until(() => there.state.closed > 0);
    await settle();
    right.send([Uint8Array.of(3)]);
    right.close();
    await settle();
    expect(there.messages.map(([byte]) => byte)).toEqual([1]);
    expect([here.state.closed, there.state.closed]).toEqual([1, 1]);
    expect(here.messages).toEqual([]);
  });
});

test('a message port reaches another thread', async () => {
  const { port1, port2 } = new MessageChannel();
  const code = `
    const { workerData } = require('node:worker_threads');
    workerData.on('message', (data) => data !== null && workerData.postMessage(Uint8Array.from(new Uint8Array(data)).reverse().buffer));`;
  const worker = new Worker(code, { eval: true, workerData: port2, transferList: [port2] });
  const transport = createMessagePortTransport(port1 as unknown as MessagePortLike);
  const { messages, until } = listen(transport);
  transport.send([Uint8Array.of(1, 2, 3)]);
  await until(() => messages.length === 1);
  expect(messages[0]).toEqual(Uint8Array.of(3, 2, 1));
  transport.close();
  await once(worker, 'exit').then(
    () => undefined,
    () => undefined,
  );
}, 10_000);

test('a port that brings anything but bytes brings nothing', async () => {
  const { port1, port2 } = new MessageChannel();
  const { messages, until } = listen(createMessagePortTransport(port1 as unknown as MessagePortLike));
  for (const odd of ['text', 1, { data: 1 }, new Uint8Array(3), [1], false]) port2.postMessage(odd);
  port2.postMessage(Uint8Array.of(9).buffer);
  await until(() => messages.length === 1);
  expect(messages[0]).toEqual(Uint8Array.of(9));
});

describe('a message queue', () => {
  const events = (seen: string[], queue: MessageQueue, pauseAt = -1) => ({
    message: ([byte]: Uint8Array) => {
      seen.push(String(byte));
      if (byte === pauseAt) queue.pause();
    },
    close: () => seen.push('close'),
    drain: () => seen.push('drain'),
  });

  test('may be paused by the very message that it delivers', () => {
    const queue = new MessageQueue();
    const seen: string[] = [];
    for (let byte = 0; byte < 4; byte++) queue.push(Uint8Array.of(byte));
    queue.open(events(seen, queue, 1));
    expect(seen).toEqual(['0', '1']);
    queue.push(Uint8Array.of(4));
    queue.resume();
    expect(seen).toEqual(['0', '1', '2', '3', '4']);
  });

  test('tells of the close after the messages, once, and takes none later', () => {
    const queue = new MessageQueue();
    const seen: string[] = [];
    queue.open(events(seen, queue));
    queue.pause();
    queue.push(Uint8Array.of(1));
    queue.close();
    queue.close();
    queue.push(Uint8Array.of(2));
    expect(seen).toEqual([]);
    queue.resume();
    queue.resume();
    queue.drain();
    expect(seen).toEqual(['1', 'close', 'drain']);
  });
});
