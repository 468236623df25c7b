import { expect, test } from 'vitest';
import { stopAfter } from '../../src/domain/stop-after.ts';

test('a call that does not end is stopped, and the next one runs', () => {
  expect(
    stopAfter(50, () => {
      for (;;);
    }),
  ).toBe('stopped');
  expect(stopAfter(1_000, () => 3)).toEqual({ value: 3 });
});

test('what a call throws comes through, and a call inside a call has its own time', () => {
  const fail = () => {
    throw new TypeError('no');
  };
  expect(() => stopAfter(1_000, fail)).toThrow(TypeError);
  expect(stopAfter(1_000, () => stopAfter(1_000, () => 'inner'))).toEqual({ value: { value: 'inner' } });
});
