// Sums the reports of all test runs, cached ones included, into one line: `node tally.ts <exit code of test> <of check> [<of rehearsal>]`.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPackages, workspaceRoot } from './workspace.ts';

/** What one report, or a sum of them, says. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

interface Report {
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly { readonly status: string }[] }[];
}

/** Counts the tests of a vitest report. A file that failed without a failed test, as by an error in its imports, counts as one failure. */
export function tallyReport({ testResults }: Report): Tally {
  return sum(
    testResults.map(({ status, assertionResults }) => {
      const count = (wanted: string) => assertionResults.filter((test) => test.status === wanted).length;
      const failed = count('failed');
      return { passed: count('passed'), failed: failed === 0 && status === 'failed' ? 1 : failed };
    }),
  );
}

/** Reads the report of each package that has tests; a missing one counts as a failure. */
export function tallyWorkspace(root: string): Tally {
  const tested = readPackages(root).filter(({ json }) => json.scripts?.['test'] !== undefined);
  return sum(tested.map(({ dir }) => tallyFile(join(root, dir, '.reports/vitest.json'))));
}

/** The steps of the last rehearsal of a release, which reports as tests do. */
export function tallyRehearsal(root: string): Tally {
  return tallyFile(join(root, 'tools/release/.reports/rehearsal.json'));
}

function tallyFile(file: string): Tally {
  return existsSync(file) ? tallyReport(JSON.parse(readFileSync(file, 'utf8')) as Report) : { passed: 0, failed: 1 };
}

const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), { passed: 0, failed: 0 });

if (import.meta.main) {
  const [tests, checks, rehearsal] = process.argv.slice(2).map(Number);
  const run = sum([tallyWorkspace(workspaceRoot), ...(rehearsal === undefined ? [] : [tallyRehearsal(workspaceRoot)])]);
  // A type error fails `npm test` without failing a test.
  const failed = run.failed + (tests !== 0 && run.failed === 0 ? 1 : 0) + (checks === 0 ? 0 : 1);
  console.log(`${run.passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
