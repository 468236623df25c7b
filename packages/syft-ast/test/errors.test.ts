import { expect, test } from 'vitest';
import { ERROR_CODES, isErrorCode, isSyftError, SyftError } from '../src/index.ts';

test('an error of another loaded copy of the package counts, by its shape', () => {
  class SyftErrorOfAnotherCopy extends Error {
    override readonly name = 'SyftError';
    readonly code = 'LIMIT';
  }
  expect(isSyftError(new SyftErrorOfAnotherCopy())).toBe(true);
  expect(isSyftError(new SyftError('LIMIT', 'cannot read value: too much'))).toBe(true);
});

test('other errors, and codes outside the closed set, do not count', () => {
  const odd = Object.assign(new Error('x'), { name: 'SyftError', code: 'toString' });
  for (const value of [odd, new Error('x'), { name: 'SyftError', code: 'LIMIT' }, null, 'LIMIT']) expect(isSyftError(value)).toBe(false);
  for (const code of ['toString', '__proto__', 'constructor', '', 1]) expect(isErrorCode(code)).toBe(false);
});

test('every code has a meaning in one sentence or two', () => {
  for (const meaning of Object.values(ERROR_CODES)) expect(meaning).toMatch(/^[A-Z].*\.$/);
});

test('the cause stays at hand on this side', () => {
  const cause = new Error('inner');
  expect(new SyftError('INTERNAL', 'cannot do it: fault', { cause }).cause).toBe(cause);
  expect('cause' in new SyftError('INTERNAL', 'cannot do it: fault')).toBe(false);
});
