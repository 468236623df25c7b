import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** How a run of the command line ended, and what it printed. */
export interface RedbackRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');

/** Runs `redback` as a process of its own in a folder. */
export function redback(cwd: string, ...args: readonly string[]): Promise<RedbackRun> {
  return startRedback(cwd, ...args).ended;
}

/** The same, for whoever has something to do with the process. */
export function startRedback(cwd: string, ...args: readonly string[]) {
  const child = spawn(process.execPath, ['--conditions=@syft-libs/source', MAIN, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<RedbackRun>((resolve, reject) => {
    const printed = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        printed[name] += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...printed }));
  });
  return { child, ended };
}
