import { bytesOf, type messages } from '@syft-libs/ast';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect, type Location } from '../src/index.ts';
import { ScriptedDomain, trust, until } from './scripted-domain.ts';
import { type TinyRemote, tiny } from './tiny-library.ts';

const CHUNK = 64 * 1024;
const WINDOW = 256 * 1024;

let domain: ScriptedDomain;
let location: Location;
let lib: TinyRemote;

beforeEach(async () => {
  domain = await ScriptedDomain.create();
  const url = await domain.listen();
  location = await connect(url, {
    identity: await trust(domain),
    limits: { transferWindow: WINDOW, chunkBytes: CHUNK },
    reconnect: { delay: 5 },
  });
  lib = location.lib(tiny);
});
afterEach(() => domain.stop());

const numbers = (length: number): Float64Array => Float64Array.from({ length }, (_, index) => index + 0.5);

/** Announces a value of one part as the answer to a Get, from its offset on. */
function announce({ call, offset }: messages.Get, value: Float64Array, transfer: number): void {
  const { head, parts } = domain.encode(value);
  domain.peer.send({ answer: { call, value: head, parts: parts.map((part) => part.byteLength), transfer, offset } });
}

/** Sends the value's bytes as credit allows, up to `end`. */
function sendOnCredit(value: Float64Array, transfer: number, end = value.byteLength): void {
  let offset: number | undefined;
  domain.onMessage = ({ get, credit }, peer) => {
    if (get) {
      offset = get.offset;
      announce(get, value, transfer);
    }
    if (credit === undefined || credit === null || offset === undefined) return;
    expect(credit).toMatchObject({ transfer });
    const to = Math.min(offset + credit.bytes, end);
    for (; offset < to; offset += CHUNK) peer.sendChunk(transfer, offset, bytesOf(value).subarray(offset, Math.min(offset + CHUNK, to)));
  };
}

test('a large value comes in chunks on credit, with progress', async () => {
  const value = numbers(200_000);
  sendOnCredit(value, 1);
  const progress: number[] = [];
  const received = await lib.range(3).get({ progress: (bytes, total) => progress.push(bytes / total) });
  expect(received).toEqual(value);
  expect(progress.at(0)).toBe(0);
  expect(progress.at(-1)).toBe(1);
  const credits = domain.peer.messages.flatMap(({ credit }) => (credit ? [credit.bytes] : []));
  expect(Math.max(...credits)).toBeLessThanOrEqual(WINDOW);
  expect(credits.reduce((sum, bytes) => sum + bytes)).toBe(value.byteLength);
});

test('a transfer goes on after a reconnect from the byte where it stopped', async () => {
  const value = numbers(100_000);
  sendOnCredit(value, 1, 3 * CHUNK);
  let received = 0;
  const waiting = lib.range(3).get({
    progress: (bytes) => {
      received = bytes;
    },
  });
  await until(() => received === 3 * CHUNK);
  sendOnCredit(value, 2);
  domain.peer.transport.close();
  expect(await waiting).toEqual(value);
  expect(domain.peer.messages.find(({ get }) => get)?.get?.offset).toBe(3 * CHUNK);
});

test('giving up a transfer stops it, and its last chunks do no harm', async () => {
  const value = numbers(100_000);
  sendOnCredit(value, 1, 2 * CHUNK);
  const controller = new AbortController();
  const waiting = lib.range(3).get({
    signal: controller.signal,
    progress: (bytes) => {
      if (bytes === 2 * CHUNK) controller.abort();
    },
  });
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  await until(() => domain.peer.messages.some(({ stop }) => stop));
  domain.peer.sendChunk(1, 2 * CHUNK, new Uint8Array(CHUNK));
  await expect(location.close()).resolves.toBeUndefined();
});

/** Takes uploads as a domain does: accepts, grants credit as bytes come, and answers when all are there. */
function takeUploads(window = 300_000): void {
  domain.onMessage = ({ put }, peer) => {
    if (!put) return;
    const total = put.parts.reduce((sum, size) => sum + Math.ceil(size / 8) * 8, 0);
    const transfer = peer.chunks.length + 11;
    const have = domain.peers.flatMap(({ chunks }) => chunks).reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
    peer.send({ accept: { call: put.call, transfer, offset: have } });
    let granted = have;
    const grant = (): void => {
      const received = domain.peers.flatMap(({ chunks }) => chunks).reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
      if (received === total) {
        peer.send({ reply: { call: put.call } });
        return;
      }
      if (received === granted) {
        granted = Math.min(total, granted + window);
        peer.send({ credit: { transfer, bytes: granted - received } });
      }
      if (!peer.isClosed) setTimeout(grant, 1);
    };
    grant();
  };
}

const uploadedBytes = () => Buffer.concat(domain.peers.flatMap(({ chunks }) => chunks.map(({ bytes }) => bytes)));

test('upload sends an array on credit and gives a readable pointer when it is durable', async () => {
  takeUploads();
  const value = numbers(150_001);
  const seen: number[] = [];
  const pointer = await location.upload(value, { progress: (sent, total) => seen.push(sent / total) });
  expect(String(pointer)).toBe('[pointer Float64Array 00000000000000a1:1]');
  expect(uploadedBytes()).toEqual(Buffer.from(value.buffer));
  expect(Math.max(...domain.peer.chunks.map(({ bytes }) => bytes.byteLength))).toBeLessThanOrEqual(CHUNK);
  expect(seen.at(-1)).toBe(1);
});

test('a large argument is uploaded first, once; what is newer waits for it, and reads of older objects do not', async () => {
  const value = numbers(20_000);
  const older = lib.range(3);
  lib.mean(value as never);
  const newer = lib.mean(value as never);
  const fromOlder = older.get();
  const fromNewer = newer.get();
  await until(() => domain.peer.messages.some(({ get }) => get));
  expect(domain.peer.messages.map(({ body }) => body)).toEqual(['declare', 'action', 'put', 'get']);
  const put = domain.peer.messages.find((message) => message.put)!.put!;
  expect(put.id).toBe(2);
  domain.onMessage = ({ get }, peer) => get && peer.send(domain.answer(get.call, 'newer'));
  domain.peer.send(domain.answer(domain.peer.messages.find(({ get }) => get)!.get!.call, 'older'));
  expect(await fromOlder).toBe('older');
  domain.peer.send({ accept: { call: put.call, transfer: 5, offset: 0 } }, { credit: { transfer: 5, bytes: value.byteLength } });
  await until(() => uploadedBytes().byteLength === value.byteLength);
  expect(domain.peer.frames.at(-1)?.seq).toBe(0);
  domain.peer.send({ reply: { call: put.call } });
  expect(await fromNewer).toBe('newer');
  const ids = domain.peer.messages.flatMap(({ action }) => (action ? [action.id] : []));
  expect(ids).toEqual([1, 3, 4]);
  expect(domain.peer.messages.filter((message) => message.put)).toHaveLength(1);
});

test('an upload goes on after a reconnect from the byte that the domain asks for', async () => {
  const value = numbers(100_000);
  const uploading = location.upload(value);
  await until(() => domain.peer.messages.some(({ put }) => put));
  const { call } = domain.peer.messages.find(({ put }) => put)!.put!;
  domain.peer.send({ accept: { call, transfer: 3, offset: 0 } }, { credit: { transfer: 3, bytes: 2 * CHUNK } });
  await until(() => domain.peer.chunks.length === 2);
  takeUploads();
  domain.peer.transport.close();
  await uploading;
  expect(domain.peer.chunks[0]?.offset).toBe(2 * CHUNK);
  expect(uploadedBytes()).toEqual(Buffer.from(value.buffer));
});

test('an upload that fails shows on its pointer, and what waited for it goes on', async () => {
  domain.onMessage = ({ put }, peer) => put && peer.send({ reply: { call: put.call, code: 'LIMIT', message: 'cannot take upload' } });
  await expect(location.upload(numbers(20_000))).rejects.toMatchObject({ code: 'LIMIT' });
  lib.mean(numbers(20_000) as never);
  await location.close();
  expect(domain.peer.messages.filter(({ action }) => action)).toHaveLength(1);
});

test('nothing is uploaded without credit', async () => {
  const uploading = location.upload(numbers(20_000), { signal: AbortSignal.timeout(50) });
  await until(() => domain.peer.messages.some(({ put }) => put));
  const { call } = domain.peer.messages.find(({ put }) => put)!.put!;
  domain.peer.send({ accept: { call, transfer: 3, offset: 0 } });
  await expect(uploading).rejects.toMatchObject({ name: 'TimeoutError' });
  expect(domain.peer.chunks).toEqual([]);
  await until(() => domain.peer.messages.some(({ stop }) => stop?.call === call));
});
