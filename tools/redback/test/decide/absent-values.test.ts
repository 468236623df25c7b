import { expect, test } from 'vitest';
import { boundWithAbsent } from '../../src/decide/absent-values.ts';

const constant = { factor: 2, terms: [] };

test('what is changed is given back whole, however small those were that it was tried with', () => {
  const growth = { size: constant, time: constant };
  const sizeOf = (receiver: null | 1, mutates: readonly string[]) =>
    boundWithAbsent(growth, { examples: [{ receiver, args: [1, 2] }], mutates }).size;
  expect(sizeOf(1, ['self'])).toEqual({ factor: 2, terms: [{ of: 'operand:0', power: 1 }] });
  expect(sizeOf(1, ['arg:0'])).toEqual({ factor: 2, terms: [{ of: 'operand:1', power: 1 }] });
  expect(sizeOf(null, ['arg:1'])).toEqual({ factor: 2, terms: [{ of: 'operand:1', power: 1 }] });
  expect(sizeOf(null, [])).toEqual(constant);
});
