import { expect, test } from 'vitest';
import { DEFAULT_LIMITS, type Limits, resolveLimits } from '../src/index.ts';
import { errorOf } from './syft-error.ts';

test('overrides replace single limits, and the rest stands', () => {
  expect(resolveLimits({ frameBytes: 10 })).toEqual({ ...DEFAULT_LIMITS, frameBytes: 10 });
  expect(Object.isFrozen(resolveLimits())).toBe(true);
});

test('a limit can never be switched off by a value that bounds nothing', () => {
  for (const value of [Number.NaN, -1, '10', null, {}])
    errorOf(() => resolveLimits({ frameBytes: value } as unknown as Limits), 'BAD_CONFIG');
  expect(resolveLimits({ frameBytes: undefined } as unknown as Limits).frameBytes).toBe(DEFAULT_LIMITS.frameBytes);
});

test('a misspelt limit is refused and not ignored', () => {
  errorOf(() => resolveLimits({ framesBytes: 1 } as unknown as Limits), 'BAD_CONFIG');
  errorOf(() => resolveLimits(JSON.parse('{"__proto__": 1}') as Limits), 'BAD_CONFIG');
});
