import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromHex } from '@syft-libs/ast';
import { Domain, tableOf } from '@syft-libs/domain';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMemoryIdentity, RawPeer } from '../../src/index.ts';
import { call, codeOf, libraries, openClinic, peerOf } from './clinic.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'syft-sessions-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const LARGEST_ID = 0xffff_ffff;

test('two sessions that use each other’s objects at once do not wait for each other', { timeout: 10_000 }, async () => {
  await using clinic = await openClinic();
  const [one, other] = [await peerOf(clinic, 'ada'), await peerOf(clinic, 'ada')];
  const [a, b] = [one.select('patients', ['x']), other.select('patients', ['x'])];
  await Promise.all([one.settle(), other.settle()]);
  const mine = call(one, 'lab.total', one.pointer(b, other.prefix));
  call(other, 'lab.total', other.pointer(a, one.prefix));
  const id = `${one.prefix}:${one.nextId()}`;
  expect((await one.ask('request', { id, object: `${one.prefix}:${mine}`, reason: 'both' })).code).toBe('');
  expect(await clinic.domain.review(id)).toMatchObject({ failure: null, elements: 1 });
  await clinic.domain.deny(id);
});

test('a domain that starts again restores sessions that use each other’s objects', { timeout: 20_000 }, async () => {
  const {
    key,
    peer: one,
    id,
  } = await enrolAtFolder(async (first, again) => {
    const second = await again();
    const a = first.select('patients', ['x']);
    await first.settle();
    const b = call(second, 'lab.same', second.pointer(a, first.prefix));
    await second.settle();
    return askFor(first, call(first, 'lab.total', first.pointer(b, second.prefix)));
  });
  await using domain = await Domain.open({ dataDir, libraries, vm: 'in-thread' });
  const again = await RawPeer.connect(domain.connectInProcess(), { key, resume: one.prefix, libraries });
  expect(again.prefix).toBe(one.prefix);
  expect(await domain.review(id)).toMatchObject({ failure: null, elements: 1 });
});

test('one legal id far above the others costs no more than any, before a restart and after', { timeout: 10_000 }, async () => {
  const { key, peer, id } = await enrolAtFolder(async (first) => {
    const entry = first.declare('js.Math.sqrt', '(x: number) => number');
    const asked = askFor(first, first.select('patients', ['x']));
    await asked;
    first.sequenced({ action: { id: LARGEST_ID, entry, operands: [first.encode(4)] } });
    await first.settle();
    return asked;
  });
  await using domain = await Domain.open({ dataDir, libraries, vm: 'in-thread' });
  const again = await RawPeer.connect(domain.connectInProcess(), { key, resume: peer.prefix, libraries });
  expect(again.decode(await again.get(LARGEST_ID))).toBe(2);
  expect(domain.requests().map((request) => request.id)).toEqual([id]);
});

test('messages that broke the protocol do not keep a session from being restored', { timeout: 10_000 }, async () => {
  for (const spoil of ['declare twice', 'delete malformed'] as const) {
    const { key, peer } = await enrolAtFolder(async (first) => {
      first.select('patients', ['x']);
      const entry = first.declare('js.Math.sqrt', '(x: number) => number');
      if (spoil === 'declare twice') first.sequenced({ declare: { entry, path: 'js.Math.sqrt', signature: '(x: number) => number' } });
      else first.sequenced({ delete: { objects: [Uint8Array.of(0xff)] } });
      await first.settle().catch(() => {});
      return '';
    });
    const domain = await Domain.open({ dataDir, libraries, vm: 'in-thread' });
    const again = await RawPeer.connect(domain.connectInProcess(), { key, resume: peer.prefix, libraries });
    expect(again.prefix).toBe(peer.prefix);
    expect((await again.ask('describe', { object: `${peer.prefix}:1` })).code).toBe('');
    await domain.close();
    await rm(dataDir, { recursive: true, force: true });
  }
});

test('a call’s number that still waits for its answer is not taken again', async () => {
  await using clinic = await openClinic();
  const ada = await peerOf(clinic, 'ada');
  const id = await askFor(ada, ada.select('patients', ['x']));
  const number = ada.nextCall();
  ada.send({ fetch: { call: number, request: id } });
  ada.send({ fetch: { call: number, request: id } });
  expect((await ada.answerTo(0)).code).toBe('PROTOCOL');
});

test('a person who is removed is out at once: no open connection, no handshake under way, no value', async () => {
  await using clinic = await openClinic();
  const ada = await peerOf(clinic, 'ada');
  const id = await askFor(ada, ada.select('patients', ['x']));
  await clinic.domain.approve(id);
  const removed = clinic.domain.removePerson('ada');
  // Its key is gone before anything is waited for.
  const late = peerOf(clinic, 'ada');
  await expect(late).rejects.toMatchObject({ code: 'NOT_AUTHENTICATED' });
  await removed;
  expect(clinic.domain.grants().filter(({ dataset }) => dataset === 'patients')).toEqual([]);
});

test('thousands of selections and a call that unites them do not block the domain', { timeout: 20_000 }, async () => {
  await using clinic = await openClinic();
  const ada = await peerOf(clinic, 'ada');
  const columns = Array.from({ length: 2_000 }, (_, index) =>
    ada.pointer(ada.select('patients', index % 2 === 0 ? ['x', 'y'] : ['y', 'x'])),
  );
  const joined = call(ada, 'lab.join', columns.slice(0, 1_000));
  expect(await codeOf(ada, joined)).toBeUndefined();
  expect((await ada.ask('describe', { object: `${ada.prefix}:${joined}` })).code).toBe('');
});

/** Runs a session against a domain on the folder, and closes both: what is left is what was durable. */
async function enrolAtFolder(
  run: (first: RawPeer, again: () => Promise<RawPeer>) => Promise<string>,
): Promise<{ readonly key: Awaited<ReturnType<typeof createMemoryIdentity>>['key']; readonly peer: RawPeer; readonly id: string }> {
  const domain = await Domain.open({ dataDir, libraries, vm: 'in-thread' });
  await domain.addDataset('patients', tableOf({ x: Float64Array.of(1, 2, 3) }));
  const { person, invitation } = await domain.invite({ name: 'ada' });
  await domain.grant({ to: person, dataset: 'patients' });
  const { key, domains } = await createMemoryIdentity(invitation);
  const pinned = domains[0]?.invitation as { readonly id: string; readonly secret: string };
  const peer = await RawPeer.connect(domain.connectInProcess(), {
    key,
    invitation: { id: pinned.id, secret: fromHex(pinned.secret) },
    libraries,
  });
  const id = await run(peer, () => RawPeer.connect(domain.connectInProcess(), { key, libraries }));
  await domain.close();
  return { key, peer, id };
}

/** Asks for the release of an object; returns the request's id. */
async function askFor(peer: RawPeer, counter: number): Promise<string> {
  const id = `${peer.prefix}:${peer.nextId()}`;
  expect((await peer.ask('request', { id, object: `${peer.prefix}:${counter}`, reason: 'study' })).code).toBe('');
  return id;
}
