import { CALL_ROLES, encodeClientFrame, MESSAGE_ROLES } from '@syft-libs/ast';
import { expect, test } from 'vitest';
import { createMemoryIdentity, dialWebSocket, RawLink, RawPeer, replayMessages } from '../../src/index.ts';
import { libraries, openClinic, peerOf } from './clinic.ts';

const OWNERS = Object.entries(CALL_ROLES).flatMap(([op, roles]) => ((roles as readonly string[]).includes('scientist') ? [] : [op]));

test('every operation of the owner is refused to a scientist, in the words for one that does not exist', async () => {
  await using clinic = await openClinic();
  const ada = await peerOf(clinic, 'ada');
  const { code, message } = await ada.ask('owner.noSuchThing');
  expect(code).toBe('NOT_PERMITTED');
  for (const op of OWNERS) {
    for (const args of [{}, { id: `${ada.prefix}:1`, approve: true, name: 'x', person: 'ada', to: 'ada', dataset: 'ward' }]) {
      expect(await ada.ask(op, args), op).toMatchObject({ code, message, json: undefined });
    }
  }
  expect(OWNERS.length).toBeGreaterThan(10);
  expect(clinic.domain.grants().length).toBe(2);
});

test('each kind of message has its roles, and a message of no known kind ends the connection', async () => {
  expect(Object.values(MESSAGE_ROLES).every((roles) => roles.length > 0)).toBe(true);
  await using clinic = await openClinic();
  for (const bytes of [Uint8Array.of(0x12, 0x03, 0x5a, 0x01, 0x00), Uint8Array.of(0x12, 0x00)]) {
    const ada = await peerOf(clinic, 'ada');
    expect(await replayMessages(ada, [bytes])).toMatchObject({ codes: ['PROTOCOL'], closed: true });
  }
});

test('a numbered message outside of a numbered frame, and the other way round, ends the connection', async () => {
  await using clinic = await openClinic();
  for (const frame of [
    { messages: [{ declare: { entry: 1, path: 'lab.total', signature: '' } }] },
    { seq: 1, messages: [{ call: { call: 1, op: 'datasets' } }] },
    { seq: 7, messages: [{ delete: { objects: [] } }] },
  ]) {
    const ada = await peerOf(clinic, 'ada');
    expect(await replayMessages(ada, [encodeClientFrame(frame)])).toMatchObject({ codes: ['PROTOCOL'], closed: true });
  }
});

test('a page of another origin cannot connect: only those that were named, or of this machine when none was; programs send none', async () => {
  await using clinic = await openClinic();
  const [named, local] = [await clinic.domain.listen({ origins: ['https://lab.example'] }), await clinic.domain.listen()];
  const dial = (url: string, origin?: string): Promise<unknown> =>
    dialWebSocket(url, origin === undefined ? {} : { origin }).then(
      (transport) => {
        transport.close();
        return 'open';
      },
      () => 'refused',
    );
  const foreign = ['https://evil.example', 'null', 'http://127.0.0.1.evil.example', 'http://localhost.evil.example', 'file://', ''];
  for (const origin of foreign) for (const { url } of [named, local]) expect(await dial(url, origin), origin).toBe('refused');
  for (const origin of ['https://lab.example.evil.example', 'https://lab.example:8443', 'http://lab.example', 'http://localhost:3000']) {
    expect(await dial(named.url, origin), origin).toBe('refused');
  }
  expect(await dial(named.url, 'https://lab.example')).toBe('open');
  for (const origin of ['http://localhost:3000', 'http://127.0.0.1', 'http://[::1]:8080'])
    expect(await dial(local.url, origin), origin).toBe('open');
  for (const { url } of [named, local]) expect(await dial(url)).toBe('open');
});

test('there is no token to steal: a connection is its own key, and taking up a session takes its person', async () => {
  await using clinic = await openClinic();
  const listener = await clinic.domain.listen();
  const ada = await RawPeer.connect(await dialWebSocket(listener.url), { key: clinic.identities.ada.key, libraries });
  const { id } = await ada.put(5);
  const bob = await RawPeer.connect(await dialWebSocket(listener.url), { key: clinic.identities.bob.key, libraries, resume: ada.prefix });
  expect(bob.prefix).not.toBe(ada.prefix);
  expect((await bob.get(id, ada.prefix)).code).toBe('NOT_FOUND');
  expect(ada.link.isClosed).toBe(false);
  const again = await RawPeer.connect(await dialWebSocket(listener.url), { key: clinic.identities.ada.key, libraries, resume: ada.prefix });
  expect(again.prefix).toBe(ada.prefix);
  expect(again.decode(await again.get(id))).toBe(5);
  const stranger = await createMemoryIdentity();
  await expect(RawPeer.connect(await dialWebSocket(listener.url), { key: stranger.key })).rejects.toMatchObject({
    code: 'NOT_AUTHENTICATED',
  });
  for (const peer of [ada, bob, again]) peer.close();
});

test('who has not proven a key yet is told nothing, whatever they send', async () => {
  await using clinic = await openClinic();
  for (const bytes of [
    encodeClientFrame({ messages: [{ call: { call: 1, op: 'datasets' } }] }),
    new Uint8Array(0),
    Uint8Array.of(0, 0, 0, 0),
    new Uint8Array(70_000),
  ]) {
    const link = new RawLink(clinic.dial());
    link.send(bytes);
    await link.closed;
    const told = Buffer.concat(link.received).toString('latin1');
    expect(told).toMatch(/PROTOCOL|NOT_AUTHENTICATED|LIMIT/);
    expect(told).not.toContain('patients');
  }
});
