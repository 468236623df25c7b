/** What an interruption is heard from; a process is one. */
export interface Interruptible {
  once(signal: 'SIGINT', heard: () => void): unknown;
  off(signal: 'SIGINT', heard: () => void): unknown;
  kill(pid: number, signal: 'SIGINT'): unknown;
  readonly pid: number;
}

/** Runs a task. Where a person interrupts it, `tell` is called first, and then the process ends as it would have by itself. */
export async function tellInterrupted<T>(tell: () => void, task: () => Promise<T>, from: Interruptible = process): Promise<T> {
  const heard = () => {
    tell();
    from.kill(from.pid, 'SIGINT');
  };
  from.once('SIGINT', heard);
  try {
    return await task();
  } finally {
    from.off('SIGINT', heard);
  }
}
