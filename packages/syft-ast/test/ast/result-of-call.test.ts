import { expect, test } from 'vitest';
import { resultOfCall } from '../../src/ast/result-of-call.ts';

test('what a call gives back is its result, whatever it changed', () => {
  expect(resultOfCall([0], ['changed'], 7)).toBe(7);
  expect(resultOfCall([], ['kept'], undefined)).toBeUndefined();
});

test('a call that gives nothing back comes to what it changed: one operand as it is, several as a list', () => {
  expect(resultOfCall([1], ['a', 'b'], undefined)).toBe('b');
  expect(resultOfCall([1, 2], ['a', 'b', 'c'], undefined)).toEqual(['b', 'c']);
  expect(resultOfCall([1, 2], ['a', 'b'], undefined)).toEqual(['b']);
});
