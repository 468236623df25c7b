// Every way in which a program can load a library, in a process of its own, on every line of Node that we support.
import { afterEach, describe, expect, test } from 'vitest';
import { Application, type RunOptions } from './tree/application.ts';
import { type FakePackage, library, note, support } from './tree/fake-package.ts';
import { NODES, PRELOAD, PRINT_ORDER } from './tree/node-programs.ts';

let app: Application | undefined;
afterEach(() => app?.[Symbol.dispose]());

/** `grid`, and `calc` that depends on it, each with its support package; the latter asks for nothing but by the library. */
const family = (kind: 'esm' | 'cjs' | 'dual' = 'esm'): readonly FakePackage[] => [
  library('grid', { kind }),
  library('calc', { kind, dependencies: ['grid'] }),
  support('@syft-libs/grid', 'grid'),
  support('@acme/syft-calc', 'calc'),
];

describe.each(NODES)('%s', { timeout: 30_000 }, (_, node) => {
  /** What a program prints, which has to say nothing else. */
  async function run(packages: readonly FakePackage[], files: Readonly<Record<string, string>>, options?: RunOptions): Promise<unknown> {
    app = await Application.npm(packages, files);
    const { stdout, stderr, code } = await app.run(node, Object.keys(files)[0] as string, options);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    return JSON.parse(stdout);
  }
  const preloaded = { flags: [PRELOAD] };
  const inOrder = { order: ['grid', 'calc', '@syft-libs/grid', '@acme/syft-calc'], libraries: ['grid', 'calc'] };

  test('a static import brings the support packages along, that of a dependency first, once all imports are done', async () => {
    const main = `import 'calc';\nimport './last.mjs';\n${note('main')}${PRINT_ORDER}`;
    const printed = await run(family(), { 'main.mjs': main, 'last.mjs': note('last') }, preloaded);
    expect(printed).toEqual({ ...inOrder, order: ['grid', 'calc', 'last', 'main', '@syft-libs/grid', '@acme/syft-calc'] });
  });

  test('nothing comes in between, however much there is to import', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`link${index}.mjs`, index < 39 ? `import './link${index + 1}.mjs';\n` : note('last link')]),
    );
    const { order } = (await run(
      family(),
      { 'main.mjs': `import 'grid';\nimport './link0.mjs';\n${note('main')}${PRINT_ORDER}`, ...chain },
      preloaded,
    )) as {
      readonly order: readonly string[];
    };
    expect(order).toEqual(['grid', 'last link', 'main', '@syft-libs/grid']);
  });

  test('so does a static import beside the import of autoload, which has linked it already', async () => {
    expect(await run(family(), { 'main.mjs': `import '@syft-libs/autoload';\nimport 'calc';\n${PRINT_ORDER}` })).toEqual(inOrder);
  });

  test('so does a CommonJS library that is imported', async () => {
    expect(await run(family('cjs'), { 'main.mjs': `import 'calc';\n${PRINT_ORDER}` }, preloaded)).toEqual(inOrder);
    app?.[Symbol.dispose]();
    expect(await run(family('cjs'), { 'main.mjs': `import '@syft-libs/autoload';\nimport 'calc';\n${PRINT_ORDER}` })).toEqual(inOrder);
  });

  test('so does require in a CommonJS program', async () => {
    expect(await run(family('cjs'), { 'main.cjs': `require('@syft-libs/autoload');\nrequire('calc');\n${PRINT_ORDER}` })).toEqual(inOrder);
    app?.[Symbol.dispose]();
    expect(await run(family('cjs'), { 'main.cjs': `require('calc');\n${PRINT_ORDER}` }, preloaded)).toEqual(inOrder);
  });

  test('so does require of an ES module', async () => {
    expect(await run(family(), { 'main.cjs': `require('@syft-libs/autoload');\nrequire('calc');\n${PRINT_ORDER}` })).toEqual(inOrder);
  });

  test('a library with two forms brings its support package along once, whichever is loaded', async () => {
    const main = `import 'calc';\nimport { createRequire } from 'node:module';\ncreateRequire(import.meta.url)('calc');\n${PRINT_ORDER}`;
    const order = ['grid', 'calc', 'grid', 'calc', '@syft-libs/grid', '@acme/syft-calc'];
    expect(await run(family('dual'), { 'main.mjs': main }, preloaded)).toEqual({ ...inOrder, order });
    app?.[Symbol.dispose]();
    expect(await run(family('dual'), { 'main.cjs': `require('calc');\n${PRINT_ORDER}` }, preloaded)).toEqual(inOrder);
  });

  test('so does createRequire', async () => {
    const main = `import { createRequire } from 'node:module';\ncreateRequire(import.meta.url)('calc');\n${PRINT_ORDER}`;
    expect(await run(family('cjs'), { 'main.mjs': `import '@syft-libs/autoload';\n${main}` })).toEqual(inOrder);
  });

  test('so does a dynamic import, in ES modules and in CommonJS', async () => {
    expect(await run(family(), { 'main.mjs': `await import('calc');\n${PRINT_ORDER}` }, preloaded)).toEqual(inOrder);
    app?.[Symbol.dispose]();
    const main = `require('@syft-libs/autoload');\nimport('calc').then(() => {${PRINT_ORDER}});`;
    expect(await run(family(), { 'main.cjs': main })).toEqual(inOrder);
  });

  test('an import inside an import, and one that comes later, add to what is there', async () => {
    const files = {
      'main.mjs': `import '@syft-libs/autoload';\nawait import('./inner.mjs');\nawait new Promise((resolve) => setTimeout(resolve, 20));\nawait import('calc');\n${PRINT_ORDER}`,
      'inner.mjs': `${note('inner begins')}await import('grid');\n${note('inner ends')}`,
    };
    const order = ['inner begins', 'grid', 'inner ends', '@syft-libs/grid', 'calc', '@acme/syft-calc'];
    expect(await run(family(), files)).toEqual({ ...inOrder, order });
  });

  test('two libraries at once come in the order of their dependencies', async () => {
    const main = `await Promise.all([import('calc'), import('grid'), import('./more.mjs')]);\n${PRINT_ORDER}`;
    const printed = await run(family(), { 'main.mjs': main, 'more.mjs': "import 'calc';" }, preloaded);
    expect(printed).toEqual(inOrder);
  });

  test('libraries that depend on each other, and support packages that wait for each other, end', async () => {
    const packages = [
      library('grid', { dependencies: ['calc'] }),
      library('calc', { dependencies: ['grid'] }),
      support('@syft-libs/grid', 'grid', { after: ['calc'] }),
      support('@acme/syft-calc', 'calc', { after: ['grid', 'calc'] }),
    ];
    const { libraries } = (await run(packages, { 'main.mjs': `import 'calc';\n${PRINT_ORDER}` }, preloaded)) as {
      readonly libraries: string[];
    };
    expect(libraries.sort()).toEqual(['calc', 'grid']);
  });

  test('the support package itself is enough, and brings along what it comes after', async () => {
    const packages = [support('@syft-libs/grid', 'grid'), support('@acme/syft-calc', 'calc', { after: ['grid'] })];
    const main = `import '@acme/syft-calc';\n${PRINT_ORDER}`;
    expect(await run(packages, { 'main.mjs': main }, preloaded)).toEqual({ ...inOrder, order: ['@syft-libs/grid', '@acme/syft-calc'] });
  });

  test('a program that waits for autoload at its first line has what it imports statically', async () => {
    const main = `import { autoload } from '@syft-libs/autoload';\nimport 'calc';\nawait autoload.ready();\n${note('main')}${PRINT_ORDER}`;
    const order = [...inOrder.order, 'main'];
    expect(await run(family(), { 'main.mjs': main })).toEqual({ ...inOrder, order });
  });

  test('asking for the report takes nothing away from what is loaded afterwards', async () => {
    const main = `import { autoload } from '@syft-libs/autoload';\nimport 'calc';\nconst before = autoload.report().supports.map(({ state }) => state);
      await autoload.ready();\nconsole.log(JSON.stringify([before, autoload.report().supports.map(({ state }) => state)]));`;
    expect(await run(family(), { 'main.mjs': main })).toEqual([
      ['queued', 'queued'],
      ['loaded', 'loaded'],
    ]);
  });

  test('what nothing has loaded stays out, and a program that ends at once ends', async () => {
    app = await Application.npm(family(), { 'main.mjs': "import 'grid';\nconsole.log('done');" });
    const { stdout, report } = await app.run(node, 'main.mjs', preloaded);
    expect(stdout).toBe('done\n');
    expect(report?.supports.find(({ name }) => name === '@acme/syft-calc')).toMatchObject({
      state: 'skipped',
      reason: expect.stringContaining('calc'),
    });
  });

  test('a worker has an autoload of its own', async () => {
    const main = "import { Worker } from 'node:worker_threads';\nnew Worker(new URL('./worker.mjs', import.meta.url));";
    expect(await run(family(), { 'main.mjs': main, 'worker.mjs': `import 'calc';\n${PRINT_ORDER}` }, preloaded)).toEqual(inOrder);
  });
});
