// A process that writes until it is killed, and says on standard output what was acknowledged, one line each.
// load-main.ts <folder> <name of the run> <mode: crowd | single> <checkpointPages>

import { statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { isSyftError } from '@syft-libs/ast';
import { openStore } from '../../src/store/open-store.ts';
import { sampleBytes, sampleChanges } from './sample-load.ts';

const [folder = '', run = '', mode = '', checkpointPages = '0'] = process.argv.slice(2);

/** Written before going on: what is said was acknowledged. A parent that is busy leaves the pipe full for a while. */
function say(line: string): void {
  for (;;) {
    try {
      writeSync(1, `${line}\n`);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}

const store = await openStore(folder, { checkpointPages: Number(checkpointPages) });
say('ready');

async function commit(key: string): Promise<void> {
  await store.commit(sampleChanges(key), [{ at: 1, kind: 'frame', detail: { key } }]);
}

/** Many commits on their way at a time, and a blob now and then. */
async function writeCrowd(lane: number): Promise<void> {
  for (let n = 0; ; n++) {
    const key = `${run}.${lane}.${n}`;
    if (lane === 0) {
      await store.putBlob(key, [sampleBytes(key, 60_000)]);
      say(`blob ${key}`);
    } else {
      await commit(key);
      say(`key ${key}`);
    }
  }
}

/** One to four commits at a time, each acknowledged with the size that the log has by then. */
async function writeSingly(): Promise<void> {
  for (let n = 0; n < 24; ) {
    const keys = Array.from({ length: 1 + (n % 4) }, (_, i) => `${run}.${n + i}`);
    await Promise.all(keys.map(commit));
    const { size } = statSync(join(folder, 'store.db-wal'));
    for (const key of keys) say(`key ${key} ${size}`);
    n += keys.length;
  }
  say('done');
  setInterval(() => {}, 1_000);
}

try {
  if (mode === 'single') await writeSingly();
  else await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(writeCrowd));
} catch (error) {
  say(`rejected ${isSyftError(error) ? error.code : 'unknown'}`);
  process.exit(0);
}
