import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boolean, category, float32, float64, int8, int32, uint8 } from '../../src/table/column-makers.ts';
import { defineTable } from '../../src/table/define-table.ts';
import { readCsv } from '../../src/table/read-csv.ts';
import type { ColumnSchema, Table } from '../../src/table/table.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'syft-csv-'));
});
afterAll(() => rm(folder, { recursive: true }));

const schemaOf = (columns: Record<string, ColumnSchema>) => defineTable<string>({ subject: 'row', columns });
const read = (text: string, columns: Record<string, ColumnSchema>, options = {}) => readCsv({ text }, schemaOf(columns), options);
const cells = (table: Table, name: string) => Array.from(table.columns.get(name)!.data as Float64Array);
const mask = (table: Table, name: string) => table.columns.get(name)!.missing && [...table.columns.get(name)!.missing!];

async function failure(promise: Promise<unknown>): Promise<{ code: string; message: string; cause?: unknown }> {
  return promise.then(
    () => Promise.reject(new Error('expected a failure')),
    (error: unknown) => error as { code: string; message: string },
  );
}

describe('readCsv', () => {
  it('reads every kind of column by name, in any order, and ignores the rest', async () => {
    const table = await read('note,kind,alive,n,y,x\nhello,b,TRUE,-7,0.1,1.5e3\n,a,0,12.0,-1,.5\n', {
      x: float64(),
      y: float32(),
      n: int8(),
      alive: boolean(),
      kind: category(['a', 'b']),
    });
    expect([...table.columns.keys()]).toEqual(['x', 'y', 'n', 'alive', 'kind']);
    expect(table.rowCount).toBe(2);
    expect(cells(table, 'x')).toEqual([1500, 0.5]);
    expect(cells(table, 'y')).toEqual([Math.fround(0.1), -1]);
    expect(cells(table, 'n')).toEqual([-7, 12]);
    expect(cells(table, 'alive')).toEqual([1, 0]);
    expect(cells(table, 'kind')).toEqual([1, 0]);
    const types = [...table.columns.values()].map(({ data }) => data.constructor);
    expect(types).toEqual([Float64Array, Float32Array, Int8Array, Uint8Array, Int32Array]);
  });

  it('marks missing cells, and keeps memory shared', async () => {
    const table = await read('x,n,k,b\nNA,NA,,?\n1,2,a,1\n', {
      x: float64({ missing: ['NA', ''] }),
      n: int32({ missing: 'NA' }),
      k: category(['a'], { missing: '' }),
      b: boolean({ missing: '?' }),
    });
    expect([cells(table, 'x'), cells(table, 'n'), cells(table, 'k'), cells(table, 'b')]).toEqual([
      [NaN, 1],
      [0, 2],
      [-1, 0],
      [0, 1],
    ]);
    for (const { data, missing } of table.columns.values()) {
      expect([...missing!]).toEqual([1, 0]);
      expect(data.buffer).toBeInstanceOf(SharedArrayBuffer);
      expect(missing!.buffer).toBeInstanceOf(SharedArrayBuffer);
      expect(data.byteLength).toBe(data.buffer.byteLength);
    }
  });

  it('leaves the mask out when no cell is missing', async () => {
    expect(mask(await read('x\n1\n', { x: float64({ missing: 'NA' }) }), 'x')).toBeUndefined();
  });

  it.each([
    ['a byte order mark', '\uFEFFx,y\n1,2\n3,4\n'],
    ['CRLF', 'x,y\r\n1,2\r\n3,4\r\n'],
    ['mixed line ends', 'x,y\r\n1,2\n3,4'],
    ['old line ends', 'x,y\r1,2\r3,4\r'],
    ['no line end after the last row', 'x,y\n1,2\n3,4'],
    ['empty lines', '\nx,y\n\n1,2\n\n3,4\n\n\n'],
    ['quotes', '"x","y"\n"1","2"\n"3",4\n'],
    ['spaces around cells', 'x , y\n 1,\t2\n3 , "4" \n'],
    ['quoted commas, quotes and line ends in other columns', 'x,n,y\n1,"a, ""b""\n\nc",2\n3,"",4\n'],
  ])('reads a file with %s', async (_, text) => {
    const table = await read(text, { x: float64(), y: float64() });
    expect([cells(table, 'x'), cells(table, 'y')]).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  it('takes another delimiter', async () => {
    expect(cells(await read('x;y\n1;2\n', { y: int8() }, { delimiter: ';' }), 'y')).toEqual([2]);
    expect(await failure(read('x\n1\n', { x: int8() }, { delimiter: '' }))).toMatchObject({ code: 'BAD_ARGUMENT' });
  });

  it('takes empty lines for missing cells only in a file of one column that declares the empty text', async () => {
    expect(mask(await read('x\n1\n\n2\n', { x: float64({ missing: '' }) }), 'x')).toEqual([0, 1, 0]);
    expect(cells(await read('x\n1\n\n2\n\n', { x: float64({ missing: 'NA' }) }), 'x')).toEqual([1, 2]);
  });

  it('reads a table without rows', async () => {
    expect((await read('x,y\n', { x: float64() })).rowCount).toBe(0);
  });

  it('reads a path, a file URL and a file with multi-byte text across chunks', async () => {
    const path = join(folder, 'wide.csv');
    await writeFile(path, `x,name\n${'1,é€😀\n'.repeat(60_000)}`);
    const schema = schemaOf({ x: uint8(), name: category(['é€😀']) });
    for (const source of [path, pathToFileURL(path)]) expect((await readCsv(source, schema)).rowCount).toBe(60_000);
  });

  it('answers a file that does not open, and a URL that is not a file', async () => {
    const schema = schemaOf({ x: int8() });
    expect(await failure(readCsv(join(folder, 'none.csv'), schema))).toMatchObject({ code: 'BAD_ARGUMENT', message: /ENOENT/ });
    expect(await failure(readCsv(folder, schema))).toMatchObject({ code: 'BAD_ARGUMENT', message: /EISDIR/ });
    expect(await failure(readCsv(new URL('https://127.0.0.1/x.csv'), schema))).toMatchObject({ code: 'BAD_ARGUMENT' });
  });

  it('names the row and column of every cell that does not fit, and not its text', async () => {
    const columns = {
      x: float64({ bounds: [0, 10] }),
      n: int8(),
      k: category(['a']),
      b: boolean({ missing: 'NA' }),
    };
    const text = 'x,n,k,b\n1,2,a,true\nsecret1,2.5,secret2,yes\n11,300,A,\n0x1,1e400,a,NA\n-0.001,,a,NA\n';
    const { code, message, cause } = await failure(read(text, columns));
    expect(code).toBe('BAD_DATA');
    expect(message.split('\n').map((line) => line.trim())).toEqual([
      'cannot read table: 12 problem(s)',
      'row 2, column "x": not a number',
      'row 2, column "n": not a whole number',
      'row 2, column "k": not one of the categories',
      'row 2, column "b": not true or false',
      'row 3, column "x": outside [0, 10]',
      'row 3, column "n": outside the range of int8',
      'row 3, column "k": not one of the categories',
      'row 3, column "b": empty',
      'row 4, column "x": not a number',
      'row 4, column "n": too large for a number',
      'row 5, column "x": outside [0, 10]',
      'row 5, column "n": empty',
    ]);
    expect(message).not.toContain('secret');
    expect(cause).toBeUndefined();
    expect((await failure(read(text, columns, { showCells: true }))).message).toContain('row 2, column "x": not a number: "secret1"');
  });

  it('lists twenty problems and counts the rest', async () => {
    const { message } = await failure(read(`x\n${'no\n'.repeat(1_000)}`, { x: int8() }));
    const lines = message.split('\n');
    expect(lines).toHaveLength(22);
    expect(lines[0]).toBe('cannot read table: 1000 problem(s)');
    expect(lines.at(-1)?.trim()).toBe('and 980 more');
  });

  it('reports ragged rows beside bad cells', async () => {
    const { message } = await failure(read('x,y\n1,2\n1\n1,2,3\nno,2\n', { x: int8() }));
    expect(message).toContain('3 problem(s)');
    expect(message).toContain('row 2: 1 cell(s) instead of 2');
    expect(message).toContain('row 3: 3 cell(s) instead of 2');
    expect(message).toContain('row 4, column "x": not a number');
  });

  it.each([
    ['an empty file', '', 'there is no header'],
    ['missing and repeated headers', 'a,b,a,b\n1,2,3,4\n', '3 problem(s)'],
    ['a quote that never closes', 'x\n1\n"2\n3\n', 'row 2: a quote is not closed'],
    ['a quote inside a cell', 'x,y\n1,2\n1,pri"vate\n', 'row 2: a quote opens inside a cell'],
    ['text after a quote', 'x\n"1"private\n', 'row 1: a quote closes inside a cell'],
    ['an endless row', `x\n"${'private'.repeat(200_000)}`, 'row 1: longer than 1 MiB'],
  ])('refuses %s, in its own words', async (_, text, reason) => {
    const { code, message, cause } = await failure(read(text, { x: int8() }));
    expect(code).toBe('BAD_DATA');
    expect(message).toContain(reason);
    expect(message).not.toContain('private');
    expect(cause).toBeUndefined();
  });

  it('names declared columns that the header lacks, and only places of repeated ones', async () => {
    const { message } = await failure(read('x,private,private\n1,2,3\n', { x: int8(), z: int8() }));
    expect(message).toContain('column "z" is not in the header');
    expect(message).toContain('columns 2 and 3 of the file have the same header');
    expect(message).not.toContain('private');
  });

  it('reads back any double, -0 and infinities included', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.double({ noNaN: true }), { minLength: 1 }), async (values) => {
        const text = `x\n${values.map((value) => (Object.is(value, -0) ? '-0' : String(value))).join('\n')}\n`;
        expect(cells(await read(text, { x: float64() }), 'x')).toEqual(values);
      }),
      { numRuns: 200 },
    );
  });

  it('takes exactly the whole numbers of a column’s range', async () => {
    const attempt = (value: number) =>
      read(`n\n${value}\n`, { n: int8() }).then(
        (table) => cells(table, 'n')[0],
        () => undefined,
      );
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.integer({ min: -300, max: 300 }), fc.double({ min: -300, max: 300, noNaN: true })), async (value) => {
        const fits = Number.isInteger(value) && value >= -128 && value <= 127;
        expect(await attempt(value)).toBe(fits ? value + 0 : undefined);
      }),
      { numRuns: 200 },
    );
  });

  it('finds any category again, however it is quoted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 1 }), async (categories) => {
        const text = `k,n\n${categories.map((name) => `"${name.replaceAll('"', '""')}",1`).join('\n')}\n`;
        expect(cells(await read(text, { k: category(categories) }), 'k')).toEqual(categories.map((_, index) => index));
      }),
      { numRuns: 200 },
    );
  });

  it('reads a million rows in seconds, in a process with a heap of 48 MB', { timeout: 60_000 }, async () => {
    const path = join(folder, 'million.csv');
    const block = Array.from({ length: 1_000 }, (_, row) => `${row},${row / 8},${row % 7 === 0 ? 'NA' : row * 3},Gentoo\n`).join('');
    await writeFile(path, `id,a,b,species\n${block.repeat(1_000)}`);
    const source = (file: string) => JSON.stringify(new URL(`../../src/table/${file}`, import.meta.url).href);
    const script = `
      import { readCsv } from ${source('read-csv.ts')};
      import { category, float64, int32 } from ${source('column-makers.ts')};
      import { defineTable } from ${source('define-table.ts')};
      const schema = defineTable({ subject: 'row', columns: {
        id: int32(), a: float64({ bounds: [0, 125] }), b: float64({ missing: 'NA' }), species: category(['Adelie', 'Gentoo']) } });
      const start = performance.now();
      const table = await readCsv(process.argv[1], schema);
      const last = table.columns.get('a').data.at(-1);
      console.log(JSON.stringify({ rows: table.rowCount, last, seconds: (performance.now() - start) / 1e3, megabytes: process.resourceUsage().maxRSS / 1e3 }));`;
    const flags = ['--conditions=@syft-libs/source', '--max-old-space-size=48', '--input-type=module', '--eval', script, path];
    const { stdout } = await promisify(execFile)(process.execPath, flags);
    const { rows, last, seconds, megabytes } = JSON.parse(stdout) as Record<string, number>;
    expect([rows, last]).toEqual([1_000_000, 999 / 8]);
    expect(seconds).toBeLessThan(20);
    expect(megabytes).toBeLessThan(400);
  });
});
