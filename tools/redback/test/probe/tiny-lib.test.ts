import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installTinyLib, type TinyInstall } from '../fixtures/install-tiny-lib.ts';
import { type ProbedLibrary, probeInstalled } from './probe-installed.ts';

const SLOW = 300_000;

let install: TinyInstall;
let declared: ProbedLibrary;
let untyped: ProbedLibrary;

beforeAll(async () => {
  install = installTinyLib();
  declared = await probeInstalled('tiny-lib', { from: install.folder, subpaths: ['.'] });
  const only = /^(?:label|hidden|minmax|arrange|openPlot|Plot|Bounds)/;
  untyped = await probeInstalled('tiny-lib-untyped', { from: install.folder, subpaths: ['.'], only });
}, SLOW);

afterAll(() => install[Symbol.dispose]());

describe('what a declared library gives', () => {
  test('a result is told by its types, the most frequent first', () => {
    expect(declared.facts('mean').results).toMatchObject([{ type: 'number' }]);
    expect(
      declared
        .facts('clamp')
        .results.map(({ type }) => type)
        .sort(),
    ).toEqual(['number', 'number[]']);
    expect(declared.facts('later')).toMatchObject({ isAsync: true, results: [{ type: 'number' }] });
    expect(declared.facts('floats').results[0]?.type).toBe('Float64Array');
  });

  test('declarations that results never meet are named, and no others', () => {
    const wrong = declared.merged.members.filter(({ probe }) => (probe?.contradicts.length ?? 0) > 0).map(({ path }) => path);
    expect(wrong).toEqual(['tinyLib.label', 'tinyLib.parse']);
  });

  test('a list that is sorted or filled in place is told, and what comes back', () => {
    expect(declared.facts('arrange')).toMatchObject({ mutates: ['arg:0'], givesBack: 'nothing' });
    expect(declared.facts('fill')).toMatchObject({ mutates: ['arg:0'], givesBack: 'changed', aliases: ['arg:0'] });
    expect(declared.facts('mean')).toMatchObject({ mutates: [], givesBack: null, aliases: [] });
  });

  test('a view of the memory that was given is told', () => {
    expect(declared.facts('head').aliases).toEqual(['arg:0']);
  });

  test('chance, clock and code made from text are told', () => {
    expect(declared.facts('jitter')).toMatchObject({ usesRandom: true, isUnstable: false });
    expect(declared.facts('age')).toMatchObject({ usesClock: true, isUnstable: false });
    expect(declared.facts('evaluate').generates).toBe(true);
    expect(declared.facts('formula')).toMatchObject({ generates: true, callsBack: true });
    expect(declared.facts('map').callsBack).toBe(true);
    expect(declared.facts('defaults').reached).toContain('fs');
  });

  test('a counter that no export shows is state, and so is a list that grows', () => {
    expect(declared.facts('next')).toMatchObject({ changesModule: true, isUnstable: false });
    expect(declared.facts('remember').changesModule).toBe(true);
    expect(declared.facts('mean').changesModule).toBe(false);
  });

  test('words and options are public, data is not', () => {
    expect(declared.facts('norm').publicParams).toEqual([1]);
    expect(declared.facts('describe').publicParams).toEqual([1]);
    expect(declared.facts('mean').publicParams).toEqual([]);
  });

  test('rows are followed from the input to the result', () => {
    expect(declared.facts('scale').rows).toBe('keep');
    expect(declared.facts('mean').rows).toBe('reduce');
    expect(declared.facts('head').rows).toBe('select');
  });

  test('a result whose shape its data decides is told', () => {
    expect(declared.facts('distinct').shapeDependsOnData).toBe(true);
    expect(declared.facts('scale').shapeDependsOnData).toBe(false);
  });

  test('a result grows with what is given', () => {
    expect(declared.facts('mean').growth?.size).toEqual({ factor: 1, terms: [] });
    expect(declared.facts('scale').growth?.size).toEqual({ factor: 1, terms: [{ of: 'operand:0', power: 1 }] });
  });

  test('instances are made, and their members are called', () => {
    const circle = declared.merged.types.find(({ id }) => id === 'tinyLib.Circle');
    expect(circle?.recipes.length).toBeGreaterThan(0);
    expect(declared.facts('Circle.diameter').results[0]?.type).toBe('number');
    expect(declared.facts('Vector.add').results[0]?.type).toBe('tinyLib.Vector');
    expect(declared.facts('Shape.tag')).toMatchObject({ mutates: ['self'], givesBack: 'changed' });
    expect(declared.facts('Plot.bounds').results).toMatchObject([{ type: 'tinyLib.Bounds' }]);
    expect(declared.facts('Bounds.contains').results).toMatchObject([{ type: 'boolean' }]);
  });

  test('examples are calls that succeeded, at most eight', () => {
    for (const { probe } of declared.merged.members) {
      expect(probe?.examples.length ?? 0).toBeLessThanOrEqual(8);
      if (probe !== null && probe.ok > 0) expect(probe.examples.length).toBeGreaterThan(0);
    }
  });

  test('what is private, an alias or absent is not called', () => {
    expect(declared.member('average')?.probe).toBeNull();
    expect(declared.member('ghost')?.probe ?? null).toBeNull();
  });
});

describe('what a library without declarations gives', () => {
  test('signatures are read off the calls that worked', () => {
    expect(untyped.facts('label').signatures.length).toBeGreaterThan(0);
    expect(untyped.facts('hidden').signatures).toContain('(x: number) => number');
    expect(untyped.facts('minmax').signatures).toContain('(values: number[]) => number[]');
  });

  test('the same results as with declarations', () => {
    expect(untyped.facts('minmax').results[0]?.type).toBe('number[]');
    expect(untyped.facts('arrange').mutates).toEqual(['arg:0']);
    expect(untyped.facts('openPlot').results[0]?.type).toBe('tinyLibUntyped.Plot');
    expect(untyped.facts('Plot.bounds').results[0]?.type).toBe('tinyLibUntyped.Bounds');
  });
});
