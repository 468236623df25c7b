import { childrenOf, readProc } from './read-proc.ts';

/** Linux counts in hundredths of a second, whatever the kernel's own clock. */
const TICK_MS = 10;
const USER_TIME = 11;
const SYSTEM_TIME = 12;
/** Milliseconds for which a reading serves. */
const FRESH = 20;

/**
 * The processor time of a process and its descendants, in milliseconds: under namespaces the library is a child of the process
 * that was started. `null` where the system does not say.
 */
export class ProcessorClock {
  readonly #pid: number;
  #last: { readonly used: number; readonly at: number } | undefined;

  constructor(pid: number) {
    this.#pid = pid;
  }

  /** Used so far. */
  used(): number | null {
    const used = processorTime(this.#pid);
    this.#last = used === null ? undefined : { used, at: performance.now() };
    return used;
  }

  /** As `used`, without asking the system soon after it was asked: the process is then taken to have run ever since. */
  usedAtMost(): number | null {
    const passed = this.#last === undefined ? Number.POSITIVE_INFINITY : performance.now() - this.#last.at;
    return this.#last === undefined || passed > FRESH ? this.used() : this.#last.used + passed;
  }
}

function processorTime(pid: number): number | null {
  try {
    const stat = readProc(`/proc/${pid}/stat`);
    // The name in parentheses may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const own = (Number(fields[USER_TIME]) + Number(fields[SYSTEM_TIME])) * TICK_MS;
    return childrenOf(pid).reduce((sum, child) => sum + (processorTime(child) ?? 0), own);
  } catch {
    return null;
  }
}
