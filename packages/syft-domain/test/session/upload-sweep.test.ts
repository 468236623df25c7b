import { formatUid, resolveLimits } from '@syft-libs/ast';
import { expect, test } from 'vitest';
import type { DomainCore } from '../../src/core.ts';
import type { Origin, StoredObject } from '../../src/object/stored-object.ts';
import { uploadQuotaOf } from '../../src/session/upload-quota.ts';
import { UploadSweep } from '../../src/session/upload-sweep.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';

const PREFIX = '0011223344556677';
const PERSON = 'ada';

test('a deleted upload leaves the store and gives its bytes back, with nothing made from it left', async () => {
  const { core, sweep, upload, quotaLeft } = await swept();
  const gone = await upload(1);
  await upload(2);
  expect(await quotaLeft()).toBe(0);
  sweep.deleted([gone]);
  await sweep.run();
  expect(await core.store.listBlobs()).toEqual(['upload-2']);
  expect((await core.store.scan('objects')).map(([key]) => key)).toEqual([formatUid(PREFIX, 2)]);
  expect(await quotaLeft()).toBe(100);
});

test('an upload stays while an object is made from it, directly or through others that are gone', async () => {
  const { core, live, sweep, upload } = await swept();
  const gone = await upload(1);
  const between = objectOf(2, callOn(gone));
  const last = objectOf(3, callOn(between));
  live.add(last);
  sweep.deleted([gone, between]);
  await sweep.run();
  expect(await core.store.listBlobs()).toEqual(['upload-1']);
  live.delete(last);
  sweep.deleted([last]);
  await sweep.run();
  expect(await core.store.listBlobs()).toEqual([]);
});

test('what a restart left is counted once, and given back once', async () => {
  const { core, upload } = await swept();
  const gone = await upload(1);
  await upload(2);
  const restarted = { ...core } as DomainCore;
  const again = new UploadSweep(restarted, { prefix: PREFIX, person: PERSON, live: () => [] });
  again.deleted([gone]);
  await again.run();
  await uploadQuotaOf(restarted).take(PERSON, 100);
  await expect(uploadQuotaOf(restarted).take(PERSON, 1)).rejects.toMatchObject({ code: 'LIMIT' });
});

test('deletions are swept by themselves, soon', async () => {
  const { core, sweep, upload } = await swept();
  sweep.deleted([await upload(1)]);
  await expect.poll(() => core.store.listBlobs(), { timeout: 4_000 }).toEqual([]);
});

async function swept() {
  const store = createMemoryStore();
  const core = {
    store,
    limits: resolveLimits({ personBytes: 200 }),
    sessions: { restore: async () => undefined },
    log: () => {},
  } as unknown as DomainCore;
  const live = new Set<StoredObject>();
  await store.commit([{ kind: 'put', table: 'sessions', key: PREFIX, value: JSON.stringify({ person: PERSON }) }]);
  const sweep = new UploadSweep(core, { prefix: PREFIX, person: PERSON, live: () => live });
  const upload = async (counter: number): Promise<StoredObject> => {
    const object = objectOf(counter, { kind: 'upload', blob: `upload-${counter}` });
    await uploadQuotaOf(core).take(PERSON, object.bytes);
    await store.putBlob(`upload-${counter}`, [new Uint8Array(8)]);
    await store.commit([{ kind: 'put', table: 'objects', key: object.uid, value: JSON.stringify(object) }]);
    return object;
  };
  /** How much more the person may store, by trying. */
  const quotaLeft = async (): Promise<number> => {
    const fits = await uploadQuotaOf(core)
      .take(PERSON, 100)
      .then(
        () => true,
        () => false,
      );
    if (fits) await uploadQuotaOf(core).giveBack(PERSON, 100);
    return fits ? 100 : 0;
  };
  return { core, live, sweep, upload, quotaLeft };
}

function callOn(input: StoredObject): Origin {
  return { kind: 'call', entry: undefined as never, operands: [], inputs: [input] };
}

function objectOf(counter: number, origin: Origin): StoredObject {
  return {
    uid: formatUid(PREFIX, counter),
    prefix: PREFIX,
    counter,
    type: { kind: 'unknown' },
    readable: true,
    sources: [],
    bound: { elements: 1 },
    bytes: 100,
    origin,
  };
}
