import { expect } from 'vitest';
import type { Store, StoredValue } from '../../src/store/store.ts';
import { equal, sampleBytes } from './sample-load.ts';

/** As much of a store as it takes to look the load over. */
export type LoadReader = Pick<Store, 'scan' | 'audit' | 'verifyAudit' | 'listBlobs' | 'getBlob'>;

/** What a reopened store holds of the load. */
export interface HeldLoad {
  readonly keys: ReadonlySet<string>;
  readonly blobs: ReadonlySet<string>;
}

/** Checks that everything in the store is whole: both halves of each commit, its audit entry, the chain, every blob. */
export async function expectWhole(store: LoadReader): Promise<HeldLoad> {
  const frames = new Map<string, StoredValue>(await store.scan('frames'));
  const objects = new Map<string, StoredValue>(await store.scan('objects'));
  expect([...frames.keys()]).toEqual([...objects.keys()]);
  for (const [key, value] of frames) {
    const bytes = sampleBytes(key, 6_000);
    if (!equal(value, bytes) || !equal(objects.get(key), bytes)) expect.fail(`the record ${key} is damaged`);
  }
  const verdict = await store.verifyAudit();
  expect(verdict).toMatchObject({ ok: true, entries: frames.size });
  const entries = await store.audit(0, frames.size + 1);
  expect(entries.map(({ detail }) => detail['key']).sort()).toEqual([...frames.keys()].sort());
  const blobs = await store.listBlobs();
  for (const name of blobs) if (!equal(await store.getBlob(name), sampleBytes(name, 60_000))) expect.fail(`the blob ${name} is damaged`);
  return { keys: new Set(frames.keys()), blobs: new Set(blobs) };
}
