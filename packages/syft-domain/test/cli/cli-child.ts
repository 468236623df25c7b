import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const NODE_ARGS = ['--conditions=@syft-libs/source', MAIN];

/** Keeps what Node makes of the sources, so that each command starts in half the time. */
const COMPILE_CACHE = join(tmpdir(), 'syft-cli-compile-cache');

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder for a domain, with a table and its schema beside it, that goes when the test ends. */
export function scratchDomain(): { readonly folder: string; readonly file: (name: string, text: string) => string } {
  const scratch = mkdtempSync(join(tmpdir(), 'syft-cli-'));
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }));
  const file = (name: string, text: string): string => {
    const path = join(scratch, name);
    writeFileSync(path, text);
    return path;
  };
  return { folder: join(scratch, 'clinic'), file };
}

/** The command line in a process of its own. */
export class CliChild {
  stdout = '';
  stderr = '';
  readonly ended: Promise<CliResult>;
  readonly process: ChildProcess;

  constructor(folder: string, args: readonly string[]) {
    const child = spawn(process.execPath, [...NODE_ARGS, ...args], {
      env: { ...process.env, SYFT_DOMAIN: folder, NODE_COMPILE_CACHE: COMPILE_CACHE },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.process = child;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text;
    });
    this.ended = new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout: this.stdout, stderr: this.stderr })));
  }
}

/** Runs a command to its end. */
export function runCli(folder: string, ...args: readonly string[]): Promise<CliResult> {
  return new CliChild(folder, args).ended;
}

/** Runs a command with `--json` and gives what it answered; fails the test when the command failed. */
export async function answerOf<T = unknown>(folder: string, ...args: readonly string[]): Promise<T> {
  const { code, stdout, stderr } = await runCli(folder, ...args, '--json');
  if (code !== 0 || stderr !== '') throw new Error(`${args.join(' ')} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as T;
}

export interface Started {
  readonly url: string;
  readonly key: string;
  readonly port: number;
}

/** Starts the domain of a folder and waits until it says where it listens; it is stopped when the test ends. */
export async function startDomain(folder: string): Promise<{ readonly child: CliChild; readonly started: Started }> {
  const child = new CliChild(folder, ['start', '--port', '0', '--json']);
  onTestFinished(async () => {
    child.process.kill('SIGKILL');
    await child.ended;
  });
  const answered = new Promise<void>((resolve) => child.process.stdout?.on('data', () => child.stdout.includes('\n') && resolve()));
  await Promise.race([answered, child.ended]);
  return { child, started: JSON.parse(child.stdout) as Started };
}

export const PENGUINS = 'bill,mass,species\n39.1,3750,Adelie\n39.5,3800,Adelie\nNA,NA,Gentoo\n46.1,4500,Gentoo\n';

export const SCHEMA = JSON.stringify({
  subject: 'row',
  columns: {
    bill: { kind: 'float64', unit: 'mm', bounds: [20, 80], missing: 'NA' },
    mass: { kind: 'float64', unit: 'g', missing: ['NA'] },
    species: { kind: 'category', categories: ['Adelie', 'Gentoo'] },
  },
});
