import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatConformancePage, PAGE, staleConformancePage } from '../../src/conformance/conformance-page.ts';
import { rowOf } from '../../src/conformance/conformance-report.ts';
import { type ConformanceRow, formatRows } from '../../src/conformance/conformance-row.ts';
import { readReport } from '../../src/conformance/run-tests.ts';

const ROW: ConformanceRow = {
  package: '@syft-libs/small',
  library: 'small-lib',
  version: '1.10.0',
  allowed: 2,
  refused: 1,
  review: 0,
  passing: 2,
  failed: 0,
  verdict: 'pass',
  problem: null,
};

let root: string;

/** A workspace of one support package whose manifest allows two members and refuses one. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'syft-conformance-'));
  const dir = join(root, 'packages/syft-small');
  mkdirSync(dir, { recursive: true });
  mkdirSync(join(root, 'docs'));
  const members = ['allow', 'allow', 'refuse'].map((verdict, index) => ({ path: `small.f${index}`, verdict }));
  writeFileSync(join(dir, 'package.json'), JSON.stringify({ name: '@syft-libs/small' }));
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify({ libraries: [{ name: 'small-lib', members }] }));
  writeFileSync(join(dir, 'compat.json'), JSON.stringify({ 'small-lib': ['1.10.0'] }));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const problemsWith = (rows: readonly ConformanceRow[]): readonly string[] => {
  writeFileSync(join(root, PAGE), formatConformancePage(rows));
  return staleConformancePage(root).map(({ text }) => text);
};

describe('the page', () => {
  test('is the same bytes in whatever order the rows come, versions by number', () => {
    const rows = [ROW, { ...ROW, version: '1.9.0' }, { ...ROW, package: '@syft-libs/a' }];
    expect(formatConformancePage(rows)).toBe(formatConformancePage(rows.toReversed()));
    const versions = formatConformancePage(rows).match(/1\.\d+\.0/g);
    expect(versions).toEqual(['1.10.0', '1.9.0', '1.10.0']);
  });

  test('is fresh when manifests and versions are those that it tells of', () => {
    expect(problemsWith([ROW])).toEqual([]);
  });

  test('is stale when a count, a version or a package differs, or when it is not there', () => {
    expect(staleConformancePage(root)).toHaveLength(1);
    expect(problemsWith([{ ...ROW, refused: 2 }])).toHaveLength(2);
    expect(problemsWith([ROW, { ...ROW, version: '1.9.0' }])).toEqual([
      'nothing stands behind the row | @syft-libs/small | small-lib | 1.9.0 | 2 | 1 | 0 | 2 of 2 | pass |',
    ]);
    expect(problemsWith([])).toEqual(['the page has no row | @syft-libs/small | small-lib | 1.10.0 | 2 | 1 | 0 |']);
  });
});

describe('a row', () => {
  const outcome = (title: string, hasPassed: boolean) => ({ title, hasPassed, problem: hasPassed ? null : `${title}: wrong` });
  const row = (tests: readonly ReturnType<typeof outcome>[], problem: string | null = null) =>
    rowOf(join(root, 'packages/syft-small'), { library: 'small-lib', version: '1.10.0' }, { tests, problem });
  const all = [outcome('small.f0', true), outcome('small.f1', true), outcome('small.f2', true)];

  test('passes when each allowed entry does and nothing fails', () => {
    expect(row(all)).toEqual(ROW);
  });

  test('fails by what fails, by what was not tested, and by a run that never began', () => {
    expect(row([...all.slice(0, 2), outcome('small.f2', false)])).toMatchObject({
      verdict: 'fail',
      passing: 2,
      failed: 1,
      problem: 'small.f2: wrong',
    });
    expect(row(all.slice(1))).toMatchObject({ verdict: 'fail', passing: 1, failed: 0, problem: '1 allowed entries were not tested' });
    expect(row([], 'cannot load')).toMatchObject({ verdict: 'fail', passing: 0, failed: 2, problem: 'cannot load' });
  });

  test('shows on a terminal with what went wrong below', () => {
    expect(formatRows([ROW, { ...ROW, version: '2.0.0', passing: 0, failed: 2, verdict: 'fail', problem: 'cannot load' }])).toBe(
      `package           library    version  allowed  refused  review  passing  failed  verdict
@syft-libs/small  small-lib  1.10.0         2        1       0        2       0  pass
@syft-libs/small  small-lib  2.0.0          2        1       0        0       2  fail
small-lib 2.0.0: cannot load`,
    );
  });
});

test('a test file that cannot be loaded is told of by its first line', () => {
  const report = { testResults: [{ status: 'failed', message: '\ncannot bind small.f0: not there\n  at file.ts', assertionResults: [] }] };
  expect(readReport(report)).toEqual({ tests: [], problem: 'cannot bind small.f0: not there' });
  expect(readReport({ testResults: [] }).problem).toBe('there is no conformance test');
});
