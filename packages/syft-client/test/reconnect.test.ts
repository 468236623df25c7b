import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect, type Location } from '../src/index.ts';
import { ScriptedDomain, trust, until } from './scripted-domain.ts';
import { type TinyRemote, tiny } from './tiny-library.ts';

const SOON = { delay: 5, maxDelay: 20, giveUpAfter: 300 };

let domain: ScriptedDomain;
let location: Location;
let lib: TinyRemote;

beforeEach(async () => {
  domain = await ScriptedDomain.create();
  const url = await domain.listen();
  location = await connect(url, { identity: await trust(domain), reconnect: SOON });
  lib = location.lib(tiny);
});
afterEach(() => domain.stop());

const turn = () => new Promise((resolve) => setTimeout(resolve, 10));

/** Sends a frame with one action and waits until it has arrived. */
async function act(): Promise<void> {
  const { length } = domain.peer.frames;
  lib.range(1);
  await until(() => domain.peer.frames.length > length);
}

/** Cuts the connection and waits for the next handshake. */
async function cut(state: { readonly accepted: number; readonly durable: number }): Promise<void> {
  Object.assign(domain, state);
  const { length } = domain.peers;
  domain.peer.transport.close();
  await until(() => domain.peers.length > length && domain.peer.proof !== undefined);
}

test('what is not durable is sent again after a reconnect: the same bytes, in order', async () => {
  domain.acknowledges = false;
  for (let index = 0; index < 4; index++) await act();
  domain.peer.send({ ack: { accepted: 4, durable: 1 } });
  await turn();
  const first = domain.peer;
  await cut({ accepted: 3, durable: 2 });
  await until(() => domain.peer.frames.length === 2);
  expect(domain.peer.hello?.resume).toHaveLength(8);
  expect(domain.peer.frames.map(({ seq }) => seq)).toEqual([3, 4]);
  expect(domain.peer.frames.map(({ bytes }) => bytes)).toEqual(first.frames.slice(2).map(({ bytes }) => bytes));
  await act();
  expect(domain.peer.frames.at(-1)?.seq).toBe(5);
  expect(domain.peer.messages.some(({ declare }) => declare)).toBe(false);
});

test('calls that were not answered are asked again under the same number, in their place', async () => {
  domain.acknowledges = false;
  const value = lib.mean([1]).get();
  await until(() => domain.peer.frames.length === 2);
  await act();
  const { call } = domain.peer.messages.find(({ get }) => get)!.get!;
  await cut({ accepted: 0, durable: 0 });
  await until(() => domain.peer.frames.length === 3);
  expect(domain.peer.frames.map(({ seq }) => seq)).toEqual([1, 0, 2]);
  expect(domain.peer.frames[1]?.messages[0]?.get?.call).toBe(call);
  domain.peer.send(domain.answer(call, 7));
  expect(await value).toBe(7);
});

test('actions made while there is no connection leave when there is one again', async () => {
  const { length } = domain.peers;
  domain.peer.transport.close();
  const value = lib.mean([1, 2]).get();
  domain.onMessage = ({ get }, peer) => peer.send(domain.answer(get!.call, 1.5));
  expect(await value).toBe(1.5);
  expect(domain.peers).toHaveLength(length + 1);
  expect(location.stats.reconnects).toBe(1);
});

test('when the domain has forgotten the session, its calls are CLOSED and its pointers NOT_FOUND; new ones work', async () => {
  const old = lib.range(3);
  const waiting = location.datasets();
  await until(() => domain.peer.frames.length === 2);
  domain.prefix = '00000000000000b2';
  await Promise.all([cut({ accepted: 0, durable: 0 }), expect(waiting).rejects.toMatchObject({ code: 'CLOSED' })]);
  await expect(old.get()).rejects.toMatchObject({ code: 'NOT_FOUND', message: expect.stringContaining('session lost') });
  expect(() => old.sum()).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  expect(String(lib.range(3))).toBe('[pointer tiny.Vec 00000000000000b2:1]');
  await until(() => domain.peer.frames.length === 1);
  expect(domain.peer.frames[0]).toMatchObject({ seq: 1 });
  expect(domain.peer.messages.map(({ body }) => body)).toEqual(['declare', 'action']);
});

test('close waits until everything is durable, over a reconnect too', async () => {
  domain.acknowledges = false;
  let isClosed = false;
  lib.range(1);
  const closing = location.close().then(() => {
    isClosed = true;
  });
  await until(() => domain.peer.frames.length === 1);
  await turn();
  expect(isClosed).toBe(false);
  await cut({ accepted: 1, durable: 0 });
  await until(() => domain.peer.frames.length === 1);
  domain.peer.send({ ack: { accepted: 1, durable: 1 } });
  await closing;
  await until(() => domain.peer.isClosed);
});

test('a domain that stays away ends the session, and says so to whoever waits', async () => {
  const waiting = location.datasets();
  await until(() => domain.peer.frames.length === 1);
  await Promise.all([domain.stop(), expect(waiting).rejects.toMatchObject({ code: 'CLOSED' })]);
  await expect(location.closed).resolves.toMatchObject({ code: 'CLOSED' });
  expect(() => lib.range(1)).toThrow(expect.objectContaining({ code: 'CLOSED' }));
});

test('a refusal at the reconnect is final', async () => {
  domain.manners = { refusal: { code: 'NOT_AUTHENTICATED', message: 'cannot admit: removed' } };
  domain.peer.transport.close();
  await expect(location.closed).resolves.toMatchObject({ code: 'NOT_AUTHENTICATED' });
});

test('another domain at the same address is not spoken to', async () => {
  const other = await ScriptedDomain.create();
  const domains = [domain, other].map(({ publicKey }) => ({ key: publicKey, name: 'clinic', urls: [] }));
  // Pins both and remembers no address, so that only the session itself can tell them apart.
  const identity = { ...(await trust(domain)), domains, save: async () => undefined };
  const dialled = [domain, other];
  const moved = await connect('ws://clinic.example', { identity, reconnect: SOON, transport: () => dialled.shift()!.dial() });
  domain.peer.transport.close();
  await expect(moved.closed).resolves.toMatchObject({ code: 'UNKNOWN_DOMAIN' });
  expect(other.peer.proof).toBeUndefined();
});

test('without reconnect, the end of the connection is the end of the session', async () => {
  const once = await connect(domain.dial(), { identity: await trust(domain) });
  domain.peer.transport.close();
  await expect(once.closed).resolves.toMatchObject({ code: 'CLOSED' });
});
