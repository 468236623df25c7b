/** What foreign code reached for since the last look. Filled by the patches around Node's modules. */

export type Reach = 'fs' | 'net' | 'child_process' | 'worker' | 'native' | 'eval' | 'process';

const seen = new Set<Reach>();
let paused = 0;
const { add, clear } = Set.prototype;
const { apply } = Reflect;

/** Notes that foreign code reached for something, unless a module is being loaded at the moment. */
export function noteReach(reach: Reach): void {
  if (paused === 0) apply(add, seen, [reach]);
}

/** What was reached for since the last time, in a stable order. */
export function takeReached(): readonly Reach[] {
  const reached = [...seen].sort();
  apply(clear, seen, []);
  return reached;
}

/** Runs what loads a module: the loader reads files through the same functions as everyone else. */
export function whileLoading<T>(load: () => T): T {
  paused++;
  try {
    return load();
  } finally {
    paused--;
  }
}
