import { describe, expect, test } from 'vitest';
import { diffSnapshots } from '../../src/diff/diff-snapshots.ts';
import type { SeenMember } from '../../src/surface/snapshot.ts';
import { seen, small } from './made-snapshot.ts';

/** What a change of one function comes to. */
function changesOf(before: SeenMember | null, after: SeenMember | null): readonly string[] {
  const side = (member: SeenMember | null) => small('1.2.0', member === null ? [] : [member]);
  return diffSnapshots(side(before), side(after)).changes.map(({ bump, reason }) => `${bump}: ${reason}`);
}

const between = (before: string, after: string) => changesOf(seen('f', [before]), seen('f', [after]));

describe('what a function takes', () => {
  test('equal versions need no release', () => {
    const same = small('1.2.0', [seen('mean', ['(x: number[]) => number'])]);
    expect(diffSnapshots(same, same)).toMatchObject({ bump: 'none', changes: [] });
  });

  test('a parameter that takes more is minor, one that takes less is major', () => {
    const [narrow, wide] = ['(x: number[]) => number', '(x: number[] | string) => number'];
    expect(between(narrow, wide)).toEqual(['minor: takes number[] | string for `x`, not only number[]']);
    expect(between(wide, narrow)).toEqual(['major: takes number[] for `x`, no longer number[] | string']);
  });

  test('what stands for a list of numbers anyway is nothing more', () => {
    const [list, written] = ['(x: number[]) => number', '(x: number[] | Float64Array | ast.Column) => number'];
    expect([...between(list, written), ...between(written, list)]).toEqual([]);
  });

  test('a new optional parameter is minor, a new required one major', () => {
    expect(between('(x: number[]) => number', '(x: number[], p?: number) => number')).toEqual(['minor: takes an optional `p`']);
    expect(between('(x: number[]) => number', '(x: number[], p: number) => number')).toEqual(['major: needs `p`, which it did not have']);
  });

  test('an optional parameter that becomes required, or goes, is major', () => {
    const optional = '(x: number[], p?: number) => number';
    expect(between(optional, '(x: number[], p: number) => number')).toEqual(['major: needs `p`, which was optional']);
    expect(between(optional, '(x: number[]) => number')).toEqual(['major: no longer takes `p`']);
  });

  test('a public argument that was not needed is major, and one that is needed no more is minor', () => {
    const [free, bound] = ['(x: number[], p: number) => number', '(x: number[], public p: number) => number'];
    expect(between(free, bound)).toEqual(['major: needs a public argument for `p`']);
    expect(between(bound, free)).toEqual(['minor: takes private values for `p`']);
  });

  test('what calls showed to be public counts like what a signature says', () => {
    const text = ['(x: number[], p: number) => number'];
    expect(changesOf(seen('f', text), seen('f', text, { publicParams: [1] }))).toEqual(['major: needs a public argument for `p`']);
  });

  test('a rest parameter takes all that single ones took', () => {
    expect(between('(a: number, b: number) => number', '(...all: number[]) => number')).toContain('minor: takes `all` any number of times');
    expect(between('(...all: number[]) => number', '(a: number) => number')).toEqual(['major: takes `a` once, not any number of times']);
  });

  test('a record that loses a field takes less, though what has fewer fields fits it', () => {
    const [wide, narrow] = ['(o: { a: number, b?: number }) => number', '(o: { a: number }) => number'];
    expect(between(wide, narrow)[0]).toMatch(/^major: takes/);
    expect(between(narrow, wide)[0]).toMatch(/^minor: takes/);
    expect(between(wide, '(o: { a: number, b: number }) => number')[0]).toMatch(/^major: takes/);
  });

  test('an overload that comes is minor, one that goes is major unless another takes its calls', () => {
    const [list, both] = [['(x: number[]) => number'], ['(x: number[]) => number', '(x: string, y: string, z: string) => number']];
    expect(changesOf(seen('f', list), seen('f', both))).toEqual(['minor: can be called as (x: string, y: string, z: string) => number']);
    expect(changesOf(seen('f', both), seen('f', list))[0]).toMatch(/^major/);
    const split = ['(x: number) => number', '(x: string) => number'];
    expect(changesOf(seen('f', split), seen('f', ['(x: number | string) => number']))).toEqual([
      'minor: takes number | string for `x`, not only number',
    ]);
  });

  test('a parameter with another name is a patch', () => {
    expect(between('(x: number[]) => number', '(sample: number[]) => number')).toEqual(['patch: calls its parameter x sample']);
  });
});

describe('what a function gives and does', () => {
  test('another result is major, the same union written otherwise is nothing', () => {
    expect(between('(x: number[]) => number', '(x: number[]) => number | null')).toEqual(['major: gives number | null, not number']);
    expect(between('(x: number[]) => null | number', '(x: number[]) => number | null')).toEqual([]);
  });

  test('a declaration that calls contradict does not speak for the function', () => {
    const text = ['(x: number[]) => number', '(x: string) => string'];
    expect(changesOf(seen('f', text), seen('f', text, { contradicts: [1] }))).toEqual(['major: takes number[] for `x`, no longer string']);
  });

  test('chance that comes is major, chance that goes is minor', () => {
    const text = ['(x: number[]) => number'];
    expect(changesOf(seen('f', text), seen('f', text, { usesRandom: true }))).toEqual(['major: draws random numbers']);
    expect(changesOf(seen('f', text, { usesRandom: true }), seen('f', text))).toEqual(['minor: no longer draws random numbers']);
  });

  test('a mutation that a copy contains is a patch', () => {
    const text = ['(x: number[]) => number[]'];
    const sorts = seen('f', text, { mutates: ['arg:0'], givesBack: 'changed' });
    expect(changesOf(seen('f', text), sorts)).toEqual(['patch: changes a private copy of an operand: arg:0, and gives back changed']);
  });

  test('rows and shape are minor, as rules judge by them; growth is measured, and a patch', () => {
    const text = ['(x: number[]) => number[]'];
    const other = seen('f', text, {
      rows: 'mix',
      shapeDependsOnData: true,
      growth: { size: { factor: 1, terms: [] }, time: { factor: 2, terms: [{ of: 'elements', power: 2 }] } },
    });
    expect(changesOf(seen('f', text), other)).toEqual([
      'minor: gives a shape that depends on private values',
      'minor: moves rows otherwise: mix; before: reduce',
      'patch: grows otherwise in time: elements^2; before: elements^1',
    ]);
  });

  test('growth by another factor alone is no change', () => {
    const text = ['(x: number[]) => number'];
    const slower = seen('f', text, {
      growth: { size: { factor: 1, terms: [] }, time: { factor: 9, terms: [{ of: 'elements', power: 1 }] } },
    });
    expect(changesOf(seen('f', text), slower)).toEqual([]);
  });
});

describe('what is there', () => {
  const f = seen('f', ['(x: number[]) => number']);

  test('a new function is minor, one that vanishes is major', () => {
    expect(changesOf(null, f)).toEqual(['minor: is new']);
    expect(changesOf(f, null)).toEqual(['major: is gone from the library']);
  });

  test('what nobody could call comes and goes as a patch', () => {
    const reads = seen('f', ['(x: string) => string'], { reached: ['fs'] });
    expect(changesOf(null, reads)).toEqual(['patch: is new, and nobody can call it (refuse: reaches for fs)']);
    expect(changesOf(reads, null)).toEqual(['patch: is gone from the library; nobody could call it (refuse)']);
  });

  test('a function that begins to do what no rule allows is allowed no longer', () => {
    const reads = { ...f, probe: { ...f.probe!, reached: ['net'] } };
    expect(changesOf(f, reads)).toEqual(['major: is no longer allowed: reaches for net']);
    expect(changesOf(reads, f)).toEqual(['minor: is allowed now; before: reaches for net']);
  });

  test('a crawl that called nothing is compared by what it saw, one that called others holds silence against a member', () => {
    const uncalled = { ...f, probe: null };
    expect(changesOf(uncalled, null)).toEqual(['major: is gone from the library']);
    const beside = (members: readonly SeenMember[]) => small('1.2.0', [seen('g', ['() => number']), ...members]);
    expect(diffSnapshots(beside([uncalled]), beside([])).bump).toBe('patch');
  });

  test('verdicts that are given win over what a crawl alone would say', () => {
    const refused = { 'small.f': { verdict: 'refuse', reason: 'a person said so' } } as const;
    const sides = [small('1.2.0', [f]), small('1.2.0', [])] as const;
    expect(diffSnapshots(...sides, { verdicts: { before: refused, after: {} } }).bump).toBe('patch');
  });

  test('another kind is major, other documentation a patch', () => {
    const doc = { ...f, declared: { ...f.declared!, doc: 'Better words.' } };
    expect(changesOf(f, doc)).toEqual(['patch: has other documentation']);
    expect(changesOf(f, { ...f, kind: 'constant' })).toEqual(['major: is a constant, no longer a function']);
  });

  test('a version outside the range of before is minor, one inside it a patch', () => {
    const versions = (before: string, after: string, range?: string) =>
      diffSnapshots(small(before, [f]), small(after, [f]), range === undefined ? {} : { ranges: { 'small-lib': range } }).bump;
    expect(versions('1.2.0', '1.3.0')).toBe('patch');
    expect(versions('1.2.0', '2.0.0')).toBe('minor');
    expect(versions('0.2.0', '0.3.0')).toBe('minor');
    expect(versions('1.2.0', '1.3.0', '>=1.2.0 <1.3.0')).toBe('minor');
  });

  test('a type that can no longer travel is major', () => {
    const type = {
      id: 'small.Box',
      extends: [],
      builtin: null,
      ownOnInstance: [],
      exportedAs: null,
      recipes: [],
      travel: { kind: 'structure', fields: [{ name: 'n', type: 'number' }], lengths: [] },
      problem: null,
    } as const;
    const diff = diffSnapshots(small('1.2.0', [], [type]), small('1.2.0', [], [{ ...type, travel: null }]));
    expect(diff.changes.map(({ bump, reason }) => `${bump}: ${reason}`)).toEqual(['major: has values that can no longer travel']);
  });
});
