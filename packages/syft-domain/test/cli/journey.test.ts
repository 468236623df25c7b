import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { answerOf, PENGUINS, runCli, SCHEMA, scratchDomain, startDomain } from './cli-child.ts';
import { answerHere, runHere } from './cli-here.ts';

const VERIFIED = { entries: [], verdict: { ok: true, entries: expect.any(Number), head: expect.stringMatching(/^[0-9a-f]{64}$/) } };

test('an owner sets a domain up on its folder, serves it, and goes on with the same commands while it runs', {
  timeout: 60_000,
}, async () => {
  const { folder, file } = scratchDomain();
  const table = file('penguins.csv', PENGUINS);
  const schema = file('schema.json', SCHEMA);

  const made = await answerOf<{ key: string }>(folder, 'init', '--port', '0');
  expect(made).toEqual({ folder, key: expect.stringMatching(/^[0-9a-f]{64}$/), name: 'clinic', libraries: [], port: 0 });
  expect(JSON.parse(readFileSync(join(folder, 'domain.json'), 'utf8'))).toEqual({ name: 'clinic', libraries: [], port: 0 });

  const added = await answerOf(
    folder,
    'add',
    'penguins',
    table,
    '--schema',
    schema,
    '--mock-rows',
    '20',
    '--description',
    'Palmer penguins',
  );
  expect(added).toEqual({ name: 'penguins', rows: 4, columns: ['bill', 'mass', 'species'], mockRows: 20 });
  const { person, invitation } = await answerOf<{ person: { id: string }; invitation: string }>(folder, 'invite', 'alice');
  expect(invitation).toContain(made.key);
  expect(await answerOf(folder, 'people')).toMatchObject([{ name: 'alice', key: null }]);
  const first = await answerOf<{ id: string }>(
    folder,
    'grant',
    person.id.slice(0, 8),
    'penguins',
    'bill',
    '--until',
    '2037-06-30',
    '--purpose',
    'study 12',
  );
  expect(first).toMatchObject({
    person: person.id,
    dataset: 'penguins',
    columns: ['bill'],
    until: Date.parse('2037-06-30T23:59:59.999Z'),
    purpose: 'study 12',
  });
  const offline = await answerOf(folder, 'datasets');
  expect(offline).toMatchObject([{ name: 'penguins', description: 'Palmer penguins', mockRows: 20 }]);

  const { child, started } = await startDomain(folder);
  expect(started).toMatchObject({ name: 'clinic', url: `ws://127.0.0.1:${started.port}`, key: made.key });
  if (process.platform !== 'win32') expect(statSync(join(folder, 'domain.sock')).mode & 0o777).toBe(0o600);
  expect(await answerOf(folder, 'datasets')).toEqual(offline);
  const [birds] = await Promise.all([
    answerOf(folder, 'add', 'birds', table, '--schema', schema),
    answerOf(folder, 'invite', 'bob', '--until', '2037-01-01'),
  ]);
  expect(birds).toMatchObject({ name: 'birds', rows: 4, mockRows: null });
  const second = await answerOf<{ id: string }>(folder, 'grant', 'bob', 'birds');
  expect(second).toMatchObject({ columns: ['bill', 'mass', 'species'], until: null });
  const revoked = await Promise.all([answerOf(folder, 'revoke', first.id.slice(0, 10)), answerOf(folder, 'revoke', 'bob', 'birds')]);
  expect(revoked).toMatchObject([[{ id: first.id }], [{ id: second.id }]]);
  const rest = [['grants'], ['people', 'remove', 'bob'], ['requests', '--all'], ['audit', '--verify']];
  const answers = await Promise.all(rest.map((args) => answerOf(folder, ...args)));
  expect(answers).toEqual([[], expect.objectContaining({ name: 'bob' }), [], VERIFIED]);

  child.process.kill('SIGTERM');
  expect(await child.ended).toMatchObject({ code: 0, stderr: '' });
  expect(() => statSync(join(folder, 'domain.sock'))).toThrow('ENOENT');
  expect(await answerHere(folder, 'datasets')).toMatchObject([{ name: 'birds' }, { name: 'penguins' }]);
  expect(await answerHere(folder, 'audit', '--verify')).toEqual(VERIFIED);
});

test('a second start on a folder is LOCKED, and a start after a kill takes over', { timeout: 30_000 }, async () => {
  const { folder } = scratchDomain();
  await answerHere(folder, 'init', '--port', '0');
  const { child } = await startDomain(folder);
  const second = await runCli(folder, 'start', '--port', '0', '--json');
  expect(second.code).toBe(1);
  expect(JSON.parse(second.stderr)).toEqual({ code: 'LOCKED', message: 'cannot start domain: it is running already' });
  child.process.kill('SIGKILL');
  await child.ended;
  expect(statSync(join(folder, 'domain.sock')).isSocket()).toBe(true);
  const { child: successor } = await startDomain(folder);
  expect(await answerHere(folder, 'people')).toEqual([]);
  successor.process.kill('SIGINT');
  expect((await successor.ended).code).toBe(0);
});

test('a folder that a process holds without answering is LOCKED', { timeout: 30_000 }, async () => {
  const { folder } = scratchDomain();
  await answerHere(folder, 'init');
  const store = await openStore(folder);
  try {
    const { code, stderr } = await runCli(folder, 'people', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject({ code: 'LOCKED' });
  } finally {
    await store.close();
  }
});

test('commands that come at once wait for each other', { timeout: 30_000 }, async () => {
  const { folder } = scratchDomain();
  await answerHere(folder, 'init');
  await Promise.all(['ann', 'ben', 'cid'].map((name) => answerOf(folder, 'invite', name)));
  expect(await answerHere(folder, 'people')).toHaveLength(3);
});

test('the audit shows its last entries, adds none by being read, and needs no library', { timeout: 30_000 }, async () => {
  const { folder, file } = scratchDomain();
  await answerHere(folder, 'init');
  for (const name of ['ann', 'ben']) await answerHere(folder, 'invite', name);
  file('clinic/domain.json', JSON.stringify({ name: 'clinic', libraries: ['@acme/not-installed'] }));
  const { entries: all } = await answerHere<{ entries: readonly { sequence: number }[] }>(folder, 'audit');
  expect(all.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
  expect((await answerHere<{ entries: unknown[] }>(folder, 'audit', '--tail', '2')).entries).toEqual(all.slice(-2));
  const { stderr } = await runHere(folder, 'people', '--json');
  expect(JSON.parse(stderr)).toMatchObject({ code: 'BAD_CONFIG', message: expect.stringContaining('@acme/not-installed') });
});
