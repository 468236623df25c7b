import type { SupportPackage } from '@syft-libs/ast';
import { expect, test } from 'vitest';
import { readTwinLibraries } from '../../src/index.ts';
import { type ApartOptions, runApart } from '../../src/twin/run-apart.ts';
import { labSamples } from '../lab/lab-samples.ts';
import { labSupport } from '../lab/lab-support.ts';
import { doublingSupport, floodingSupport, soundSupport, swellingSupport } from './growing-support.ts';

async function findFault(support: SupportPackage, options: Partial<ApartOptions> = {}): Promise<string | undefined> {
  const libraries = await readTwinLibraries([support]);
  return runApart({ libraries, programs: 20, seed: 1, milliseconds: 60_000, heapMegabytes: 128, ...options });
}

test('programs that ask for nothing beyond its cost find nothing', async () => {
  expect(await findFault(soundSupport)).toBeUndefined();
});

test('a call that takes its process along is told of by seed, member and operands', async () => {
  const found = await findFault(doublingSupport);
  expect(found).toMatch(/seed \d+: it ran out of memory \(SIGABRT\); the last call that it made:/);
  expect(found).toMatch(/path="growing\.double" .*operands=\[.+\]/);
  expect(found).toMatch(/SYFT_TWIN_SEED=\d+ SYFT_TWIN_PROGRAMS=1 runs the program alone/);
}, 90_000);

test('what a call holds outside of the heap counts too', async () => {
  const found = await findFault(floodingSupport);
  expect(found).toMatch(
    /seed \d+: it ran out of memory \(SIGKILL\); the last call that it made:\n.*path="growing\.flood" .*operands=\[.+\]/,
  );
}, 90_000);

test('the seed that was told of ends its process again', async () => {
  const [, seed] = /seed (\d+)/.exec((await findFault(doublingSupport)) ?? '') ?? [];
  expect(await findFault(doublingSupport, { seed: Number(seed), programs: 1 })).toContain('growing.double');
}, 120_000);

test('a result far beyond its cost is told of by the call alone, with the smallest program that shows it', async () => {
  const found = await findFault(swellingSupport);
  expect(found).toMatch(/^a call gave far more than its cost says.*\n {2}call .*path="growing\.swell" /);
  expect(found).toMatch(/in the program\nseed \d+\n {2}call [^\n]+$/);
}, 90_000);

test('programs that do not end in their time are stopped, and the last call is told', async () => {
  expect(await findFault(soundSupport, { programs: 1e5, milliseconds: 6_000 })).toMatch(/seed \d+: it was stopped after 6 seconds; /);
}, 30_000);

test('a package that its own module does not export is told of', async () => {
  expect(await findFault({ ...soundSupport, name: '@test/elsewhere' })).toMatch(
    /cannot run the programs: .*cannot load @test\/elsewhere: .*growing-support\.ts exports no such support package/,
  );
});

test('samples arrive as they were', async () => {
  const libraries = await readTwinLibraries([labSupport], labSamples);
  expect(await runApart({ libraries, programs: 30, seed: 1, milliseconds: 60_000 })).toBeUndefined();
});
