import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { silentProgress } from '../../src/crawl/progress.ts';
import { addToCatalog, catalogVersion } from '../../src/generators/support-package/catalog.ts';
import { makeSupportPackage } from '../../src/generators/support-package/make-support-package.ts';
import { typesPackageOf } from '../../src/generators/support-package/registry.ts';
import { FolderTree } from '../../src/generators/tree.ts';
import { checkPackage } from '../../src/sync/check-package.ts';
import { makeWorkspace, SMALL_LIB, writeFiles } from '../workspace/small-workspace.ts';

vi.setConfig({ testTimeout: 120_000 });

/** What a registry has, and a package manager that puts it where it belongs. */
function makeRegistry(root: string) {
  const { 'index.d.ts': declarations = '', ...untyped } = SMALL_LIB;
  const packages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'small-lib': { ...untyped, 'package.json': '{ "name": "small-lib", "version": "1.2.3", "main": "index.js" }' },
    '@types/small-lib': {
      'package.json': '{ "name": "@types/small-lib", "version": "1.2.0", "types": "index.d.ts" }',
      'index.d.ts': declarations,
    },
    'other-lib': { ...untyped, 'package.json': '{ "name": "other-lib", "version": "2.0.0", "main": "index.js" }' },
  };
  const installed: (readonly string[])[] = [];
  return {
    installed,
    lookup: async (name: string) => (JSON.parse(packages[name]?.['package.json'] ?? '{}') as { readonly version?: string }).version,
    install: async (folder: string) => {
      const file = join(root, 'packages/syft-pair/package.json');
      const json = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Readonly<Record<string, string>>>>;
      const asked = Object.keys({ ...json['dependencies'], ...json['devDependencies'] }).filter((name) => name in packages);
      for (const name of asked) writeFiles(join(folder, 'node_modules', name), packages[name] ?? {});
      installed.push(asked);
    },
  };
}

test('a generator writes what an install needs, and the rest once that is on the disk', async () => {
  const root = makeWorkspace();
  try {
    const tree = new FolderTree(root);
    const registry = makeRegistry(root);
    const asked = { libraries: ['small-lib', 'other-lib@2.0.0'], name: 'pair', roots: ['other-lib=other'] };
    const { prepared, fill } = await makeSupportPackage(tree, asked, { progress: silentProgress, ...registry });
    expect(tree.changes).toEqual([
      { path: 'packages/syft-pair/package.json', kind: 'create' },
      { path: 'pnpm-workspace.yaml', kind: 'update' },
    ]);
    expect(registry.installed).toEqual([]);
    tree.flush();
    const { plan } = await fill();
    expect(prepared).toMatchObject({ packageName: '@syft-libs/pair', dir: 'packages/syft-pair', isInWorkspace: true });
    expect(plan.libraries.map(({ name, root: first, version }) => [name, first, version])).toEqual([
      ['small-lib', 'smallLib', '1.2.3'],
      ['other-lib', 'other', '2.0.0'],
    ]);
    // First the libraries, then the declarations that one of them lacks, then what the package needs besides.
    expect(registry.installed).toEqual([
      ['other-lib', 'small-lib'],
      ['other-lib', 'small-lib', '@types/small-lib'],
      ['other-lib', 'small-lib', '@types/small-lib'],
    ]);
    const workspace = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8');
    expect(['small-lib', 'other-lib', '@types/small-lib'].map((name) => catalogVersion(workspace, name))).toEqual([
      '1.2.3',
      '2.0.0',
      '1.2.0',
    ]);
    expect(JSON.parse(readFileSync(join(root, 'packages/syft-pair/package.json'), 'utf8'))).toMatchObject({
      name: '@syft-libs/pair',
      dependencies: { 'small-lib': 'catalog:', 'other-lib': 'catalog:' },
      devDependencies: { '@types/small-lib': 'catalog:', '@syft-libs/testing': 'workspace:^' },
    });
    expect(await checkPackage(join(root, 'packages/syft-pair'))).toEqual([]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

test('what an interrupted run has left is made whole by the next one', async () => {
  const root = makeWorkspace();
  try {
    const file = join(root, 'packages/syft-pair/package.json');
    const registry = makeRegistry(root);
    const asked = { libraries: ['small-lib'], name: 'pair' };
    const interrupted = new FolderTree(root);
    await makeSupportPackage(interrupted, asked, { progress: silentProgress, ...registry });
    interrupted.flush();
    expect(JSON.parse(readFileSync(file, 'utf8'))).not.toHaveProperty('scripts');
    const tree = new FolderTree(root);
    const { fill } = await makeSupportPackage(tree, asked, { progress: silentProgress, ...registry });
    tree.flush();
    await fill();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ scripts: { test: expect.any(String) as string } });
    expect(await checkPackage(join(root, 'packages/syft-pair'))).toEqual([]);
  } finally {
    rmSync(root, { recursive: true });
  }
});

test('a library that the registry does not have, and another version than the catalog has, are refused before anything is written', async () => {
  const root = makeWorkspace();
  try {
    const make = (...libraries: readonly string[]) =>
      makeSupportPackage(new FolderTree(root), { libraries }, { progress: silentProgress, ...makeRegistry(root) });
    await expect(make('nowhere')).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringMatching(/^cannot find library nowhere: /),
    });
    await expect(make('ws@7.0.0')).rejects.toMatchObject({ code: 'EXISTS', message: expect.stringMatching(/the catalog has \^8\.0\.0/) });
    await expect(make('x', 'y')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(new FolderTree(root).children('packages')).toEqual(['syft-ast']);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

test('an entry of the catalog finds its place by name, and what is not the catalog stays', () => {
  const text = "packages:\n  - a\n\ncatalog:\n  '@types/b': 1.0.0 \n  # about d\n  d: ^2.0.0\n\noverrides:\n  c: 1.0.0\n";
  expect(addToCatalog(text, 'c', '3.0.0')).toBe(text.replace('  # about', '  # about').replace('  d:', '  c: 3.0.0\n  d:'));
  expect(addToCatalog(text, 'e', '3.0.0')).toBe(text.replace('  d: ^2.0.0\n', '  d: ^2.0.0\n  e: 3.0.0\n'));
  expect(addToCatalog(text, '@scope/x', '3.0.0')).toBe(text.replace("  '@types/b'", "  '@scope/x': 3.0.0\n  '@types/b'"));
  expect(catalogVersion(addToCatalog('packages:\n  - a\n', 'c', '3.0.0'), 'c')).toBe('3.0.0');
  expect(catalogVersion(text, 'c')).toBeUndefined();
});

test('declarations of a scoped package have a name without a scope', () => {
  expect([typesPackageOf('ndarray'), typesPackageOf('@scope/lib')]).toEqual(['@types/ndarray', '@types/scope__lib']);
});
