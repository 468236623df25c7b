import { describe, expect, test } from 'vitest';
import { fitGrowth, type GrowthPoint } from '../../src/crawl/probe/fit-growth.ts';

const SIZES = [3, 8, 16, 32, 64];
/** Calls with one public number, and what they gave. */
const ofValue = (result: (n: number) => number): readonly GrowthPoint[] =>
  SIZES.map((n) => ({ operands: [1], values: [n], result: result(n) }));
/** Calls with one list. */
const ofList = (result: (n: number) => number): readonly GrowthPoint[] =>
  SIZES.map((n) => ({ operands: [n], values: [null], result: result(n) }));

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

  test('is no constant where only small calls were made', () => {
    const small: readonly GrowthPoint[] = [4, 6].map((n) => ({ operands: [n], values: [null], result: n }));
    expect(fitGrowth(small)).toEqual({ factor: 2, terms: [{ of: 'elements', power: 1 }] });
    expect(fitGrowth([{ operands: [4], values: [null], result: 1 }])).toEqual({ factor: 1, terms: [] });
  });

  test('is none for what outgrows all that is tried', () => {
    expect(fitGrowth(ofValue((n) => 2 ** n))).toBeNull();
  });
});
