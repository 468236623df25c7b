import { expect, test } from 'vitest';
import { warnOfMask } from '../../src/cli/show-review.ts';
import { type SuppliedValue, summarizeSupplied } from '../../src/provenance/supplied-value.ts';

const summarize = (value: unknown): SuppliedValue => summarizeSupplied('s1', value) as SuppliedValue;
const weights = (one: number, others: (index: number) => number): readonly number[] =>
  Array.from({ length: 344 }, (_, index) => (index === 7 ? one : others(index)));

test('seventeen million different numbers are summarised from a bounded sample, and the summary says so', () => {
  const value = new Float64Array(17_000_000);
  for (let index = 0; index < value.length; index++) value[index] = index;
  const began = performance.now();
  expect(summarize(value)).toMatchObject({ elements: 17_000_000, sampled: 1_000_000, distinct: 1_000, distinctIsFloor: true, rarest: 0 });
  expect(performance.now() - began).toBeLessThan(1_000);
});

test('a sample is spread over the whole value', () => {
  const value = new Float64Array(4_000_000).fill(1, 1_000_000, 2_000_000);
  const { nonZeroShare, distinct } = summarize([value.subarray(0, 1_500_000), value.subarray(1_500_000)]);
  expect(nonZeroShare).toBeCloseTo(0.25, 4);
  expect(distinct).toBe(2);
});

test.each([
  ['zeros and a one', weights(1, () => 0), 'may pick out 1 row of 344'],
  ['next to nothing and a one', weights(1, () => 1e-300), 'may pick out 1 row of 344'],
  ['different tiny numbers and a one', weights(1, (index) => 1e-12 * (1 + index)), 'may pick out 1 row of 344'],
  ['ones and a two', weights(2, () => 1), 'may single out 1 row of 344'],
  ['ones and a zero', weights(0, () => 1), 'may leave out 1 row of 344'],
  ['many small weights and a heavy one', weights(1_000, (index) => 1 + index / 1_000), 'may single out 1 row of 344'],
  ['one infinite weight', weights(Number.POSITIVE_INFINITY, () => 1), 'may pick out 1 row of 344'],
  ['one other name', ['b', ...Array<string>(60).fill('a')], 'may single out 1 row of 61'],
  ['halves', weights(1, (index) => index % 2), undefined],
  ['ordinary data', weights(3, (index) => 20 + (index % 97)), undefined],
  ['a few parameters', [6, 10, 2, 30, 5], undefined],
  ['ones alone', weights(1, () => 1), undefined],
])('%s are judged by their rarest value and their heaviest', (_, value, warning) => {
  expect(warnOfMask(summarize(value))).toBe(warning);
});

test('no part of a value is passed over: keys, sets, buffers, and a shape that is none', () => {
  expect(summarize(new Map([[1, new Set([2, 3])]]))).toMatchObject({ elements: 3 });
  expect(summarize(Uint8Array.of(1, 0, 1).buffer)).toMatchObject({ elements: 3, shape: [3] });
  expect(summarize({ type: 'numjs.NdArray', dtype: 'float64', shape: [2, 2], data: new Float64Array(4) })).toMatchObject({
    elements: 4,
    shape: [2, 2],
  });
  expect(summarize({ shape: [0, 0, 1, 0], data: [] }).elements).toBe(4);
});
