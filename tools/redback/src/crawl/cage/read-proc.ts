import { closeSync, openSync, readSync } from 'node:fs';

/** Files of `/proc` tell no size, for which `readFileSync` takes 64 KiB each time: too much for what is read at every call. */
const buffer = Buffer.allocUnsafe(16 * 1024);

/** The text of a file in `/proc`, up to 16 KiB of it. Throws where there is none. */
export function readProc(path: string): string {
  const file = openSync(path, 'r');
  try {
    return buffer.toString('latin1', 0, readSync(file, buffer));
  } finally {
    closeSync(file);
  }
}

/** Processes that a process has started and that still run. Throws where the process is gone. */
export function childrenOf(pid: number): readonly number[] {
  return readProc(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
}
