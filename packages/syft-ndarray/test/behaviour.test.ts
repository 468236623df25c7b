import type { OperandView } from '@syft-libs/ast';
import makeArray from 'ndarray';
import { expect, test } from 'vitest';
import { guards } from '../src/guards.ts';
import { sampleArray } from '../src/sample-array.ts';

const sample = sampleArray as Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
const call = (receiver: unknown, name: string, ...args: readonly unknown[]): unknown =>
  Reflect.apply(sample[name] as never, receiver, args);

const array: OperandView = { bound: { elements: 12, dims: [3, 4] }, value: undefined, isPublic: false };
const constant = (value: unknown): OperandView => ({ bound: { elements: 1, dims: [] }, value, isPublic: true });
const judge = (name: string, ...args: readonly unknown[]) => guards[`ndarray.NdArray.${name}`]?.([array, ...args.map(constant)]);

test('a member runs as the receiver’s own class has it, whatever its dtype and number of axes', () => {
  for (const Data of [Float64Array, Int8Array]) {
    const matrix = makeArray(Data.from([1, 2, 3, 4, 5, 6]), [2, 3]);
    expect(call(matrix, 'get', 1, 2)).toBe(6);
    expect(call(matrix, 'transpose', 1, 0)).toMatchObject({ shape: [3, 2], stride: [1, 3] });
    expect(call(call(matrix, 'pick', null, 1), 'get', 1)).toBe(5);
    expect(call(matrix, 'set', 0, 1, 9)).toBeUndefined();
    expect(matrix.get(0, 1)).toBe(9);
  }
});

test.each<[string, readonly unknown[]]>([
  ['get', [0, 4]],
  ['get', [-1, 0]],
  ['get', [0]],
  ['index', [3, 0]],
  ['set', [0, 7, 1]],
  ['pick', [3]],
  ['lo', [4]],
  ['hi', [1, 5]],
  ['step', [0]],
  ['step', [0.5]],
  ['transpose', [0, 0]],
])('%s of a 3 by 4 array refuses %j', (name, args) => {
  expect(judge(name, ...args)).toEqual(expect.any(String));
});

test.each<[string, readonly unknown[]]>([
  ['get', [2, 3]],
  ['set', [2, 3, 1]],
  ['pick', [null, 3]],
  ['lo', [1, 4]],
  ['hi', [3, 4]],
  ['step', [-1, 2]],
  ['transpose', [1, 0]],
  ['transpose', []],
])('%s of a 3 by 4 array takes %j', (name, args) => {
  expect(judge(name, ...args)).toBeUndefined();
});
