// One library, from an empty folder to a package that passes its own tests, with nothing edited on the way.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Summary } from '../src/decide/summary.ts';
import type { TrialLibrary } from './libraries.ts';

export interface TrialRow extends TrialLibrary {
  readonly found: number;
  readonly allowed: number;
  readonly refused: number;
  readonly review: number;
  /** Allowed of those callables that no safety rule refuses. */
  readonly callables: readonly [allowed: number, open: number];
  readonly tests: readonly [passed: number, all: number];
  readonly typechecks: boolean;
  /** From the call of `redback new` to its end: crawl, decide and emit. */
  readonly seconds: number;
}

const REDBACK = join(import.meta.dirname, '..');
const ROOT = join(REDBACK, '../..');
const SOURCE = '@syft-libs/source';
/** What a package's tests and types stand on. */
const LINKED = ['ast', 'client', 'domain', 'js', 'testing'];
const find = createRequire(import.meta.url);

/** Runs a trial in a folder outside the repository, which is removed afterwards unless `keep` says otherwise. Throws where a step fails. */
export async function runTrial(library: TrialLibrary, keep = false): Promise<TrialRow> {
  const folder = mkdtempSync(join(tmpdir(), 'redback-trial-'));
  try {
    prepare(folder);
    await must(
      'npm',
      ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', `${library.name}@${library.version}`],
      folder,
    );
    link(folder);
    const started = performance.now();
    const main = join(REDBACK, 'src/cli/main.ts');
    const made = await must(process.execPath, [`--conditions=${SOURCE}`, main, 'new', library.name, '--no-install', '--json'], folder);
    const seconds = (performance.now() - started) / 1_000;
    const { dir, summary } = JSON.parse(made) as { readonly dir: string; readonly summary: Summary };
    return { ...library, ...countsOf(summary), ...(await check(join(folder, dir))), seconds };
  } finally {
    if (keep) process.stderr.write(`kept ${folder}\n`);
    else rmSync(folder, { recursive: true, force: true });
  }
}

function prepare(folder: string): void {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
}

/** The workspace's own packages, which are not published yet. */
function link(folder: string): void {
  const scope = join(folder, 'node_modules/@syft-libs');
  mkdirSync(scope, { recursive: true });
  for (const name of LINKED) symlinkSync(join(ROOT, `packages/syft-${name}`), join(scope, name), 'dir');
  for (const name of ['vitest', 'tsup', '@types/node']) {
    const target = join(ROOT, 'node_modules', name);
    const place = join(folder, 'node_modules', name);
    mkdirSync(dirname(place), { recursive: true });
    if (existsSync(target) && !existsSync(place)) symlinkSync(target, place, 'dir');
  }
}

function countsOf({ libraries: [counts] }: Summary): Pick<TrialRow, 'found' | 'allowed' | 'refused' | 'review' | 'callables'> {
  if (counts === undefined) throw new TypeError('no library was decided on');
  const { found, allowed, refused, review, callables } = counts;
  return { found, allowed, refused, review, callables: [callables.allowed, callables.open] };
}

async function check(folder: string): Promise<Pick<TrialRow, 'tests' | 'typechecks'>> {
  const vitest = join(dirname(find.resolve('vitest/package.json')), 'vitest.mjs');
  const config = join(import.meta.dirname, 'vitest.config.ts');
  const tested = await run(process.execPath, [vitest, 'run', '--config', config], folder, { TRIAL_FOLDER: folder });
  const file = join(folder, '.reports/vitest.json');
  if (!existsSync(file)) throw new Error(`no test ran:\n${tested.text.slice(-2_000)}`);
  const report = JSON.parse(readFileSync(file, 'utf8')) as { readonly numPassedTests: number; readonly numTotalTests: number };
  if (tested.code !== 0) process.stderr.write(tested.text.slice(-6_000));
  const tsc = join(dirname(find.resolve('typescript/package.json')), 'bin/tsc');
  const typed = await run(process.execPath, [tsc, '-p', folder, '--customConditions', SOURCE], folder);
  if (typed.code !== 0) process.stderr.write(typed.text.slice(-3_000));
  return { tests: [report.numPassedTests, report.numTotalTests], typechecks: typed.code === 0 };
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  /** All that was printed. */
  readonly text: string;
}

async function must(file: string, args: readonly string[], cwd: string): Promise<string> {
  const { code, stdout, text } = await run(file, args, cwd);
  if (code !== 0) throw new Error(`${[file, ...args].join(' ')} ended with ${code}:\n${text.slice(-2_000)}`);
  return stdout;
}

function run(file: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, text] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      stdout += part;
      text += part;
    });
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, text }));
  });
}
