import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../../../packages/syft-domain/src/store/open-store.ts';
import { compared, type Figure } from '../measure/figure.ts';
import { alternate, timed } from '../measure/rounds.ts';

const SMALL = new Uint8Array(8 * 1024).map((_, index) => index * 7);
const LARGE = new Uint8Array(8 * 1024 * 1024).map((_, index) => index * 13);
const BATCH = 100;

/** The store, beside a file that is written and synced. Writes a second. */
export async function measure(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'syft-bench-'));
  const store = await openStore(join(folder, 'store'));
  let last = 0;
  const commit = (): Promise<void> => store.commit([{ kind: 'put', table: 'frames', key: `k${last++}`, value: SMALL }]);
  const file = async (bytes: Uint8Array): Promise<void> => {
    const handle = await open(join(folder, `f${last++}`), 'w');
    await handle.write(bytes);
    await handle.sync();
    await handle.close();
  };
  const rate = async (count: number, task: () => Promise<unknown>): Promise<number> => count / ((await timed(task)) / 1000);
  const one = async (count: number, write: () => Promise<unknown>): Promise<number> =>
    rate(count, async () => {
      for (let index = 0; index < count; index++) await write();
    });
  try {
    const samples = await alternate(
      {
        smallFile: () => one(BATCH, () => file(SMALL)),
        small: () => one(BATCH, commit),
        batched: () =>
          rate(BATCH * 3, async () => {
            for (let batch = 0; batch < 3; batch++) await Promise.all(Array.from({ length: BATCH }, commit));
          }),
        largeFile: () => one(3, () => file(LARGE)),
        large: () => one(3, () => store.putBlob(`b${last++}`, [LARGE])),
      },
      { rounds: 9, warmUp: 1 },
    );
    const row = 'durable write ÷ file + fsync';
    const unit = 'writes/s';
    const smallFile = { name: 'file + fsync', samples: samples.smallFile, unit };
    return [
      compared(
        { row, figure: '8 KB, one by one', budget: { least: 0.9 }, banded: true },
        { name: 'store', samples: samples.small, unit },
        smallFile,
      ),
      compared(
        { row, figure: '8 KB, by the hundred', budget: { least: 4 }, banded: true },
        { name: 'store', samples: samples.batched, unit },
        smallFile,
      ),
      compared(
        { row, figure: '8 MB', budget: { least: 0.7 }, banded: true },
        { name: 'store', samples: samples.large, unit },
        { name: 'file + fsync', samples: samples.largeFile, unit },
      ),
    ];
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
