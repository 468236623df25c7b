import { expect, test } from 'vitest';
import {
  columnOf,
  DTYPES,
  listOfNumbers,
  NUMBER_ARRAYS,
  numbersOf,
  POINTER,
  parseType,
  type TypedDtype,
  TypeTable,
  typedArrayName,
  typedArrayOf,
  withNumberLists,
} from '../../src/index.ts';

const checks = { accepts: new TypeTable().accepts, detect: () => false };
const listed = (value: unknown, type: string) => withNumberLists(value, parseType(type), checks);
const column = columnOf(Float64Array.of(0.1, -0, Number.NaN, Number.NEGATIVE_INFINITY));

test('the numbers arrive exactly, in a plain list of their own', () => {
  const list = listOfNumbers(numbersOf(column)!);
  expect(Array.isArray(list)).toBe(true);
  expect(list.map((item, index) => Object.is(item, column.data[index]))).toEqual([true, true, true, true]);
  list[0] = 7;
  expect(column.data[0]).toBe(0.1);
  expect(listOfNumbers(Float32Array.of(0.1))).toEqual([Math.fround(0.1)]);
  expect(listOfNumbers(new Float64Array(0))).toEqual([]);
});

test('every dtype of numbers counts, and none of bigints', () => {
  for (const dtype of Object.keys(DTYPES) as TypedDtype[]) {
    const Elements = typedArrayOf(dtype);
    if (Elements === undefined) continue;
    const isNumeric = !dtype.startsWith('big');
    expect(numbersOf(new Elements(1)) !== undefined, dtype).toBe(isNumeric);
    expect(numbersOf(columnOf(new Elements(1))) !== undefined, dtype).toBe(isNumeric);
    expect(NUMBER_ARRAYS.includes(typedArrayName(dtype)), dtype).toBe(isNumeric);
  }
  for (const odd of [[1], null, 'a', new ArrayBuffer(8), new DataView(new ArrayBuffer(8)), { data: Float64Array.of(1) }])
    expect(numbersOf(odd)).toBeUndefined();
});

test('a value is shown with lists wherever its type asks for them, at any depth', () => {
  const floats = Float32Array.of(1, 2);
  expect(listed(floats, 'number[]')).toEqual([1, 2]);
  expect(listed([floats, [3]], 'number[][]')).toEqual([[1, 2], [3]]);
  expect(listed([floats], 'number[] | number[][]')).toEqual([[1, 2]]);
  expect(listed({ a: floats, b: floats }, '{ a: number[], b: Float32Array }')).toEqual({ a: [1, 2], b: floats });
  expect(listed({ a: floats }, 'Record<number[]>')).toEqual({ a: [1, 2] });
  expect(listed([floats, 1], '[number[], number]')).toEqual([[1, 2], 1]);
  expect(listed(new Map([['a', floats]]), 'Map<string, number[]>')).toEqual(new Map([['a', [1, 2]]]));
});

test('what is asked for as it is, and every pointer, stays what it is', () => {
  const floats = Float64Array.of(1);
  const pointer = { [POINTER]: { prefix: undefined, counter: 1 } };
  expect(listed(floats, 'number[] | Float64Array')).toBe(floats);
  expect(listed(pointer, 'number[]')).toBe(pointer);
  expect(listed([floats, pointer], 'number[][]')).toEqual([[1], pointer]);
  expect(listed(BigInt64Array.of(1n), 'number[]')).toEqual(BigInt64Array.of(1n));
});
