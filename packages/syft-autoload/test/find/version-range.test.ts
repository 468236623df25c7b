import satisfies from 'semver/functions/satisfies.js';
import { expect, test } from 'vitest';
import { isInRange, isRange } from '../../src/find/version-range.ts';

const VERSIONS = [
  '0.0.0',
  '0.16.0',
  '0.16.1',
  '0.16.10',
  '0.17.0',
  '1.0.0',
  '1.9.9',
  '2.0.0',
  '10.0.0',
  '0.16.2-beta.1',
  '1.0.0+build',
  'v1.0.0',
  '1.0',
  '',
  'latest',
];
const RANGES = [
  '>=0.16.1 <0.17.0',
  '>=1.0.0 <2.0.0',
  '>=0.0.0 <10.0.0',
  '>=2.0.0 <1.0.0',
  '^1.0.0',
  '~0.16.1',
  '*',
  '1 || 2',
  '>=1.0.0',
  'nonsense',
];

test('a version is in a range when npm says so', () => {
  for (const version of VERSIONS)
    for (const range of RANGES) expect(isInRange(version, range), `${version} in ${range}`).toBe(satisfies(version, range));
});

test('what npm does not read is no range', () => {
  for (const range of RANGES) expect(isRange(range), range).toBe(range !== 'nonsense');
  for (const other of [undefined, null, 1, {}, ['*'], '>=1.0.0 <two']) expect(isRange(other)).toBe(false);
});
