import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ResolvedLibrary, resolveLibrary, rootOf } from '../../src/crawl/entry-points.ts';
import { installTinyLib, type TinyInstall } from '../fixtures/install-tiny-lib.ts';

let install: TinyInstall;
let made: string;
beforeAll(() => {
  install = installTinyLib();
  made = mkdtempSync(join(tmpdir(), 'redback-entry-'));
});
afterAll(() => {
  install[Symbol.dispose]();
  rmSync(made, { recursive: true, force: true });
});

/** Installs a package that consists of a `package.json` and empty files. */
function makePackage(name: string, json: object, files: readonly string[]): ResolvedLibrary {
  const folder = join(made, 'node_modules', name);
  for (const file of ['package.json', ...files]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), file === 'package.json' ? JSON.stringify({ name, version: '1.2.3', ...json }) : '');
  }
  return resolveLibrary(name, made);
}

function filesOf(library: ResolvedLibrary): readonly (readonly (string | null)[])[] {
  const short = (file: string | null) => (file === null ? null : relative(library.folder, file));
  return library.entryPoints.map(({ subpath, importFile, requireFile }) => [subpath, short(importFile), short(requireFile)]);
}

describe('resolveLibrary', () => {
  test('finds every entry point that a script stands behind, patterns expanded, and no other', () => {
    const library = resolveLibrary('tiny-lib', install.folder);
    expect(library).toMatchObject({ name: 'tiny-lib', version: '2.3.1', root: 'tinyLib' });
    expect(filesOf(library)).toEqual([
      ['.', 'index.mjs', 'index.js'],
      ['./extras/noise', 'extras/noise.js', 'extras/noise.js'],
      ['./extras/single', 'extras/single.js', 'extras/single.js'],
      ['./linalg', 'linalg.js', 'linalg.js'],
    ]);
  });

  test('gives each entry point a specifier and the path of its members', () => {
    const { entryPoints } = resolveLibrary('tiny-lib', install.folder);
    expect(entryPoints.map(({ specifier, path }) => [specifier, path])).toEqual([
      ['tiny-lib', 'tinyLib'],
      ['tiny-lib/extras/noise', 'tinyLib.extras.noise'],
      ['tiny-lib/extras/single', 'tinyLib.extras.single'],
      ['tiny-lib/linalg', 'tinyLib.linalg'],
    ]);
  });

  test('takes main, then module, then index.js where there is no exports map', () => {
    expect(filesOf(makePackage('with-main', { main: 'lib', module: 'esm.js' }, ['lib/index.js', 'esm.js']))).toEqual([
      ['.', 'lib/index.js', 'lib/index.js'],
    ]);
    expect(filesOf(makePackage('without-extension', { main: './dist/all' }, ['dist/all.js']))).toEqual([
      ['.', 'dist/all.js', 'dist/all.js'],
    ]);
    expect(filesOf(makePackage('with-module', { module: 'esm.mjs' }, ['esm.mjs']))).toEqual([['.', 'esm.mjs', 'esm.mjs']]);
    expect(filesOf(makePackage('bare', {}, ['index.js', 'other.js']))).toEqual([['.', 'index.js', 'index.js']]);
  });

  test('follows conditions as Node does: nested, in their order, with fallbacks and refusals', () => {
    const exports = {
      '.': { browser: './web.js', node: { import: './node.mjs' }, default: './all.js' },
      './only-import': { import: './node.mjs', require: null, default: './all.js' },
      './listed': ['./web.js', './all.js'],
      './data': './data.json',
      './gone': './missing.js',
      './outside': './../bare/index.js',
    };
    expect(filesOf(makePackage('conditions', { exports }, ['web.js', 'node.mjs', 'all.js', 'data.json']))).toEqual([
      ['.', 'node.mjs', 'all.js'],
      ['./listed', 'web.js', 'web.js'],
      ['./only-import', 'node.mjs', null],
    ]);
  });

  test('lets the longest pattern decide, and one that says null exclude', () => {
    const exports = { './*': './src/*.js', './internal/*': null, './math/*.js': './src/math/*.js' };
    expect(
      filesOf(makePackage('patterns', { exports }, ['src/a.js', 'src/internal/b.js', 'src/math/c.js', 'src/node_modules/x/d.js'])),
    ).toEqual([
      ['./a', 'src/a.js', 'src/a.js'],
      ['./math/c', 'src/math/c.js', 'src/math/c.js'],
      ['./math/c.js', 'src/math/c.js', 'src/math/c.js'],
    ]);
  });

  test('finds packages of the workspace, however deep the folder that asks', () => {
    const library = resolveLibrary('simple-statistics', import.meta.dirname);
    expect(library).toMatchObject({ version: '7.12.1', root: 'simpleStatistics' });
    expect(library.entryPoints.map(({ subpath }) => subpath)).toEqual(['.']);
  });

  test('names the library that is not installed', () => {
    expect(() => resolveLibrary('no-such-library', made)).toThrow('cannot resolve library no-such-library: it is not installed');
  });
});

test.each([
  ['ml-matrix', 'mlMatrix'],
  ['@stdlib/stats-base', 'stdlibStatsBase'],
  ['@types/d3-array', 'd3Array'],
  ['@types/scope__lib', 'scopeLib'],
  ['lodash.get', 'lodashGet'],
  ['3d-view', '_3dView'],
])('the root of %s is %s', (name, root) => {
  expect(rootOf(name)).toBe(root);
});
