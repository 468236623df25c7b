// A thread that ends its process when that holds too much. No flag of Node's limits what lies outside of the heap, the elements of typed
// arrays above all, and the thread that fills them hears nothing.
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

const LOOK_EVERY_MS = 20;

setInterval(() => {
  if (process.memoryUsage.rss() < (workerData as number)) return;
  writeSync(2, 'out of memory\n');
  process.kill(process.pid, 'SIGKILL');
}, LOOK_EVERY_MS);
