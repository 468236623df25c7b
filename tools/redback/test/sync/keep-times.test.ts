import { expect, test } from 'vitest';
import { keepTimes } from '../../src/sync/keep-times.ts';
import { member, snapshotOf as snapshot } from '../decide/make-snapshot.ts';

const growth = (power: number, factor = 1) => ({
  size: { factor, terms: [] },
  time: { factor: 1, terms: [{ of: 'elements', power }] },
});
const timeOf = (made: ReturnType<typeof keepTimes>) => made.members[0]?.probe?.growth?.time.terms[0]?.power;

test('the earlier word on time holds where all else was seen alike', () => {
  const earlier = snapshot([member('f', { probe: { growth: growth(1) } })]);
  expect(timeOf(keepTimes(snapshot([member('f', { probe: { growth: growth(2) } })]), earlier))).toBe(1);
  expect(timeOf(keepTimes(snapshot([member('f', { probe: { growth: growth(2, 8) } })]), earlier))).toBe(2);
  expect(timeOf(keepTimes(snapshot([member('f', { probe: { growth: growth(2) } })]), undefined))).toBe(2);
});
