import { execFile } from 'node:child_process';
import { childrenOf, readProc } from './read-proc.ts';

const LINUX_INTERVAL = 20;
const PS_INTERVAL = 250;

/**
 * Calls back once when a process group holds more bytes in memory than the limit. Buffers lie outside V8's heap, so its own
 * limit does not see them. Stops when the returned function is called. Not on Windows.
 */
export function watchMemory(group: number, limit: number, onExceeded: () => void): () => void {
  let isStopped = false;
  const stop = () => {
    isStopped = true;
    clearInterval(timer);
  };
  const check = (bytes: number) => {
    if (isStopped || bytes <= limit) return;
    stop();
    onExceeded();
  };
  const measure = process.platform === 'linux' ? () => check(linuxBytes(group)) : () => askPs(group, check);
  const timer = setInterval(measure, process.platform === 'linux' ? LINUX_INTERVAL : PS_INTERVAL);
  timer.unref();
  if (process.platform === 'win32') stop();
  return stop;
}

/** Resident bytes of a process and its descendants: under namespaces the library is a child of the process that was started. */
function linuxBytes(pid: number): number {
  try {
    const status = readProc(`/proc/${pid}/status`);
    const own = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
    return childrenOf(pid).reduce((sum, child) => sum + linuxBytes(child), own);
  } catch {
    return 0;
  }
}

function askPs(group: number, check: (bytes: number) => void): void {
  execFile('ps', ['-axo', 'pgid=,rss='], { timeout: 2_000 }, (error, text) => {
    if (error !== null) return;
    const rows = text.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
    check(rows.reduce((sum, [id, rss]) => (id === group ? sum + (rss ?? 0) * 1024 : sum), 0));
  });
}
