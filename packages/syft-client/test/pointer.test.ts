import { inspect } from 'node:util';
import { isPointer } from '@syft-libs/ast';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect, type Location } from '../src/index.ts';
import { ScriptedDomain, trust, until } from './scripted-domain.ts';
import { loads, type TinyRemote, tiny, Vec, type VecPointer } from './tiny-library.ts';

let domain: ScriptedDomain;
let location: Location;
let lib: TinyRemote;

beforeEach(async () => {
  domain = await ScriptedDomain.create();
  location = await connect(domain.dial(), { identity: await trust(domain) });
  lib = location.lib(tiny);
});
afterEach(() => domain.stop());

/** The domain answers each Get with a value. */
function answerGets(value: unknown): void {
  domain.onMessage = ({ get }, peer) => {
    if (get) peer.send(domain.answer(get.call, value));
  };
}

test('get brings a value over, in the library’s own type only when that is asked for', async () => {
  answerGets({ type: 'tiny.Vec', dtype: 'float64', shape: [3], data: Float64Array.of(1, -0, Number.NaN) });
  const vector = lib.range(3);
  const before = loads.count;
  expect(await vector.get({ as: 'plain' })).toMatchObject({ type: 'tiny.Vec', data: Float64Array.of(1, -0, Number.NaN) });
  expect(loads.count).toBe(before);
  expect(await vector.get()).toEqual(new Vec([1, -0, Number.NaN]));
  expect(loads.count).toBe(before + 1);
});

test('values inside lists and records come to life too', async () => {
  const plain = { type: 'tiny.Vec', dtype: 'float64', shape: [1], data: Float64Array.of(4) };
  answerGets({ list: [plain, 1], map: new Map([['key', plain]]) });
  expect(await lib.range(3).get()).toEqual({ list: [new Vec([4]), 1], map: new Map([['key', new Vec([4])]]) });
});

test('a pointer is not thenable: awaiting it gives the pointer', async () => {
  const pointer = lib.range(3);
  expect(await pointer).toBe(pointer);
  expect('then' in pointer).toBe(false);
});

test('printing a pointer shows its type and id, and asks the domain nothing', async () => {
  const pointer = lib.range(3);
  const text = '[pointer tiny.Vec 00000000000000a1:1]';
  expect([String(pointer), `${pointer}`, inspect(pointer), JSON.stringify({ pointer })]).toEqual([
    text,
    text,
    text,
    `{"pointer":"${text}"}`,
  ]);
  await location.close();
  expect(domain.peer.messages.some(({ get }) => get)).toBe(false);
});

test.for([
  ['addition', (pointer: never) => pointer + 1],
  ['addition to a text', (pointer: never) => ['text'].reduce((left, right) => left + right, pointer)],
  ['comparison with <', (pointer: never) => pointer < 1],
  ['a callback', (pointer: never) => [pointer].map(Math.abs)],
  ['Number()', (pointer: never) => Number(pointer)],
  ['Math.max', (pointer: never) => Math.max(pointer, 1)],
] as const)('%s of a pointer throws instead of giving a number', ([, use]) => {
  expect(() => use(lib.mean([1]) as never)).toThrow(expect.objectContaining({ code: 'BAD_ARGUMENT' }));
});

test('members that a type has not are absent, inherited ones too', () => {
  const pointer = lib.range(3) as unknown as Record<string, unknown>;
  for (const name of ['then', 'constructor', 'hasOwnProperty', '__proto__', 'mean', 'length', 'preview', 'as'])
    expect(pointer[name], name).toBeUndefined();
  expect(isPointer(pointer)).toBe(true);
  expect({ ...pointer }).toEqual({});
});

test('a member that was taken off its pointer says so', () => {
  const { sum } = lib.range(3);
  expect(() => sum()).toThrow(expect.objectContaining({ code: 'BAD_ARGUMENT' }));
});

test('a union has the members that its types share, and as() names one of them', async () => {
  const union = lib.pick([1]);
  expect('add' in union).toBe(false);
  const number = union.as('number');
  expect(String(number)).toBe('[pointer number 00000000000000a1:1]');
  number.add(1);
  expect(() => union.as('boolean' as never)).toThrow(expect.objectContaining({ code: 'BAD_ARGUMENT' }));
  await location.close();
  expect(domain.peer.messages.map(({ action }) => action?.id).filter(Boolean)).toEqual([1, 2]);
});

test('a fault shows when somebody asks, and not before', async () => {
  const pointer = lib.mean([1]);
  await until(() => domain.peer.frames.length === 1);
  domain.peer.send({ fault: { id: 1, code: 'LIBRARY_FAILED', message: 'cannot compute value: the call failed' } });
  await new Promise((resolve) => setTimeout(resolve, 20));
  await expect(pointer.get()).rejects.toMatchObject({ code: 'LIBRARY_FAILED' });
  await expect(pointer.request({ reason: 'why not' })).rejects.toMatchObject({ code: 'LIBRARY_FAILED' });
  expect(domain.peer.messages.some(({ get, call }) => get ?? call)).toBe(false);
});

test('NOT_READABLE comes from the domain as the code of that one call', async () => {
  domain.onMessage = ({ get }, peer) => {
    if (get)
      peer.send({ reply: { call: get.call, code: 'NOT_READABLE', message: 'cannot give value: ask for its release with request()' } });
  };
  await expect(lib.mean(location.dataset('d').complete('a').a).get()).rejects.toMatchObject({ code: 'NOT_READABLE' });
  await expect(location.close()).resolves.toBeUndefined();
});

test('delete resolves when it is durable, and using deletes', async () => {
  domain.acknowledges = false;
  let isDone = false;
  const deletion = lib
    .range(3)
    .delete()
    .then(() => {
      isDone = true;
    });
  await until(() => domain.peer.frames.length === 1);
  domain.peer.send({ ack: { accepted: 1, durable: 0 } });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isDone).toBe(false);
  domain.peer.send({ ack: { accepted: 1, durable: 1 } });
  await deletion;
  {
    using _scoped: VecPointer = lib.range(3);
  }
  await until(() => domain.peer.messages.filter((message) => message.delete).length === 2);
});

test('request takes the next id, asks with its reason, and value waits for the release', async () => {
  const info = { object: '00000000000000a1:1', type: 'number', reason: 'why', state: 'pending', created: 1, expires: null, usesLeft: null };
  domain.onMessage = ({ call, fetch }, peer) => {
    const { id } = call ? (JSON.parse(Buffer.from(call.json).toString()) as { id: string }) : { id: '' };
    if (call) peer.send({ reply: { call: call.call, json: Buffer.from(JSON.stringify({ ...info, id })) } });
    if (fetch) peer.send(domain.answer(fetch.call, 42));
  };
  const request = await lib.mean([1]).request({ reason: 'why' });
  expect(request.id).toBe('00000000000000a1:2');
  expect(domain.peer.frames.map(({ seq }) => seq)).toEqual([1, 0]);
  expect(await request.value()).toBe(42);
  expect(await location.request<number>(request.id).value()).toBe(42);
  expect(await request.status()).toEqual({ ...info, id: request.id });
  expect(() => location.request('nonsense')).toThrow(expect.objectContaining({ code: 'BAD_ARGUMENT' }));
});

test('a value that is waited for is given up with the signal’s reason, and the domain is told', async () => {
  const waiting = location.request('00000000000000a1:9').value({ signal: AbortSignal.timeout(20) });
  await expect(waiting).rejects.toMatchObject({ name: 'TimeoutError' });
  await until(() => domain.peer.messages.some(({ stop }) => stop));
  const { fetch } = domain.peer.messages.find((message) => message.fetch) ?? {};
  domain.peer.send(domain.answer(fetch!.call, 1));
  await expect(location.close()).resolves.toBeUndefined();
});
