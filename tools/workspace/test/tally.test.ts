import { expect, test } from 'vitest';
import { tallyReport } from '../src/tally.ts';

const file = (status: string, ...tests: readonly string[]) => ({ status, assertionResults: tests.map((each) => ({ status: each })) });

test('passed and failed tests are summed over files, skipped ones are neither', () => {
  const testResults = [file('passed', 'passed', 'passed', 'skipped'), file('failed', 'passed', 'failed')];
  expect(tallyReport({ testResults })).toEqual({ passed: 3, failed: 1 });
});

test('a file that could not be loaded is one failure', () => {
  expect(tallyReport({ testResults: [file('failed')] })).toEqual({ passed: 0, failed: 1 });
});
