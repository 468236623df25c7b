import { expect, test } from 'vitest';
import { fractionsIn, twinsOf } from '../../src/crawl/probe/near-twins.ts';
import { oddCalls } from '../../src/crawl/probe/odd-calls.ts';
import type { Sample } from '../../src/surface/sample.ts';

const list = (...items: readonly Sample[]): Sample => ({ $: 'list', items });
const call = (...args: readonly Sample[]) => ({ path: 'library.member', args });
const argsOf = (groups: ReturnType<typeof twinsOf>) => groups.map((group) => group.map(({ args }) => args));
const never = () => false;

test('a list has a twin with the same ends and length', () => {
  expect(argsOf(twinsOf(call(list(3, 1, 2, 5), 2), never))).toEqual([[[list(3, 1, 12, 5), 2]]]);
  expect(argsOf(twinsOf(call(list(list(1, 2), list(3, 4))), never))).toEqual([[[list(list(1, 2), list(13, 4))]]]);
  expect(twinsOf(call(list(3, 1), 2), never)).toEqual([]);
});

test('an instance has a twin that is made of another list', () => {
  const made = (...items: readonly Sample[]): Sample => ({ $: 'new', path: 'library.Made', args: [2, list(...items)] });
  const [group] = twinsOf({ ...call(), receiver: made(1, 2, 3) }, never);
  expect(group).toEqual([{ ...call(), receiver: made(1, 12, 3) }]);
});

test('a number has twins a little off where fractions were taken in its place, and none where it may count steps', () => {
  const takes = fractionsIn([call(3, 0.5), call(4, 1)]);
  expect(argsOf(twinsOf(call(3, 1), takes))).toEqual([[[3, 1 + 1e-7]], [[3, 1 - 1e-7]]]);
});

test('a text has twins at twice its length, twice in a row, in other letters and with more room', () => {
  expect(argsOf(twinsOf(call('ab'), never))).toEqual([[['abab'], ['abab']], [['AB']], [[' ab']]]);
});

test('calls are odd each in its own way', () => {
  const calls = [call(2), call(-1), call(-3), call(0), call(list()), call(list(1, -1)), call('a')];
  const odd = oddCalls([...calls.map((request) => ({ request })), { request: call('b'), threw: true }], 9);
  expect(odd.map(({ args }) => args[0])).toEqual([-1, 0, list(), list(1, -1), 'b']);
  expect(
    oddCalls(
      calls.map((request) => ({ request })),
      2,
    ),
  ).toHaveLength(2);
});
