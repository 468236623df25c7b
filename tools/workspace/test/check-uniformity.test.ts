import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkUniformity } from '../src/check-uniformity.ts';
import { EXCEPTIONS, type Exception } from '../src/uniformity/exceptions.ts';
import { ScratchWorkspace } from './scratch-workspace.ts';

const SUPPORT = 'packages/syft-simple-statistics';
const CORE = 'packages/syft-client';
const RESTORE = 'run `pnpm nx g @syft-libs/redback:sync packages/syft-simple-statistics` and commit what it writes';

let scratch: ScratchWorkspace;
const problems = (exceptions: readonly Exception[] = []) =>
  checkUniformity(scratch.root, exceptions).map(({ file, line, text, fix }) => `${file}:${line}: ${text}: ${fix.split('; or give')[0]}`);

beforeEach(() => {
  scratch = new ScratchWorkspace(SUPPORT, CORE);
});
afterEach(() => scratch[Symbol.dispose]());

test('packages that look like their kinds pass', () => {
  expect(problems()).toEqual([]);
});

describe('a support package is held to what RedBack emits', () => {
  test.each(['src/runtime.ts', 'vitest.config.ts', 'compat.json', 'test/twin.test.ts', 'manifest.json', 'README.md'])(
    'a dropped %s is named, with the command that writes it again',
    (file) => {
      scratch.remove(`${SUPPORT}/${file}`);
      expect(problems()).toEqual([`${SUPPORT}/${file}:1: every package of its kind has this file: ${RESTORE}`]);
    },
  );

  test('a config of its own is named by the line that differs', () => {
    const line = scratch.read(`${SUPPORT}/tsup.config.ts`).split('\n')[2];
    scratch.edit(`${SUPPORT}/tsup.config.ts`, (text) => text.replace("'src/index.ts', ", ''));
    expect(problems()).toEqual([`${SUPPORT}/tsup.config.ts:3: the file differs from that of its kind: write ${line}`]);
  });

  test('package.json has the same keys, scripts, exports and engines, in the same order', () => {
    scratch.edit(`${SUPPORT}/package.json`, (text) => {
      const { license, scripts, engines, ...rest } = JSON.parse(text) as Record<string, object>;
      return JSON.stringify({ ...rest, engines: { node: '>=20' }, scripts: { ...scripts, test: 'vitest' }, license }, null, 2);
    });
    const found = problems().map((problem) => problem.replace(/^[^:]*:\d+: /, ''));
    expect(found).toContain('"node" differs from its kind: write "node": "^22.22.3 || ^24.11.1 || >=26"');
    expect(found).toContain('"test" differs from its kind: write "test": "vitest run"');
    expect(
      found.some((problem) => problem.includes('is out of order: the order is name, version, description, license, type, engines')),
    ).toBe(true);
  });

  test('what it exports and gives to defineSupport is the same, and in the same order', () => {
    scratch.edit(`${SUPPORT}/src/support.ts`, (text) =>
      text.replace('  guards,\n  costs,\n', '  costs,\n').concat('export const more = 1;\n'),
    );
    expect(problems()).toEqual([
      `${SUPPORT}/src/support.ts:1: there is no \`defineSupport: guards\`: add it: guards,`,
      `${SUPPORT}/src/support.ts:20: \`export more\` is nothing that its kind has: move it to a file of its own, or delete it`,
    ]);
  });

  test('the README has its headings in order and its tables', () => {
    scratch.edit(`${SUPPORT}/README.md`, (text) => text.replace('## Concepts', '## Ideas').replace('<!-- generated: allowed -->', ''));
    expect(problems().map((problem) => problem.split(': ').slice(1, 3).join(': '))).toEqual([
      'there is no generated table of allowed: put <!-- generated',
      'there is no heading Concepts: write ## Concepts; the headings are Install, Example, Concepts, What this package adds, Members, and others after them',
    ]);
  });

  test('files that no other has, and a ninth source file, are named', () => {
    scratch.write(`${SUPPORT}/scripts/release.sh`, '');
    for (let index = 0; index < 6; index++) scratch.write(`${SUPPORT}/src/codecs/c${index}.ts`, '');
    expect(problems()).toEqual([
      `${SUPPORT}/scripts/:1: no other package of its kind has this: move it into src/ or test/, or delete it`,
      `${SUPPORT}/src/:1: 9 hand-written source files, at most 8: let RedBack generate more, or move what others may need to @syft-libs/ast`,
    ]);
  });

  test('decisions that cannot be read are a failure of the check, not of the program', () => {
    scratch.edit(`${SUPPORT}/support.config.ts`, () => 'export default 1;\n');
    expect(problems().join()).toContain('it cannot be said how the package ought to look: cannot read decisions');
  });
});

describe('other kinds are held to a table', () => {
  test('a dropped file, a script of its own and an entry point that is not published are named', () => {
    scratch.remove(`${CORE}/vitest.config.ts`);
    scratch.edit(`${CORE}/package.json`, (text) =>
      text
        .replace('"test": "vitest run"', '"test": "vitest run --silent"')
        .replace('"./node": {\n        "types"', '"./nodes": {\n        "types"'),
    );
    expect(problems().map((problem) => problem.replace(/: [^:]*: .*/s, ''))).toEqual([
      expect.stringContaining(`${CORE}/package.json`),
      expect.stringContaining(`${CORE}/package.json`),
      expect.stringContaining(`${CORE}/package.json`),
      expect.stringContaining(`${CORE}/vitest.config.ts:1`),
    ]);
    expect(problems().join('\n')).toContain(`write "import { preset } from '../../vitest.preset.ts'`);
  });

  test('a package without a kind is told which there are', () => {
    scratch.edit(`${CORE}/package.json`, (text) => text.replace('kind:core', 'core'));
    expect(problems()).toEqual([
      `${CORE}/package.json:1: the package is of no kind: write "nx": { "tags": ["kind:…"] } with one of core, support, tool, internal`,
    ]);
  });
});

describe('exceptions', () => {
  test('an exception covers its place, and the message says how to write one', () => {
    scratch.write(`${SUPPORT}/scripts/release.sh`, '');
    const [problem] = checkUniformity(scratch.root, []);
    expect(problem?.fix).toContain("{ package: 'simple-statistics', place: 'scripts/', reason: '…' }");
    expect(problems([{ package: 'simple-statistics', place: 'scripts/', reason: 'a test' }])).toEqual([]);
  });

  test('one that nothing needs is a failure, with its line', () => {
    const bundled = EXCEPTIONS.filter(({ package: name, place }) => name === 'numjs' && place === 'build/');
    expect(problems(bundled)).toEqual([
      expect.stringMatching(
        /^tools\/workspace\/src\/uniformity\/exceptions\.ts:\d+: nothing needs the exception of numjs at build\/: delete the line$/,
      ),
    ]);
  });

  test('this workspace is uniform, and each exception has a reason', () => {
    expect(checkUniformity()).toEqual([]);
    for (const { reason } of EXCEPTIONS) expect(reason.length).toBeGreaterThan(10);
  });
});
