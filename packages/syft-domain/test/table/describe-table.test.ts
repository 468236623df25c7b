import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { category, float64, int8 } from '../../src/table/column-makers.ts';
import { defineTable } from '../../src/table/define-table.ts';
import { describeColumns, rowBound, shownRows } from '../../src/table/describe-table.ts';

type Rows = 'exact' | 'rounded' | 'hidden';

const tableWith = (rows: Rows, rowCount: number) => ({
  rowCount,
  schema: defineTable({
    subject: 'row',
    rows,
    columns: { x: float64({ unit: 'mm', bounds: [20, 80], missing: 'NA' }), k: category(['a', 'b']), n: int8() },
  }),
});
const display = fc.constantFrom<Rows>('exact', 'rounded', 'hidden');

describe('describeColumns', () => {
  it('tells what the schema declares of each column, and no missing text', () => {
    expect(describeColumns(tableWith('exact', 3))).toEqual([
      { name: 'x', type: 'float64', unit: 'mm', bounds: [20, 80], mayBeMissing: true },
      { name: 'k', type: 'category', categories: ['a', 'b'], mayBeMissing: false },
      { name: 'n', type: 'int8', mayBeMissing: false },
    ]);
  });
});

describe('shownRows and rowBound', () => {
  it.each([
    ['exact', 344, 344, 344],
    ['exact', 0, 0, 0],
    ['rounded', 0, 10, 10],
    ['rounded', 7, 10, 10],
    ['rounded', 44, 50, 50],
    ['rounded', 100, 100, 100],
    ['rounded', 344, 350, 350],
    ['rounded', 991, 1_000, 1_000],
    ['rounded', 1_234, 1_300, 1_300],
    ['rounded', 1_000_001, 1_100_000, 1_100_000],
    ['hidden', 3, null, 1_000],
    ['hidden', 1_000, null, 1_000],
    ['hidden', 1_001, null, 10_000],
  ] as const)('%s: shows %i as %o, bounded by %i', (rows, count, shown, bound) => {
    expect(shownRows(tableWith(rows, count))).toEqual({ shown: rows, count: shown });
    expect(rowBound(tableWith(rows, count))).toBe(bound);
  });

  it('never bound a table below its size', () => {
    fc.assert(
      fc.property(display, fc.nat({ max: 10 ** 12 }), (rows, count) => {
        expect(rowBound(tableWith(rows, count))).toBeGreaterThanOrEqual(count);
      }),
    );
  });

  it('give equal bounds to tables of which the catalogue shows the same number of rows', () => {
    fc.assert(
      fc.property(fc.constantFrom<Rows>('exact', 'rounded'), fc.nat(100_000), fc.nat(100_000), (rows, one, other) => {
        const shown = shownRows(tableWith(rows, one)).count;
        expect(rowBound(tableWith(rows, one)) === rowBound(tableWith(rows, other))).toBe(shown === shownRows(tableWith(rows, other)).count);
      }),
    );
  });
});
