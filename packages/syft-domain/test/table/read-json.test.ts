import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { boolean, category, float64, int8 } from '../../src/table/column-makers.ts';
import { defineTable } from '../../src/table/define-table.ts';
import { type JsonSource, readJson } from '../../src/table/read-json.ts';
import type { Table } from '../../src/table/table.ts';

const schema = defineTable({
  subject: 'row',
  columns: { x: float64({ bounds: [-10, 10], missing: 'NA' }), n: int8(), k: category(['a', 'b'], { missing: '' }), b: boolean() },
});

const contents = (table: Table) =>
  [...table.columns.values()].map(({ data, missing }) => [Array.from(data as Float64Array), missing && [...missing]]);
const message = (source: JsonSource, options = {}) =>
  readJson(source, schema, options).then(
    () => 'no failure',
    (error: { code: string; message: string }) => `${error.code} ${error.message}`,
  );

const expected = [
  [
    [-0, NaN, NaN],
    [0, 1, 1],
  ],
  [[1, 2, 3], undefined],
  [
    [1, -1, 0],
    [0, 1, 0],
  ],
  [[1, 0, 1], undefined],
];

describe('readJson', () => {
  it('reads records and lists alike; null, an absent key and a missing text are missing values', async () => {
    const records = '[{"x":-0,"n":1,"k":"b","b":true,"extra":{}},{"x":null,"n":2,"k":"","b":false},{"n":3,"k":"a","b":true}]';
    const lists = '{"n":[1,2,3],"x":[-0,null,"NA"],"k":["b",null,"a"],"b":[true,false,true],"extra":1}';
    expect(contents(await readJson({ text: records }, schema))).toEqual(expected);
    expect(contents(await readJson({ text: `\uFEFF${lists}` }, schema))).toEqual(expected);
    expect(contents(await readJson({ value: JSON.parse(lists) }, schema))).toEqual(expected);
  });

  it('reads a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'syft-json-'));
    try {
      await writeFile(join(folder, 'table.json'), '[{"x":1,"n":1,"k":"a","b":true}]');
      expect((await readJson(join(folder, 'table.json'), schema)).rowCount).toBe(1);
      expect(await message(join(folder, 'none.json'))).toMatch(/^BAD_ARGUMENT .*ENOENT/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('names the row and column of every cell that does not fit, and not its content', async () => {
    const text = '[{"x":"secret","n":1.5,"k":"secret","b":1},"secret",{"x":11,"n":null,"k":["a"]},{"x":1e999,"n":1,"k":"a","b":true}]';
    expect((await message({ text })).split('\n').map((line) => line.trim())).toEqual([
      'BAD_DATA cannot read table: 10 problem(s)',
      'row 1, column "x": not a number',
      'row 1, column "n": not a whole number',
      'row 1, column "k": not one of the categories',
      'row 1, column "b": not true or false',
      'row 2: not a record',
      'row 3, column "x": outside [-10, 10]',
      'row 3, column "n": missing, and the column declares no missing values',
      'row 3, column "k": not one of the categories',
      'row 3, column "b": missing, and the column declares no missing values',
      'row 4, column "x": too large for a number',
    ]);
    expect(await message({ text }, { showCells: true })).toContain('column "x": not a number: "secret"');
  });

  it.each([
    ['text that is not JSON', '[secret', 'BAD_DATA cannot read table: not JSON'],
    ['a single value', '"secret"', 'BAD_DATA cannot read table: expected a list of records, or a record of lists'],
    ['lists of different lengths', '{"x":[1],"n":[1,2],"k":["a"],"b":[true]}', 'the lists differ in length'],
    ['lists that are none', '{"x":[1],"n":"secret","k":["a"]}', '2 problem(s)\n  column "n" is not a list\n  column "b" is not a list'],
  ])('refuses %s', async (_, text, reason) => {
    const found = await message({ text });
    expect(found).toContain(reason);
    expect(found).not.toContain('secret');
  });

  it('finds own keys only', async () => {
    const strange = defineTable({ subject: 'row', columns: { toString: int8({ missing: 'NA' }) } });
    expect(contents(await readJson({ text: '[{}]' }, strange))).toEqual([[[0], [1]]]);
  });
});
