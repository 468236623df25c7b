import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** Bytes that this process has in memory, as the system counts them. */
export interface Resident {
  readonly now: number;
  readonly peak: number;
}

/** Collects garbage until nothing is left to collect, and begins to watch the peak anew. Needs `--expose-gc`, and Linux. */
export async function settleMemory(): Promise<Resident> {
  for (let turn = 0; turn < 4; turn++) {
    globalThis.gc?.();
    await wait(20);
  }
  writeFileSync('/proc/self/clear_refs', '5');
  return readMemory();
}

/** What is resident now, and the most that was since {@link settleMemory}. */
export function readMemory(): Resident {
  const status = readFileSync('/proc/self/status', 'utf8');
  const field = (name: string): number => Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(status)?.[1]) * 1024;
  return { now: field('VmRSS'), peak: field('VmHWM') };
}

/** Bytes of live JavaScript: objects, and the buffers that they hold. */
export async function liveBytes(): Promise<number> {
  await settleMemory();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
