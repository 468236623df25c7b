import { runCli } from '../../src/cli/run-cli.ts';
import type { CliResult } from './cli-child.ts';

/** Runs a command in this process, which is quicker than a process of its own and does the same. */
export async function runHere(folder: string, ...args: readonly string[]): Promise<CliResult> {
  const written = { stdout: '', stderr: '' };
  const streamOf = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      written[name] += text;
    },
  });
  const code = await runCli([...args, '--dir', folder], { stdout: streamOf('stdout'), stderr: streamOf('stderr') });
  return { code, ...written };
}

/** Runs a command with `--json` in this process and gives what it answered; fails the test when the command failed. */
export async function answerHere<T = unknown>(folder: string, ...args: readonly string[]): Promise<T> {
  const { code, stdout, stderr } = await runHere(folder, ...args, '--json');
  if (code !== 0 || stderr !== '') throw new Error(`${args.join(' ')} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as T;
}
