import { js } from '@syft-libs/js';
import { numjs } from '../../syft-numjs/src/index.ts';
import { expect, test } from 'vitest';
import { readTwinLibraries } from '../src/twin/twin-libraries.ts';
import { formatDisagreement, runTwins } from '../src/twin/twins.ts';

test('twins', { timeout: 600_000 }, async () => {
  const libraries = await readTwinLibraries([js, numjs] as never);
  const t0 = performance.now();
  const found = await runTwins({ libraries, programs: Number(process.env['N'] ?? 100), seed: Number(process.env['S'] ?? 1) });
  console.log(performance.now() - t0);
  expect(found && formatDisagreement(found)).toBeUndefined();
});
