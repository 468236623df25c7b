/** Runs code for so long and no longer. V8 ends it wherever it is; no handler of the code runs, and the process goes on. */
import { randomUUID } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext, Script } from 'node:vm';

const { defineProperty } = Reflect;
const processorUse = process.cpuUsage.bind(process);
/** Where the script finds what it is to run. Whoever else calls it runs that, or nothing. */
const RUN = `run:${randomUUID()}`;
/** Times the limit that a process which is kept waiting may take by the clock. */
const PATIENCE = 8;
/** A timer may go off a little early. */
const NEARLY = 0.8;

let pending: (() => unknown) | undefined;
defineProperty(globalThis, RUN, { value: () => pending?.() });
const script = new Script(`globalThis[${JSON.stringify(RUN)}]()`);

setFlagsFromString('--expose-gc');
/** Collects what nothing refers to any more: else it would be held against the next call. */
export const collect = runInNewContext('gc') as () => void;

/** What is thrown where code was ended at its limit. */
export class BrokenOff extends Error {}

/** What is thrown where it was ended too soon, since the machine was busy: it has to be run again, from the start. */
export class EndedEarly extends Error {}

/** Runs `act` for at most `limit` milliseconds of processor time; `turn` counts how often it was ended early. */
export function within(limit: number, turn: number, act: () => unknown): unknown {
  const started = processorUse();
  const patience = 2 ** turn;
  pending = act;
  try {
    return script.runInThisContext({ timeout: limit * patience }) as unknown;
  } catch (error) {
    if (!isTimeout(error)) throw error;
    const { user, system } = processorUse(started);
    const isOver = (user + system) / 1_000 >= limit * NEARLY || patience >= PATIENCE;
    throw isOver ? new BrokenOff() : new EndedEarly();
  } finally {
    pending = undefined;
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
