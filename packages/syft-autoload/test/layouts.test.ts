// Where a package manager may have put a support package, and what is never looked for.
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { Application, type RunOptions } from './tree/application.ts';
import { library, support } from './tree/fake-package.ts';
import { NODES, PRELOAD, PRINT_ORDER } from './tree/node-programs.ts';
import { packInto } from './tree/packed.ts';

let app: Application;
afterEach(() => app[Symbol.dispose]());

const MAIN = { 'main.mjs': `import 'calc';\n${PRINT_ORDER}` };
const grid = library('grid');
const calc = library('calc', { dependencies: ['grid'] });
const forGrid = support('@syft-libs/grid', 'grid');
const forCalc = support('@acme/syft-calc', 'calc');

describe.each(NODES)('%s', { timeout: 30_000 }, (_, node) => {
  async function print(file = 'main.mjs', options: RunOptions = {}): Promise<{ readonly order: string[]; readonly libraries: string[] }> {
    const { stdout, stderr, code } = await app.run(node, file, { flags: [PRELOAD], ...options });
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    return JSON.parse(stdout) as { readonly order: string[]; readonly libraries: string[] };
  }

  test('with npm: side by side', async () => {
    app = await Application.npm([grid, calc, forGrid, forCalc], MAIN);
    expect((await print()).order).toEqual(['grid', 'calc', '@syft-libs/grid', '@acme/syft-calc']);
  });

  test('with pnpm: each package in a folder of its own, behind links', async () => {
    app = await Application.pnpm([grid, calc, forGrid, forCalc], MAIN, ['calc', '@acme/syft-calc', '@syft-libs/grid']);
    expect((await print()).order).toEqual(['grid', 'calc', '@syft-libs/grid', '@acme/syft-calc']);
  });

  test('a package that nobody has asked for is not loaded, though it lies there', async () => {
    app = await Application.npm([grid, calc, forGrid, forCalc], MAIN, ['@acme/syft-calc']);
    expect((await print()).libraries).toEqual(['grid']);
  });

  test('the dependencies of an installed package bring theirs along: with pnpm, where the application cannot see them', async () => {
    const tool = library('tool', { dependencies: ['calc', '@acme/syft-calc'] });
    const quiet = { ...tool, files: { 'index.js': "import 'calc';" } };
    app = await Application.pnpm([grid, calc, forGrid, forCalc, quiet], { 'main.mjs': `import 'tool';\n${PRINT_ORDER}` }, ['tool']);
    expect((await print()).order).toEqual(['grid', 'calc', '@acme/syft-calc']);
  });

  test('with npm: nested, because another version is in the way; each copy of the library is judged for itself', async () => {
    app = await Application.npm([library('calc', { version: '0.9.0' }), forCalc, library('tool')], {
      'main.mjs': `import 'calc';\nimport 'tool';\n${PRINT_ORDER}`,
    });
    const tool = library('tool', { dependencies: ['calc'] });
    app.writePackage('node_modules/tool', { ...tool, files: { 'index.js': "import 'calc';" } });
    app.writePackage('node_modules/tool/node_modules/calc', library('calc', { version: '1.5.0' }));
    expect((await print()).libraries).toEqual(['calc']);
    const { report } = await app.run(node, 'main.mjs', { flags: [PRELOAD] });
    expect(report?.supports.map(({ state, reason }) => [state, reason])).toEqual([
      ['loaded', 'the program loads calc 1.5.0'],
      ['refused', 'calc is there in version 0.9.0, and the package is for ^1.0.0'],
    ]);
  });

  test('in a workspace: linked packages, library and support package among them, and each package’s own dependencies', async () => {
    app = await Application.npm([grid], {});
    app.writePackage('packages/calc', calc);
    app.writePackage('packages/for-calc', forCalc);
    app.link('packages/calc/node_modules/grid', 'node_modules/grid');
    app.link('packages/for-calc/node_modules/@syft-libs/ast', 'node_modules/@syft-libs/ast');
    app.write(
      'packages/app/package.json',
      JSON.stringify({ name: 'app', devDependencies: { calc: 'workspace:*', '@acme/syft-calc': 'workspace:*' } }),
    );
    app.write('packages/app/src/main.mjs', MAIN['main.mjs']);
    app.link('packages/app/node_modules/calc', 'packages/calc');
    app.link('packages/app/node_modules/@acme/syft-calc', 'packages/for-calc');
    app.link('packages/app/node_modules/@syft-libs/autoload', 'node_modules/@syft-libs/autoload');
    expect((await print('src/main.mjs', { cwd: 'packages/app' })).order).toEqual(['grid', 'calc', '@acme/syft-calc']);
  });

  test('in a workspace whose root asks for the support packages', async () => {
    app = await Application.npm([grid, calc, forGrid, forCalc], {});
    app.write('pnpm-workspace.yaml', 'packages: [packages/*]');
    app.write('packages/app/package.json', JSON.stringify({ name: 'app' }));
    app.write('packages/app/main.mjs', MAIN['main.mjs']);
    expect((await print('main.mjs', { cwd: 'packages/app' })).libraries).toEqual(['grid', 'calc']);
    app.remove('pnpm-workspace.yaml');
    expect((await print('main.mjs', { cwd: 'packages/app' })).libraries).toEqual([]);
  });

  test('a package that only collects others is looked into', async () => {
    const all = support('@syft-libs/all', 'none', {
      syft: { contract: 1, collection: true },
      dependencies: ['@syft-libs/grid', '@acme/syft-calc'],
    });
    app = await Application.pnpm([grid, calc, forGrid, forCalc, all], MAIN, ['calc', '@syft-libs/all']);
    expect((await print()).order).toEqual(['grid', 'calc', '@syft-libs/grid', '@acme/syft-calc']);
  });

  test('a library that is installed under another name is known by its own', async () => {
    app = await Application.npm([forCalc], { 'main.mjs': `import 'renamed';\n${PRINT_ORDER}` });
    app.writePackage('node_modules/renamed', library('calc'));
    expect((await print()).libraries).toEqual(['calc']);
  });

  test('two copies of the core, and two of autoload, share one registry', async () => {
    const nested = './node_modules/@acme/syft-calc/node_modules/@syft-libs';
    const main = `
      import { autoload } from '@syft-libs/autoload';
      import { autoload as copy } from '${nested}/autoload/dist/index.js';
      import { autoloadedLibraries } from '@syft-libs/ast';
      import { autoloadedLibraries as ofCopy } from '${nested}/ast/dist/index.js';
      import 'calc';
      await copy.ready();
      const [one, two] = [await autoloadedLibraries(), await ofCopy()];
      console.log(JSON.stringify({ one: autoload === copy, two: autoloadedLibraries !== ofCopy, same: one.calc.support === two.calc.support }));`;
    app = await Application.npm([library('calc'), forCalc], { 'main.mjs': main });
    await packInto(join(app.folder, nested, '..'));
    expect(await print('main.mjs', { flags: [] })).toEqual({ one: true, two: true, same: true });
  });

  test('two copies of a support package: the first that is needed is loaded, the other is skipped', async () => {
    const tool = { ...library('tool', { dependencies: ['calc', '@acme/syft-calc'] }), files: { 'index.js': "import 'calc';" } };
    app = await Application.npm([library('calc'), forCalc, tool], { 'main.mjs': `import 'calc';\nimport 'tool';\n${PRINT_ORDER}` });
    app.writePackage('node_modules/tool/node_modules/@acme/syft-calc', support('@acme/syft-calc', 'calc', { version: '1.1.0' }));
    expect((await print()).order).toEqual(['calc', '@acme/syft-calc']);
    const { report } = await app.run(node, 'main.mjs', { flags: [PRELOAD] });
    expect(report?.supports.map(({ version, state }) => [version, state])).toEqual([
      ['1.0.0', 'loaded'],
      ['1.1.0', 'skipped'],
    ]);
  });
});
