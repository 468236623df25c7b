import { beforeAll, describe, expect, test } from 'vitest';
import { type ProbedLibrary, probeInstalled } from './probe-installed.ts';

const SLOW = 300_000;

describe('numjs', () => {
  let numjs: ProbedLibrary;
  beforeAll(async () => {
    numjs = await probeInstalled('numjs', { only: /^(?:arange|zeros|abs|array|mean|NdArray(?:\.(?:add|T|shape|tolist|set))?)$/ });
  }, SLOW);

  test('a step of zero is a hazard, and every argument of a range is public', () => {
    const { hazards, publicParams, crash } = numjs.facts('arange');
    expect(hazards).toContainEqual({ param: 2, values: 'zero' });
    expect(publicParams).toEqual([0, 1, 2, 3]);
    expect(crash).toBeNull();
  });

  test('the size of zeros grows with the shape that is asked for, which is public', () => {
    const { publicParams, growth } = numjs.facts('zeros');
    expect(publicParams).toContain(0);
    expect(growth?.size.terms.map(({ of }) => of)).toContain('value:0');
  });

  test('abs overwrites the plain list that it is given', () => {
    expect(numjs.facts('abs').mutates).toContain('arg:0');
  });

  test('arrays are made in several shapes, and their own members are called', () => {
    const type = numjs.merged.types.find(({ id }) => id === 'numjs.NdArray');
    expect(type?.recipes.length).toBeGreaterThan(2);
    expect(type?.ownOnInstance).toEqual(['T', 'dtype', 'ndim', 'selection', 'shape', 'size']);
    expect(numjs.facts('NdArray.T').results).toMatchObject([{ type: 'numjs.NdArray' }]);
    expect(numjs.facts('NdArray.shape').results).toMatchObject([{ type: 'number[]' }]);
    expect(numjs.facts('mean')).toMatchObject({ results: [{ type: 'number' }], rows: 'reduce' });
  });
});

test('ndarray-ops: what is declared to take an index before its array is called with the array alone too', async () => {
  const { facts } = await probeInstalled('ndarray-ops', { only: /^argmax$/ });
  expect(facts('argmax')).toMatchObject({ contradicts: [0], results: [{ type: 'number[]' }] });
  expect(facts('argmax').signatures).toEqual([expect.stringMatching(/^\(\w+: ndarray\.NdArray\) => number\[\]$/)]);
}, 120_000);

test('ndarray-ops: operations with a wrong declaration are contradicted, right ones are not', async () => {
  const ops = await probeInstalled('ndarray-ops', { only: /^(?:addeq|mulseq|adds|any|sum)$/ });
  for (const path of ['addeq', 'mulseq']) {
    expect(ops.facts(path)).toMatchObject({ contradicts: [0], mutates: ['arg:0'], givesBack: 'changed' });
    expect(ops.facts(path).results).toMatchObject([{ type: 'ndarray.NdArray' }]);
  }
  for (const path of ['adds', 'any', 'sum']) expect(ops.facts(path).contradicts).toEqual([]);
}, 120_000);

test(
  'simple-statistics: what is public, what draws by chance, what sorts in place, twice the same',
  async () => {
    const only = /^(?:mean|quantile|sampleWithReplacement|shuffleInPlace|numericSort)$/;
    const [stats, again] = [await probeInstalled('simple-statistics', { only }), await probeInstalled('simple-statistics', { only })];
    expect(stats.facts('mean')).toMatchObject({
      publicParams: [],
      rows: 'reduce',
      contradicts: [],
      growth: { size: { factor: 1, terms: [] } },
    });
    expect(stats.facts('quantile').publicParams).toEqual([1]);
    expect(stats.facts('quantile').hazards).toContainEqual({ param: 1, values: 'nan' });
    expect(stats.facts('sampleWithReplacement')).toMatchObject({ usesRandom: true, isUnstable: false });
    expect(stats.facts('shuffleInPlace')).toMatchObject({ mutates: ['arg:0'], givesBack: 'changed', usesRandom: true });
    expect(stats.facts('numericSort').rows).toBe('permute');
    expect(JSON.stringify(again.merged)).toBe(JSON.stringify(stats.merged));
  },
  SLOW,
);

test(
  'ml-matrix: a product of matrices that fit is found, inherited members are called on what extends their class',
  async () => {
    const matrix = await probeInstalled('ml-matrix', { only: /^(?:Matrix|AbstractMatrix(?:\.(?:mmul|rows|transpose|det))?)$/ });
    expect(matrix.facts('AbstractMatrix.mmul')).toMatchObject({ results: [{ type: 'mlMatrix.Matrix' }], contradicts: [], mutates: [] });
    expect(matrix.facts('AbstractMatrix.transpose').results).toMatchObject([{ type: 'mlMatrix.Matrix' }]);
  },
  SLOW,
);
