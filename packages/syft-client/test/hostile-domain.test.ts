import { messages, type SyftError } from '@syft-libs/ast';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect, type Location } from '../src/index.ts';
import { type DomainMessage, type Peer, ScriptedDomain, trust, until } from './scripted-domain.ts';
import { type TinyRemote, tiny } from './tiny-library.ts';

let domain: ScriptedDomain;
let location: Location;
let lib: TinyRemote;

beforeEach(async () => {
  domain = await ScriptedDomain.create();
  location = await connect(domain.dial(), { identity: await trust(domain) });
  lib = location.lib(tiny);
});
afterEach(() => domain.stop());

const value = (tag: number, body: Uint8Array): Uint8Array => messages.Value.encode({ tag, body }).finish();
const array = (body: messages.ArrayBody.$Properties): Uint8Array => value(9, messages.ArrayBody.encode(body).finish());

/** Asks for a value and has the domain do as told; returns how the get ended, and the session's end if it came. */
async function ask(respond: (call: number, peer: Peer) => void): Promise<SyftError> {
  domain.onMessage = ({ get }, peer) => {
    if (get) respond(get.call, peer);
  };
  return lib
    .range(3)
    .get()
    .then(
      () => expect.unreachable('the value should have been refused'),
      (error: SyftError) => error,
    );
}

const FLOAT64 = 12;

test.for<readonly [string, (call: number) => DomainMessage]>([
  ['a tag that nobody numbered', (call) => ({ answer: { call, value: value(99, new Uint8Array()) } })],
  ['bytes that are no value', (call) => ({ answer: { call, value: Uint8Array.of(255, 255) } })],
  [
    'a payload that does not match its shape',
    (call) => ({ answer: { call, value: array({ dtype: FLOAT64, shape: [3], data: new Uint8Array(8) }) } }),
  ],
  [
    'a part that does not match its shape',
    (call) => ({ answer: { call, value: array({ dtype: FLOAT64, shape: [3], part: 1 }), parts: [8], transfer: 1 } }),
  ],
  ['a part that belongs to nothing', (call) => ({ answer: { call, value: value(1, new Uint8Array()), parts: [8], transfer: 1 } })],
  ['a negative size', (call) => ({ answer: { call, value: array({ dtype: FLOAT64, shape: [1], part: 1 }), parts: [-8], transfer: 1 } })],
  [
    'a size that is no number',
    (call) => ({ answer: { call, value: array({ dtype: FLOAT64, shape: [1], part: 1 }), parts: [Number.NaN], transfer: 1 } }),
  ],
  ['a value that begins in the middle', (call) => ({ answer: { call, value: value(1, new Uint8Array()), offset: 8 } })],
  ['JSON where a value was asked for', (call) => ({ reply: { call, json: new TextEncoder().encode('1') } })],
  ['leave to upload where a value was asked for', (call) => ({ accept: { call, transfer: 1, offset: 0 } })],
  ['an error code of its own making', (call) => ({ reply: { call, code: 'EVIL', message: '' } })],
])('%s ends the session as a broken protocol', async ([, message]) => {
  expect(await ask((call, peer) => peer.send(message(call)))).toMatchObject({ code: 'PROTOCOL' });
  await expect(location.closed).resolves.toMatchObject({ code: 'PROTOCOL' });
});

test.for<readonly [string, (call: number) => DomainMessage]>([
  [
    'a shape of 2^53 elements',
    (call) => ({ answer: { call, value: array({ dtype: FLOAT64, shape: [2 ** 31, 2 ** 22], part: 1 }), parts: [2 ** 56], transfer: 1 } }),
  ],
  [
    'an array over the limit',
    (call) => ({ answer: { call, value: array({ dtype: FLOAT64, shape: [2 ** 28], part: 1 }), parts: [2 ** 31], transfer: 1 } }),
  ],
])('%s is refused before memory is taken, and its call alone ends', async ([, message]) => {
  const before = process.memoryUsage().arrayBuffers;
  expect(await ask((call, peer) => peer.send(message(call)))).toMatchObject({ code: 'LIMIT' });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * 1024 * 1024);
  await expect(location.close()).resolves.toBeUndefined();
});

test.for<readonly [string, (peer: Peer) => void]>([
  ['an answer to nothing', (peer) => peer.send({ answer: { call: 77, value: value(1, new Uint8Array()) } })],
  ['an acknowledgement of frames that were never sent', (peer) => peer.send({ ack: { accepted: 9, durable: 9 } })],
  ['a fault of an object that does not exist', (peer) => peer.send({ fault: { id: 1_000, code: 'DEADLINE', message: '' } })],
  ['a chunk of no transfer', (peer) => peer.sendChunk(5, 0, new Uint8Array(8))],
  ['a message without a body', (peer) => peer.send({})],
  ['bytes that are no frame', (peer) => peer.sendBytes(Uint8Array.of(10, 200))],
])('%s ends the session as a broken protocol', async ([, send]) => {
  send(domain.peer);
  await expect(location.closed).resolves.toMatchObject({ code: 'PROTOCOL' });
});

test('an empty message is an empty frame', async () => {
  domain.peer.sendBytes(new Uint8Array(0));
  await expect(location.close()).resolves.toBeUndefined();
});

test('a frame beyond the limit ends the session', async () => {
  domain.peer.sendBytes(new Uint8Array(1024 * 1024 + 1).fill(10));
  await expect(location.closed).resolves.toMatchObject({ code: 'LIMIT' });
});

test('a frame of countless empty messages is refused by counting', async () => {
  domain.peer.sendBytes(new Uint8Array(1024 * 1024 - 2).map((_, index) => (index % 2 === 0 ? 10 : 0)));
  await expect(location.closed).resolves.toMatchObject({ code: 'LIMIT' });
});

test('chunks beyond the credit end the session', async () => {
  location = await connect(domain.dial(), { identity: await trust(domain), limits: { transferWindow: 4_096 } });
  lib = location.lib(tiny);
  const { head, parts } = domain.encode(new Float64Array(20_000));
  const error = await ask((call, peer) => {
    peer.send({ answer: { call, value: head, parts: parts.map((part) => part.byteLength), transfer: 1 } });
    peer.sendChunk(1, 0, new Uint8Array(4_104));
  });
  expect(error).toMatchObject({ code: 'PROTOCOL', message: expect.stringContaining('not asked for') });
});

test('chunks out of turn end the session', async () => {
  const { head, parts } = domain.encode(new Float64Array(20_000));
  const error = await ask((call, peer) => {
    peer.send({ answer: { call, value: head, parts: parts.map((part) => part.byteLength), transfer: 1 } });
    peer.sendChunk(1, 8, new Uint8Array(8));
  });
  expect(error).toMatchObject({ code: 'PROTOCOL' });
});

test('keys that lead to prototypes are plain keys', async () => {
  const keys = ['__proto__', 'constructor', 'toString'];
  const one = domain.encode(1).head;
  const record = value(12, messages.RecordBody.encode({ keys, values: keys.map(() => one) }).finish());
  domain.onMessage = ({ get }, peer) => get && peer.send({ answer: { call: get.call, value: record } });
  const received = (await lib.range(3).get()) as unknown as object;
  expect(Object.getPrototypeOf(received)).toBeNull();
  expect(Object.keys(received)).toEqual(keys);
  expect(({} as Record<string, unknown>)['1']).toBeUndefined();
});

test('a value of a library that was not passed to lib() ends its call alone', async () => {
  const bare = await connect(domain.dial(), { identity: await trust(domain) });
  domain.onMessage = ({ fetch }, peer) => fetch && peer.send({ answer: { call: fetch.call, value: value(64, new Uint8Array()) } });
  await expect(bare.request('00000000000000a1:9').value()).rejects.toMatchObject({
    code: 'UNSUPPORTED',
    message: expect.stringContaining('tiny'),
  });
  await expect(bare.close()).resolves.toBeUndefined();
});

test.for([
  ['no JSON', '{'],
  ['no list', '{"length":1}'],
  ['a dataset without a name', '[{"description":"x"}]'],
  [
    'a dataset with strange rows',
    JSON.stringify([
      { name: 'a', description: '', columns: [], subject: 'row', rows: { shown: 'all' }, mockRows: 1, until: null, purpose: '' },
    ]),
  ],
] as const)('a catalogue that is %s is refused', async ([, json]) => {
  domain.onMessage = ({ call }, peer) => call && peer.send({ reply: { call: call.call, json: new TextEncoder().encode(json) } });
  await expect(location.datasets()).rejects.toMatchObject({ code: 'PROTOCOL' });
});

test('fields that a catalogue should not have are dropped', async () => {
  const dataset = {
    name: 'a',
    description: '',
    columns: [{ name: 'x', type: 'float64', mayBeMissing: false, evil: 1 }],
    subject: 'row',
    rows: { shown: 'hidden', count: null },
    mockRows: 1,
    until: null,
    purpose: '',
  };
  const json = `[${JSON.stringify(dataset).slice(0, -1)},"__proto__":{"polluted":true}}]`;
  domain.onMessage = ({ call }, peer) => call && peer.send({ reply: { call: call.call, json: new TextEncoder().encode(json) } });
  const [info] = await location.datasets();
  expect(info?.columns).toEqual([{ name: 'x', type: 'float64', mayBeMissing: false }]);
  expect((info as unknown as { polluted?: boolean }).polluted).toBeUndefined();
});

test('the reason with which a domain hangs up is the session’s end', async () => {
  const waiting = location.datasets();
  await until(() => domain.peer.frames.length === 1);
  domain.peer.send({ reply: { call: 0, code: 'LIMIT', message: 'cannot take frame: too many' } });
  await expect(waiting).rejects.toMatchObject({ code: 'LIMIT' });
  await expect(location.closed).resolves.toMatchObject({ code: 'LIMIT' });
});

test('limits of a domain that are no numbers are refused', async () => {
  domain.manners = { limits: { frameBytes: 'many' as never } };
  await expect(connect(domain.dial(), { identity: await trust(domain) })).rejects.toMatchObject({ code: 'PROTOCOL' });
});
