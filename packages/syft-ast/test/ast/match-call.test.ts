import { describe, expect, test } from 'vitest';
import {
  type CallChecks,
  CallMatcher,
  type CallShape,
  columnOf,
  POINTER,
  type PointerLike,
  parseSignature,
  parseType,
  SyftError,
  TypeTable,
} from '../../src/index.ts';
import { errorOf } from '../syft-error.ts';

const facts = new Map<number, { type: string; readable: boolean }>([
  [1, { type: 'tiny.Box', readable: false }],
  [2, { type: 'tiny.Box', readable: true }],
  [3, { type: 'number', readable: false }],
  [4, { type: 'number', readable: true }],
  [5, { type: 'number | string', readable: true }],
  [6, { type: 'ast.Column', readable: false }],
  [7, { type: 'number[]', readable: false }],
  [8, { type: 'Float32Array', readable: false }],
  [9, { type: 'tiny.Lid', readable: false }],
]);
const [privateBox, readableBox, privateNumber, readableNumber, union, column, privateList, floats, lid] = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(
  (counter): PointerLike => ({ [POINTER]: { prefix: undefined, counter } }),
);
const types = new Map([...facts].map(([counter, { type }]) => [counter, parseType(type)]));

const table = new TypeTable();
table.add([
  { id: 'tiny.Box', accepts: ['ast.Column'] },
  { id: 'tiny.Lid', accepts: [], extends: ['tiny.Box'] },
]);

const checks: CallChecks = {
  accepts: table.accepts,
  detect: (id, value) => id === 'ast.Column' && (value as { type?: unknown } | null)?.type === 'ast.Column',
  factsOf(pointer) {
    const { counter } = pointer[POINTER];
    const type = types.get(counter);
    if (type === undefined) throw new SyftError('NOT_FOUND', 'cannot use object: no such object');
    return { type, readable: facts.get(counter)?.readable === true };
  },
};
const matcher = new CallMatcher(checks);
const entry = (...signatures: string[]): CallShape => ({
  receiverType: undefined,
  signatures: signatures.map((text) => parseSignature(text)),
});
const method = (signature: string, receiver = 'tiny.Box'): CallShape => ({
  receiverType: parseType(receiver),
  signatures: [parseSignature(signature)],
});
const chosen = (call: CallShape, ...operands: unknown[]) => call.signatures.indexOf(matcher.match(call, operands));
const refused = (call: CallShape, ...operands: unknown[]) =>
  errorOf(() => matcher.match(call, operands), 'BAD_ARGUMENT', 'NEEDS_PUBLIC_ARGUMENT', 'NOT_FOUND').code;

describe('the first signature that fits is taken', () => {
  const call = entry(
    '(x: tiny.Box, y: number) => tiny.Box',
    '(x: tiny.Box, y: string) => tiny.Box',
    '(x: tiny.Box, y?: boolean) => number',
  );

  test('by values and by the types of pointers', () => {
    expect(chosen(call, privateBox, 1)).toBe(0);
    expect(chosen(call, privateBox, 'a')).toBe(1);
    expect(chosen(call, privateBox)).toBe(2);
    expect(chosen(call, privateBox, privateNumber)).toBe(0);
    expect(chosen(call, privateBox, union)).toBe(0);
    expect(chosen(call, column, 1)).toBe(0);
    expect(chosen(call, columnOf(Float64Array.of(1)), 1)).toBe(0);
  });

  test('none fits: too few, too many, or of another type', () => {
    for (const operands of [
      [],
      [privateBox, 1, 2],
      [1, 1],
      [privateNumber],
      [privateBox, null],
      [privateBox, undefined],
      [privateBox, privateBox],
    ]) {
      expect(refused(call, ...operands)).toBe('BAD_ARGUMENT');
    }
  });
});

test('a rest parameter takes any number, each of its type', () => {
  const call = entry('(first: number, ...boxes: tiny.Box[]) => tiny.Box');
  expect(chosen(call, 1)).toBe(0);
  expect(chosen(call, 1, privateBox, readableBox, column)).toBe(0);
  expect(refused(call, 1, privateBox, 'a')).toBe('BAD_ARGUMENT');
  expect(refused(call)).toBe('BAD_ARGUMENT');
});

describe('columns and typed arrays stand for lists of numbers', () => {
  const numbers = columnOf(Float64Array.of(1));
  const bigints = columnOf(BigInt64Array.of(1n));

  test('as values and by the types of pointers, also in a list of lists', () => {
    const mean = entry('(x: number[]) => number');
    for (const operand of [column, floats, numbers, Int8Array.of(1), [1]]) expect(chosen(mean, operand)).toBe(0);
    const rows = entry('(x: number[][]) => number');
    expect(chosen(rows, [column, numbers, floats, [1, privateNumber], privateList])).toBe(0);
    expect(chosen(entry('(x: number[] | number[][]) => number'), [column])).toBe(0);
    for (const operand of [bigints, BigInt64Array.of(1n), privateBox, { data: [1] }]) expect(refused(mean, operand)).toBe('BAD_ARGUMENT');
    for (const operand of [column, [bigints], [[column]]]) expect(refused(rows, operand)).toBe('BAD_ARGUMENT');
  });

  test('only where no signature takes them as they are', () => {
    const call = entry('(x: number[]) => number', '(x: tiny.Box | Float32Array) => number');
    for (const operand of [column, floats, numbers, Float32Array.of(1)]) expect(chosen(call, operand)).toBe(1);
    expect(chosen(call, Float64Array.of(1))).toBe(0);
  });

  test('a private one in a public place is refused all the same', () => {
    expect(refused(entry('(public x: number[]) => number'), column)).toBe('NEEDS_PUBLIC_ARGUMENT');
    expect(chosen(entry('(public x: number[]) => number'), numbers)).toBe(0);
  });
});

describe('pointers stand inside lists and records too', () => {
  const call = entry('(boxes: (tiny.Box | number)[], options?: { by: number }) => tiny.Box');

  test('where each fits its own place', () => {
    expect(chosen(call, [privateBox, 1, privateNumber], { by: privateNumber })).toBe(0);
    expect(refused(call, [privateBox, privateList])).toBe('BAD_ARGUMENT');
    expect(refused(call, [privateBox], { by: privateBox })).toBe('BAD_ARGUMENT');
    expect(refused(call, [privateBox], { by: 1, extra: 1 })).toBe('BAD_ARGUMENT');
  });

  test('and one that may not be used is not found there either', () => {
    const unknown: PointerLike = { [POINTER]: { prefix: undefined, counter: 99 } };
    expect(refused(call, [unknown])).toBe('NOT_FOUND');
    expect(refused(call, [1], { by: unknown })).toBe('NOT_FOUND');
  });
});

describe('a public parameter takes a constant or what the caller may read', () => {
  const call = entry('(x: tiny.Box, public axis: number, public shape?: number[], ...public more: number[]) => tiny.Box');

  test('constants and readable pointers pass, private pointers do not', () => {
    expect(chosen(call, privateBox, 1)).toBe(0);
    expect(chosen(call, privateBox, readableNumber, [1, readableNumber])).toBe(0);
    expect(refused(call, privateBox, privateNumber)).toBe('NEEDS_PUBLIC_ARGUMENT');
    expect(refused(call, readableBox, 1, privateList)).toBe('NEEDS_PUBLIC_ARGUMENT');
  });

  test('a private pointer hidden in a list, or among the rest, is found', () => {
    expect(refused(call, privateBox, 1, [1, 2, privateNumber])).toBe('NEEDS_PUBLIC_ARGUMENT');
    expect(refused(call, privateBox, 1, [], 5, 6, privateNumber)).toBe('NEEDS_PUBLIC_ARGUMENT');
  });

  test('another overload may take it where it is not public', () => {
    const overloaded = entry('(public x: number) => number', '(x: number) => number');
    expect(chosen(overloaded, privateNumber)).toBe(1);
    expect(chosen(overloaded, 1)).toBe(0);
  });

  test('a wrong type is told before privacy, so that nothing private is looked at', () => {
    expect(refused(call, privateBox, privateBox)).toBe('BAD_ARGUMENT');
  });
});

describe('a method belongs to its receiver', () => {
  const scale = method('(by: number) => tiny.Box');

  test('of its type, of one that extends it, or of one that stands for it', () => {
    expect(chosen(scale, privateBox, 2)).toBe(0);
    expect(chosen(scale, column, 2)).toBe(0);
    expect(chosen(scale, lid, 2)).toBe(0);
    expect(refused(method('() => number', 'tiny.Lid'), privateBox)).toBe('BAD_ARGUMENT');
  });

  test('and to nothing else: another type, a value in its shape, no receiver at all', () => {
    for (const receiver of [privateNumber, privateList, { items: [1], size: 1 }, null, undefined, 1]) {
      expect(refused(scale, receiver, 2)).toBe('BAD_ARGUMENT');
    }
    expect(refused(scale)).toBe('BAD_ARGUMENT');
  });

  test('members of numbers and strings take what signatures call number and string', () => {
    const add = method('(other: number) => number', 'number');
    expect(chosen(add, privateNumber, 1)).toBe(0);
    expect(chosen(add, 1, 1)).toBe(0);
    expect(refused(add, 'a', 1)).toBe('BAD_ARGUMENT');
    expect(chosen(method('() => number', 'string'), 'a')).toBe(0);
    expect(chosen(method('() => number', 'number[]'), [1])).toBe(0);
    expect(chosen(method('() => number', 'Map<string, number>'), new Map([['a', 1]]))).toBe(0);
    expect(refused(method('() => number', 'Set<number>'), new Set(['a']))).toBe('BAD_ARGUMENT');
    expect(refused(method('() => number', 'any.String'), 'a')).toBe('BAD_ARGUMENT');
  });
});

test('a value is readable when every pointer in it is, wherever it stands', () => {
  expect(matcher.isReadable([1, { a: readableBox }, new Map([[readableNumber, new Set([union])]])])).toBe(true);
  for (const value of [
    privateBox,
    [[privateBox]],
    { a: { b: privateBox } },
    new Set([privateBox]),
    new Map([[privateBox, 1]]),
    new Map([[1, privateBox]]),
  ]) {
    expect(matcher.isReadable(value)).toBe(false);
  }
});
