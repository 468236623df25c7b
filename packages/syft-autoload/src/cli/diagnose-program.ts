import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AutoloadReport } from '../load/report.ts';
import { REPORT_FILE } from '../load/report-at-exit.ts';

/** Runs a program as it is, with what it prints, and gives what autoload said in it when it ended. */
export async function diagnoseProgram([program = '', ...args]: readonly string[]): Promise<AutoloadReport> {
  const folder = mkdtempSync(join(tmpdir(), 'syft-autoload-'));
  const file = join(folder, 'report.json');
  try {
    const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, [REPORT_FILE]: file } });
    const problem = await new Promise<string | undefined>((resolve) => {
      child.on('error', ({ message }) => resolve(`${program} did not start: ${message}`));
      child.on('close', () => resolve(undefined));
    });
    return problem === undefined ? readReport(file) : silent(problem);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(file: string): AutoloadReport {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as AutoloadReport;
  } catch {
    return silent(
      "autoload did not run in this program: start it with node --import @syft-libs/autoload, or make import '@syft-libs/autoload' its first line",
    );
  }
}

function silent(note: string): AutoloadReport {
  return { active: false, supports: [], notes: [note] };
}
