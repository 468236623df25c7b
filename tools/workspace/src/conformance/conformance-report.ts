import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allowedPaths, dependsOn, installedVersion, readCompat, readVerdicts } from './compat.ts';
import { type ConformanceRow, sortRows } from './conformance-row.ts';
import { installVersion } from './install-version.ts';
import { runConformanceTest, type TestFile, type TestRun } from './run-tests.ts';

/** One library at one version. */
export interface LibraryVersion {
  readonly library: string;
  readonly version: string;
}

export interface ReportOptions {
  /** Versions to take instead of those in `compat.json`. */
  readonly versions?: readonly LibraryVersion[];
  /** The conformance test, when another package has it. */
  readonly test?: TestFile;
}

/**
 * Runs the conformance test of the package in a folder against each version of its `compat.json`, or those given. Versions
 * that are installed need one run together; each other one is installed elsewhere and swapped in. What fails is a row.
 */
export async function conformanceReport(folder: string, options: ReportOptions = {}): Promise<readonly ConformanceRow[]> {
  const { versions: wanted, test = { folder, file: 'test/conformance.test.ts' } } = options;
  const versions = wanted ?? Object.entries(readCompat(folder)).flatMap(([library, list]) => list.map((version) => ({ library, version })));
  const isInstalled = ({ library, version }: LibraryVersion): boolean =>
    !dependsOn(folder, library) || installedVersion(folder, library) === version;
  const rows: ConformanceRow[] = [];
  const installed = versions.filter(isInstalled);
  if (installed.length > 0) {
    const run = await runConformanceTest(test);
    rows.push(...installed.map((version) => rowOf(folder, version, run)));
  }
  for (const version of versions.filter((one) => !isInstalled(one))) rows.push(rowOf(folder, version, await runSwapped(test, version)));
  return sortRows(rows);
}

async function runSwapped(test: TestFile, { library, version }: LibraryVersion): Promise<TestRun> {
  try {
    await using other = await installVersion(library, version);
    return await runConformanceTest(test, { library, folder: other.folder });
  } catch (error) {
    return { tests: [], problem: (error as Error).message.split('\n')[0] as string };
  }
}

/** Sums up a run for one library. What fails in a sibling library, with this version beside it, fails the row as well. */
export function rowOf(folder: string, { library, version }: LibraryVersion, { tests, problem }: TestRun): ConformanceRow {
  const counts = readVerdicts(folder, library) ?? { allow: 0, refuse: 0, review: 0 };
  const paths = allowedPaths(folder, library);
  const passing = tests.filter(({ title, hasPassed }) => hasPassed && paths.has(title)).length;
  const failing = tests.filter(({ hasPassed }) => !hasPassed);
  const missing =
    paths.size === 0 ? `the manifest allows nothing of ${library}` : `${paths.size - passing} allowed entries were not tested`;
  const first = problem ?? failing[0]?.problem ?? (paths.size > 0 && passing === paths.size ? null : missing);
  const { name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly name: string };
  return {
    package: name,
    library,
    version,
    allowed: counts.allow,
    refused: counts.refuse,
    review: counts.review,
    passing,
    failed: tests.length === 0 ? paths.size : failing.length,
    verdict: first === null ? 'pass' : 'fail',
    problem: first,
  };
}
