import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDiary } from './diary.ts';
import type { TwinLibraries } from './twin-libraries.ts';
import { packSamples, packSupports, type TwinAnswer, type TwinWork } from './twin-work.ts';

export interface ApartOptions {
  readonly libraries: TwinLibraries;
  /** How many programs to run, and which, as in `TwinOptions`. */
  readonly programs: number;
  readonly seed: number;
  /** What all of it may take. */
  readonly milliseconds: number;
  /** What the process may hold in its heap, and twice that outside; ample for calls whose costs are right. */
  readonly heapMegabytes?: number;
}

const HEAP_MEGABYTES = 1_024;
/** What the process may hold in all, in heaps. */
const MOST_HEAPS = 3;
/** The end of what a process printed that is kept, to see of what it died. */
const KEPT_CHARACTERS = 65_536;

const isSource = import.meta.url.endsWith('.ts');
/** Built code lies in `dist/` itself, whichever chunk this is part of. */
const ENTRY = new URL(isSource ? './inside/main.ts' : './twin/inside/main.js', import.meta.url);

/** How a process ended. */
interface Ending {
  readonly answer: TwinAnswer | undefined;
  /** In words, where there is no answer. */
  readonly cause: string;
}

/**
 * Runs programs in a process of their own, with a small heap, so that a call that outgrows it ends that process alone. Gives what is
 * wrong in words, `undefined` where nothing is: a disagreement, or the program and the call that the process did not come back from.
 */
export async function runApart({ milliseconds, heapMegabytes = HEAP_MEGABYTES, ...options }: ApartOptions): Promise<string | undefined> {
  const { libraries, programs, seed } = options;
  const folder = await mkdtemp(join(tmpdir(), 'syft-twins-'));
  try {
    const diary = join(folder, 'diary');
    const [supports, samples] = [packSupports(libraries.supports), packSamples(libraries)];
    const work: TwinWork = { supports, samples, programs, seed, diary, memory: MOST_HEAPS * heapMegabytes * 2 ** 20 };
    const { answer, cause } = await endOf(start(heapMegabytes), work, milliseconds);
    if (answer === undefined) return tellEnd(cause, diary);
    return 'failed' in answer ? `cannot run the programs: ${answer.failed}` : answer.found;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function start(heapMegabytes: number): ChildProcess {
  const conditions = process.execArgv.filter((flag) => flag.startsWith('--conditions='));
  return spawn(process.execPath, [...conditions, `--max-old-space-size=${heapMegabytes}`, fileURLToPath(ENTRY)], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
}

function endOf(child: ChildProcess, work: TwinWork, milliseconds: number): Promise<Ending> {
  let answer: TwinAnswer | undefined;
  let printed = '';
  let isLate = false;
  const { promise, resolve, reject } = Promise.withResolvers<Ending>();
  const timer = setTimeout(() => {
    isLate = true;
    child.kill('SIGKILL');
  }, milliseconds);
  child.stderr?.on('data', (chunk) => {
    printed = `${printed}${chunk}`.slice(-KEPT_CHARACTERS);
  });
  child.once('message', (message) => {
    answer = message as TwinAnswer;
    child.kill('SIGKILL');
  });
  child.once('error', reject);
  child.once('close', (code, signal) => {
    clearTimeout(timer);
    const ending = signal === null ? `exit code ${code}` : signal;
    resolve({ answer, cause: isLate ? `it was stopped after ${milliseconds / 1_000} seconds` : tellCause(ending, printed) });
  });
  child.send(work, (error) => error && reject(error));
  return promise;
}

function tellCause(ending: string, printed: string): string {
  if (/out of memory/i.test(printed)) return `it ran out of memory (${ending})`;
  // Killed from outside: on Linux by the kernel, where a process takes what the machine has.
  return ending === 'SIGKILL' ? 'it was killed (SIGKILL), as is what takes too much memory' : `${ending}\n${printed.trim()}`;
}

function tellEnd(cause: string, diary: string): string {
  const { seed, step } = readDiary(diary) ?? {};
  if (seed === undefined) return `the process that runs the programs did not begin: ${cause}`;
  const last =
    step === undefined
      ? 'it had made no call of it'
      : `the last call that it made:\n  ${step}\nrefuse the member, or write a cost or a guard for it by hand`;
  const again = `SYFT_TWIN_SEED=${seed} SYFT_TWIN_PROGRAMS=1 runs the program alone`;
  return `the process that ran the programs did not come back from the one with seed ${seed}: ${cause}; ${last}\n${again}`;
}
