import { expect, test, vi } from 'vitest';
import { findInstalledLibrary } from '../../src/crawl/cage/read-grants.ts';
import { CageSession } from '../../src/crawl/runtime/cage-session.ts';
import { walkLibrary } from '../../src/crawl/runtime/walk-library.ts';
import type { Sample } from '../../src/surface/sample.ts';

vi.setConfig({ testTimeout: 30_000 });

const HERE = new URL('../..', import.meta.url).pathname;
const walk = (name: string, root: string) => walkLibrary({ library: findInstalledLibrary(name, HERE), root, subpaths: ['.'] });
const isTop = ({ path }: { readonly path: string }) => path.split('.').length === 2 && !path.endsWith('.default');

test.each([
  ['numjs', 'numjs', 65],
  ['jstat', 'jstat', 181],
  ['ndarray-ops', 'ops', 150],
  ['simple-statistics', 'stats', 105],
  ['ml-matrix', 'matrix', 35],
])('%s: every name is found, the same twice', async (name, root, count) => {
  const [first, second] = [await walk(name, root), await walk(name, root)];
  expect(first.entryPoints).toMatchObject([{ subpath: '.', loads: 'both', problem: null }]);
  expect(first.members.filter(isTop)).toHaveLength(count);
  expect(JSON.stringify(second)).toBe(JSON.stringify(first));
});

test('numjs: aliases, prototype members and what only instances have', async () => {
  const seen = await walk('numjs', 'numjs');
  const aliases = seen.members.filter(({ aliasOf }) => aliasOf !== null).map(({ path, aliasOf }) => `${path} = ${aliasOf}`);
  expect(aliases).toEqual([
    'numjs.NdArray.new = numjs.array',
    'numjs.NdArray.toString = numjs.NdArray.inspect',
    'numjs.remainder = numjs.mod',
  ]);
  expect(seen.members.filter(({ path, isStatic }) => path.startsWith('numjs.NdArray.') && !isStatic)).toHaveLength(39);

  const session = new CageSession({ library: findInstalledLibrary('numjs', HERE), root: 'numjs', subpaths: ['.'] });
  const instance = await session.describeInstance({ $: 'call', path: 'numjs.arange', args: [6] });
  expect(instance).toMatchObject({ type: 'numjs.NdArray', ownOnInstance: ['T', 'dtype', 'ndim', 'selection', 'shape', 'size'] });
  expect(await session.call({ path: 'numjs.arange', args: [1, 4, 0] }, 300)).toMatchObject({ kind: 'ended', end: { how: 'deadline' } });
  await session.close();
});

test('ml-matrix: a member that is inherited stands once, with the class that declares it', async () => {
  const seen = await walk('ml-matrix', 'matrix');
  expect(seen.members.filter(({ path }) => /^matrix\.\w+\.mmul$/.test(path)).map(({ path }) => path)).toEqual([
    'matrix.AbstractMatrix.mmul',
  ]);
  expect(seen.types.find(({ id }) => id === 'matrix.DistanceMatrix')?.extends).toEqual(['matrix.SymmetricMatrix', 'matrix.AbstractMatrix']);

  const session = new CageSession({ library: findInstalledLibrary('ml-matrix', HERE), root: 'matrix', subpaths: ['.'] });
  const ones: Sample = { $: 'call', path: 'matrix.Matrix.ones', args: [2, 2] };
  // `add` is a static of the class as well as a method of its instances.
  expect(await session.call({ path: 'matrix.AbstractMatrix.add', args: [ones, 1] })).toMatchObject({
    value: { type: 'matrix.Matrix' },
    aliases: [],
  });
  expect(await session.call({ path: 'matrix.AbstractMatrix.add', receiver: ones, args: [1] })).toMatchObject({ returns: 'self' });
  await session.close();
});
