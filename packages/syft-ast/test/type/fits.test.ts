import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asItIs, columnOf, fittingMember, parseType, type TypeRef, TypeTable, typeFits, valueFits } from '../../src/index.ts';
import { arbitraryType } from './arbitrary-type.ts';

const table = new TypeTable();
table.add([
  { id: 'nj.NdArray', accepts: ['ast.Column'] },
  { id: 'js.Number', accepts: ['number'] },
  { id: 'm.Base', accepts: ['ast.Column'] },
  { id: 'm.Middle', accepts: [], extends: ['m.Base'] },
  { id: 'm.Sub', accepts: ['string'], extends: ['m.Middle'] },
]);
const { accepts } = table;
const detect = (id: string, value: unknown) => id === 'ast.Column' && (value as { type?: unknown } | null)?.type === 'ast.Column';
const fitOf = (from: string, to: string) => typeFits(parseType(from), parseType(to), accepts);
const fits = (value: unknown, type: string) => valueFits(value, parseType(type), { accepts, detect });

test.each([
  ['number', 'number', 'yes'],
  ['number', 'string', 'no'],
  ['number', 'number | string', 'yes'],
  ['number | string', 'number', 'maybe'],
  ['number | string', 'boolean', 'no'],
  ['1', 'number', 'yes'],
  ['number', '1', 'maybe'],
  ['1', '2', 'no'],
  ['ast.Column', 'nj.NdArray', 'yes'],
  ['nj.NdArray', 'ast.Column', 'no'],
  ['number', 'js.Number', 'yes'],
  ['[number, number]', 'number[]', 'yes'],
  ['number[]', '[number, number]', 'maybe'],
  ['[number]', '[number, number]', 'no'],
  ['(number | string)[]', 'number[]', 'maybe'],
  ['{ a: number, b: string }', '{ a: number }', 'yes'],
  ['{ b: string }', '{ a: number }', 'no'],
  ['{ }', '{ a?: number }', 'yes'],
  ['{ a: number }', 'Record<number>', 'yes'],
  ['Map<string, number>', 'Map<string, string>', 'no'],
  ['Set<number>', 'Set<number | string>', 'yes'],
  ['number[]', 'Set<number>', 'no'],
  ['Float64Array', 'number[]', 'yes'],
  ['BigInt64Array', 'number[]', 'no'],
  ['Bytes', 'number[]', 'no'],
  ['ast.Column', 'number[]', 'maybe'],
  ['ast.Column', 'string[]', 'no'],
  ['ast.Column', 'number[][]', 'no'],
  ['ast.Column[]', 'number[][]', 'maybe'],
  ['ast.Column', 'number[] | number[][]', 'maybe'],
  ['[Float32Array, number[]]', 'number[][]', 'yes'],
  ['nj.NdArray', 'number[]', 'no'],
  ['Float64Array', 'ast.TypedArray', 'yes'],
  ['m.Sub', 'm.Base', 'yes'],
  ['m.Base', 'm.Sub', 'no'],
  ['m.Sub[]', 'm.Base[]', 'yes'],
  ['string', 'm.Base', 'no'],
])('a value declared as %s where %s is expected: %s', (from, to, expected) => {
  expect(fitOf(from, to)).toBe(expected);
});

test('what is unknown or a callback fits nowhere, and nothing fits it', () => {
  for (const odd of ['unknown', 'callback']) {
    for (const type of ['number', 'unknown', 'callback', 'number | unknown']) {
      expect(fitOf(odd, type)).toBe('no');
      if (type !== 'number | unknown') expect(fitOf(type, odd)).toBe('no');
    }
  }
});

test('every type without a hole in it fits itself', () => {
  const whole = (type: TypeRef): boolean => !/\b(unknown|callback)\b/.test(JSON.stringify(type));
  fc.assert(
    fc.property(arbitraryType.filter(whole), (type) => {
      // A literal NaN cannot be written; all else is equal to itself, a union through its members.
      expect(typeFits(type, type, accepts)).toBe('yes');
    }),
  );
});

test.each<[unknown, string, boolean]>([
  [1, 'number', true],
  [1n, 'number', false],
  [-0, '0', true],
  [Number.NaN, 'number', true],
  [null, 'null', true],
  [undefined, 'null', false],
  [new Date(), 'Date', true],
  [new ArrayBuffer(1), 'Bytes', true],
  [new Uint8Array(1), 'Bytes', false],
  [Buffer.from([1]), 'Uint8Array', true],
  [new Float32Array(1), 'Float64Array', false],
  [new DataView(new ArrayBuffer(8)), 'Float64Array', false],
  [[1, 'a'], 'number[]', false],
  [[1, 'a'], '[number, string]', true],
  [[1], '[number, string]', false],
  [{ a: 1 }, '{ a: number, b?: string }', true],
  [{ a: 1, c: 1 }, '{ a: number, b?: string }', false],
  [{ a: 1 }, 'Record<number>', true],
  [new Map([[1, 2]]), 'Map<number, number>', true],
  [new Set(['a']), 'Set<number>', false],
  [columnOf(Float64Array.of(1)), 'nj.NdArray', true],
  [columnOf(Float64Array.of(1)), 'number[]', true],
  [columnOf(Uint8ClampedArray.of(1)), 'number[]', true],
  [columnOf(BigInt64Array.of(1n)), 'number[]', false],
  [Float32Array.of(1), 'number[]', true],
  [BigUint64Array.of(1n), 'number[]', false],
  [[columnOf(Float64Array.of(1)), [2], Int16Array.of(1)], 'number[][]', true],
  [new ArrayBuffer(8), 'number[]', false],
  [{ 0: 1, length: 1 }, 'number[]', false],
  [() => 1, 'callback', false],
  [1, 'unknown', false],
])('%o as %s: %s', (value, type, expected) => {
  expect(fits(value, type)).toBe(expected);
});

test('inherited keys are neither known fields nor missing ones', () => {
  expect(fits({}, '{ toString: string }')).toBe(false);
  expect(fits(JSON.parse('{"__proto__": 1}'), '{ a?: number }')).toBe(false);
  expect(fits(new (class Foo {})(), 'Record<number>')).toBe(false);
});

test('what a record imitates is no column, and stands for no list', () => {
  const record = Object.assign(Object.create(null) as object, columnOf(Float64Array.of(1)));
  expect(fits(record, 'number[]')).toBe(false);
});

test('of a union the member that a value fits as it is goes before the list that it can be made into', () => {
  const members = ['number[]', 'nj.NdArray', 'Float64Array'].map((text) => parseType(text));
  const tiers = [asItIs({ accepts, detect }), { accepts, detect }];
  const taken = (value: unknown) => members.indexOf(fittingMember(value, members, tiers) as TypeRef);
  expect([columnOf(Float64Array.of(1)), Float64Array.of(1), Float32Array.of(1), [1], 'a'].map(taken)).toEqual([1, 2, 0, 0, -1]);
});
