// The plugin in real builds of Rollup and Vite, whose output is then run.
import { execFile } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { type Plugin as RollupPlugin, rollup } from 'rollup';
import { build, type Plugin as VitePlugin } from 'vite';
import { afterEach, describe, expect, test } from 'vitest';
import { type AutoloadPlugin, autoload } from '../src/vite.ts';
import { Application } from './tree/application.ts';
import { type FakePackage, library, note, support } from './tree/fake-package.ts';
import { PRINT_ORDER } from './tree/node-programs.ts';

const run = promisify(execFile);
let app: Application;
afterEach(() => app[Symbol.dispose]());

interface Built {
  readonly order: readonly string[] | undefined;
  readonly libraries: readonly string[];
  readonly warnings: readonly string[];
}

type Bundler = (folder: string, plugin: AutoloadPlugin) => Promise<readonly string[]>;

const withRollup: Bundler = async (folder, plugin) => {
  const warnings: string[] = [];
  const onwarn = ({ message }: { readonly message: string }): void => void warnings.push(message);
  const bundle = await rollup({ input: join(folder, 'src/main.js'), plugins: [plugin satisfies RollupPlugin, nodeResolve()], onwarn });
  await bundle.write({ file: join(folder, 'dist/main.js'), format: 'es', inlineDynamicImports: true });
  return warnings;
};

const withVite: Bundler = async (folder, plugin) => {
  const warnings: string[] = [];
  const { createLogger } = await import('vite');
  const logger = createLogger('warn');
  logger.warn = logger.warnOnce = (message) => void warnings.push(message);
  await build({
    root: folder,
    configFile: false,
    customLogger: logger,
    plugins: [plugin satisfies VitePlugin],
    build: { lib: { entry: 'src/main.js', formats: ['es'], fileName: () => 'main.js' }, minify: false },
  });
  return warnings;
};

describe.each([
  ['Rollup', withRollup],
  ['Vite', withVite],
] as const)('%s', { timeout: 60_000 }, (_, bundle) => {
  async function built(
    packages: readonly FakePackage[],
    files: Readonly<Record<string, string>>,
    hidden: readonly string[] = [],
    prepare: () => void = () => undefined,
  ): Promise<Built> {
    app = await Application.npm(packages, Object.fromEntries(Object.entries(files).map(([file, text]) => [`src/${file}`, text])), hidden);
    prepare();
    const warnings = await bundle(app.folder, autoload({ root: app.folder }));
    app.write('dist/package.json', '{ "type": "module" }');
    const { stdout } = await run(process.execPath, [join(app.folder, 'dist/main.js')]);
    return { ...(JSON.parse(stdout) as Omit<Built, 'warnings'>), warnings };
  }
  const family = [
    library('grid'),
    library('calc', { dependencies: ['grid'] }),
    support('@syft-libs/grid', 'grid'),
    support('@acme/syft-calc', 'calc'),
  ];

  test('a module that imports a library gets its support package, that of a dependency first', async () => {
    const { order, libraries, warnings } = await built(family, {
      'main.js': `import { answer } from 'calc';\nglobalThis.answer = answer;\n${PRINT_ORDER}`,
    });
    expect({ order, libraries, warnings }).toEqual({
      order: ['grid', '@syft-libs/grid', 'calc', '@acme/syft-calc'],
      libraries: ['grid', 'calc'],
      warnings: [],
    });
  });

  test('so does one deep in the program, one that exports it on, one that imports it later, and one of an installed package', async () => {
    for (const text of [
      "import 'calc';",
      "export * from 'calc';",
      "export { answer } from 'calc';",
      "await import('calc');",
      "import 'calc/index.js';",
    ]) {
      const calc = {
        ...library('calc', { dependencies: ['grid'] }),
        json: { type: 'module', exports: { '.': './index.js', './index.js': './index.js' } },
      };
      const packages = family.map((one) => (one.name === 'calc' ? calc : one));
      const { libraries } = await built(packages, {
        'main.js': `import './deep.js';\n${PRINT_ORDER}`,
        'deep.js': `${note('deep')}${text}`,
      });
      expect(libraries, text).toContain('calc');
      app[Symbol.dispose]();
    }
    const tool = { ...library('tool', { dependencies: ['calc', '@acme/syft-calc'] }), files: { 'index.js': "import 'calc';" } };
    const { libraries } = await built([...family, tool], { 'main.js': `import 'tool';\n${PRINT_ORDER}` }, [
      '@acme/syft-calc',
      '@syft-libs/grid',
    ]);
    expect(libraries).toEqual(['calc']);
  });

  test('a program that imports no library stays as it is', async () => {
    const text = `const text = "import 'calc'"; // import 'calc'\n${note('main')}`;
    const { order, libraries } = await built(family, { 'main.js': `${text}${PRINT_ORDER}` });
    expect({ order, libraries }).toEqual({ order: ['main'], libraries: [] });
  });

  test('a library in a version that does not fit is told once, and the build goes on', async () => {
    const packages = [library('calc'), support('@acme/syft-calc', 'calc', { range: '^2.0.0' })];
    const { libraries, warnings } = await built(packages, {
      'main.js': `import 'calc';\nimport './other.js';\n${PRINT_ORDER}`,
      'other.js': "import 'calc';",
    });
    expect(libraries).toEqual([]);
    expect(warnings).toEqual([
      expect.stringContaining('calc is there in version 1.2.3, and the package is for ^2.0.0; install calc in a version of ^2.0.0'),
    ]);
  });

  test.runIf(process.getuid !== undefined)('what everybody may have written is told once, and left out', async () => {
    const files = { 'main.js': `import 'calc';\n${PRINT_ORDER}`, '../pnpm-workspace.yaml': 'packages: []' };
    const { libraries, warnings } = await built([library('calc'), support('@acme/syft-calc', 'calc')], files, [], () => {
      for (const path of ['pnpm-workspace.yaml', 'node_modules/@acme/syft-calc']) chmodSync(join(app.folder, path), 0o777);
    });
    expect(libraries).toEqual([]);
    expect(warnings).toEqual([
      expect.stringMatching(/ is not looked at: everybody may write to .+pnpm-workspace\.yaml/),
      expect.stringMatching(/@acme\/syft-calc is not loaded: everybody may write to .+syft-calc/),
    ]);
  });
});
