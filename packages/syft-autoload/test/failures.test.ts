// Whatever goes wrong with a support package, a program does what it does without autoload: same output, same exit code, same end.
import { afterEach, describe, expect, test } from 'vitest';
import type { SupportReport } from '../src/index.ts';
import { Application, type RunOptions } from './tree/application.ts';
import { type FakePackage, library, support } from './tree/fake-package.ts';
import { NODES, PRELOAD } from './tree/node-programs.ts';

let app: Application | undefined;
afterEach(() => app?.[Symbol.dispose]());

const PROGRAM = `
import { answer } from 'calc';
console.log('the answer is', answer);
console.error('to whom it concerns');
await new Promise((resolve) => setTimeout(resolve, 10));
process.exitCode = 3;
`;

const broken = (autoload: string | null) => support('@acme/syft-calc', 'calc', { autoload });

/** What may be wrong with a support package, and what the report says of it. */
const CASES: Readonly<
  Record<string, readonly [FakePackage, Pick<SupportReport, 'state'> & { readonly reason: RegExp; readonly todo: RegExp }]>
> = {
  'is for other versions of its library': [
    support('@acme/syft-calc', 'calc', { range: '^2.0.0' }),
    {
      state: 'refused',
      reason: /^calc is there in version 1\.2\.3, and the package is for \^2\.0\.0$/,
      todo: /install calc in a version of \^2\.0\.0/,
    },
  ],
  'throws when it is loaded': [
    broken("throw new Error('no luck');"),
    { state: 'failed', reason: /Error: no luck/, todo: /install @acme\/syft-calc again/ },
  ],
  'throws what is no error': [
    broken('throw { toString() { throw 1; } };'),
    { state: 'failed', reason: /something that has no text/, todo: /install/ },
  ],
  'is no JavaScript': [broken('registerSupport('), { state: 'failed', reason: /SyntaxError/, todo: /install/ }],
  'lacks the file': [broken(null), { state: 'failed', reason: /autoload\.js/, todo: /install/ }],
  'imports what is not there': [broken("import 'nowhere';"), { state: 'failed', reason: /Cannot find package 'nowhere'/, todo: /install/ }],
  'registers nothing': [broken('export {};'), { state: 'failed', reason: /registered no support package/, todo: /install/ }],
  'never ends': [broken('await new Promise(() => {});'), { state: 'failed', reason: /did not end within 0\.2 s/, todo: /install/ }],
  'was made for another contract': [
    support('@acme/syft-calc', 'calc', { syft: { contract: 2, libraries: { calc: '*' } } }),
    { state: 'refused', reason: /contract 2, the core has 1/, todo: /install another version of @acme\/syft-calc/ },
  ],
  'says of itself what nobody understands': [
    support('@acme/syft-calc', 'calc', { syft: { contract: '1', libraries: ['calc'], eager: true } }),
    {
      state: 'refused',
      reason: /unknown key, eager; syft\.contract is no integer; syft\.libraries names no library/,
      todo: /install another version/,
    },
  ],
};

/** Runs a program twice, without autoload and with it, and expects no difference. */
async function sameTwice(node: string, file: string, options: RunOptions = {}) {
  const env = { SYFT_AUTOLOAD_DEADLINE: '200', ...options.env };
  const without = await (app as Application).run(node, file, { ...options, env });
  const preloaded = await (app as Application).run(node, file, { ...options, env, flags: [...(options.flags ?? []), PRELOAD] });
  const { report, ...seen } = preloaded;
  expect({ ...seen, report: undefined }).toEqual(without);
  return { ...seen, report };
}

describe.each(NODES)('%s', { timeout: 30_000 }, (_, node) => {
  test.each(Object.entries(CASES))('a program goes on when a support package %s', async (_, [bad, expected]) => {
    app = await Application.npm([library('calc'), bad, library('grid'), support('@syft-libs/grid', 'grid')], {
      'main.mjs': `import 'grid';${PROGRAM}`,
      'wait.mjs': `import 'grid';${PROGRAM}await globalThis[Symbol.for('@syft-libs/autoload/1')]?.ready();`,
    });
    const { code, stdout } = await sameTwice(node, 'main.mjs');
    expect({ code, stdout }).toEqual({ code: 3, stdout: 'the answer is 42\n' });
    const { report } = await sameTwice(node, 'wait.mjs');
    const [calc, grid] = ['@acme/syft-calc', '@syft-libs/grid'].map((name) => report?.supports.filter((one) => one.name === name));
    expect(calc).toEqual([
      expect.objectContaining({
        state: expected.state,
        reason: expect.stringMatching(expected.reason),
        todo: expect.stringMatching(expected.todo),
      }),
    ]);
    expect(grid).toEqual([expect.objectContaining({ state: 'loaded', reason: 'the program loads grid 1.2.3' })]);
  });

  test('a program goes on when nothing is installed, or there is no package.json at all', async () => {
    app = await Application.npm([], { 'main.mjs': "console.log('alone');\nprocess.exitCode = 4;" });
    const { report } = await sameTwice(node, 'main.mjs');
    expect(report).toEqual({ active: true, supports: [], notes: [] });
    app.remove('package.json');
    expect(await sameTwice(node, 'main.mjs')).toMatchObject({ code: 4, report: { active: true, supports: [], notes: [] } });
  });

  test('a program ends as it would, whichever way that is', async () => {
    const ends = {
      'throws.mjs': "import 'calc';\nthrow new TypeError('mine');",
      'throws.cjs': "require('calc');\nthrow new TypeError('mine');",
      'rejects.mjs': "import 'calc';\nPromise.reject(new Error('left alone'));",
      'exits.mjs': "import 'calc';\nprocess.exit(5);",
      'waits.mjs': "import 'calc';\nawait new Promise(() => {});",
      'misses.mjs': "import 'calc';\nimport './nowhere.mjs';",
      'misses.cjs': "require('calc');\nrequire('./nowhere.cjs');",
      'wants.mjs': "import { nothing } from 'calc';",
      'garbles.mjs': "import 'calc';\nimport './garbled.mjs';",
      'garbled.mjs': 'let let let',
      'nothing.mjs': '',
      'typeless.js': "import 'calc';\nconsole.log('no type is said');",
      'json.mjs': "import 'calc';\nimport json from './package.json' with { type: 'json' };\nconsole.log(json.name);",
      'builtin.cjs': "require('calc');\nconsole.log(require('node:path').sep, require('os').EOL, require.resolve('calc').slice(-8));",
      'warns.mjs': "import 'calc';\nprocess.emitWarning('careful');",
    };
    app = await Application.npm([library('calc'), support('@acme/syft-calc', 'calc')], ends);
    const codes: Record<string, number | null> = {};
    for (const file of Object.keys(ends)) {
      if (file === 'garbled.mjs') continue;
      const { stdout, code } = await app.run(node, file);
      // Any `--import` has Node load a CommonJS program in another way, which shows in the frames of its own that it prints.
      const seen = await sameTwice(node, file, { flags: ['--import=./nothing.mjs'] });
      expect({ stdout: seen.stdout, code: seen.code }).toEqual({ stdout, code });
      codes[file] = code;
    }
    expect(codes).toMatchObject({ 'throws.mjs': 1, 'exits.mjs': 5, 'waits.mjs': 13, 'typeless.js': 0, 'json.mjs': 0, 'builtin.cjs': 0 });
  }, 60_000);

  test('a library that CommonJS code has loaded before is found', async () => {
    const packages = [library('calc', { kind: 'cjs' }), support('@acme/syft-calc', 'calc')];
    app = await Application.npm(packages, {
      'early.cjs': "require('calc');",
      'main.cjs': "setTimeout(() => {}, 20);\nconsole.log('late');",
    });
    const { report } = await sameTwice(node, 'main.cjs', { flags: ['--require=./early.cjs'] });
    expect(report?.supports).toEqual([expect.objectContaining({ state: 'loaded' })]);
  });

  test('where nothing can be known of what was loaded before, the report says so', async () => {
    const packages = [library('calc'), support('@acme/syft-calc', 'calc')];
    app = await Application.npm(packages, { 'main.mjs': "import '@syft-libs/autoload';\nimport 'calc';\nsetTimeout(() => {}, 20);" });
    const flags = ['--permission', '--allow-fs-read=*', '--allow-fs-write=*'];
    const { report, code } = await app.run(node, 'main.mjs', { flags });
    expect(code).toBe(0);
    expect(report?.supports).toEqual([expect.objectContaining({ state: 'skipped' })]);
    expect(report?.notes).toEqual([expect.stringContaining('start it with node --import @syft-libs/autoload')]);
  });

  test("what a support package's code does to the process is the program's doing, as with anything imported", async () => {
    const doings = { 'process.exitCode = 7;': 7, "Promise.reject(new Error('left alone'));": 1, "console.log('mine');": 0 };
    for (const [doing, code] of Object.entries(doings)) {
      app?.[Symbol.dispose]();
      app = await Application.npm([library('calc'), broken(doing)], { 'main.mjs': "import 'calc';\nsetTimeout(() => {}, 50);" });
      expect((await app.run(node, 'main.mjs', { flags: [PRELOAD] })).code).toBe(code);
    }
  });

  test('what somebody has put on Object.prototype decides nothing', async () => {
    const polluted =
      "Object.assign(Object.prototype, { syft: { contract: 1, libraries: { calc: '*' } }, dependencies: { '@acme/evil': '*' }, problems: ['none'], field: {} });\n";
    const evil = support('@acme/evil', 'calc', { syft: undefined });
    app = await Application.npm([library('calc'), evil, library('grid'), support('@syft-libs/grid', 'grid')], {
      'pollute.cjs': polluted,
      'main.mjs': "import 'calc';\nimport 'grid';\nsetTimeout(() => {}, 20);",
    });
    const { report } = await sameTwice(node, 'main.mjs', { flags: ['--require=./pollute.cjs'] });
    expect(report?.supports).toEqual([expect.objectContaining({ name: '@syft-libs/grid', state: 'loaded' })]);
  });
});
