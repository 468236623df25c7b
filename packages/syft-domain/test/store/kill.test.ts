import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { expectWhole } from './expect-whole.ts';
import { LoadChild } from './load-child.ts';
import { scratchFolder } from './scratch-folder.ts';

const LANES = 4;
const KILLS = 13;

/** Kills one process after another on the same folder, and checks after each that nothing acknowledged is missing. */
async function killAgainAndAgain(folder: string, lane: number): Promise<number> {
  const keys: string[] = [];
  const blobs: string[] = [];
  for (let round = 0; round < KILLS; round++) {
    // A small log is folded into the database every few commits, so that kills fall into that too.
    const child = new LoadChild({ folder, run: `r${lane}-${round}`, mode: 'crowd', checkpointPages: round % 2 === 0 ? 20 : 1_000 });
    // Some fall into the opening and its recovery, most into the load.
    if (round % 7 === 6) await delay(100 + Math.random() * 150);
    else await child.saysLines(1 + Math.random() * 50).then(() => delay(Math.random() * 20));
    await child.kill();
    expect(child.errors).toBe('');
    keys.push(...child.acknowledged('key'));
    blobs.push(...child.acknowledged('blob'));
    const store = await openStore(folder);
    const held = await expectWhole(store);
    expect(keys.filter((key) => !held.keys.has(key))).toEqual([]);
    expect(blobs.filter((name) => !held.blobs.has(name))).toEqual([]);
    await store.close();
  }
  return keys.length;
}

test(`nothing acknowledged is lost by ${LANES * KILLS} kills at random moments under load`, { timeout: 60_000 }, async () => {
  const folders = Array.from({ length: LANES }, scratchFolder);
  const counts = await Promise.all(folders.map(killAgainAndAgain));
  // The load was one: hundreds of commits were acknowledged between the kills.
  expect(counts.reduce((sum, count) => sum + count)).toBeGreaterThan(300);
});

test('a killed process leaves no lock behind', { timeout: 20_000 }, async () => {
  const folder = scratchFolder();
  const child = new LoadChild({ folder, run: 'holder', mode: 'single', checkpointPages: 0 });
  await child.says('done');
  await expect(openStore(folder)).rejects.toMatchObject({ code: 'LOCKED' });
  await child.kill();
  const store = await openStore(folder);
  expect((await expectWhole(store)).keys.size).toBeGreaterThanOrEqual(24);
  await store.close();
});

test('when the disk takes no more, a commit rejects, and what was acknowledged before is there', { timeout: 20_000 }, async () => {
  const folder = scratchFolder();
  const child = new LoadChild({ folder, run: 'full', mode: 'crowd', checkpointPages: 0, fileBlocks: 1_000 });
  await child.ended;
  expect(child.lines.at(-1)).toBe('rejected INTERNAL');
  const store = await openStore(folder);
  const held = await expectWhole(store);
  expect(child.acknowledged('key').length).toBeGreaterThan(10);
  expect(child.acknowledged('key').filter((key) => !held.keys.has(key))).toEqual([]);
  await store.close();
});
