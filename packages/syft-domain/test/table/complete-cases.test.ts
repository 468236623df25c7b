import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { category, float64, int32 } from '../../src/table/column-makers.ts';
import { completeCases } from '../../src/table/complete-cases.ts';
import { defineTable } from '../../src/table/define-table.ts';
import { readCsv } from '../../src/table/read-csv.ts';
import { readJson } from '../../src/table/read-json.ts';
import { tableOf } from '../../src/table/table-of.ts';

describe('completeCases', () => {
  it('keeps the rows in which every selected column has a value, and aligns them', async () => {
    const schema = defineTable({
      subject: 'row',
      columns: { x: float64({ missing: 'NA' }), n: int32({ missing: 'NA' }), z: float64({ missing: 'NA' }) },
    });
    const table = await readCsv({ text: 'x,n,z\n1,10,NA\nNA,20,5\n-0,30,NA\n4,NA,6\n0,0,7\n' }, schema);
    expect(completeCases(table, ['n', 'x']).columns).toEqual([Int32Array.of(10, 30, 0), Float64Array.of(1, -0, 0)]);
    expect(completeCases(table, ['z']).columns).toEqual([Float64Array.of(5, 6, 7)]);
    expect(completeCases(table, ['x', 'x']).columns).toHaveLength(2);
  });

  it('gives memory of its own, shared, of exactly its size, with or without gaps', () => {
    const table = tableOf({ x: Float64Array.of(1, NaN, 3), y: Float64Array.of(1, 2, 3) });
    for (const names of [
      ['x', 'y'],
      ['y', 'y'],
    ]) {
      const { columns } = completeCases(table, names);
      const buffers = new Set(columns.map(({ buffer }) => buffer));
      expect(buffers.size).toBe(2);
      for (const { data } of table.columns.values()) expect(buffers.has(data.buffer)).toBe(false);
      for (const column of columns) {
        expect(column.buffer).toBeInstanceOf(SharedArrayBuffer);
        expect(column.buffer.byteLength).toBe(column.byteLength);
      }
    }
  });

  it('agrees with a filter over the rows, for any table and selection', async () => {
    const row = fc.record({
      a: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
      b: fc.option(fc.integer({ min: -9, max: 9 })),
      c: fc.option(fc.nat(9)),
    });
    const schema = defineTable({
      subject: 'row',
      columns: { a: float64({ missing: 'NA' }), b: int32({ missing: 'NA' }), c: float64({ missing: 'NA' }) },
    });
    const names = ['a', 'b', 'c'] as const;
    await fc.assert(
      fc.asyncProperty(fc.array(row), fc.subarray([...names], { minLength: 1 }), async (rows, selected) => {
        const { columns } = completeCases(await readJson({ value: rows }, schema), selected);
        const kept = rows.filter((cells) => selected.every((name) => cells[name] !== null));
        expect(columns.map((column) => Array.from(column as Float64Array))).toEqual(
          selected.map((name) => kept.map((cells) => cells[name])),
        );
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['no column', []],
    ['an unknown column', ['x', 'nothing']],
    ['an inherited name', ['constructor']],
    ['a category', ['x', 'k']],
  ])('refuses %s', async (_, names) => {
    const schema = defineTable({ subject: 'row', columns: { x: float64(), k: category(['a']) } });
    const table = await readCsv({ text: 'x,k\n1,a\n' }, schema);
    expect(() => completeCases(table, names)).toThrow(expect.objectContaining({ code: 'BAD_ARGUMENT' }));
  });
});
