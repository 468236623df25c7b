import { describe, expect, it } from 'vitest';
import { boolean, category, float32, float64, int8 } from '../../src/table/column-makers.ts';
import { defineTable } from '../../src/table/define-table.ts';
import { tableOf } from '../../src/table/table-of.ts';

describe('tableOf', () => {
  it('takes each column’s kind from its array', () => {
    const table = tableOf({ a: Float64Array.of(1, -0), b: Float32Array.of(2, 3), c: Uint8ClampedArray.of(4, 5), d: Int16Array.of(-6, 7) });
    expect([...table.columns.values()].map(({ schema }) => schema.kind)).toEqual(['float64', 'float32', 'uint8', 'int16']);
    expect(Array.from(table.columns.get('a')!.data as Float64Array)).toEqual([1, -0]);
    expect(table.rowCount).toBe(2);
  });

  it('declares missing values by type, whether or not there are any', () => {
    const full = tableOf({ x: Float64Array.of(1), n: Int8Array.of(1) });
    const gaps = tableOf({ x: Float64Array.of(NaN), n: Int8Array.of(1) });
    expect(full.schema).toEqual(gaps.schema);
    expect([full.columns.get('x')!.missing, [...gaps.columns.get('x')!.missing!]]).toEqual([undefined, [1]]);
  });

  it('copies into shared memory', () => {
    const source = Float64Array.of(1, 2);
    const table = tableOf({ x: source });
    source[0] = 9;
    expect(table.columns.get('x')!.data[0]).toBe(1);
    expect(table.columns.get('x')!.data.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  it('checks elements against a schema', () => {
    const schema = defineTable({
      subject: 'row',
      columns: { x: float32({ bounds: [0.1, 0.7] }), n: int8({ missing: 'NA' }), k: category(['a', 'b'], { missing: 'NA' }), b: boolean() },
    });
    const table = tableOf(
      { x: Float64Array.of(0.1, 0.7), n: Float64Array.of(NaN, -5), k: Int32Array.of(-1, 1), b: Uint8Array.of(0, 1) },
      schema,
    );
    expect(Array.from(table.columns.values(), ({ missing }) => missing && [...missing])).toEqual([undefined, [1, 0], [1, 0], undefined]);
    expect(() =>
      tableOf({ x: Float64Array.of(0.8, NaN), n: Float64Array.of(0.5, 128), k: Int8Array.of(-2, 2), b: Int8Array.of(2, -1) }, schema),
    ).toThrow(expect.objectContaining({ code: 'BAD_DATA', message: expect.stringContaining('8 problem(s)') }));
  });

  it.each([
    ['arrays of different lengths', { x: new Float64Array(2), y: new Float64Array(3) }],
    ['big integers', { x: new BigInt64Array(2) }],
    ['a list', { x: [1, 2] as unknown as Float64Array }],
  ])('refuses %s', (_, columns) => {
    expect(() => tableOf(columns)).toThrow(expect.objectContaining({ code: 'BAD_ARGUMENT' }));
  });

  it('refuses a table that lacks a declared column', () => {
    const schema = defineTable({ subject: 'row', columns: { toString: float64() } });
    expect(() => tableOf({}, schema)).toThrow('column "toString" is not a typed array of numbers');
  });
});
