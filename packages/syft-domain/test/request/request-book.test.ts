import { CodecRegistry, DEFAULT_LIMITS, encodeValue, type Limits, TagTable, toHex } from '@syft-libs/ast';
import { expect, test } from 'vitest';
import { signDecision } from '../../src/cli/sign-decision.ts';
import type { DomainCore } from '../../src/core.ts';
import { SYSTEM_ENVIRONMENT } from '../../src/environment.ts';
import { createKeys } from '../../src/identity/key-files.ts';
import { People } from '../../src/identity/people.ts';
import type { StoredObject } from '../../src/object/stored-object.ts';
import { RequestBook } from '../../src/request/request-book.ts';
import { reviewRequest } from '../../src/request/review-request.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import type { Store } from '../../src/store/store.ts';

const PREFIX = '00000000000000aa';
const serde = { registry: new CodecRegistry([]), tags: new TagTable([]) };

interface BookOptions {
  readonly store?: Store;
  readonly limits?: Partial<Limits>;
  readonly origin?: StoredObject['origin'];
  /** What computing the object's value does. */
  readonly encode?: () => Promise<unknown>;
}

/** A book of requests over a store, with one object to ask for, whose value is three numbers. */
async function openBook({ store = createMemoryStore(), limits = {}, origin, encode }: BookOptions = {}) {
  const people = await People.open(store, SYSTEM_ENVIRONMENT);
  const { person } = await people.invite({ name: 'ada' }, { key: new Uint8Array(32), name: 'test' });
  const object = { uid: `${PREFIX}:1`, prefix: PREFIX, counter: 1, bytes: 8, origin: origin ?? columnOrigin } as unknown as StoredObject;
  const value = async (): Promise<unknown> => encodeValue([1, 2, 3], serde);
  const session = { peek: () => object, encode: encode ?? value };
  const requests = new RequestBook();
  const core = {
    ...serde,
    limits: { ...DEFAULT_LIMITS, ...limits },
    environment: SYSTEM_ENVIRONMENT,
    keys: await createKeys(SYSTEM_ENVIRONMENT),
    store,
    people,
    requests,
    sessions: { restore: async () => session },
    log: () => {},
  } as unknown as DomainCore;
  await requests.open(core);
  let last = 1;
  const ask = async (): Promise<string> => {
    const id = `${PREFIX}:${++last}`;
    return (await requests.ask({ id, object, type: 'number[]', reason: 'study', person: person.id })).id;
  };
  return { requests, core, person, ask, store, people };
}

const columnOrigin: StoredObject['origin'] = { kind: 'column', dataset: 'd', columns: ['x'], column: 0, mock: false };

test('a request whose steps cannot be shown is bound and approved all the same, and says why they are missing', async () => {
  const origin = { kind: 'call', entry: { path: 'f' }, operands: [Uint8Array.of(255)], inputs: [] } as never;
  const { requests, core, person, ask } = await openBook({ origin });
  const id = await ask();
  expect(await reviewRequest(core, id)).toMatchObject({
    elements: 3,
    provenance: null,
    provenanceMissing: expect.stringContaining('PROTOCOL'),
  });
  await requests.decide(id, true);
  expect(await requests.release(id, person.id)).toMatchObject({ kind: 'value' });
});

test('a denial waits for no value, and an approval never goes without one', async () => {
  const { requests, person, ask } = await openBook({ encode: () => new Promise(() => {}) });
  const id = await ask();
  const record = await requests.decisionRecord(id, false);
  const approving = requests.decisionRecord(id, true);
  expect(await requests.decide(id, false)).toMatchObject({ prepared: null, decision: { approve: false } });
  await expect(requests.release(id, person.id)).rejects.toMatchObject({ code: 'DENIED' });
  await expect(requests.record(id, record, new Uint8Array(64))).rejects.toMatchObject({ code: 'NOT_AUTHENTICATED' });
  expect(await Promise.race([approving, Promise.resolve('waits')])).toBe('waits');
});

test('a request that cannot be prepared is shown without a binding, and is denied', async () => {
  const store = createMemoryStore();
  const { requests, core, ask } = await openBook({ store: { ...bound(store), putBlob: () => Promise.reject(new Error('disk')) } });
  const id = await ask();
  expect(await reviewRequest(core, id)).toMatchObject({ binding: '', failure: { code: 'INTERNAL' }, state: 'pending' });
  await expect(requests.decide(id, true)).rejects.toThrow();
  const review = { ...(await reviewRequest(core, id)), object: requests.get(id).object };
  const offered = await requests.decisionRecord(id, false);
  const call = (async (op: string, given: { readonly record: Uint8Array; readonly signature: Uint8Array }) =>
    op === 'owner.decide' ? requests.record(id, given.record, given.signature) : { record: toHex(offered) }) as never;
  const asked = { connection: { call }, owner: core.keys.owner, domainKey: core.keys.domain.publicKey };
  await expect(signDecision(asked, review, { approve: true })).rejects.toThrow('another binding, decision');
  await signDecision(asked, review, { approve: false });
  expect(await reviewRequest(core, id)).toMatchObject({ state: 'denied', binding: '' });
});

test('denying and cancelling remove the value, and what a kill left is swept', async () => {
  const { requests, person, ask, store, core } = await openBook();
  const [denied, cancelled, approved] = [await ask(), await ask(), await ask()];
  for (const id of [denied, cancelled, approved]) await requests.prepare(id);
  expect(await store.listBlobs()).toHaveLength(3);
  await requests.decide(denied, false);
  await requests.cancel(cancelled, person.id);
  await requests.decide(approved, true);
  const kept = [`request-${approved.replace(':', '-')}`];
  expect(await store.listBlobs()).toEqual(kept);
  await expect(requests.preview(denied)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  for (const id of [denied, cancelled, `${PREFIX}:99`]) await store.putBlob(`request-${id.replace(':', '-')}`, [Uint8Array.of(1)]);
  await store.putBlob('upload-1', [Uint8Array.of(1)]);
  const reopened = new RequestBook();
  await reopened.open(core);
  expect(await store.listBlobs()).toEqual([...kept, 'upload-1']);
  expect(await reopened.release(approved, person.id)).toMatchObject({ kind: 'value' });
});

test('a value that is done after its request was cancelled is not kept', async () => {
  let finish: (value: unknown) => void = () => {};
  const { requests, person, ask, store } = await openBook({ encode: () => new Promise((resolve) => (finish = resolve)) });
  const id = await ask();
  await new Promise(setImmediate);
  await requests.cancel(id, person.id);
  finish(encodeValue([1, 2, 3], serde));
  await requests.prepare(id);
  expect(await store.listBlobs()).toEqual([]);
  expect(requests.get(id)).toMatchObject({ cancelled: true, prepared: null });
});

test('cancelled requests count towards what a person may keep', async () => {
  const { requests, person, ask } = await openBook({ limits: { requestsPerPerson: 3 } });
  for (let index = 0; index < 3; index++) await requests.cancel(await ask(), person.id);
  await expect(ask()).rejects.toMatchObject({ code: 'LIMIT' });
});

test('requests are listed in pages, newest first to be had, each oldest first', async () => {
  const { requests, person, ask } = await openBook({ limits: { openRequests: 1_000 } });
  const ids: string[] = [];
  for (let index = 0; index < 620; index++) ids.push(await ask());
  const newest = requests.listFor(person.id);
  expect(newest.map(({ id }) => id)).toEqual(ids.slice(120));
  expect(requests.listFor(person.id, newest[0]?.id).map(({ id }) => id)).toEqual(ids.slice(0, 120));
  expect(requests.listFor(person.id, ids[0])).toEqual([]);
  expect(() => requests.listFor(person.id, `${PREFIX}:9999`)).toThrow('cannot find request');
});

test('a change that fails takes back itself alone, never a newer one or one that is on disk', async () => {
  const store = createMemoryStore();
  const held: { readonly fail: () => void; readonly go: () => void }[] = [];
  let holds = false;
  const commit: Store['commit'] = async (changes, audit) => {
    if (holds) await new Promise<void>((resolve, reject) => held.push({ fail: () => reject(new Error('disk')), go: resolve }));
    return store.commit(changes, audit);
  };
  const { requests, person, ask } = await openBook({ store: { ...bound(store), commit } });
  const id = await ask();
  await requests.prepare(id);
  await requests.decide(id, true, { uses: 3 });
  holds = true;
  const takes = [requests.release(id, person.id), requests.release(id, person.id)].map((one) =>
    one.then(
      () => 'released',
      () => 'failed',
    ),
  );
  while (held.length < 2) await new Promise(setImmediate);
  held[0]?.fail();
  expect(await takes[0]).toBe('failed');
  expect(requests.get(id).usesTaken).toBe(2);
  held[1]?.fail();
  expect(await takes[1]).toBe('failed');
  expect(requests.get(id).usesTaken).toBe(0);
  const lost = ask();
  while (held.length < 3) await new Promise(setImmediate);
  held[2]?.fail();
  await expect(lost).rejects.toThrow('disk');
  expect(requests.list()).toHaveLength(1);
});

test('nothing is released to somebody who was removed, not even to a namesake of their id', async () => {
  const { requests, person, ask, people } = await openBook();
  const id = await ask();
  await requests.decide(id, true);
  await people.remove(person.id);
  await people.invite({ name: person.id }, { key: new Uint8Array(32), name: 'test' });
  await expect(requests.release(id, person.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(requests.get(id).usesTaken).toBe(0);
});

/** A store's operations, to change one of. */
function bound(store: Store): Store {
  const names = ['get', 'scan', 'commit', 'putBlob', 'getBlob', 'deleteBlob', 'listBlobs', 'audit', 'verifyAudit', 'close'] as const;
  return Object.fromEntries(names.map((name) => [name, (store[name] as () => unknown).bind(store)])) as unknown as Store;
}
