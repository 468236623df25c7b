import { expect, test } from 'vitest';
import { boundOfShape, boundOfValue, columnOf, SCALAR_BOUND } from '../../src/index.ts';

test('an array is bounded by its shape, a list by its leaves, all else is one element', () => {
  expect(boundOfShape([2, 3])).toEqual({ elements: 6, dims: [2, 3] });
  expect(boundOfShape([])).toEqual({ elements: 1, dims: [] });
  expect(boundOfValue(columnOf(new Float64Array(4)))).toEqual({ elements: 4, dims: [4] });
  expect(boundOfValue(new Int8Array(5))).toEqual({ elements: 5, dims: [5] });
  expect(
    boundOfValue([
      [1, 2],
      [3, 4],
    ]),
  ).toEqual({ elements: 4, dims: [2, 2] });
  expect(boundOfValue([[1, 2, 3], [4]])).toMatchObject({ elements: 4 });
  for (const value of [1, 'text', null, undefined, new Map()]) expect(boundOfValue(value)).toBe(SCALAR_BOUND);
});
