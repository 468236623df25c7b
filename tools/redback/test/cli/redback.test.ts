import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { commandsHere, typable } from '../../src/cli/commands-here.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import { parseSnapshot } from '../../src/snapshot-file/snapshot-file.ts';
import { type RedbackRun, redback } from '../workspace/run-redback.ts';
import { installSmallLib, makeWorkspace, writeFiles } from '../workspace/small-workspace.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

let root: string;
let first: RedbackRun;
const folder = () => join(root, 'packages/syft-small-lib');

beforeAll(async () => {
  root = makeWorkspace();
  installSmallLib(root);
  first = await redback(root, 'new', 'small-lib', '--no-install');
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

test('new makes a package, tells what was decided, and what to do next', () => {
  expect(first.code).toBe(0);
  expect(first.stdout).toMatch(
    /^made @syft-libs\/small-lib in packages\/syft-small-lib\n\nlibrary +found +allowed +refused +review +callables\n/,
  );
  expect(first.stdout).toMatch(
    /\nsmall-lib 1\.2\.3 +3 +\d +\d +\d +\d of \d +\d+ %\n\nverdict +rule for small-lib +not counted +members +such as\n/,
  );
  const { pnpm, redback: command } = commandsHere();
  expect(first.stdout.slice(first.stdout.indexOf('next:')).split('\n')).toEqual([
    'next:',
    `  ${pnpm} nx test @syft-libs/small-lib`,
    `  decide in packages/syft-small-lib/support.config.ts what waits for review, then ${command} sync --dir packages/syft-small-lib`,
    '  commit it, with the changeset that came along',
    '',
  ]);
  expect(first.stderr).toMatch(/^proving the cage\nloading \(1\)\nreading declarations\n/);
  expect(existsSync(join(root, '.changeset/small-lib.md'))).toBe(true);
});

test('the library goes into the catalog at its exact version, and everything else in that file stays', () => {
  expect(readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')).toBe(
    "packages:\n  - packages/*\n\n# Kept.\ncatalog:\n  '@types/node': 24.0.0\n  small-lib: 1.2.3\n  ws: ^8.0.0\n\nnodeVersion: 24.21.0\n",
  );
  expect(JSON.parse(readFileSync(join(folder(), 'package.json'), 'utf8'))).toMatchObject({ dependencies: { 'small-lib': 'catalog:' } });
});

describe.concurrent('on a package that is there', () => {
  test('new refuses and changes nothing', async () => {
    const before = readFileSync(join(folder(), 'package.json'), 'utf8');
    expect(await redback(root, 'new', 'small-lib', '--no-install')).toEqual({
      code: 1,
      stdout: '',
      stderr: typable(
        'EXISTS  cannot make support package: there is one in packages/syft-small-lib already; `redback sync --dir packages/syft-small-lib` makes it anew\n',
      ),
    });
    expect(readFileSync(join(folder(), 'package.json'), 'utf8')).toBe(before);
  });

  test('check answers 0 and a line, sync says that nothing was to be done', async () => {
    expect(await redback(folder(), 'check')).toEqual({ code: 0, stdout: 'no difference\n', stderr: '' });
    const { code, stdout } = await redback(root, 'sync', '--dir', 'packages/syft-small-lib');
    expect({ code, first: stdout.split('\n')[0] }).toEqual({
      code: 0,
      first: 'nothing crawled: the libraries are as they were; no file changed',
    });
    expect(JSON.parse((await redback(folder(), 'sync', '--check', '--json')).stdout)).toEqual([]);
  });

  test('crawl prints what it saw, or writes all of it', async () => {
    const { code, stdout } = await redback(root, 'crawl', 'small-lib', '-o', 'seen.json');
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]).toBe('small-lib 1.2.3 as smallLib');
    expect(stdout).toMatch(/\nentry points +1 {2}1 load\n.*\nmembers +3 {2}0 of them aliases\n +at run time +3\n +declared +3\n/);
    expect(readFileSync(join(root, 'seen.json'), 'utf8')).toBe(readFileSync(join(folder(), 'crawl/smallLib.json'), 'utf8'));
    expect(parseSnapshot(readFileSync(join(root, 'seen.json'), 'utf8'), 'seen.json').library.name).toBe('small-lib');
  });
});

/** The same command line without a process around it. */
async function run(...args: readonly string[]): Promise<RedbackRun> {
  const printed = { stdout: '', stderr: '' };
  const into = (name: keyof typeof printed) => ({
    write: (text: string) => {
      printed[name] += text;
    },
  });
  const code = await runCli(args, { stdout: into('stdout'), stderr: into('stderr'), cwd: () => root });
  return { code, ...printed };
}

test('diff tells what changed since the kept snapshot, and writes the changeset that follows', async () => {
  const file = join(folder(), 'crawl/smallLib.json');
  const older = parseSnapshot(readFileSync(file, 'utf8'), 'older');
  const members = older.members.filter(({ path }) => path !== 'smallLib.twice');
  writeFiles(root, { 'older.json': JSON.stringify({ ...older, library: { ...older.library, version: '1.2.2' }, members }) });
  const same = ['diff', 'small-lib', '--from', file, '--to', file];
  expect(await run(...same)).toMatchObject({ code: 0 });
  const { code, stdout } = await run(
    'diff',
    'small-lib',
    '--dir',
    folder(),
    '--from',
    'older.json',
    '--to',
    file,
    '--changeset',
    'next.md',
  );
  expect(code).toBe(1);
  expect(stdout).toMatch(/^small-lib 1\.2\.2 → 1\.2\.3\n/);
  expect(stdout).toContain('smallLib.twice');
  expect(readFileSync(join(root, 'next.md'), 'utf8')).toMatch(/^---\n'@syft-libs\/small-lib': minor\n---\n/);
});

test('diff compares one library with itself alone', async () => {
  const file = join(folder(), 'crawl/smallLib.json');
  const kept = parseSnapshot(readFileSync(file, 'utf8'), 'kept');
  writeFiles(root, { 'other.json': JSON.stringify({ ...kept, library: { ...kept.library, name: 'other-lib' } }) });
  // Nothing is crawled before that is said.
  for (const [from, to] of [
    [file, 'other.json'],
    ['1.2.2', 'other.json'],
    ['other.json', '1.2.2'],
  ] as const)
    expect(await run('diff', 'small-lib', '--from', from, '--to', to)).toEqual({
      code: 2,
      stdout: '',
      stderr: 'BAD_ARGUMENT  cannot compare small-lib: other.json is a snapshot of other-lib\n',
    });
});

test('what check finds comes with a command that can be typed where it was started', async () => {
  const file = join(folder(), 'src/gen/surface.ts');
  const before = readFileSync(file, 'utf8');
  writeFiles(folder(), { 'src/gen/surface.ts': `// mine\n${before}` });
  const { code, stdout } = await run('check', '--dir', 'packages/syft-small-lib');
  writeFiles(folder(), { 'src/gen/surface.ts': before });
  expect({ code, lines: stdout.split('\n') }).toEqual({
    code: 1,
    lines: [
      'src/gen/surface.ts:1: it is not what its input generates',
      `    run \`${commandsHere().redback} sync --dir packages/syft-small-lib\` and commit what it writes`,
      '1 difference',
      '',
    ],
  });
});

test('sync of a folder that is no support package says so', async () => {
  writeFiles(root, { 'plain/package.json': '{ "name": "plain" }\n' });
  expect(await run('sync', '--dir', 'plain')).toEqual({
    code: 1,
    stdout: '',
    stderr: typable(
      'BAD_CONFIG  cannot read decisions: support.config.ts:1: there is no such file, so this folder is no support package; name one with --dir, or make one with `redback new <library>`\n',
    ),
  });
});

test('a package of which nothing is allowed says so', async () => {
  writeFiles(join(root, 'node_modules/loud-lib'), {
    'package.json': '{ "name": "loud-lib", "version": "1.0.0", "main": "index.js" }\n',
    'index.js': 'exports.log = (x) => console.log(x);\n',
  });
  const { code, stdout } = await run('new', 'loud-lib', '--no-install');
  expect(code).toBe(0);
  expect(stdout).toContain('\nnothing of loud-lib is allowed: its tests pass and it is of no use yet; the rules above say why\nnext:\n');
});

describe('wrong usage ends with 2 and one line', () => {
  test.each<[string, readonly string[], string]>([
    ['an unknown command', ['frob'], "BAD_ARGUMENT  cannot run: unknown command 'frob'"],
    [
      'a file in no folder',
      ['crawl', 'small-lib', '-o', 'nowhere/x.json'],
      'BAD_ARGUMENT  cannot write nowhere/x.json: its folder is not there',
    ],
    ['no library', ['new'], 'BAD_ARGUMENT  cannot make support package: no library is named, as in `redback new my-library`'],
    ['no name of a package', ['new', '../x'], 'BAD_ARGUMENT  cannot make support package: ../x is no name of a package'],
    [
      'one version for two',
      ['new', 'a', 'b', '--version', '1.0.0'],
      'BAD_ARGUMENT  cannot make support package: --version is for one library; write name@version for several',
    ],
    [
      'a root of no library',
      ['new', 'a', '--root', 'b=c'],
      'BAD_ARGUMENT  cannot make support package: --root names b, which is none of the libraries',
    ],
    ['one root for two', ['new', 'a-b', 'aB'], 'BAD_ARGUMENT  cannot make support package: two libraries have the root aB'],
    [
      'a folder elsewhere',
      ['new', 'a', '--dir', '../a'],
      'BAD_ARGUMENT  cannot make support package: its folder lies outside; name one below the current folder',
    ],
    [
      'a snapshot that is not kept',
      ['diff', 'not-kept'],
      'BAD_ARGUMENT  cannot compare not-kept: no snapshot of it is kept here; use --from with a version or a file, or --dir',
    ],
    [
      'a library that is not installed',
      ['crawl', 'not-there'],
      'BAD_ARGUMENT  cannot crawl not-there: it is not installed; add it to the project that you crawl from',
    ],
  ])('%s', async (_, args, said) => {
    expect(await run(...args)).toEqual({ code: 2, stdout: '', stderr: `${typable(said)}\n` });
  });

  test('help is an answer', async () => {
    const { code, stdout } = await run();
    expect(code).toBe(0);
    for (const name of ['crawl', 'new', 'sync', 'check', 'diff']) expect(stdout).toMatch(new RegExp(`\n {2}${name} `));
  });
});

test('outside the workspace a package stands alone: nothing in it reaches out of its folder', async () => {
  const outside = makeWorkspace();
  try {
    rmSync(join(outside, 'pnpm-workspace.yaml'));
    installSmallLib(outside);
    writeFiles(outside, { 'package.json': '{ "name": "mine" }' });
    expect(await redback(outside, 'new', 'small-lib', '--name', '@acme/syft-small', '--no-install')).toMatchObject({ code: 0 });
    const read = (path: string) => readFileSync(join(outside, 'syft-small', path), 'utf8');
    expect(JSON.parse(read('package.json'))).toMatchObject({
      name: '@acme/syft-small',
      scripts: { test: 'vitest run' },
      devDependencies: { '@syft-libs/ast': '^1.0.0', '@syft-libs/testing': '^1.0.0', vitest: expect.any(String) },
    });
    for (const path of ['package.json', 'tsconfig.json', 'tsup.config.ts', 'vitest.config.ts'])
      expect(read(path)).not.toMatch(/\.\.\/|workspace:|catalog:/);
    expect(await redback(join(outside, 'syft-small'), 'check')).toMatchObject({ code: 0 });
  } finally {
    rmSync(outside, { recursive: true, force: true });
  }
});
