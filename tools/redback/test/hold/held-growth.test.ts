import { expect, test } from 'vitest';
import type { ReturnedOutcome } from '../../src/crawl/probe/caller.ts';
import { type HeldSize, regrown } from '../../src/hold/held-growth.ts';

const CONSTANT = { factor: 1, terms: [] };
const KNOWN = { size: CONSTANT, time: { factor: 1, terms: [{ of: 'elements', power: 1 }] } };

/** A call with a number that gives so many elements; it is public unless told. */
function call(count: number, weight: number, declared: number, isPublic = true): HeldSize {
  const outcome = { value: { weight }, effects: { becomes: [] }, operands: [{ elements: 1, weight: 1, shape: null }] };
  return {
    call: {
      signature: {
        params: [{ name: 'count', type: { kind: 'prim', name: 'number' }, optional: false, rest: false, public: isPublic }],
        returns: { kind: 'unknown' },
        async: false,
      },
      takes: ['number'],
      request: { args: [count] },
      declared,
    },
    outcome: outcome as unknown as ReturnedOutcome,
  };
}

test('a bound that holds is left alone, a little beside it too', () => {
  expect(regrown([call(2, 4, 1), call(3, 20, 1)], KNOWN)).toBeUndefined();
});

test('one that larger operands break is fitted to these, and follows the number that they are', () => {
  const counts = [1, 2, 8, 64, 256];
  const found = regrown(
    counts.map((count) => call(count, 2 * count, 1)),
    KNOWN,
  );
  expect(found?.size.terms).toEqual([{ of: 'value:0', power: 1 }]);
  expect(found?.time.terms).toContainEqual({ of: 'value:0', power: 1 });
});

test('where nothing bounds them, there is no bound', () => {
  const counts = [1, 2, 4, 8, 16, 20];
  expect(
    regrown(
      counts.map((count) => call(count, 3 ** count, 1)),
      KNOWN,
    ),
  ).toBeNull();
});

test('what is data bounds nothing by its value', () => {
  const counts = [1, 2, 8, 64, 256];
  expect(
    regrown(
      counts.map((count) => call(count, 2 * count, 1, false)),
      KNOWN,
    ),
  ).toBeNull();
});
