import { expect, test } from 'vitest';
import { boundOfValue, type HazardValues, hazardGuard, type OperandView, SCALAR_BOUND } from '../../src/index.ts';

const operand = (value: unknown): OperandView => ({ bound: boundOfValue(value), value, isPublic: true });

test.each<[HazardValues, readonly unknown[], readonly unknown[]]>([
  [
    'zero',
    [0, -0, 0n, '0', null, false, [1, 0], Float64Array.of(1, 0), { step: 0 }, [[{ step: [0] }]]],
    [1, -1, Number.NaN, 'zero', undefined, true],
  ],
  ['negative', [-1, -0.5, -Infinity, -1n, [1, -1]], [0, -0, 1, Infinity, Number.NaN]],
  ['fraction', [0.5, -1.25, [1, 1.5]], [1, 0, -3, Infinity, Number.NaN, 2 ** 60]],
  ['nan', [Number.NaN, [Number.NaN], new Map([['a', Number.NaN]])], [0, Infinity, 'float64', 'NaN']],
  ['infinite', [Infinity, -Infinity, [1, Infinity]], [0, 1e308, Number.NaN]],
  ['huge', [2 ** 16 + 1, -(2 ** 40), Infinity, 2n ** 70n, new Set([2 ** 33])], [2 ** 16, 1, Number.NaN]],
])('%s is refused wherever it stands in the argument, and nothing else is', (values, refused, taken) => {
  const guard = hazardGuard([{ param: 1, values }]);
  for (const value of refused) expect(guard([operand(0.5), operand(value)]), String(value)).toMatch(/^argument 2 is /);
  for (const value of taken) expect(guard([operand(0), operand(value)]), String(value)).toBe(undefined);
});

test('an argument that is left out does no harm; one that nobody can see is refused', () => {
  const guard = hazardGuard([{ param: 0, values: 'zero' }]);
  expect(guard([])).toBe(undefined);
  expect(guard([{ bound: SCALAR_BOUND, value: undefined, isPublic: false }])).toMatch(/has to be public/);
  expect(guard([{ bound: { elements: 2 }, value: undefined, isPublic: true, items: [operand(1)] }])).toMatch(/has to be public/);
});

test('a receiver is no argument', () => {
  const guard = hazardGuard([{ param: 0, values: 'zero' }], 1);
  expect(guard([operand(0), operand(1)])).toBe(undefined);
  expect(guard([operand(1), operand(0)])).toBe('argument 1 is zero, with which the library does not end well');
});
