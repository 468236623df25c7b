import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnOf, parseType, type TypeRef, typeFits, valueFits } from '../../src/index.ts';
import { arbitraryType } from './arbitrary-type.ts';

const accepts = (id: string): readonly string[] => (id === 'nj.NdArray' ? ['ast.Column'] : id === 'js.Number' ? ['number'] : []);
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
