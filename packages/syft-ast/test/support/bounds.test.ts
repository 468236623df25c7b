import { expect, test } from 'vitest';
import { boundOfShape, boundOfText, boundOfValue, columnOf, renderedLength, SCALAR_BOUND } from '../../src/index.ts';

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
  for (const value of [1, true, null, undefined, new Map(), new Date(0), Object.create(null)])
    expect(boundOfValue(value)).toBe(SCALAR_BOUND);
});

test('a string is bounded by its length, wherever it stands', () => {
  expect(boundOfValue('text')).toEqual({ elements: 4, isText: true });
  expect(boundOfValue('')).toMatchObject({ elements: 1 });
  expect(boundOfValue(['ab', ['cde'], 1])).toEqual({ elements: 6, isText: true });
  expect(boundOfValue(new Map([['key', new Set(['abc'])]]))).toEqual({ elements: 6, isText: true });
  for (const make of [record, (fields: object) => fields]) {
    expect(boundOfValue(make({ key: 'abc' }))).toEqual({ elements: 6, isText: true });
  }
  expect(renderedLength(boundOfText(9))).toBe(9);
  expect(renderedLength(SCALAR_BOUND)).toBeGreaterThanOrEqual(String(-Number.MIN_VALUE * 1.5).length);
});

test('arrays in a list count by their elements, and uneven ones have no axes', () => {
  expect(boundOfValue([new Float64Array(5), new Float64Array(3)])).toEqual({ elements: 8, dims: [2, 5] });
  expect(boundOfValue([[1], 2])).toEqual({ elements: 2 });
  expect(boundOfValue([])).toEqual({ elements: 0, dims: [0] });
});

test('a structure is as large as its fields together, nested ones too, and bytes as long as they are', () => {
  const inner = { type: 'shapes.Matrix', fields: { data: [new Float64Array(50), new Float64Array(50)], rows: 2 } };
  expect(boundOfValue({ type: 'shapes.Pair', fields: { left: inner, right: [inner], name: 'pair' } })).toEqual({
    elements: 206,
    isText: true,
  });
  expect(boundOfValue({ type: 'shapes.Empty', fields: {} })).toBe(SCALAR_BOUND);
  expect(boundOfValue(inner)).toEqual({ elements: 101, dims: [2, 50] });
  expect(boundOfValue(new ArrayBuffer(12))).toEqual({ elements: 12, dims: [12] });
});

test('a record cannot claim to be smaller than it is', () => {
  for (const claim of [{ length: -1e300 }, { shape: [-5] }, { shape: ['x'] }]) {
    expect(boundOfValue(record(claim)).elements).toBeGreaterThanOrEqual(1);
  }
});

const record = (fields: object): object => Object.assign(Object.create(null) as object, fields);
