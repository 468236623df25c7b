import { expect, test } from 'vitest';
import { Domain } from '../../src/domain.ts';
import { PENGUINS, runCli, SCHEMA, scratchDomain } from './cli-child.ts';
import { answerHere as answerOf, runHere } from './cli-here.ts';

async function errorOf(folder: string, ...args: readonly string[]): Promise<{ readonly code: string; readonly message: string }> {
  const { code, stdout, stderr } = await runHere(folder, ...args, '--json');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  return JSON.parse(stderr);
}

test('bad input gives a code, a reason and exit code 1, and changes nothing', { timeout: 60_000 }, async () => {
  const { folder, file } = scratchDomain();
  expect(await errorOf(folder, 'people')).toMatchObject({ code: 'BAD_CONFIG', message: expect.stringContaining('run syft-domain init') });
  await answerOf(folder, 'init');
  await answerOf(folder, 'invite', 'alice');
  expect(await errorOf(folder, 'start', '--port', '0', '--host', '0.0.0.0')).toMatchObject({
    code: 'BAD_CONFIG',
    message: expect.stringContaining('beyond loopback'),
  });
  await using domain = await Domain.open({ dataDir: folder, libraries: [] });
  await domain.listenLocal();
  const schema = file('schema.json', SCHEMA);
  const bad = file('bad.csv', `${PENGUINS}x,12,Adelie\n39,12,Emperor\n`);
  const cases: readonly (readonly [args: readonly string[], code: string, message: string])[] = [
    [['init'], 'EXISTS', 'there is a domain already'],
    [['poeple'], 'BAD_ARGUMENT', 'Did you mean people?'],
    [['invite'], 'BAD_ARGUMENT', "missing required argument 'name'"],
    [['invite', 'bob', '--until', '2001-01-01'], 'BAD_ARGUMENT', 'cannot read --until: it is in the past'],
    [['invite', 'bob', '--until', 'tomorrow'], 'BAD_ARGUMENT', 'expected a date such as 2027-06-30'],
    [['invite', 'bob', '--until', '2037-13-41'], 'BAD_ARGUMENT', 'there is no such date'],
    [['grant', 'zoe', 'penguins'], 'NOT_FOUND', 'cannot find person: none goes by "zoe"'],
    [['grant', 'alice', 'penguins'], 'NOT_FOUND', 'no dataset is named penguins'],
    [['revoke', 'g-1'], 'NOT_FOUND', 'cannot find grant'],
    [['show', '9f86:1'], 'NOT_FOUND', 'cannot find request'],
    [['approve', '9f86:1', '--uses', '0'], 'BAD_ARGUMENT', 'cannot read --uses'],
    [['start', '--port', '99999'], 'BAD_ARGUMENT', 'cannot read --port'],
    [['start', '--tls-cert', schema], 'BAD_ARGUMENT', '--tls-cert and --tls-key go together'],
    [['add', 'penguins', bad, '--schema', schema], 'BAD_DATA', 'row 5, column "bill"'],
    [['add', 'penguins', `${bad}.txt`, '--schema', schema], 'BAD_ARGUMENT', 'ends neither in .csv nor in .json'],
    [['add', 'penguins', bad, '--schema', bad], 'BAD_CONFIG', 'cannot read schema'],
    [['allowlist', 'deny', 'js.nothing'], 'NOT_FOUND', 'no accepted package allows js.nothing'],
  ];
  for (const [args, code, message] of cases) {
    expect(await errorOf(folder, ...args), args.join(' ')).toMatchObject({ code, message: expect.stringContaining(message) });
  }
  const { code, stdout, stderr } = await runCli(folder, 'add', 'penguins', bad, '--schema', schema);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toBe(
    'BAD_DATA  cannot read table: 2 problem(s)\n  row 5, column "bill": not a number\n  row 6, column "species": not one of the categories\n',
  );
  expect(await answerOf(folder, 'datasets')).toEqual([]);
});

test('the owner’s own refusals hold from the next start, and a changed package waits until it is accepted', {
  timeout: 30_000,
}, async () => {
  interface Answer {
    readonly libraries: readonly { readonly root: string; readonly entries: readonly { readonly path: string }[] }[];
    readonly denied: readonly string[];
    readonly pending: readonly { readonly package: string; readonly added: readonly string[] }[];
  }
  const { folder, file } = scratchDomain();
  await answerOf(folder, 'init');
  expect(await answerOf(folder, 'allowlist', 'deny', 'js.Math.abs')).toEqual({ denied: ['js.Math.abs'] });
  const listed = await answerOf<Answer>(folder, 'allowlist');
  expect(listed).toMatchObject({ libraries: [{ root: 'js' }], denied: ['js.Math.abs'], pending: [] });
  const paths = listed.libraries.flatMap(({ entries }) => entries.map(({ path }) => path));
  expect(paths).toContain('js.Math.acos');
  expect(paths).not.toContain('js.Math.abs');
  expect(await answerOf(folder, 'allowlist', 'allow', 'js.Math.abs')).toEqual({ denied: [] });

  const lock = { lock: 1, packages: { '@syft-libs/js': { libraries: {}, entries: { 'js.gone': '() => number' } } }, denied: [] };
  file('clinic/allowlist.lock', JSON.stringify(lock));
  const { libraries, pending } = await answerOf<Answer>(folder, 'allowlist');
  expect(libraries).toEqual([]);
  expect(pending).toMatchObject([{ package: '@syft-libs/js', removed: ['js.gone'], added: expect.arrayContaining(['js.Math.abs']) }]);
  expect(await errorOf(folder, 'allowlist', 'accept')).toMatchObject({
    code: 'BAD_ARGUMENT',
    message: expect.stringContaining('say --yes'),
  });
  expect(await answerOf(folder, 'allowlist', 'accept', '--yes')).toMatchObject({ accepted: [{ package: '@syft-libs/js' }] });
  expect(await answerOf(folder, 'allowlist', 'accept', '--yes')).toEqual({ accepted: [] });
});
