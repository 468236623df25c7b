import { expect, test, vi } from 'vitest';
import type { Merged } from '../../src/crawl/merge/merged.ts';
import { linesOf, memberAt, mergeInstalled } from './merged-lines.ts';

vi.setConfig({ testTimeout: 60_000 });

const HERE = new URL('../..', import.meta.url).pathname;
const seen = new Map<string, Promise<Merged>>();

function merged(name: string): Promise<Merged> {
  const known = seen.get(name) ?? mergeInstalled(name, HERE);
  seen.set(name, known);
  return known;
}

function count({ members, types }: Merged) {
  const own = members.filter(({ aliasOf }) => aliasOf === null);
  return {
    members: members.length,
    types: types.length,
    aliases: members.length - own.length,
    callables: own.filter(({ kind, runtime }) => runtime !== null && ['function', 'method', 'class'].includes(kind)).length,
    declaredOnly: members.filter(({ runtime }) => runtime === null).length,
    runtimeOnly: members.filter(({ declared, kind }) => declared === null && kind !== 'namespace').length,
  };
}

test.each([
  ['numjs', { members: 156, types: 3, aliases: 3, callables: 112, declaredOnly: 21, runtimeOnly: 6 }],
  ['ml-matrix', { members: 370, types: 24, aliases: 34, callables: 298, declaredOnly: 11, runtimeOnly: 39 }],
  ['ndarray-ops', { members: 170, types: 2, aliases: 0, callables: 150, declaredOnly: 20, runtimeOnly: 0 }],
  ['jstat', { members: 620, types: 24, aliases: 2, callables: 615, declaredOnly: 0, runtimeOnly: 579 }],
  ['simple-statistics', { members: 113, types: 2, aliases: 9, callables: 97, declaredOnly: 4, runtimeOnly: 0 }],
] as const)('%s: counts are as they were counted', async (name, expected) => {
  expect(count(await merged(name))).toEqual(expected);
});

test.each(['numjs', 'ml-matrix', 'ndarray-ops', 'jstat', 'simple-statistics'])(
  '%s: paths are unique and in order, aliases lead to what is none',
  async (name) => {
    const { members, types } = await merged(name);
    const paths = members.map(({ path }) => path);
    expect(paths).toEqual([...new Set(paths)].sort((left, right) => (left < right ? -1 : 1)));
    const byPath = new Map(members.map((member) => [member.path, member]));
    const targets = members.flatMap(({ aliasOf }) => aliasOf ?? []);
    expect(targets.filter((target) => byPath.get(target)?.aliasOf !== null)).toEqual([]);
    const ids = types.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  },
);

test('ml-matrix: of 71 declared statics the two that a class inherits are left out, and a method of the same name stands beside the static', async () => {
  const { members } = await merged('ml-matrix');
  const statics = members.filter(({ isStatic, declared }) => isStatic && declared !== null);
  const shared = statics.filter(({ ownName }) => ownName !== null);
  expect([statics.length, shared.length]).toEqual([69, 50]);
  for (const { path, ownName } of shared) {
    expect(path).toBe(`${path.slice(0, path.lastIndexOf('.'))}.${ownName}_`);
    expect(memberAt({ members }, path.slice(0, -1))).toMatchObject({ isStatic: false, kind: 'method', ownName: null });
  }
  expect(linesOf({ members }, /^mlMatrix\.AbstractMatrix\.subtract_?$/).map((line) => line.split(' | ').slice(0, 4))).toEqual([
    ['mlMatrix.AbstractMatrix.subtract', 'method', '', '= mlMatrix.AbstractMatrix.sub'],
    ['mlMatrix.AbstractMatrix.subtract_', 'function', 'static, as subtract', '= mlMatrix.AbstractMatrix.sub_'],
  ]);
});

test('ml-matrix: a class goes by the name that it gives itself, and no inherited member is repeated', async () => {
  const { members, types } = await merged('ml-matrix');
  expect(linesOf({ members }, /^mlMatrix\.(CHO|CholeskyDecomposition)$/)).toEqual([
    'mlMatrix.CHO | class |  | = mlMatrix.CholeskyDecomposition | (value: mlMatrix.AbstractMatrix | number[][]) => mlMatrix.CholeskyDecomposition',
    'mlMatrix.CholeskyDecomposition | class |  |  | (value: mlMatrix.AbstractMatrix | number[][]) => mlMatrix.CholeskyDecomposition',
  ]);
  expect(members.filter(({ path }) => path.endsWith('.mmul')).map(({ path }) => path)).toEqual(['mlMatrix.AbstractMatrix.mmul']);
  expect(types.find(({ id }) => id === 'mlMatrix.DistanceMatrix')?.extends).toEqual([
    'mlMatrix.SymmetricMatrix',
    'mlMatrix.AbstractMatrix',
  ]);
});

test('numjs: what has two names is described under one', async () => {
  expect(
    linesOf(await merged('numjs'), /^numjs\.(remainder|mod|array|NdArray\.new)$/).map((line) => line.split(' | ').slice(0, 4)),
  ).toEqual([
    ['numjs.NdArray.new', 'function', 'static', '= numjs.array'],
    ['numjs.array', 'function', '', ''],
    ['numjs.mod', 'function', '', ''],
    ['numjs.remainder', 'function', '', '= numjs.mod'],
  ]);
});

test('jstat: two constructors of one prototype make one type', async () => {
  const { members, types } = await merged('jstat');
  expect(types.some(({ id }) => id === 'jstat._init')).toBe(false);
  expect(linesOf({ members }, /^jstat\.(_init|jStat|fn)\.sum$/)).toEqual(['jstat.jStat.sum | method | run time only']);
});

test('jstat: an exported prototype is another name for its class', async () => {
  const { members } = await merged('jstat');
  expect(linesOf({ members }, /^jstat\.fn(\.|$)/)).toEqual(['jstat.fn | namespace |  | = jstat.jStat | () => unknown']);
});
