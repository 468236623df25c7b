import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type EntryFigure, type HandFigure, unmeasured } from './entry-figure.ts';
import type { EntryOptions } from './measure-entry.ts';

/** What the measuring process is started with. */
export interface EntriesArgument extends EntryOptions {
  readonly name: string;
  /** Another table than the package's own. */
  readonly table: string | null;
  /** Entries at the beginning that are known already. */
  readonly skip: number;
  /** Measures nothing but so many entries against a handler wired in by hand; 0 to measure the entries. */
  readonly byHand: number;
}

/** What it tells. */
export type Told =
  | { readonly paths: readonly string[] }
  | { readonly byHand: readonly HandFigure[] }
  | { readonly figures: readonly EntryFigure[] };

export interface EntriesRun {
  readonly entries: readonly EntryFigure[];
  readonly byHand: readonly HandFigure[];
}

export interface RunOptions {
  /** Milliseconds that one entry may take, once all is loaded, before its process is stopped and another goes on with the next. */
  readonly patience: number;
  /** Milliseconds for all; entries that are left then are not measured. */
  readonly budget: number;
  readonly onProgress?: (done: number, of: number) => void;
}

/** All that is loaded before the first entry: generous, as that is no entry's fault. */
const LOADING = 60_000;
/** All entries by hand, which are told at once. */
const BY_HAND = 10 * 60_000;

/** Measures a package's entries in processes of their own: one that hangs, or takes its process along, costs itself alone. */
export async function runEntries(
  argument: Omit<EntriesArgument, 'skip'>,
  { patience, budget, onProgress }: RunOptions,
): Promise<EntriesRun> {
  const entries: EntryFigure[] = [];
  let end = Number.POSITIVE_INFINITY;
  let paths: readonly string[] = [];
  let done = 0;
  do {
    const hear = (told: Told): void => {
      if ('paths' in told) {
        paths = told.paths;
        end = Math.min(end, Date.now() + budget);
      } else if ('figures' in told) {
        entries.push(...told.figures);
        done += 1;
        onProgress?.(done, paths.length);
      }
    };
    const reason = await listen(start({ ...argument, byHand: 0, skip: done }), { patience, end: () => end }, hear);
    if (paths.length === 0) throw new Error(`cannot measure ${argument.name}: ${reason}`);
    const isOver = Date.now() >= end;
    for (const path of paths.slice(done, isOver ? paths.length : done + 1)) {
      entries.push(unmeasured(path, null, isOver ? OUT_OF_TIME : reason));
      done += 1;
    }
  } while (done < paths.length);
  return { entries, byHand: argument.byHand > 0 ? await runByHand(argument) : [] };
}

const OUT_OF_TIME = 'cut: out of time';

async function runByHand(argument: Omit<EntriesArgument, 'skip'>): Promise<readonly HandFigure[]> {
  let byHand: readonly HandFigure[] | undefined;
  const reason = await listen(start({ ...argument, skip: 0 }), { patience: BY_HAND, end: () => Number.POSITIVE_INFINITY }, (told) => {
    if ('byHand' in told) byHand = told.byHand;
  });
  if (byHand === undefined) throw new Error(`cannot measure ${argument.name} beside handlers by hand: ${reason}`);
  return byHand;
}

function start(argument: EntriesArgument): ChildProcess {
  return fork(new URL('./entries-main.ts', import.meta.url), [JSON.stringify(argument)], { serialization: 'advanced' });
}

interface Patience {
  readonly patience: number;
  /** When nothing more is waited for. */
  readonly end: () => number;
}

/** Hears a process out. Resolves with why it ended. */
async function listen(child: ChildProcess, { patience, end }: Patience, hear: (told: Told) => void): Promise<string> {
  let reason: string | undefined;
  const arm = (time: number): NodeJS.Timeout =>
    setTimeout(
      () => {
        reason = `stopped: nothing in ${time / 1_000} s`;
        child.kill('SIGKILL');
      },
      Math.max(0, Math.min(time, end() - Date.now())),
    );
  let timer = arm(LOADING);
  child.on('message', (told) => {
    clearTimeout(timer);
    hear(told as Told);
    timer = arm(patience);
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  clearTimeout(timer);
  return reason ?? `ended its process with code ${code}`;
}
