import { js } from '@syft-libs/js';
import { numjs } from '/work/main/packages/syft-numjs/src/index.ts';
import { readTwinLibraries } from '/work/main/packages/syft-testing/src/twin/twin-libraries.ts';
import { formatDisagreement, runTwins } from '/work/main/packages/syft-testing/src/twin/twins.ts';
const libraries = await readTwinLibraries([js, numjs] as never);
const t0 = performance.now();
const found = await runTwins({ libraries, programs: Number(process.env['N'] ?? 100), seed: Number(process.env['S'] ?? 1) });
console.log(performance.now() - t0, found && formatDisagreement(found));
