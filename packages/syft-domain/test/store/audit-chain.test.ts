import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { CHAIN_START, canonicalJson, linkEntry, verifyChain } from '../../src/store/audit-chain.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { AuditEntry, AuditVerdict } from '../../src/store/store.ts';
import { scratchFolder } from './scratch-folder.ts';

function chainOf(length: number): readonly AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let n = 1; n <= length; n++) {
    entries.push(linkEntry(entries.at(-1) ?? CHAIN_START, { at: n, kind: 'frame', detail: { columns: ['x'], by: 'ada', n } }));
  }
  return entries;
}

test('canonical JSON sorts members by UTF-16 code units and has no white space', () => {
  const value = { b: [1, { z: null, a: true }], a: 'é"\n', '\u{1f600}': 1e21, '\ufb33': 0.1, A: -5 };
  expect(canonicalJson(value)).toBe('{"A":-5,"a":"é\\"\\n","b":[1,{"a":true,"z":null}],"\u{1f600}":1e+21,"\ufb33":0.1}');
});

test('a hash is what anyone can compute from the entry and the hash before it', () => {
  const [first, second] = chainOf(2) as [AuditEntry, AuditEntry];
  const text = `${first.hash}{"at":2,"detail":{"by":"ada","columns":["x"],"n":2},"kind":"frame","sequence":2}`;
  expect(second.hash).toBe(createHash('sha256').update(text).digest('hex'));
});

describe('verifyChain', () => {
  const chain = chainOf(9);
  const head = chain[8]?.hash;

  test('accepts a chain, and a part of it from a known point', () => {
    expect(verifyChain(chain)).toEqual({ ok: true, entries: 9, head });
    expect(verifyChain(chain.slice(4), { from: chain[3] })).toEqual({ ok: true, entries: 5, head });
    expect(verifyChain([])).toEqual({ ok: true, entries: 0, head: CHAIN_START.hash });
    expect(verifyChain(JSON.parse(JSON.stringify(chain)))).toMatchObject({ ok: true });
  });

  test.each<[change: string, tamper: (entries: AuditEntry[]) => void, firstBad: number]>([
    ['an edited detail', (entries) => entries.splice(4, 1, { ...(entries[4] as AuditEntry), detail: { by: 'eve' } }), 5],
    ['an edited time', (entries) => entries.splice(4, 1, { ...(entries[4] as AuditEntry), at: 99 }), 5],
    ['an edited kind', (entries) => entries.splice(0, 1, { ...(entries[0] as AuditEntry), kind: 'deny' }), 1],
    ['a removed entry', (entries) => entries.splice(4, 1), 5],
    ['a removed first entry', (entries) => entries.shift(), 1],
    ['a repeated entry', (entries) => entries.splice(4, 0, entries[3] as AuditEntry), 5],
    ['two exchanged entries', (entries) => entries.splice(4, 2, entries[5] as AuditEntry, entries[4] as AuditEntry), 5],
    [
      'an entry linked anew without those after it',
      (entries) => entries.splice(4, 1, linkEntry(entries[3] as AuditEntry, { at: 0, kind: 'deny', detail: {} })),
      6,
    ],
  ])('sees %s', (_, tamper, firstBad) => {
    const entries = [...chain];
    tamper(entries);
    expect(verifyChain(entries)).toMatchObject({ ok: false, firstBad, entries: firstBad - 1 });
  });

  test('sees missing last entries, or a chain computed anew, only against a point noted elsewhere', () => {
    const shortened = chain.slice(0, 7);
    expect(verifyChain(shortened)).toMatchObject({ ok: true, entries: 7 });
    expect(verifyChain(shortened, { known: chain[8] })).toMatchObject({ ok: false, firstBad: 8 });
    const anew: AuditEntry[] = [];
    for (const { at, detail } of chain) anew.push(linkEntry(anew.at(-1) ?? CHAIN_START, { at, detail, kind: 'deny' }));
    expect(verifyChain(anew)).toMatchObject({ ok: true, entries: 9 });
    expect(verifyChain(anew, { known: chain[6] })).toMatchObject({ ok: false, firstBad: 7 });
  });
});

describe('the audit in the folder', () => {
  /** Writes nine entries, lets `sql` loose on the closed database, and verifies what is left. */
  async function verifyAfter(sql: string): Promise<AuditVerdict> {
    const folder = scratchFolder();
    const store = await openStore(folder);
    await store.commit([], chainOf(9));
    await store.close();
    const database = new DatabaseSync(join(folder, 'store.db'));
    database.exec(sql);
    database.close();
    const reopened = await openStore(folder);
    try {
      return await reopened.verifyAudit();
    } finally {
      await reopened.close();
    }
  }

  test.each<[change: string, sql: string, firstBad: number]>([
    ['an edit', `UPDATE audit SET entry = replace(entry, 'ada', 'eve') WHERE sequence = 4`, 4],
    ['an edited hash', `UPDATE audit SET hash = upper(hash) WHERE sequence = 9`, 9],
    ['a removal', 'DELETE FROM audit WHERE sequence = 4', 4],
    [
      'an exchange',
      'UPDATE audit SET sequence = 99 WHERE sequence = 4; UPDATE audit SET sequence = 4 WHERE sequence = 5; UPDATE audit SET sequence = 5 WHERE sequence = 99',
      4,
    ],
    ['an entry that is no JSON any more', `UPDATE audit SET entry = 'x' WHERE sequence = 4`, 4],
    ['an entry put in', `INSERT INTO audit VALUES (10, '{"at":1,"detail":{},"kind":"x"}', '00')`, 10],
  ])('shows %s', async (_, sql, firstBad) => {
    expect(await verifyAfter(sql)).toMatchObject({ ok: false, firstBad, entries: firstBad - 1 });
  });

  test('is whole when nobody touched it', async () => {
    expect(await verifyAfter('SELECT 1')).toMatchObject({ ok: true, entries: 9 });
  });

  test('goes on where it stood after it was closed', async () => {
    const folder = scratchFolder();
    for (let n = 1; n <= 3; n++) {
      const store = await openStore(folder);
      await store.commit([], [{ at: n, kind: 'start', detail: {} }]);
      expect(await store.verifyAudit()).toMatchObject({ ok: true, entries: n });
      await store.close();
    }
  });
});

test('when the audit cannot be written, the commit rejects, nothing of it is kept, and its neighbours are', async () => {
  const folder = scratchFolder();
  await openStore(folder).then((store) => store.close());
  const database = new DatabaseSync(join(folder, 'store.db'));
  database.exec(`CREATE TRIGGER full BEFORE INSERT ON audit WHEN NEW.entry LIKE '%unwritable%' BEGIN SELECT RAISE(ABORT, 'no'); END`);
  database.close();
  const store = await openStore(folder);
  const commit = (key: string, kind: string) =>
    store.commit([{ kind: 'put', table: 'decisions', key, value: '1' }], [{ at: 1, kind, detail: {} }]);
  const results = await Promise.allSettled([commit('a', 'approve'), commit('b', 'unwritable'), commit('c', 'approve')]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(results[1]).toMatchObject({ reason: { code: 'INTERNAL' } });
  expect((await store.scan('decisions')).map(([key]) => key)).toEqual(['a', 'c']);
  expect(await store.verifyAudit()).toMatchObject({ ok: true, entries: 2 });
  await store.close();
});
