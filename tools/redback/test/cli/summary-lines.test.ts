import { expect, test } from 'vitest';
import { summaryLines } from '../../src/cli/summary-lines.ts';
import { summarize } from '../../src/decide/summary.ts';
import { member, plan } from '../decide/make-snapshot.ts';

test('the rows of a library add up to its head, aliases among them', () => {
  const members = [
    member('mean'),
    member('average', { aliasOf: 'lib.mean' }),
    member('avg', { aliasOf: 'lib.mean' }),
    member('read', { probe: { reached: ['fs'] } }),
    member('load', { aliasOf: 'lib.read', probe: { reached: ['fs'] } }),
    member('mode'),
  ];
  const lines = summaryLines(summarize(plan(members))).map((line) => line.split(/ {2,}/));
  expect(lines[1]?.slice(1, 5)).toEqual(['6', '4', '2', '0']);
  expect(lines.slice(4)).toEqual([
    ['refuse', 'io', 'unsafe', '1', 'lib.read'],
    ['allow', 'pure', '2', 'lib.mean, lib.mode'],
    ['refuse', 'the same', '1', 'other names of members above'],
    ['allow', 'the same', '2', 'other names of members above'],
  ]);
});
