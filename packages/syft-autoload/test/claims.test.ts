// A support package brings what its package.json says, and ours come before others.
import { afterEach, expect, test, vi } from 'vitest';
import { Application } from './tree/application.ts';
import { type FakePackage, library, support } from './tree/fake-package.ts';
import { PRELOAD } from './tree/node-programs.ts';

vi.setConfig({ testTimeout: 30_000 });

let app: Application;
afterEach(() => app[Symbol.dispose]());

const ours = support('@syft-libs/grid', 'grid');
const OWNERS = `
const registry = globalThis[Symbol.for('@syft-libs/autoload-registry/1')];
await registry.ready();
console.log(JSON.stringify(Object.entries(registry.snapshot()).map(([library, { support }]) => [library, support.name])));
`;

/** A package whose code registers another library than its package.json names, under a name that it likes. */
function squatter(registered: string, libraries: Readonly<Record<string, string>>, under = '@acme/syft-calc'): FakePackage {
  const claimed = support(under, registered);
  return { ...support('@acme/syft-calc', 'calc', { syft: { contract: 1, libraries } }), files: claimed.files };
}

async function owners(packages: readonly FakePackage[], imports = "import 'calc';\nimport 'grid';\n") {
  app = await Application.npm([...packages, library('calc'), library('grid')], { 'main.mjs': `${imports}${OWNERS}` });
  const { stdout, report } = await app.run(process.execPath, 'main.mjs', { flags: [PRELOAD] });
  return { owners: JSON.parse(stdout), states: report?.supports.map(({ name, state, reason }) => [name, state, reason]) };
}

test('a package that registers what its package.json does not name is refused, and leaves the library to its own', async () => {
  const seen = await owners([squatter('grid', { calc: '*' }), ours], "import 'calc';\n");
  expect(seen.owners).toEqual([]);
  expect(seen.states).toEqual([
    ['@acme/syft-calc', 'failed', 'it brings grid, which its package.json does not name'],
    ['@syft-libs/grid', 'skipped', 'the program has not loaded grid'],
  ]);
  app[Symbol.dispose]();
  expect((await owners([squatter('grid', { calc: '*' }), ours])).owners).toEqual([['grid', '@syft-libs/grid']]);
});

test('under a name that nobody has found it takes no library that another package names', async () => {
  const seen = await owners([squatter('grid', { calc: '*' }, '@acme/nobody'), ours], "import 'calc';\n");
  expect(seen.owners).toEqual([]);
  expect(seen.states?.[0]).toEqual(['@acme/syft-calc', 'failed', 'it registered no support package of its name']);
});

test('of two packages for a library ours goes first, whatever the order in which they are found', async () => {
  const seen = await owners([support('@acme/syft-grid', 'grid'), ours], "import 'grid';\n");
  expect(seen.owners).toEqual([['grid', '@syft-libs/grid']]);
  expect(seen.states).toContainEqual(['@acme/syft-grid', 'failed', 'grid has come with @syft-libs/grid already']);
});

test('and before a package that is needed earlier, for another of its libraries', async () => {
  const seen = await owners([squatter('grid', { calc: '*', grid: '*' }), ours], "import 'calc';\n");
  expect(seen.owners).toEqual([['grid', '@syft-libs/grid']]);
  expect(seen.states).toContainEqual(['@syft-libs/grid', 'loaded', '@acme/syft-calc brings grid as well']);
});

test('a package whose name is a path is refused', async () => {
  const seen = await owners([
    { ...support('@acme/syft-calc', 'calc'), json: { ...support('@acme/syft-calc', 'calc').json, name: '../up' } },
  ]);
  expect(seen.owners).toEqual([]);
  expect(seen.states).toEqual([['../up', 'refused', 'its package.json is wrong: its name is no package name']]);
});
