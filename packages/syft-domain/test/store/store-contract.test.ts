import { describe, expect, onTestFinished, test } from 'vitest';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store, StoreTable } from '../../src/store/store.ts';
import { scratchFolder } from './scratch-folder.ts';

const KINDS: readonly [name: string, create: () => Promise<Store>][] = [
  ['in memory', async () => createMemoryStore()],
  ['on disk', () => openStore(scratchFolder())],
];

const put = (table: StoreTable, key: string, value: string | Uint8Array) => ({ kind: 'put', table, key, value }) as const;
const entry = (kind: string, n = 0) => ({ at: 1_700_000_000_000 + n, kind, detail: { n } });

describe.each(KINDS)('a store %s', (_, create) => {
  async function open(): Promise<Store> {
    const store = await create();
    onTestFinished(() => store.close());
    return store;
  }

  test('gives back text and bytes as they went in, each table by itself', async () => {
    const store = await open();
    await store.commit([put('people', 'a', '{"name":"Ünïcode 🐧"}'), put('grants', 'a', Uint8Array.of(0, 255, 0)), put('tags', 'e', '')]);
    await store.commit([put('objects', 'none', new Uint8Array(0))]);
    expect(await store.get('people', 'a')).toBe('{"name":"Ünïcode 🐧"}');
    expect(await store.get('grants', 'a')).toEqual(Uint8Array.of(0, 255, 0));
    expect(await store.get('tags', 'e')).toBe('');
    expect(await store.get('objects', 'none')).toEqual(new Uint8Array(0));
    expect(await store.get('requests', 'a')).toBeUndefined();
  });

  test('scans by prefix in the order of UTF-8 bytes', async () => {
    const store = await open();
    const keys = ['b', 'a%', 'a_b', 'a', 'a\u{10ffff}', 'a\uffee', 'a\u{1f427}', 'a0', 'ä', 'A', 'a\u{10ffff}z'];
    await store.commit(keys.map((key) => put('frames', key, key)));
    await store.commit([put('objects', 'a1', 'elsewhere')]);
    const expected = ['a', 'a%', 'a0', 'a_b', 'a\uffee', 'a\u{1f427}', 'a\u{10ffff}', 'a\u{10ffff}z'];
    expect(await store.scan('frames', 'a')).toEqual(expected.map((key) => [key, key]));
    expect((await store.scan('frames')).length).toBe(keys.length);
    expect(await store.scan('frames', 'a%')).toEqual([['a%', 'a%']]);
    expect(await store.scan('frames', 'zz')).toEqual([]);
  });

  test('applies changes in order, within a commit and across commits', async () => {
    const store = await open();
    await store.commit([put('tags', 'k', '1'), { kind: 'delete', table: 'tags', key: 'k' }, put('tags', 'k', '2')]);
    const commits = Array.from({ length: 200 }, (_, n) => store.commit([put('tags', 'k', `${n}`)], [entry('tick', n)]));
    expect(await store.get('tags', 'k')).toBe('199');
    await Promise.all(commits);
    expect((await store.audit(0, 500)).map(({ detail }) => detail['n'])).toEqual(Array.from({ length: 200 }, (_, n) => n));
    await store.commit([{ kind: 'delete', table: 'tags', key: 'k' }]);
    expect(await store.get('tags', 'k')).toBeUndefined();
  });

  test('keeps nothing of a commit that it refuses, and goes on', async () => {
    const store = await open();
    const refused = [
      store.commit([put('tags', 'good', '1'), put('tags', 'lone \ud800', '1')]),
      store.commit([put('tags', 'good', '1'), put('tags', 'zero \0', '1')]),
      store.commit([put('tags', 'good', '1'), put('tags', 'k', 'lone \udc00')]),
      store.commit([put('tags', 'good', '1')], [{ ...entry('bad'), at: Number.NaN }]),
      store.commit([put('tags', 'good', '1')], [{ at: 1, kind: 'bad', detail: { x: Number.POSITIVE_INFINITY } }]),
      store.commit([put('tags', 'good', '1')], [{ at: 1, kind: 'bad', detail: { x: 'lone \ud800' } }]),
    ];
    const other = store.commit([put('tags', 'other', '1')]);
    for (const commit of refused) await expect(commit).rejects.toMatchObject({ code: 'BAD_ARGUMENT' });
    await other;
    expect(await store.scan('tags')).toEqual([['other', '1']]);
    expect(await store.verifyAudit()).toMatchObject({ ok: true, entries: 0 });
  });

  test('copies bytes at the call, and takes only those of the view', async () => {
    const store = await open();
    const frame = Uint8Array.from({ length: 100 }, (_, n) => n);
    const done = store.commit([
      put('frames', 'k', frame.subarray(10, 13)),
      put('frames', 'shared', new Uint8Array(new SharedArrayBuffer(2))),
    ]);
    frame.fill(0);
    await done;
    const first = (await store.get('frames', 'k')) as Uint8Array;
    expect(first).toEqual(Uint8Array.of(10, 11, 12));
    first.fill(0);
    expect(await store.get('frames', 'k')).toEqual(Uint8Array.of(10, 11, 12));
    expect(await store.get('frames', 'shared')).toEqual(new Uint8Array(2));
  });

  test('keeps blobs whole and hands them out in shared memory', async () => {
    const store = await open();
    await store.putBlob('9f86d081884c7d65:42', [Uint8Array.of(1, 2), new Uint8Array(0), Uint8Array.of(3)]);
    await store.putBlob('empty', []);
    const blob = await store.getBlob('9f86d081884c7d65:42');
    expect(blob?.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect([...(blob ?? [])]).toEqual([1, 2, 3]);
    blob?.fill(0);
    expect([...((await store.getBlob('9f86d081884c7d65:42')) ?? [])]).toEqual([1, 2, 3]);
    expect((await store.getBlob('empty'))?.length).toBe(0);
    expect(await store.getBlob('unknown')).toBeUndefined();
    expect(await store.listBlobs()).toEqual(['9f86d081884c7d65:42', 'empty']);
  });

  test('never overwrites a blob, and frees its name when it is removed', async () => {
    const store = await open();
    const [first, second] = await Promise.allSettled([store.putBlob('a', [Uint8Array.of(1)]), store.putBlob('a', [Uint8Array.of(2)])]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'EXISTS' } });
    expect([...((await store.getBlob('a')) ?? [])]).toEqual([1]);
    await store.deleteBlob('a');
    await store.deleteBlob('a');
    expect(await store.getBlob('a')).toBeUndefined();
    expect(await store.listBlobs()).toEqual([]);
    await store.putBlob('a', [Uint8Array.of(3)]);
    expect([...((await store.getBlob('a')) ?? [])]).toEqual([3]);
  });

  test('refuses a name that could leave the folder of blobs, or meet another in it', async () => {
    const store = await open();
    const long = 'a'.repeat(129);
    for (const name of ['', '.', '..', '../store.db', 'a/b', 'a\\b', '.new-a', 'UPPER', 'a\0', 'a+b', 'a\n', long, '/etc/passwd']) {
      await expect(store.putBlob(name, []), name).rejects.toMatchObject({ code: 'BAD_ARGUMENT' });
      await expect(store.getBlob(name), name).rejects.toMatchObject({ code: 'BAD_ARGUMENT' });
      await expect(store.deleteBlob(name), name).rejects.toMatchObject({ code: 'BAD_ARGUMENT' });
    }
    expect(await store.listBlobs()).toEqual([]);
  });

  test('numbers and chains audit entries, and reads them in pages', async () => {
    const store = await open();
    const detail = { who: 'ada', rows: 3, share: 0.25, open: true, none: null, columns: ['x', 'y'], nothing: -0 };
    await store.commit([], [{ at: 5, kind: 'grant', detail }, entry('frame')]);
    await store.commit([], [entry('release')]);
    const all = await store.audit(0, 10);
    expect(all.map(({ sequence, kind }) => [sequence, kind])).toEqual([
      [1, 'grant'],
      [2, 'frame'],
      [3, 'release'],
    ]);
    expect(all[0]).toMatchObject({ at: 5, detail: { ...detail, nothing: 0 } });
    expect(await store.audit(1, 1)).toEqual([all[1]]);
    expect(await store.audit(3, 10)).toEqual([]);
    expect(await store.verifyAudit()).toEqual({ ok: true, entries: 3, head: all[2]?.hash });
    expect(await store.verifyAudit(all[1])).toMatchObject({ ok: true });
    expect(await store.verifyAudit({ sequence: 2, hash: '0'.repeat(64) })).toMatchObject({ ok: false, firstBad: 2 });
    expect(await store.verifyAudit({ sequence: 4, hash: '0'.repeat(64) })).toMatchObject({ ok: false, entries: 3, firstBad: 4 });
  });

  test('checks a long chain to its end', async () => {
    const store = await open();
    await store.commit(
      [],
      Array.from({ length: 8_192 }, (_, n) => entry('frame', n)),
    );
    const [known, last] = await store.audit(8_190, 2);
    expect(await store.verifyAudit(known)).toEqual({ ok: true, entries: 8_192, head: last?.hash });
    expect(await store.verifyAudit({ sequence: 8_193, hash: '' })).toMatchObject({ ok: false, entries: 8_192 });
    await store.commit([], [entry('frame')]);
    expect(await store.verifyAudit(known)).toMatchObject({ ok: true, entries: 8_193 });
  });

  test('finishes what was handed in before it closes, and refuses what comes after', async () => {
    const store = await open();
    const done = [store.commit([put('tags', 'k', '1')], [entry('tick')]), store.putBlob('a', [Uint8Array.of(1)])];
    const closed = Promise.all([store.close(), store.close()]);
    await Promise.all(done);
    await closed;
    const late = [
      store.get('tags', 'k'),
      store.scan('tags'),
      store.commit([]),
      store.putBlob('b', []),
      store.getBlob('a'),
      store.deleteBlob('a'),
      store.listBlobs(),
      store.audit(0, 1),
      store.verifyAudit(),
    ];
    for (const call of late) await expect(call).rejects.toMatchObject({ code: 'CLOSED' });
  });
});
