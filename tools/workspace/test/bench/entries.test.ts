import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadBenchPackage } from '../../bench/entries/bench-package.ts';
import { evenly, shares } from '../../bench/entries/choose-by-hand.ts';
import { runEntries } from '../../bench/entries/entries-process.ts';
import { entryFigure, isSteady, markGrowth, type PackageFigures, unmeasured } from '../../bench/entries/entry-figure.ts';
import { formatSection, formatTable } from '../../bench/entries/format-entries.ts';
import { handFigure } from '../../bench/entries/measure-by-hand.ts';
import { Ramp } from '../../bench/entries/ramp.ts';
import { alternate } from '../../bench/measure/rounds.ts';

const TABLE = join(import.meta.dirname, 'table.ts');
const HANGING = join(import.meta.dirname, 'hanging-table.ts');
const ARGUMENT = { name: 'numjs', table: TABLE, sizes: [10, 1_000], rounds: 5, longestCall: 5, byHand: 1 };

describe('measuring a table', () => {
  test('each entry is measured at each size or says why not', { timeout: 120_000 }, async () => {
    const { entries, byHand } = await runEntries(ARGUMENT, { patience: 60_000, budget: 100_000 });
    const told = (path: string) => entries.filter((entry) => entry.path === path);
    expect(told('numjs.mean').map(({ size }) => size)).toEqual([10, 1_000]);
    for (const { remote, direct, ratio } of told('numjs.mean')) {
      expect(remote).toBeGreaterThan(direct as number);
      expect(ratio).toBeGreaterThan(1);
    }
    expect(told('numjs.zeros')).toMatchObject([{ size: null }]);
    expect(told('numjs.zeros')[0]?.ratio).not.toBeNull();
    // Shapes that do not agree, and no other call: the library throws, here and there.
    expect(told('numjs.add')).toMatchObject([{ size: null, ratio: null, mark: expect.stringMatching(/^threw/) }]);
    expect(told('numjs.subtract').map(({ size, ratio }) => [size, ratio !== null])).toEqual([
      [10, true],
      [1_000, true],
    ]);
    expect(told('numjs.multiply').map(({ size, ratio }) => [size, ratio !== null])).toEqual([[null, true]]);
    expect(told('numjs.empty')).toMatchObject([{ ratio: null, mark: 'threw Error' }]);
    expect(byHand).toHaveLength(1);
    expect(byHand[0]?.ratio).toBeGreaterThan(0.2);
  });

  test('a call that would take too long is seen coming', async () => {
    const bench = await loadBenchPackage('numjs', TABLE);
    const operands = bench.entries.find(({ path }) => path === 'numjs.convolve')?.growing[0];
    if (operands === undefined) throw new Error('the table has lost an entry');
    const ramp = new Ramp(bench, { path: 'numjs.convolve', operands, longest: 20 });
    expect(ramp.reach(10)).toBeUndefined();
    expect(ramp.reach(10_000_000)).toMatch(/^(about )?\d+ m?s at [\d,]+ elements$/);
  });

  test('an entry that tells nothing is stopped, and costs itself alone', { timeout: 120_000 }, async () => {
    const { entries } = await runEntries({ ...ARGUMENT, table: HANGING, byHand: 0 }, { patience: 6_000, budget: 100_000 });
    expect(entries.map(({ path, ratio, mark }) => [path, ratio === null ? mark : 'measured'])).toEqual([
      ['numjs.zeros', 'stopped: nothing in 6 s'],
      ['numjs.ones', 'measured'],
    ]);
  });

  test('what is left when time is up is told of', { timeout: 120_000 }, async () => {
    const { entries } = await runEntries({ ...ARGUMENT, table: HANGING, byHand: 0 }, { patience: 60_000, budget: 500 });
    expect(entries.map(({ path, mark }) => [path, mark])).toEqual([
      ['numjs.zeros', 'cut: out of time'],
      ['numjs.ones', 'cut: out of time'],
    ]);
  });
});

describe('figures', () => {
  const figure = entryFigure({ path: 'numjs.mean', size: 10 }, { remote: [9, 10, 12, 9, 12], direct: [3, 5, 4, 3, 4] });

  test('a ratio is the median of the rounds’ own, not of the medians', () => {
    expect(figure).toEqual({ path: 'numjs.mean', size: 10, remote: 10, direct: 4, ratio: 3, mark: null });
  });

  test('readings are steady when the middle half of their ratios lies close together, and told of when it does not', () => {
    const direct = [1, 1, 1, 1, 1];
    expect(isSteady([10, 10.5, 11, 11.5, 90], direct)).toBe(true);
    expect(isSteady([10, 10.5, 11, 13, 90], direct)).toBe(false);
    expect(entryFigure({ path: 'numjs.mean', size: 10 }, { remote: [1, 2, 3, 4, 5], direct })).toMatchObject({ mark: 'unsteady' });
  });

  test('rounds go on while readings disagree, and no longer than is allowed', async () => {
    const taken = async (isEnough: () => boolean) =>
      (await alternate({ one: () => 1, other: () => 2 }, { rounds: 5, warmUp: 1, most: 9, isEnough })).one.length;
    expect(await taken(() => true)).toBe(5);
    expect(await taken(() => false)).toBe(9);
  });

  test('a pair’s ratio comes with the interval that it lies in', () => {
    const generated = Array.from({ length: 40 }, (_, index) => 10 + index / 10);
    const figure = handFigure('numjs.mean', { generated, byHand: generated.map(() => 10) });
    expect(figure.ratio).toBeCloseTo(1.2, 1);
    expect(figure.low).toBeGreaterThan(1.1);
    expect(figure.high).toBeLessThan(1.3);
  });

  test('entries to wire in by hand come from every sort, evenly', () => {
    expect(shares([5, 1, 9], 6)).toEqual([3, 1, 2]);
    expect(shares([1, 1], 6)).toEqual([1, 1]);
    expect(evenly([0, 1, 2, 3, 4, 5, 6, 7, 8], 3)).toEqual([1, 4, 7]);
  });

  test('growth beyond linear is marked where the library’s own time shows it', () => {
    const at = (size: number, direct: number) => ({ ...figure, size, direct });
    expect(markGrowth([at(10, 10), at(1_000, 90_000)]).map(({ mark }) => mark)).toEqual([null, 'superlinear']);
    expect(markGrowth([at(10, 10), at(1_000, 1_000)]).map(({ mark }) => mark)).toEqual([null, null]);
  });

  test('a page sums a package up and a terminal shows every entry', () => {
    const figures: PackageFigures = {
      package: 'numjs',
      measured: '2026-11-23T00:00:00.000Z',
      machine: { node: 'v24.21.0', cores: 2, loadBefore: 0 },
      entries: [figure, unmeasured('numjs.convolve', 10, 'cut: 3 s at 10 elements')],
      byHand: [{ path: 'numjs.mean', generated: 8, byHand: 5, ratio: 1.6, low: 1.5, high: 1.7 }],
    };
    expect(formatTable(figures)).toContain('cut: 3 s at 10 elements');
    const section = formatSection([figures]);
    expect(section).toContain('| numjs | 10 | 1 | 1 | 3 × | 3 × | numjs.mean 3 × |');
    expect(section).toContain('| numjs | numjs.mean | 8 µs | 5 µs | 1.6 × | 1.5–1.7 | miss |');
    expect(formatSection([])).toBe('');
  });
});
