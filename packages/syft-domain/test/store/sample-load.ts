import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { Store, StoreChange, StoredValue } from '../../src/store/store.ts';

// What the children write and what the tests expect to find. A commit writes the same bytes under two keys, in two tables,
// and one audit entry; bytes follow from the key alone.

/** Bytes that follow from a name: between 1 and `limit` of them. */
export function sampleBytes(name: string, limit: number): Uint8Array {
  const seed = createHash('sha256').update(name).digest();
  const bytes = new Uint8Array(1 + (seed.readUInt32LE(0) % limit));
  for (let i = 0; i < bytes.length; i++) bytes[i] = (seed[i % 32] as number) ^ (i >> 5);
  return bytes;
}

/** One commit of the load. */
export function sampleChanges(key: string): readonly StoreChange[] {
  const value = sampleBytes(key, 6_000);
  return [
    { kind: 'put', table: 'frames', key, value },
    { kind: 'put', table: 'objects', key, value },
  ];
}

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

export function equal(value: StoredValue | undefined, bytes: Uint8Array): boolean {
  return value instanceof Uint8Array && Buffer.compare(value, bytes) === 0;
}
