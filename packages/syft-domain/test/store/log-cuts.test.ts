import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CHAIN_START } from '../../src/store/audit-chain.ts';
import { openStore } from '../../src/store/open-store.ts';
import { RecordDatabase } from '../../src/store/record-database.ts';
import { expectWhole, type LoadReader } from './expect-whole.ts';
import { LoadChild } from './load-child.ts';
import { scratchFolder } from './scratch-folder.ts';

// The write-ahead log (https://www.sqlite.org/fileformat2.html#the_write_ahead_log): a header, then frames of a header and a page.
const LOG_HEADER = 32;
const FRAME_HEADER = 24;

interface Cut {
  readonly log: Buffer;
  /** Commits acknowledged when the log was at most as long as the part that is left of it, in their order. */
  readonly acknowledged: readonly string[];
}

/** What the store's thread does with the database, without starting a thread for each of a thousand cuts. */
async function openDatabase(folder: string) {
  const database = new RecordDatabase({ path: join(folder, 'store.db'), checkpointPages: 0 });
  const reader: LoadReader = {
    scan: async (table) => database.scan(table, ''),
    audit: async (after, limit) => database.audit(after, limit),
    verifyAudit: async () => database.verify(CHAIN_START, undefined, 1_000).verdict,
    listBlobs: async () => [],
    getBlob: async () => undefined,
  };
  return { ...reader, close: async () => database.close() };
}

/** Opens the database with only this much of its log, and checks what it holds. */
async function expectHeld(source: string, { log, acknowledged }: Cut, openRecords: typeof openDatabase): Promise<void> {
  const folder = mkdtempSync(join(source, 'cut-'));
  copyFileSync(join(source, 'store.db'), join(folder, 'store.db'));
  writeFileSync(join(folder, 'store.db-wal'), log);
  const store = await openRecords(folder);
  const { keys } = await expectWhole(store);
  expect(acknowledged.filter((key) => !keys.has(key))).toEqual([]);
  await store.close();
  rmSync(folder, { recursive: true });
}

/** Every cut in the database alone, and every sixteenth through the whole store. */
async function expectEachHeld(source: string, cuts: readonly Cut[]): Promise<void> {
  for (const [index, cut] of cuts.entries()) {
    await expectHeld(source, cut, openDatabase);
    if (index % 16 === 0) await expectHeld(source, cut, openStore);
  }
}

async function writeLog(source: string) {
  const child = new LoadChild({ folder: source, run: 'log', mode: 'single', checkpointPages: 0 });
  await child.says('done');
  await child.kill();
  const log = readFileSync(join(source, 'store.db-wal'));
  const acknowledgements = child.lines
    .filter((line) => line.startsWith('key '))
    .map((line) => ({ key: line.split(' ')[1] as string, size: Number(line.split(' ')[2]) }));
  const frame = FRAME_HEADER + log.readUInt32BE(8);
  const frames = (log.length - LOG_HEADER) / frame;
  expect(acknowledgements.length).toBeGreaterThanOrEqual(24);
  expect(Number.isInteger(frames)).toBe(true);
  const keysUpTo = (size: number) => acknowledgements.filter((entry) => entry.size <= size).map(({ key }) => key);
  return { log, frame, frames, keysUpTo };
}

test('at every cut of the log the store opens and holds what was acknowledged up to there', { timeout: 60_000 }, async () => {
  const source = scratchFolder();
  const { log, frame, frames, keysUpTo } = await writeLog(source);
  const sizes = [0, 1, LOG_HEADER - 1];
  for (let n = 0; n <= frames; n++) {
    const start = LOG_HEADER + n * frame;
    sizes.push(start);
    if (n < frames)
      sizes.push(start + 1 + ((n * 7) % FRAME_HEADER), start + FRAME_HEADER + ((n * 911) % (frame - FRAME_HEADER)), start + frame - 1);
  }
  await expectEachHeld(
    source,
    sizes.map((size) => ({ log: log.subarray(0, size), acknowledged: keysUpTo(size) })),
  );
});

test('the same holds when what follows the cut is there as noise or as zeros', { timeout: 60_000 }, async () => {
  const source = scratchFolder();
  const { log, frame, frames, keysUpTo } = await writeLog(source);
  const cuts = Array.from({ length: Math.ceil(frames / 4) }, (_, n) => {
    const size = LOG_HEADER + n * 4 * frame + ((n * 131) % frame);
    const noisy = Buffer.from(log);
    for (let at = size; at < noisy.length; at++) noisy[at] = n % 2 === 0 ? 0 : (at * 31) & 0xff;
    return { log: noisy, acknowledged: keysUpTo(size) };
  });
  await expectEachHeld(source, cuts);
});
