import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/store/open-database.ts';
import { openStore } from '../../src/store/open-store.ts';
import { LoadChild } from './load-child.ts';
import { scratchFolder } from './scratch-folder.ts';

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);

/** A closed store with some records and a blob. */
async function filledFolder(): Promise<string> {
  const folder = scratchFolder();
  const store = await openStore(folder);
  await store.commit(
    Array.from({ length: 50 }, (_, n) => ({ kind: 'put', table: 'objects', key: `${n}`, value: new Uint8Array(3_000).fill(n) }) as const),
    [{ at: 1, kind: 'start', detail: {} }],
  );
  await store.putBlob('a', [Uint8Array.of(1, 2, 3)]);
  await store.close();
  return folder;
}

/** Every file under a folder with its bytes. */
function snapshot(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  return Object.fromEntries(
    files.map((item) => [join(item.parentPath, item.name), readFileSync(join(item.parentPath, item.name), 'base64')]),
  );
}

test('what was kept is there after a close, in a folder that it made for its owner alone', async () => {
  const folder = join(scratchFolder(), 'deep', 'clinic');
  const store = await openStore(folder);
  await store.commit([{ kind: 'put', table: 'people', key: 'ada', value: '{}' }]);
  await store.putBlob('a', [Uint8Array.of(1)]);
  expect([folder, join(folder, 'blobs')].map(mode)).toEqual(['700', '700']);
  expect(['store.db', 'store.db-wal', 'blobs/a'].map((file) => mode(join(folder, file)))).toEqual(['600', '600', '600']);
  await store.close();
  const again = await openStore(folder);
  expect(await again.scan('people')).toEqual([['ada', '{}']]);
  expect(await again.listBlobs()).toEqual(['a']);
  await again.close();
});

test('the database syncs its log at every commit and lets nobody else in', () => {
  const database = openDatabase({ path: join(scratchFolder(), 'store.db'), checkpointPages: 7 });
  const answer = (name: string) => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
  expect(['journal_mode', 'synchronous', 'locking_mode', 'foreign_keys', 'wal_autocheckpoint'].map(answer)).toEqual([
    'wal',
    2,
    'exclusive',
    1,
    7,
  ]);
  database.close();
});

test('a second store on the folder is LOCKED, through a link too, and free once the first closes', async () => {
  const folder = await filledFolder();
  const link = join(scratchFolder(), 'link');
  symlinkSync(folder, link);
  const first = await openStore(folder);
  await expect(openStore(folder)).rejects.toMatchObject({
    code: 'LOCKED',
    message: expect.stringMatching(/^cannot open the store: another/),
  });
  await expect(openStore(link)).rejects.toMatchObject({ code: 'LOCKED' });
  await first.commit([{ kind: 'put', table: 'tags', key: 'k', value: '1' }]);
  // Neither attempt let go of the lock.
  const child = new LoadChild({ folder, run: 'second', mode: 'single', checkpointPages: 0 });
  await child.ended;
  expect(child.errors).toContain('LOCKED');
  expect(child.lines).toEqual([]);
  await first.close();
  await openStore(folder).then((store) => store.close());
});

test('of several that open an empty folder at once at most one holds it', async () => {
  const folder = scratchFolder();
  const results = await Promise.allSettled([1, 2, 3, 4].map(() => openStore(folder)));
  const open = results.filter((result) => result.status === 'fulfilled');
  expect(open.length).toBeLessThanOrEqual(1);
  for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'LOCKED' });
  for (const result of open) await result.value.close();
  await openStore(folder).then((store) => store.close());
});

test('unfinished blobs of a killed writer are swept, and what is not a blob is left alone', async () => {
  const folder = await filledFolder();
  writeFileSync(join(folder, 'blobs', '.new-b'), 'half');
  writeFileSync(join(folder, 'blobs', 'NOTES'), 'the owner’s own');
  const store = await openStore(folder);
  expect(readdirSync(join(folder, 'blobs')).sort()).toEqual(['NOTES', 'a']);
  expect(await store.listBlobs()).toEqual(['a']);
  await store.close();
});

test.each<[damage: string, harm: (path: string) => void]>([
  ['is not a database', (path) => writeFileSync(path, 'x'.repeat(20_000))],
  ['has lost its second half', (path) => truncateSync(path, Math.floor(statSync(path).size / 8192) * 4096)],
  [
    'has noise in its pages',
    (path) =>
      writeFileSync(
        path,
        readFileSync(path).map((byte, at) => (at > 4096 && at % 64 < 32 ? 0xa5 : byte)),
      ),
  ],
  ['is empty beside its blobs', (path) => truncateSync(path, 0)],
  ['is gone beside its blobs', (path) => rmSync(path)],
  [
    'belongs to another program',
    (path) => {
      rmSync(path);
      const other = new DatabaseSync(path);
      other.exec('CREATE TABLE t (x)');
      other.close();
    },
  ],
])('a folder whose database %s is CORRUPT, and stays as it is', async (_, harm) => {
  const folder = await filledFolder();
  harm(join(folder, 'store.db'));
  const before = snapshot(folder);
  await expect(openStore(folder)).rejects.toMatchObject({ code: 'CORRUPT', message: expect.stringMatching(/^cannot open the store: /) });
  expect(snapshot(folder)).toEqual(before);
});

test('a database of a newer release is BAD_CONFIG with what to do about it, and stays as it is', async () => {
  const folder = await filledFolder();
  const database = new DatabaseSync(join(folder, 'store.db'));
  database.exec('PRAGMA user_version = 2');
  database.close();
  const before = snapshot(folder);
  await expect(openStore(folder)).rejects.toMatchObject({ code: 'BAD_CONFIG', message: expect.stringContaining('newer release') });
  expect(snapshot(folder)).toEqual(before);
});

test('a path that cannot be a folder is BAD_CONFIG', async () => {
  const folder = scratchFolder();
  writeFileSync(join(folder, 'file'), '');
  await expect(openStore(join(folder, 'file'))).rejects.toMatchObject({ code: 'BAD_CONFIG' });
  mkdirSync(join(folder, 'odd'));
  mkdirSync(join(folder, 'odd', 'store.db'));
  await expect(openStore(join(folder, 'odd'))).rejects.toMatchObject({ code: 'BAD_CONFIG' });
});

test('a blob that cannot be written leaves nothing behind, and its name free', async () => {
  const folder = scratchFolder();
  const store = await openStore(folder);
  const blobs = join(folder, 'blobs');
  rmSync(blobs, { recursive: true });
  await expect(store.putBlob('a', [Uint8Array.of(1)])).rejects.toMatchObject({
    code: 'INTERNAL',
    message: 'cannot write blob: the file system refused',
  });
  mkdirSync(blobs);
  chmodSync(blobs, 0o700);
  expect(await store.listBlobs()).toEqual([]);
  await store.putBlob('a', [Uint8Array.of(1)]);
  rmSync(join(blobs, 'a'));
  await expect(store.getBlob('a')).rejects.toMatchObject({ code: 'CORRUPT' });
  await store.close();
});

test('a flood of commits is acknowledged group by group, in its order', async () => {
  const folder = scratchFolder();
  const store = await openStore(folder, { checkpointPages: 0 });
  const logSize = () => statSync(join(folder, 'store.db-wal')).size;
  const value = new Uint8Array(8_192);
  const sizes: number[] = [];
  const order: number[] = [];
  const flood = Array.from({ length: 1_500 }, (_, n) =>
    store.commit([{ kind: 'put', table: 'frames', key: `${n}`, value }]).then(() => order.push(n)),
  );
  for (const commit of flood) await commit.then(() => sizes.push(logSize()));
  expect(sizes[0]).toBeLessThan(logSize());
  expect(order).toEqual(flood.map((_, n) => n));
  await store.close();
});

test('opening prints no warning of an experimental database, and an idle store does not keep its process alive', () => {
  const main = fileURLToPath(new URL('../../src/store/open-store.ts', import.meta.url));
  const script = `const { openStore } = await import(${JSON.stringify(main)}); const store = await openStore(${JSON.stringify(scratchFolder())});
    await store.commit([{ kind: 'put', table: 'tags', key: 'k', value: '1' }]); console.log('kept');`;
  const child = spawnSync(process.execPath, ['--conditions=@syft-libs/source', '--input-type=module', '-e', script], {
    encoding: 'utf8',
    timeout: 10_000,
  });
  expect(child.stdout).toBe('kept\n');
  expect(child.stderr).not.toContain('SQLite');
  expect(child.status).toBe(0);
});
