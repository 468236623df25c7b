import { describe, expect, test } from 'vitest';
import { fitDims, type ShapedPoint } from '../../src/crawl/probe/fit-dims.ts';
import { fitGrowth, type GrowthPoint } from '../../src/crawl/probe/fit-growth.ts';

const SIZES = [3, 8, 16, 32, 64];
/** Calls with one public number, and what they gave. */
const ofValue = (result: (n: number) => number): readonly GrowthPoint[] =>
  SIZES.map((n) => ({ operands: [1], values: { 0: n }, result: result(n) }));
/** Calls with one list. */
const ofList = (result: (n: number) => number): readonly GrowthPoint[] =>
  SIZES.map((n) => ({ operands: [n], values: {}, result: result(n) }));

describe('a bound', () => {
  test('is the simplest that holds', () => {
    expect(fitGrowth(ofValue((n) => n))).toEqual({ factor: 1, terms: [{ of: 'value:0', power: 1 }] });
    expect(fitGrowth(ofList((n) => 2 * n + 1))).toEqual({ factor: 4, terms: [{ of: 'operand:0', power: 1 }] });
    expect(fitGrowth(ofList(() => 5))).toEqual({ factor: 8, terms: [] });
  });

  test('takes no square for a line with a large factor, though all its sizes are small', () => {
    expect(fitGrowth(ofValue((n) => n * n))).toEqual({ factor: 1, terms: [{ of: 'value:0', power: 2 }] });
    expect(fitGrowth(ofValue((n) => 3 * n * n))).toEqual({ factor: 4, terms: [{ of: 'value:0', power: 2 }] });
    expect(fitGrowth(ofList((n) => n * n))?.terms).toContainEqual({ of: 'operand:0', power: 2 });
  });

  test('has a large factor where small calls show it too', () => {
    expect(fitGrowth(ofList((n) => 30 * n))).toEqual({ factor: 32, terms: [{ of: 'operand:0', power: 1 }] });
  });

  test('is what tells each size, and no power with a large factor', () => {
    const repeated = [
      [4, 4],
      [3, 2],
      [16, 5],
      [100, 3],
      [12, 8],
    ].map(([length = 0, times = 0]) => ({
      operands: [length, 1],
      values: { 1: times },
      result: length * times,
    }));
    const terms = ['operand:0', 'value:1'].map((of) => ({ of, power: 1 }));
    expect(fitGrowth(repeated)).toEqual({ factor: 1, terms });
  });

  test('is by data and a value where the value alone would do with a large factor', () => {
    // A write beside a list makes it longer.
    const written = [
      [4, 0],
      [9, 1],
      [12, 3],
      [14, 2],
      [16, 1],
      [3, 40],
      [16, 77],
      [200, 90],
      [2, 1],
    ].map(([length = 0, place = 0]) => ({
      operands: [length, 1],
      values: { 1: place },
      result: Math.max(length, place + 1),
    }));
    expect(fitGrowth(written)?.terms).toContainEqual({ of: 'operand:0', power: 1 });
  });

  test('is no constant where only small calls were made', () => {
    const small: readonly GrowthPoint[] = [4, 6].map((n) => ({ operands: [n], values: {}, result: n }));
    expect(fitGrowth(small)).toEqual({ factor: 2, terms: [{ of: 'elements', power: 1 }] });
    expect(fitGrowth([{ operands: [4], values: {}, result: 1 }])).toEqual({ factor: 1, terms: [] });
  });

  test('is none for what outgrows all that is tried', () => {
    expect(fitGrowth(ofValue((n) => 2 ** n))).toBeNull();
  });

  test('is no constant where large calls give more than small ones, however little that is', () => {
    expect(fitGrowth(ofList((n) => Math.ceil(Math.sqrt(n))))).toEqual({ factor: 1, terms: [{ of: 'operand:0', power: 1 }] });
  });
});

describe('a bound by values of which some may be left out', () => {
  test('has the other one in its place', () => {
    const points = [[3], [16], [64], [2, 64], [64, 2], [8, 8]].map(([rows = 0, columns]) => ({
      operands: columns === undefined ? [1] : [1, 1],
      values: { 0: rows, ...(columns !== undefined && { 1: columns }) },
      result: rows * (columns ?? rows),
    }));
    expect(fitGrowth(points)).toEqual({
      factor: 1,
      terms: [
        { of: 'value:0', power: 1 },
        { of: 'value:1', power: 1, absentAs: ['value:0'] },
      ],
    });
  });

  test('has data in its place where both are left out', () => {
    const points = [[4], [32], [4, 64], [64, 2], [4, 2, 64], [4, 64, 2], [64, 4, 4]].map(([data = 0, rows, columns]) => ({
      operands: [data, ...(rows === undefined ? [] : [1]), ...(columns === undefined ? [] : [1])],
      values: { ...(rows !== undefined && { 1: rows }), ...(columns !== undefined && { 2: columns }) },
      result: (rows ?? data) * (columns ?? rows ?? data),
    }));
    expect(fitGrowth(points)).toEqual({
      factor: 1,
      terms: [
        { of: 'value:1', power: 1, absentAs: ['operand:0'] },
        { of: 'value:2', power: 1, absentAs: ['value:1', 'operand:0'] },
      ],
    });
  });
});

describe('a bound by a field of options', () => {
  test('is by that field, and by data where it is left out', () => {
    const points = [[4], [64], [8, 8], [4, 64], [64, 2]].map(([data = 0, lag]) => ({
      operands: [data, 1],
      values: lag === undefined ? {} : { '1.lag': lag, '1.tau': 3 },
      result: 2 * (lag ?? data) + 1,
    }));
    expect(fitGrowth(points)).toEqual({ factor: 4, terms: [{ of: 'value:1.lag', power: 1, absentAs: ['operand:0'] }] });
  });

  test('counts for always as many where it is left out', () => {
    const points = [undefined, 8, 64, 1_024].map((length) => ({
      operands: [3],
      values: length === undefined ? {} : { '0.length': length },
      result: length ?? 1_000,
    }));
    expect(fitGrowth(points)).toEqual({ factor: 1, terms: [{ of: 'value:0.length', power: 1, absent: 1_000 }] });
  });

  test('is none where a result grows beyond any power of it', () => {
    const points = [3, 8, 16, 32].map((depth) => ({ operands: [8, 1], values: { '1.depth': depth }, result: 2 ** depth - 1 }));
    expect(fitGrowth(points)).toBeNull();
  });
});

describe('a bound by rows and columns', () => {
  const SHAPES = [
    [3, 3],
    [2, 2],
    [8, 8],
    [32, 2],
    [2, 32],
  ] as const;
  const ofMatrix = (result: (rows: number, columns: number) => number): readonly GrowthPoint[] =>
    SHAPES.map(([rows, columns]) => ({
      operands: [rows * columns],
      values: {},
      shapes: [[rows, columns]],
      result: result(rows, columns),
    }));

  test('is that of the axis that decides, and no square of all elements', () => {
    expect(fitGrowth(ofMatrix((_, columns) => columns ** 2))).toEqual({ factor: 1, terms: [{ of: 'axis:0:1', power: 2 }] });
    expect(fitGrowth(ofMatrix((rows, columns) => rows * columns + columns ** 2))?.terms).toEqual([
      { of: 'elements', power: 1 },
      { of: 'axis:0:1', power: 1 },
    ]);
  });

  test('is the product of two where each has a part in it', () => {
    const points = SHAPES.flatMap(([rows, inner]) =>
      SHAPES.filter(([left]) => left === inner).map(([, columns]) => ({
        operands: [rows * inner, inner * columns],
        values: {},
        shapes: [
          [rows, inner],
          [inner, columns],
        ],
        result: rows * columns,
      })),
    );
    expect(fitGrowth(points)?.terms).toEqual([
      { of: 'axis:0:0', power: 1 },
      { of: 'axis:1:1', power: 1 },
    ]);
  });
});

describe('the axes of a result', () => {
  const call = (shape: readonly number[] | null, operand: readonly number[], value: number | null = null): ShapedPoint => ({
    shape,
    operands: [operand.reduce((product, length) => product * length, 1), 1],
    shapes: [operand, []],
    values: value === null ? {} : { 1: value },
  });

  test('are those of operands, public numbers, or always the same', () => {
    expect(fitDims([call([2, 3], [3, 2]), call([5, 4], [4, 5])])).toEqual(['axis:0:1', 'axis:0:0']);
    expect(fitDims([call([7, 1], [3], 7), call([8, 1], [4], 8)])).toEqual(['value:1', 'count:1']);
  });

  test('are none where they never differed, where results have others, or where nothing tells them', () => {
    expect(fitDims([call([9, 9], [9, 9])])).toBeNull();
    expect(fitDims([call([2, 3], [2, 3]), call(null, [1, 1])])).toBeNull();
    expect(fitDims([call([2], [2, 2]), call([3], [5, 5])])).toBeNull();
  });

  test('hold for calls that had any: where an operand has none, nothing is said', () => {
    expect(fitDims([call([2, 2], [2, 2]), call([3, 3], [3, 3]), { ...call([4, 4], []), operands: [16, 1] }])).toEqual([
      'axis:0:0',
      'axis:0:0',
    ]);
  });
});
