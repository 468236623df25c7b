import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { silentProgress } from '../../src/crawl/progress.ts';
import { makeSupportPackage } from '../../src/generators/support-package/make-support-package.ts';
import { FolderTree } from '../../src/generators/tree.ts';
import { checkPackage, type SyncOptions } from '../../src/sync/check-package.ts';
import { syncPackage } from '../../src/sync/sync-package.ts';
import { copyFolder, installSmallLib, makeWorkspace, SMALL_LIB, writeFiles } from '../workspace/small-workspace.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

let made: string;

beforeAll(async () => {
  made = makeWorkspace();
  installSmallLib(made);
  const tree = new FolderTree(made);
  const { fill } = await makeSupportPackage(tree, { libraries: ['small-lib'] }, { progress: silentProgress, installs: false });
  tree.flush();
  await fill();
});

afterAll(() => rmSync(made, { recursive: true, force: true }));

/** A fresh copy of the workspace, and ways to read and change the files of the package in it. */
function openCopy() {
  const copy = copyFolder(made);
  const folder = join(copy.root, 'packages/syft-small-lib');
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  const edit = (path: string, change: (text: string) => string) => {
    const changed = change(read(path));
    expect(changed).not.toBe(read(path));
    write(path, changed);
  };
  return {
    folder,
    read,
    write,
    edit,
    remove: (path: string) => rmSync(join(folder, path)),
    decide: (decisions: string) => edit('support.config.ts', (text) => text.replace('members: {}', `members: { ${decisions} }`)),
    changeLibrary: (files: Readonly<Record<string, string>>) => writeFiles(join(copy.root, 'node_modules/small-lib'), files),
    uninstall: () => rmSync(join(copy.root, 'node_modules'), { recursive: true }),
    [Symbol.dispose]: () => copy[Symbol.dispose](),
  };
}

async function findings(folder: string, options: SyncOptions = {}): Promise<readonly string[]> {
  return (await checkPackage(folder, options)).map(({ file, line, text }) => `${file}:${line}: ${text}`);
}

const STALE = 'it is not what its input generates';

describe.concurrent('check', () => {
  test('a package that was just made has nothing to mend, and syncing it writes nothing', async () => {
    using copy = openCopy();
    expect(await findings(copy.folder)).toEqual([]);
    expect(await syncPackage(copy.folder)).toMatchObject({ crawled: [], changes: [] });
  });

  test('each generated file that was edited, removed or added is named with its first line that differs', async () => {
    using copy = openCopy();
    const row =
      copy
        .read('README.md')
        .split('\n')
        .findIndex((line) => line.includes('| 1.2.3 |')) + 1;
    copy.edit('README.md', (text) => text.replace('| 1.2.3 |', '| 1.2.4 |'));
    copy.edit('manifest.json', (text) => text.replace('"contract": 1', '"contract": 2'));
    copy.edit('src/gen/surface.ts', (text) => text.replace('\n', '\n// mine\n'));
    copy.remove('test/gen/cases.ts');
    copy.remove('tsup.config.ts');
    copy.write('src/gen/extra.ts', 'export {};\n');
    copy.write('crawl/gone.json', '{}\n');
    expect(await findings(copy.folder)).toEqual([
      `README.md:${row}: ${STALE}`,
      `manifest.json:3: ${STALE}`,
      `src/gen/surface.ts:2: ${STALE}`,
      'test/gen/cases.ts:1: the file is not there',
      'tsup.config.ts:1: the file is not there',
      'crawl/gone.json:1: nothing generates this file',
      'src/gen/extra.ts:1: nothing generates this file',
    ]);
  });

  test('a decision that was edited and not synced shows in what it decides', async () => {
    using copy = openCopy();
    copy.decide("log: { verdict: 'refuse', reason: 'prints' }");
    expect(await findings(copy.folder)).toContainEqual(expect.stringMatching(/^manifest\.json:\d+: it is not/));
  });

  test('a library whose files changed is to be crawled again, and it is said what changed', async () => {
    using copy = openCopy();
    copy.changeLibrary({ 'index.js': `${SMALL_LIB['index.js']}exports.half = (x) => x / 2;\n` });
    const line =
      copy
        .read('crawl/smallLib.json')
        .split('\n')
        .findIndex((text) => text.includes('"digest"')) + 1;
    expect(await findings(copy.folder)).toEqual([
      `crawl/smallLib.json:${line}: the library small-lib changed: its files differ, 1.2.3 as before`,
    ]);
    copy.changeLibrary({ 'package.json': SMALL_LIB['package.json']?.replace('1.2.3', '1.3.0') ?? '' });
    expect(await findings(copy.folder)).toEqual([`crawl/smallLib.json:${line}: the library small-lib changed: 1.2.3 became 1.3.0`]);
  });

  test('a library that is not installed is told apart from one that changed, and all else is compared', async () => {
    using copy = openCopy();
    copy.uninstall();
    copy.remove('manifest.json');
    expect(await checkPackage(copy.folder)).toEqual([
      {
        file: 'crawl/smallLib.json',
        line: 3,
        text: 'small-lib is not installed, so it cannot be compared',
        fix: 'install the dependencies',
      },
      { file: 'manifest.json', line: 1, text: 'the file is not there', fix: 'run `redback sync` and commit what it writes' },
    ]);
  });

  test.each<[string, (text: string) => string, RegExp]>([
    ['that is no JSON', () => '{', /:1: cannot read snapshot crawl\/smallLib\.json: it is no JSON$/],
    ['of another format', (text) => text.replace('"snapshot": 1', '"snapshot": 2'), /:1: cannot read snapshot .* of another format/],
    [
      'of another library',
      (text) => text.replace('"name": "small-lib"', '"name": "other"'),
      /: it holds other under smallLib, not small-lib/,
    ],
    [
      'of an older RedBack',
      (text) => text.replace(/"redback": "[^"]+"/, '"redback": "0.9.0"'),
      /: this RedBack sees more, or otherwise, than RedBack 0\.9\.0/,
    ],
  ])('a snapshot %s is found', async (_, change, expected) => {
    using copy = openCopy();
    copy.edit('crawl/smallLib.json', change);
    expect((await findings(copy.folder))[0]).toMatch(expected);
  });

  test('a snapshot that somebody has edited is named, and crawled away', async () => {
    using copy = openCopy();
    copy.edit('crawl/smallLib.json', (text) => text.replace('(x: number) => number', '(x: number) => string'));
    // One cause is told, and not each file that it would change.
    expect(await findings(copy.folder)).toEqual([
      expect.stringMatching(/^crawl\/smallLib\.json:\d+: it was changed after the crawl that made it/),
    ]);
    await syncPackage(copy.folder);
    expect(await findings(copy.folder, { crawl: true })).toEqual([]);
  });

  test.each<[string, string, string]>([
    [
      'a member that is not there',
      "members: { ad: { verdict: 'refuse', reason: 'x' } }",
      'support.config.ts:9: ad: small-lib has no such member; did you mean add?',
    ],
    ['no reason', "members: { add: { verdict: 'refuse' } }", 'support.config.ts:9: add: a decision needs a reason, which the README shows'],
    [
      'an unknown word',
      "members: { add: { verdict: 'deny', reason: 'x' } }",
      'support.config.ts:9: add: verdict has to be allow, refuse or review',
    ],
    ['what throws', 'members: nobody', 'support.config.ts:9: it does not run: nobody is not defined'],
  ])('a config with %s is named by its line', async (_, members, expected) => {
    using copy = openCopy();
    copy.edit('support.config.ts', (text) => text.replace('members: {}', members));
    expect(await findings(copy.folder)).toEqual([expected]);
  });

  test('a config may import the contracts and nothing else', async () => {
    using copy = openCopy();
    copy.edit('support.config.ts', (text) => `${text}\nimport 'small-lib';\n`);
    const said = "it imports 'small-lib', and may import '@syft-libs/ast' alone";
    expect(await findings(copy.folder)).toEqual([expect.stringMatching(new RegExp(`^support\\.config\\.ts:\\d+: ${said}$`))]);
    await expect(syncPackage(copy.folder)).rejects.toMatchObject({ code: 'BAD_CONFIG', message: expect.stringContaining(said) });
  });
});

describe.concurrent('sync', () => {
  test('every file that people wrote stays, the generated ones come back, and what nothing generates goes', async () => {
    using copy = openCopy();
    const manifest = copy.read('manifest.json');
    copy.edit('README.md', (text) => `${text}\nA word of ours.\n`);
    copy.write('src/support.ts', '// ours\n');
    copy.write('src/own.ts', 'export const own = 1;\n');
    copy.write('manifest.json', '{}');
    copy.write('bench/gen/old.ts', '');
    expect(await syncPackage(copy.folder)).toMatchObject({
      crawled: [],
      changes: [
        { path: 'bench/gen/old.ts', kind: 'delete' },
        { path: 'manifest.json', kind: 'update' },
      ],
    });
    expect(copy.read('manifest.json')).toBe(manifest);
    expect(copy.read('README.md')).toMatch(/A word of ours\.\n$/);
    expect([copy.read('src/support.ts'), copy.read('src/own.ts')]).toEqual(['// ours\n', 'export const own = 1;\n']);
  });

  test('a changed library is crawled again, and a decision of before holds', async () => {
    using copy = openCopy();
    copy.decide("add: { verdict: 'refuse', reason: 'we said so' }");
    copy.changeLibrary({ 'index.js': `${SMALL_LIB['index.js']}exports.half = (x) => x / 2;\n` });
    expect(await syncPackage(copy.folder)).toMatchObject({ crawled: ['small-lib'] });
    expect(copy.read('manifest.json')).toContain('"path": "smallLib.half"');
    expect(copy.read('manifest.json')).toContain('we said so');
    expect(await findings(copy.folder)).toEqual([]);
  });

  test('whoever allows what no call shows is warned until cases by hand name the member', async () => {
    using copy = openCopy();
    copy.decide("twice: { verdict: 'allow', reason: 'read', signatures: ['(x: string) => number'] }");
    const { notes } = await syncPackage(copy.folder);
    expect(notes.map(({ code, path }) => `${code} ${path}`)).toEqual(['no-cases smallLib.twice']);
    copy.edit('test/conformance.test.ts', (text) => text.replace('cases,', "cases: { ...cases, 'smallLib.twice': [['4']] },"));
    expect(await syncPackage(copy.folder)).toMatchObject({ notes: [] });
  });

  test('a decision on a member that is not there writes nothing', async () => {
    using copy = openCopy();
    copy.decide("ad: { verdict: 'allow', reason: 'x' }");
    copy.write('manifest.json', '{}');
    const message = expect.stringMatching(/^cannot follow decisions: .*\n .*did you mean add\?$/);
    await expect(syncPackage(copy.folder)).rejects.toMatchObject({ code: 'BAD_CONFIG', message });
    expect(copy.read('manifest.json')).toBe('{}');
  });
});
