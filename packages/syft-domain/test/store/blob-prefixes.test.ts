import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BlobFolder } from '../../src/store/blob-folder.ts';
import { diskFiles } from '../../src/store/file-layer.ts';
import { openStore } from '../../src/store/open-store.ts';
import { type FileOperation, filesAfterCut, recordFiles } from './recorded-files.ts';
import { equal, sampleBytes } from './sample-load.ts';
import { scratchFolder } from './scratch-folder.ts';

interface Acknowledgement {
  readonly name: string;
  readonly kind: 'put' | 'delete';
  /** How many operations were done by then. */
  readonly after: number;
}

/** Writes and removes blobs, alone and many at a time, and notes which operations each acknowledgement follows. */
async function recordLoad(folder: string) {
  const { files, operations } = recordFiles();
  const acknowledgements: Acknowledgement[] = [];
  const store = await openStore(folder, { files });
  const put = async (name: string) => {
    const bytes = sampleBytes(name, 60_000);
    await store.putBlob(name, [bytes.subarray(0, 100), bytes.subarray(100, 5_000), bytes.subarray(5_000)]);
    acknowledgements.push({ name, kind: 'put', after: operations.length });
  };
  const remove = async (name: string) => {
    await store.deleteBlob(name);
    acknowledgements.push({ name, kind: 'delete', after: operations.length });
  };
  await put('alone');
  await put('9f86d081884c7d65:42');
  await Promise.all(['a', 'b', 'c', 'd'].map(put));
  await remove('b');
  await Promise.all([put('e'), remove('a'), put('f')]);
  await store.close();
  return { operations, acknowledgements };
}

interface Scene {
  readonly source: string;
  readonly operations: readonly FileOperation[];
  readonly acknowledgements: readonly Acknowledgement[];
  readonly keeps: (index: number) => boolean;
}

/** The folder of blobs, opened as the store does it; every eighth time through the whole store. */
async function openBlobs(folder: string, turn: number) {
  if (turn % 8 === 0) return openStore(folder);
  const blobs = await BlobFolder.open(join(folder, 'blobs'), diskFiles);
  return { listBlobs: async () => blobs.list(), getBlob: (name: string) => blobs.get(name), close: () => blobs.settle() };
}

async function expectHeld({ source, operations, acknowledgements, keeps }: Scene): Promise<void> {
  const folder = mkdtempSync(join(source, 'cut-'));
  copyFileSync(join(source, 'store.db'), join(folder, 'store.db'));
  mkdirSync(join(folder, 'blobs'));
  for (const [name, bytes] of filesAfterCut(operations, keeps)) writeFileSync(join(folder, 'blobs', name), bytes);
  const store = await openBlobs(folder, operations.length);
  const names = await store.listBlobs();
  for (const name of names) if (!equal(await store.getBlob(name), sampleBytes(name, 60_000))) expect.fail(`the blob ${name} is damaged`);
  for (const { name, kind, after } of acknowledgements) {
    if (after > operations.length) continue;
    const isDeleted = acknowledgements.some((other) => other.name === name && other.kind === 'delete');
    if (kind === 'delete') expect(names).not.toContain(name);
    else if (!isDeleted) expect(names).toContain(name);
  }
  expect(readdirSync(join(folder, 'blobs')).filter((file) => file.startsWith('.'))).toEqual([]);
  await store.close();
  rmSync(folder, { recursive: true });
}

const VARIANTS: readonly [title: string, keeps: (index: number) => boolean][] = [
  ['none', () => false],
  ['all', () => true],
  ['some', (index) => index % 3 !== 0],
];

test.each(VARIANTS)(
  'after a power cut at any operation every acknowledged blob is whole, with %s of the unsynced names kept',
  {
    timeout: 30_000,
  },
  async (_, keeps) => {
    const source = scratchFolder();
    const { operations, acknowledgements } = await recordLoad(source);
    expect(operations.length).toBeGreaterThan(50);
    for (let count = 0; count <= operations.length; count++) {
      await expectHeld({ source, operations: operations.slice(0, count), acknowledgements, keeps });
    }
  },
);
