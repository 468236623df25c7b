import { createHash } from 'node:crypto';
import type { StoreChange, StoredValue } from '../../src/store/store.ts';

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

/** True for exactly these bytes. */
export function equal(value: StoredValue | undefined, bytes: Uint8Array): boolean {
  return value instanceof Uint8Array && Buffer.compare(value, bytes) === 0;
}
