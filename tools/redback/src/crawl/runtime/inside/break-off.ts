/** Runs code for so long and no longer. V8 ends it wherever it is; no handler of the code runs, and the process goes on. */
import { randomUUID } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext, Script } from 'node:vm';

const { apply } = Reflect;
/** As it was before any library could replace it. */
const { runInThisContext } = Script.prototype;
const processorUse = process.cpuUsage.bind(process);
/** Where the script finds what it is to run: a name of the script scope, which no object has, and so no list of keys tells. */
const RUN = `run_${randomUUID().replaceAll('-', '')}`;
/** A timer may go off a little early. */
const NEARLY = 0.8;

const setAct = new Script(`let ${RUN}; (act) => { ${RUN} = act; }`).runInThisContext() as (act: (() => unknown) | undefined) => void;
const script = new Script(`${RUN}()`);

setFlagsFromString('--expose-gc');
/** Collects what nothing refers to any more: else it would be held against the next call. */
export const collect = runInNewContext('gc') as () => void;

/** What is thrown where code was ended at its limit. */
export class BrokenOff extends Error {}

/** What is thrown where it was ended too soon, since the machine was busy: it has to be run again, in a process of its own. */
export class EndedEarly extends Error {}

/**
 * Runs `act`, for no more than `limit` milliseconds where there is one, which are of processor time unless it is ended early. The
 * stack is the same either way, so that nothing that runs can tell.
 */
export function run(act: () => unknown, limit?: number): unknown {
  const started = limit === undefined ? undefined : processorUse();
  setAct(act);
  try {
    return apply(runInThisContext, script, [limit === undefined ? {} : { timeout: limit }]) as unknown;
  } catch (error) {
    if (limit === undefined || !isTimeout(error)) throw error;
    const { user, system } = processorUse(started);
    throw (user + system) / 1_000 >= limit * NEARLY ? new BrokenOff() : new EndedEarly();
  } finally {
    setAct(undefined);
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
