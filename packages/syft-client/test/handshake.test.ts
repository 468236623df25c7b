import { createServer } from 'node:net';
import { createSigningKey, encodeDomainFrame, toHex } from '@syft-libs/ast';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect, pinInvitation } from '../src/index.ts';
import { createIdentity, ScriptedDomain, trust } from './scripted-domain.ts';

let domain: ScriptedDomain;
let url: string;

beforeEach(async () => {
  domain = await ScriptedDomain.create();
  url = await domain.listen();
});
afterEach(() => domain.stop());

test('both sides prove their keys, and the client learns who it is there', async () => {
  const identity = await trust(domain);
  const location = await connect(url, { identity });
  expect(location).toMatchObject({ person: 'ada', roles: ['scientist'], domain: domain.publicKey });
  expect(domain.peer.hello?.origin).toBe(url);
  expect(toHex(domain.peer.hello!.clientKey)).toBe(toHex(identity.key.publicKey));
  expect(domain.peer.hello?.libraries?.map(({ root }) => root)).toEqual(['js']);
  await location.close();
});

test('an invitation is handed in once, and the address is remembered with the key', async () => {
  const identity = await createIdentity(pinInvitation([], domain.invitation));
  await (await connect(url, { identity })).close();
  expect(domain.peer.proof?.invitation).toBe('00000000000000ff');
  expect(toHex(domain.peer.proof!.secret)).toBe('07'.repeat(32));
  expect(identity.domains).toEqual([{ key: domain.publicKey, name: 'clinic', urls: [url] }]);
  await (await connect(url, { identity })).close();
  expect(domain.peer.proof?.invitation).toBe('');
});

test('a domain whose key is not pinned is refused before anything is proven to it', async () => {
  await expect(connect(url, { identity: await createIdentity() })).rejects.toMatchObject({ code: 'UNKNOWN_DOMAIN' });
  expect(domain.peer.proof).toBeUndefined();
});

test('another pinned domain is refused at an address where one answered before', async () => {
  const identity = await createIdentity([
    { key: toHex((await createSigningKey(true)).publicKey), name: 'the real one', urls: [url] },
    { key: domain.publicKey, name: 'clinic', urls: [] },
  ]);
  await expect(connect(url, { identity })).rejects.toMatchObject({ code: 'UNKNOWN_DOMAIN' });
});

test('a signature by another key is refused', async () => {
  domain.manners = { wrongSignature: true };
  await expect(connect(url, { identity: await trust(domain) })).rejects.toMatchObject({ code: 'NOT_AUTHENTICATED' });
});

test('the reason of a refusal arrives, without control characters', async () => {
  domain.manners = { refusal: { code: 'NOT_AUTHENTICATED', message: 'cannot admit:\u001b[31m used' } };
  await expect(connect(url, { identity: await trust(domain) })).rejects.toMatchObject({
    code: 'NOT_AUTHENTICATED',
    message: 'cannot admit:[31m used',
  });
});

test.for([
  ['no message at all', Uint8Array.of(255, 255, 255)],
  ['a frame instead of a hello', encodeDomainFrame({ messages: [{ ack: { accepted: 1, durable: 1 } }] })],
  ['more than a frame may hold', new Uint8Array(1024 * 1024 + 1)],
] as const)('%s is no greeting', async ([, helloBytes]) => {
  domain.manners = { helloBytes };
  await expect(connect(url, { identity: await trust(domain) })).rejects.toSatisfy(({ code }) => code === 'PROTOCOL' || code === 'LIMIT');
});

test('a domain that says nothing is given up after the handshake timeout', async () => {
  domain.manners = { silent: true };
  await expect(connect(url, { identity: await trust(domain), limits: { handshakeTimeout: 50 } })).rejects.toMatchObject({
    code: 'TIMEOUT',
  });
});

test('connecting ends with the reason of its signal', async () => {
  domain.manners = { silent: true };
  const reason = new Error('changed my mind');
  await expect(connect(url, { identity: await trust(domain), signal: AbortSignal.timeout(50) })).rejects.toMatchObject({
    name: 'TimeoutError',
  });
  await expect(connect(url, { identity: await trust(domain), signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

test('an address where nothing listens is CLOSED', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  await expect(connect(`ws://127.0.0.1:${port}`, { identity: await trust(domain) })).rejects.toMatchObject({ code: 'CLOSED' });
});

test('only ws: and wss: addresses are dialled, and limits only narrow', async () => {
  const identity = await trust(domain);
  await expect(connect('http://127.0.0.1', { identity })).rejects.toMatchObject({ code: 'BAD_ARGUMENT' });
  await expect(connect(url, { identity, limits: { frameBytes: -1 } })).rejects.toMatchObject({ code: 'BAD_CONFIG' });
});

test('a MessagePort is as good as a socket', async () => {
  const { createMessagePortTransport } = await import('@syft-libs/ast');
  const { port1, port2 } = new MessageChannel();
  domain.serve(createMessagePortTransport(port1));
  const location = await connect(port2, { identity: await trust(domain) });
  expect(domain.peer.hello?.origin).toBe('message-port:');
  await location.close();
});
