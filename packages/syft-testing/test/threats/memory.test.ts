import { DEFAULT_LIMITS, encodeClientFrame } from '@syft-libs/ast';
import { expect, test } from 'vitest';
import type { RawPeer } from '../../src/index.ts';
import { openClinic, peerOf } from './clinic.ts';

const CONCAT = ['js.String.concat', '(...others: string[]) => string'] as const;

test('an upload whose type is a long text is refused, so that no question can repeat it', async () => {
  await using clinic = await openClinic();
  const peer = await peerOf(clinic, 'ada');
  const list = Array.from({ length: 900 }, (_, index) => ({ [`k${index}${'x'.repeat(100)}`]: 1 }));
  expect((await peer.put(list)).code).toBe('LIMIT');
  expect((await peer.put([{ short: 1 }])).code).toBe('');
});

test('many answers in one turn leave as frames that a client reads', async () => {
  await using clinic = await openClinic();
  const peer = await peerOf(clinic, 'ada');
  const { id } = await peer.put({ ['k'.repeat(4_000)]: 1 });
  const json = new TextEncoder().encode(JSON.stringify({ object: `${peer.prefix}:${id}` }));
  const calls = Array.from({ length: 600 }, () => peer.nextCall());
  peer.link.send(encodeClientFrame({ messages: calls.map((call) => ({ call: { call, op: 'describe', json } })) }));
  for (const call of calls) expect((await peer.answerTo(call)).code).toBe('');
  expect(Math.max(...peer.link.received.slice(2).map(({ byteLength }) => byteLength))).toBeLessThanOrEqual(DEFAULT_LIMITS.frameBytes);
});

test('a record’s keys are any text, and its session comes back with it', async () => {
  await using clinic = await openClinic({ limits: { vmIdle: 10, sessionIdle: 10 } });
  const gone = await peerOf(clinic, 'ada');
  const record = Object.assign(Object.create(null) as object, { 'hiv positive': 1, 'a"b\n': 'yes', '': null });
  const { id, code } = await gone.put(record);
  expect(code).toBe('');
  gone.close();
  await gone.link.closed;
  await new Promise((resolve) => setTimeout(resolve, 100));
  const back = await peerOf(clinic, 'ada', { resume: gone.prefix });
  expect(back.decode(await back.get(id))).toEqual(record);
});

test('strings that are joined again and again end at the limit of one call', async () => {
  await using clinic = await openClinic({ limits: { callBytes: 100_000 } });
  const peer = await peerOf(clinic, 'ada');
  const concat = peer.declare(...CONCAT);
  let last = peer.act(concat, [peer.encode('x'.repeat(10_000)), peer.encode('y')]);
  const doubled = Array.from({ length: 4 }, () => {
    last = peer.act(concat, [peer.encode(peer.pointer(last)), peer.encode(peer.pointer(last))]);
    return last;
  });
  await peer.settle();
  expect(doubled.map((id) => peer.faults().has(id))).toEqual([false, false, true, true]);
  expect(peer.faults().get(doubled[2] as number)).toBe('LIMIT');
});

test('a value whose head is larger than a frame does not leave, and one far larger not even its VM', async () => {
  await using clinic = await openClinic();
  const peer = await peerOf(clinic, 'ada');
  const concat = peer.declare(...CONCAT);
  const part = peer.act(concat, [peer.encode('x'.repeat(600_000))]);
  const codes: string[] = [];
  for (const count of [1, 2, 4]) {
    const operands = Array.from({ length: count }, () => peer.encode(peer.pointer(part)));
    codes.push((await peer.get(peer.act(concat, operands))).code);
  }
  expect(codes).toEqual(['', 'LIMIT', 'LIBRARY_FAILED']);
});

test('uploads that are on their way to the disk count as transfers; small ones as bytes', async () => {
  await using clinic = await openClinic({ limits: { transfers: 4, transferWindow: 10_000 } });
  const peer = await peerOf(clinic, 'ada');
  expect(await putAtOnce(peer, 'x'.repeat(100_000), 10)).toEqual([4, 6]);
  expect(await putAtOnce(peer, 'x'.repeat(100), 200)).toSatisfy(([taken = 0, refused = 0]) => taken > 80 && taken < 100 && refused > 100);
  // What is stored takes no such room.
  expect(await putAtOnce(peer, 'x'.repeat(100_000), 4)).toEqual([4, 0]);
});

test('uploads on their way count against the room of their session', async () => {
  await using clinic = await openClinic({ limits: { sessionBytes: 250_000 } });
  const peer = await peerOf(clinic, 'ada');
  expect(await putAtOnce(peer, 'x'.repeat(100_000), 5)).toEqual([2, 3]);
});

test('a person’s stored uploads have a limit over all sessions, also those that left memory', async () => {
  await using clinic = await openClinic({ limits: { personBytes: 250_000, vmIdle: 10, sessionIdle: 10 } });
  const first = await peerOf(clinic, 'ada');
  expect((await first.put('x'.repeat(150_000))).code).toBe('');
  first.close();
  await first.link.closed;
  await new Promise((resolve) => setTimeout(resolve, 100));
  const second = await peerOf(clinic, 'ada');
  expect((await second.put('x'.repeat(150_000))).code).toBe('LIMIT');
  expect((await second.put('x'.repeat(50_000))).code).toBe('');
  expect((await (await peerOf(clinic, 'bob')).put('x'.repeat(150_000))).code).toBe('');
});

/** Uploads a value some times in one go; how many were kept, and how many refused. */
async function putAtOnce(peer: RawPeer, value: string, count: number): Promise<readonly number[]> {
  const head = peer.encode(value);
  const calls = Array.from({ length: count }, () => {
    const call = peer.nextCall();
    peer.send({ put: { call, id: peer.nextId(), value: head, parts: [] } });
    return call;
  });
  const codes = await Promise.all(calls.map(async (call) => (await peer.answerTo(call)).code));
  return [codes.filter((code) => code === '').length, codes.filter((code) => code === 'LIMIT').length];
}
