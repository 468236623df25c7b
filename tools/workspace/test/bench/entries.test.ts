import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runEntries } from '../../bench/entries/entries-process.ts';
import { entryFigure, markGrowth, type PackageFigures, unmeasured } from '../../bench/entries/entry-figure.ts';
import { formatSection, formatTable } from '../../bench/entries/format-entries.ts';

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
    expect(told('numjs.zeros')).toMatchObject([{ size: null, mark: null }]);
    expect(told('numjs.zeros')[0]?.ratio).not.toBeNull();
    // Shapes that do not agree: the library throws, here and there.
    expect(told('numjs.add').map(({ ratio, mark }) => [ratio, mark?.split(' ')[0]])).toEqual([
      [null, 'threw'],
      [null, 'threw'],
    ]);
    expect(told('numjs.empty')).toMatchObject([{ ratio: null, mark: 'threw Error' }]);
    expect(byHand).toHaveLength(1);
    expect(byHand[0]?.ratio).toBeGreaterThan(0.2);
  });

  test('an entry that tells nothing is stopped, and costs itself alone', { timeout: 120_000 }, async () => {
    const { entries } = await runEntries({ ...ARGUMENT, table: HANGING, byHand: 0 }, { patience: 6_000, budget: 100_000 });
    expect(entries.map(({ path, mark }) => [path, mark])).toEqual([
      ['numjs.zeros', 'stopped: nothing in 6 s'],
      ['numjs.ones', null],
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
  const figure = entryFigure({ path: 'numjs.mean', size: 10 }, { remote: [9, 10, 12], direct: [3, 5, 4] });

  test('a ratio is the median of the rounds’ own, not of the medians', () => {
    expect(figure).toEqual({ path: 'numjs.mean', size: 10, remote: 10, direct: 4, ratio: 3, mark: null });
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
      byHand: [{ path: 'numjs.mean', generated: 8, byHand: 5, ratio: 1.6 }],
    };
    expect(formatTable(figures)).toContain('cut: 3 s at 10 elements');
    const section = formatSection([figures]);
    expect(section).toContain('| numjs | 10 | 1 | 1 | 3 × | 3 × | numjs.mean 3 × |');
    expect(section).toContain('| numjs | numjs.mean | 8 µs | 5 µs | 1.6 × | miss |');
    expect(formatSection([])).toBe('');
  });
});
