import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { findInstalledLibrary } from '../../src/crawl/cage/read-grants.ts';
import { CageSession } from '../../src/crawl/runtime/cage-session.ts';
import type { Sample } from '../../src/surface/sample.ts';
import { type InstalledModule, installModule } from '../probe/install-module.ts';

vi.setConfig({ testTimeout: 20_000 });

/** So many objects that only what is near a member is looked at after its call. */
const MANY = 'export const parts = Array.from({ length: 3_000 }, (_, index) => ({ index }));';
const MODULE = `
import { setTimeout as startTimer } from 'node:timers';
const table = { last: 0 };
export const tables = { table };
export class Counted { constructor(value) { table.last = value; this.value = value; } twice() { return this.value * 2; } }
export function later(x) { startTimer(() => { table.last = x; }, 40); return x; }
export function writesOf(x) { innocent.last = x; return x; }
export class Late { constructor() { startTimer(() => { throw new RangeError('late'); }, 10); } five() { return 5; } }
export function innocent(x) { return x + 1; }
`;

let small: InstalledModule;
let large: InstalledModule;
const sessions: CageSession[] = [];

beforeAll(() => {
  small = installModule('blame', MODULE);
  large = installModule('blame', MODULE + MANY);
});

afterAll(async () => {
  for (const session of sessions) await session.close();
  small.remove();
  large.remove();
});

function openSession({ folder }: InstalledModule): CageSession {
  const session = new CageSession({ library: findInstalledLibrary('blame', folder), root: 'blame', subpaths: ['.'] });
  sessions.push(session);
  return session;
}

const counted = (value: number): Sample => ({ $: 'new', path: 'blame.Counted', args: [value] });

test('what is changed to make an operand is told by its place, and not held against the member', async () => {
  const session = openSession(small);
  expect(await session.call({ path: 'blame.Counted', mode: 'construct', args: [3] })).toMatchObject({ effects: { changesModule: true } });
  const outcome = await session.call({ path: 'blame.Counted.twice', receiver: counted(3), args: [] });
  expect(outcome).toMatchObject({ value: { sample: 6 }, effects: { changesModule: false, placesBefore: [] } });
  expect((outcome as { effects: { places: readonly number[] } }).effects.places).toHaveLength(1);
});

test('an error that an operand leaves for later is told with the call that it was made for', async () => {
  const session = openSession(small);
  const late: Sample = { $: 'new', path: 'blame.Late', args: [] };
  const outcomes = await session.callMany([
    { path: 'blame.Late.five', receiver: late, args: [] },
    { path: 'blame.innocent', args: [3] },
  ]);
  expect(outcomes.map(({ strays }) => strays)).toEqual([['RangeError'], []]);
});

test('what an earlier call has changed near another member is a far change, and not held against that one', async () => {
  const session = openSession(large);
  expect(await session.call({ path: 'blame.writesOf', args: [3] })).toMatchObject({ effects: { changesModule: false } });
  const outcome = await session.call({ path: 'blame.innocent', args: [3] });
  expect(outcome).toMatchObject({ value: { sample: 4 }, effects: { changesModule: false } });
  const [place] = await session.takeFarChanges();
  expect((outcome as { effects: { placesBefore: readonly number[] } }).effects.placesBefore).toEqual([place]);
  expect(await session.call({ path: 'blame.writesOf', args: [4] })).toMatchObject({ effects: { changesModule: true, places: [place] } });
});

test('what is changed late is a far change, and not held against the next member', async () => {
  const session = openSession(small);
  expect(await session.call({ path: 'blame.later', args: [3] })).toMatchObject({ effects: { changesModule: false } });
  await pause(200);
  expect(await session.call({ path: 'blame.innocent', args: [3] })).toMatchObject({ effects: { changesModule: false } });
  expect(await session.takeFarChanges()).toHaveLength(1);
});
