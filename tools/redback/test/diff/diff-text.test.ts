import { expect, test } from 'vitest';
import { changesetOf } from '../../src/diff/changeset-of.ts';
import { describeDiff } from '../../src/diff/describe-diff.ts';
import { diffSnapshots } from '../../src/diff/diff-snapshots.ts';
import { seen, small } from './made-snapshot.ts';

const before = small('1.2.0', [
  seen('mean', ['(x: number[]) => number']),
  seen('mode', ['(x: number[]) => number']),
  seen('quantile', ['(x: number[], p: number) => number']),
]);
const after = small('2.0.0', [
  seen('mean', ['(x: number[]) => number']),
  seen('median', ['(x: number[]) => number']),
  seen('quantile', ['(x: number[], p: number | number[]) => number']),
]);

test('a comparison reads as tables, largest bump first', () => {
  expect(describeDiff(diffSnapshots(before, after))).toBe(
    `small-lib 1.2.0 → 2.0.0

major (1)
  small.mode  is gone from the library

minor (3)
  small-lib       is 2.0.0, after 1.2.0: outside the range of before
  small.median    is new
  small.quantile  takes number | number[] for \`p\`, not only number

The support package needs a major release.
`,
  );
});

test('a changeset says what users gain and lose', () => {
  expect(changesetOf(diffSnapshots(before, after), '@syft-libs/small-lib')).toBe(
    `---
'@syft-libs/small-lib': major
---

Now for small-lib 2.0.0. New: \`median\`. Gone: \`mode\`.

- \`quantile\` takes number | number[] for \`p\`, not only number.
`,
  );
});

test('no change is no changeset, and what nobody can call makes a patch without a list', () => {
  expect(changesetOf(diffSnapshots(before, before), '@syft-libs/small-lib')).toBeNull();
  expect(describeDiff(diffSnapshots(before, before))).toContain('Nothing changed: no release.');
  const hidden = small('1.2.0', [...before.members, seen('readAll', ['(x: string) => string'], { reached: ['fs'] })]);
  expect(changesetOf(diffSnapshots(before, hidden), '@syft-libs/small-lib')).toBe(
    `---\n'@syft-libs/small-lib': patch\n---\n\nDocumentation and evidence brought up to date.\n`,
  );
});
