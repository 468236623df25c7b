import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { workspaceRoot } from '../workspace.ts';
import { type Swap, swapEnvironment } from './swap-library.ts';

/** One test of a run. */
export interface TestOutcome {
  /** For a conformance test, the path of the member. */
  readonly title: string;
  readonly hasPassed: boolean;
  readonly problem: string | null;
}

/** A test, and the package whose configuration it runs under. */
export interface TestFile {
  /** Absolute. */
  readonly folder: string;
  /** Below the folder. */
  readonly file: string;
}

export interface TestRun {
  readonly tests: readonly TestOutcome[];
  /** Why no test ran, or why the run failed though none of its tests did; `null` else. */
  readonly problem: string | null;
}

interface VitestReport {
  readonly testResults: readonly {
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly title: string; readonly status: string; readonly failureMessages: readonly string[] }[];
  }[];
}

/** Runs a conformance test, with another version of a library where one is given. */
export async function runConformanceTest({ folder, file }: TestFile, swap?: Omit<Swap, 'taken'>): Promise<TestRun> {
  const scratch = mkdtempSync(join(tmpdir(), 'syft-conformance-'));
  const [report, taken] = [join(scratch, 'vitest.json'), join(scratch, 'taken.txt')];
  try {
    const vitest = join(createRequire(join(workspaceRoot, 'package.json')).resolve('vitest/package.json'), '../vitest.mjs');
    const config = fileURLToPath(new URL('./vitest.config.ts', import.meta.url));
    const flags = ['--config', config, '--root', folder, '--typecheck.enabled=false', '--reporter=json', `--outputFile=${report}`];
    const child = spawn(process.execPath, [vitest, 'run', file, ...flags], {
      cwd: folder,
      env: { ...process.env, ...(swap === undefined ? {} : swapEnvironment({ ...swap, taken })) },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const stderr = child.stderr.setEncoding('utf8').toArray();
    await once(child, 'close');
    if (!existsSync(report)) return { tests: [], problem: firstLine((await stderr).join('')) };
    const run = readReport(JSON.parse(readFileSync(report, 'utf8')) as VitestReport);
    if (swap === undefined || existsSync(taken) || run.problem !== null) return run;
    return { tests: [], problem: `nothing of ${swap.library} was loaded from where the other version is` };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** What a report of vitest says, file by file. */
export function readReport({ testResults }: VitestReport): TestRun {
  const tests = testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ title, status, failureMessages }) => ({
      title,
      hasPassed: status === 'passed',
      problem: status === 'passed' ? null : `${title}: ${firstLine(failureMessages[0] ?? status)}`,
    })),
  );
  if (testResults.length === 0) return { tests, problem: 'there is no conformance test' };
  const broken = testResults.find(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status === 'passed'),
  );
  return { tests, problem: broken === undefined ? null : firstLine(broken.message) };
}

/** Messages span many lines, and name folders of this machine further down. */
function firstLine(text: string): string {
  return (
    text
      .split('\n')
      .map((line) => line.trim())
      .find((line) => line !== '') ?? 'failed without a word'
  );
}
