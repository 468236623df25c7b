import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boolean, category, float32, float64, int8, int32, uint32 } from '../../src/table/column-makers.ts';
import { defineTable } from '../../src/table/define-table.ts';
import { mockOf } from '../../src/table/mock-of.ts';
import { seededRandom } from '../../src/table/seeded-random.ts';
import { tableOf } from '../../src/table/table-of.ts';

const schema = defineTable({
  subject: 'row',
  columns: {
    x: float64({ bounds: [20, 80], missing: 'NA' }),
    n: int8({ bounds: [-2, 2] }),
    k: category(['a', 'b', 'c'], { missing: 'NA' }),
    b: boolean(),
    free: float64(),
    whole: uint32(),
  },
});
const column = (name: string, seed = 1, rows = 10_000) => mockOf(schema, { rows, seed }).columns.get(name)!;
const share = (cells: ArrayLike<number>, value: number) => Array.from(cells).filter((cell) => cell === value).length / cells.length;

describe('mockOf', () => {
  it('gives the same table for the same seed, another for another', () => {
    expect(mockOf(schema, { rows: 50, seed: 7 })).toEqual(mockOf(schema, { rows: 50, seed: 7 }));
    expect(column('x', 1)).not.toEqual(column('x', 2));
    expect(Array.from(column('x', 1, 4).data as Float64Array)).toEqual([
      20.122258102694822, 25.08882845138499, 34.49582585138128, 28.71352517782598,
    ]);
  });

  it('keeps a column as it is when others come or go', () => {
    const alone = defineTable({ subject: 'row', columns: { x: schema.columns.x } });
    expect(mockOf(alone, { rows: 100, seed: 1 }).columns.get('x')).toEqual(column('x', 1, 100));
  });

  it('is uniform within the bounds', () => {
    const cells = Array.from(column('x').data as Float64Array).filter((cell) => !Number.isNaN(cell));
    expect(cells.every((cell) => cell >= 20 && cell <= 80)).toBe(true);
    expect(cells.reduce((sum, cell) => sum + cell, 0) / cells.length).toBeCloseTo(50, 0);
    for (const value of [-2, -1, 0, 1, 2]) expect(share(column('n').data as Int8Array, value)).toBeCloseTo(0.2, 1);
    for (const value of [0, 1]) expect(share(column('b').data as Uint8Array, value)).toBeCloseTo(0.5, 1);
    for (const value of [0, 1, 2]) expect(share(column('k').data as Int32Array, value)).toBeCloseTo(0.32, 1);
  });

  it('leaves out one cell in twenty where a column may have missing values, and only there', () => {
    for (const name of ['x', 'k']) expect(share(column(name).missing!, 1)).toBeCloseTo(0.05, 2);
    for (const name of ['n', 'b', 'free', 'whole']) expect(column(name).missing).toBeUndefined();
    expect(Array.from(column('x').data as Float64Array, Number.isNaN)).toEqual(Array.from(column('x').missing!, Boolean));
  });

  it('stays between 0 and 1, and between 0 and 100 for whole numbers, where there are no bounds', () => {
    expect(Array.from(column('free').data as Float64Array).every((cell) => cell >= 0 && cell <= 1)).toBe(true);
    expect(new Set(column('whole').data as Uint32Array).size).toBe(101);
  });

  it('takes no data, and only whole numbers for rows and seed', () => {
    const table = tableOf({ x: Float64Array.of(1) });
    const attempts = [
      () => mockOf(table as never, { rows: 1, seed: 1 }),
      () => mockOf(schema, { rows: -1, seed: 1 }),
      () => mockOf(schema, { rows: 1.5, seed: 1 }),
      () => mockOf(schema, { rows: 1, seed: Number.NaN }),
    ];
    for (const attempt of attempts) expect(attempt).toThrow(expect.objectContaining({ code: 'BAD_ARGUMENT' }));
  });

  it('never leaves the bounds, however wide or narrow, and its own schema accepts it', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    const pair = (values: fc.Arbitrary<number>) => fc.tuple(values, values).map(([a, b]): [number, number] => (a < b ? [a, b] : [b, a]));
    const halves = pair(fc.float({ noNaN: true, noDefaultInfinity: true }));
    fc.assert(
      fc.property(pair(finite), halves, pair(fc.integer()), fc.integer(), (wide, half, whole, seed) => {
        const columns = { wide: float64({ bounds: wide }), half: float32({ bounds: half }), whole: int32({ bounds: whole }) };
        const own = defineTable({ subject: 'row', columns });
        const mock = mockOf(own, { rows: 20, seed });
        const arrays = Object.fromEntries(Array.from(mock.columns, ([name, { data }]) => [name, data]));
        expect(tableOf(arrays, own)).toEqual(mock);
      }),
      { numRuns: 300 },
    );
  });
});

describe('seededRandom', () => {
  it('fills its ranges evenly, from their first to their last value', () => {
    const random = seededRandom('evenness');
    const tens = Array.from({ length: 100_000 }, () => Math.floor(random.unit() * 10));
    for (let ten = 0; ten < 10; ten++) expect(share(tens, ten)).toBeCloseTo(0.1, 2);
    const range = new Set(Array.from({ length: 1_000 }, () => random.whole(-3, 3)));
    expect([...range].sort((a, b) => a - b)).toEqual([-3, -2, -1, 0, 1, 2, 3]);
  });
});
