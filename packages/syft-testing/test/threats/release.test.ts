import { createPrivateKey, createPublicKey } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messages, type SigningKey, sign, toHex } from '@syft-libs/ast';
import { connect } from '@syft-libs/client';
import { Domain, tableOf } from '@syft-libs/domain';
import { afterAll, expect, test } from 'vitest';
import { createMemoryIdentity, dialWebSocket, type PeerAnswer, RawPeer } from '../../src/index.ts';
import { CANARY, call, libraries, openClinic, peerOf } from './clinic.ts';

const folder = await mkdtemp(join(tmpdir(), 'syft-release-'));
const domain = await Domain.open({ dataDir: folder, libraries, vm: 'in-thread' });
await domain.addDataset('patients', tableOf({ x: Float64Array.of(CANARY, 1, 2) }));
const { person, invitation } = await domain.invite({ name: 'ada' });
await domain.grant({ to: person, dataset: 'patients' });
const identity = await createMemoryIdentity(invitation);
await (await connect(domain.connectInProcess(), { identity })).close();
const ada = await RawPeer.connect(domain.connectInProcess(), { key: identity.key, libraries });
const owner = await RawPeer.connect(domain.connectInProcess(), { key: await readKey(join(folder, 'owner.key')) });
afterAll(async () => {
  await domain.close();
  await rm(folder, { recursive: true });
});

async function readKey(file: string): Promise<SigningKey> {
  const key = createPrivateKey(await readFile(file, 'utf8'));
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  const pkcs8 = Uint8Array.from(key.export({ format: 'der', type: 'pkcs8' }));
  return {
    publicKey: Uint8Array.from(Buffer.from(x as string, 'base64url')),
    privateKey: await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']),
  };
}

/** Ada asks for the total of the patients; returns the request's id. */
async function request(peer: RawPeer = ada): Promise<{ readonly id: string; readonly object: number }> {
  const object = call(peer, 'lab.total', peer.pointer(peer.select('patients', ['x'])));
  const id = `${peer.prefix}:${peer.nextId()}`;
  expect((await peer.ask('request', { id, object: `${peer.prefix}:${object}`, reason: 'study' })).code).toBe('');
  return { id, object };
}

async function fetch(id: string, peer: RawPeer = ada): Promise<PeerAnswer> {
  const number = peer.nextCall();
  peer.send({ fetch: { call: number, request: id } });
  return peer.answerTo(number);
}

async function stateOf(id: string): Promise<unknown> {
  return ((await ada.ask('status', { id })).json as { state: string }).state;
}

async function recordFor(id: string, args: object = { approve: true }): Promise<Uint8Array> {
  const { json } = await owner.ask('owner.decisionRecord', { id, ...args });
  return Uint8Array.from(Buffer.from((json as { record: string }).record, 'hex'));
}

test('an approval that the owner did not sign, signed for something else, or altered, releases nothing', async () => {
  const { id } = await request();
  const other = await request();
  const ownerKey = await readKey(join(folder, 'owner.key'));
  const record = await recordFor(id);
  const signature = await sign(ownerKey, 'decision', record);
  const word = messages.DecisionRecord.decode(record);
  const decide = (bytes: Uint8Array, signed: Uint8Array, of = id): Promise<PeerAnswer> =>
    owner.ask('owner.decide', { id: of }, { record: bytes, signature: signed });
  const resign = async (fields: Partial<messages.DecisionRecord.$Properties>): Promise<PeerAnswer> => {
    const bytes = messages.DecisionRecord.encode({ ...word, ...fields }).finish();
    return decide(bytes, await sign(ownerKey, 'decision', bytes));
  };
  expect((await decide(record, await sign(identity.key, 'decision', record))).code).toBe('NOT_AUTHENTICATED');
  expect((await decide(record, await sign(ownerKey, 'grant', record))).code).toBe('NOT_AUTHENTICATED');
  expect((await decide(record, new Uint8Array(64))).code).toBe('NOT_AUTHENTICATED');
  expect(
    (
      await decide(
        record.map((byte, index) => (index === 20 ? byte ^ 1 : byte)),
        signature,
      )
    ).code,
  ).toBe('NOT_AUTHENTICATED');
  expect((await decide(record, signature, other.id)).code).toBe('BAD_ARGUMENT');
  for (const fields of [
    { binding: new Uint8Array(32) },
    { person: 'p-0000000000000000' },
    { object: `${ada.prefix}:1` },
    { domain: toHex(new Uint8Array(32)) },
    { request: other.id },
  ]) {
    expect((await resign(fields)).code).toBe('BAD_ARGUMENT');
  }
  expect(await stateOf(id)).toBe('pending');
  expect((await ada.ask('owner.decide', { id }, { record, signature })).code).toBe('NOT_PERMITTED');
  expect((await decide(record, signature)).code).toBe('');
  expect((await decide(record, signature)).code).toBe('EXISTS');
  expect(ada.decode(await fetch(id))).toBe(CANARY + 3);
});

test.each([
  ['a text', 'true'],
  ['a number', 1],
  ['an object', {}],
  ['nothing', undefined],
  ['a list', [true]],
])('only true approves: %s denies, and a denial says nothing more', async (_, approve) => {
  const { id } = await request();
  const record = await recordFor(id, { approve });
  await owner.ask('owner.decide', { id }, { record, signature: await sign(await readKey(join(folder, 'owner.key')), 'decision', record) });
  expect(await stateOf(id)).toBe('denied');
  expect(await fetch(id)).toMatchObject({ code: 'DENIED', value: undefined });
});

test('what is released are the bytes that were approved, though the object is gone by then', async () => {
  const { id, object } = await request();
  await domain.review(id);
  ada.sequenced({ delete: { objects: [ada.reference(object)] } });
  await domain.approve(id);
  expect(ada.decode(await fetch(id))).toBe(CANARY + 3);
});

test('bytes that were altered on disk after the approval are not released, and no use is taken', async () => {
  const { id } = await request();
  await domain.approve(id, { uses: 1 });
  const name = `request-${id.replace(':', '-')}`;
  const files = await readdir(folder, { recursive: true });
  const file = join(folder, files.find((path) => path.endsWith(name)) as string);
  const bytes = await readFile(file);
  await writeFile(file, bytes.with(-1, (bytes.at(-1) as number) ^ 1));
  expect(await fetch(id)).toMatchObject({ code: 'CORRUPT', value: undefined });
  await writeFile(file, bytes);
  expect(ada.decode(await fetch(id))).toBe(CANARY + 3);
  expect((await fetch(id)).code).toBe('USED_UP');
});

test('an approval for one use gives one value, however many ask at once', async () => {
  const { id } = await request();
  await domain.approve(id, { uses: 1 });
  const peers = await Promise.all(
    Array.from({ length: 8 }, () => RawPeer.connect(domain.connectInProcess(), { key: identity.key, libraries })),
  );
  const answers = await Promise.all([ada, ...peers].flatMap((peer) => [fetch(id, peer), fetch(id, peer)]));
  expect(answers.filter(({ value }) => value !== undefined).length).toBe(1);
  expect(answers.filter(({ code }) => code === 'USED_UP').length).toBe(answers.length - 1);
  expect((await domain.audit()).filter(({ kind, detail }) => kind === 'release' && detail['id'] === id).length).toBe(1);
});

test('an approval ends by the clock of the domain', async () => {
  await using clinic = await openClinic({ seed: 4 });
  const peer = await peerOf(clinic, 'ada');
  const { id } = await request(peer);
  await clinic.domain.approve(id, { expires: (clinic.environment?.now() ?? 0) + 1_000 });
  expect((await fetch(id, peer)).code).toBe('');
  clinic.environment?.advance(1_000);
  expect((await fetch(id, peer)).code).toBe('EXPIRED');
});

test("an owner's key acts from this machine alone", async () => {
  const listener = await domain.listen();
  const key = await readKey(join(folder, 'owner.key'));
  await expect(RawPeer.connect(await dialWebSocket(listener.url), { key })).rejects.toMatchObject({ code: 'NOT_AUTHENTICATED' });
});
