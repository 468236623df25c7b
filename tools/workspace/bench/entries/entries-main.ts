// Measures a package's entries one after another in a process of its own, and tells each at once: its parent stops it when one hangs.
import { serverArgument } from '../measure/child-server.ts';
import { loadBenchPackage } from './bench-package.ts';
import type { EntriesArgument, Told } from './entries-process.ts';
import { measureByHand } from './measure-by-hand.ts';
import { measureEntry } from './measure-entry.ts';
import { BenchDomain } from './remote-call.ts';

const { name, table, skip, byHand, ...options } = serverArgument<EntriesArgument>();
const tell = (told: Told): Promise<void> => new Promise((resolve) => process.send?.(told, undefined, undefined, () => resolve()));

const bench = await loadBenchPackage(name, table ?? undefined);
await tell({ paths: bench.entries.map(({ path }) => path) });
if (byHand > 0) await tell({ byHand: await measureByHand(bench, byHand) });
else {
  await using domain = await BenchDomain.open([bench.support]);
  const entries = bench.entries.slice(skip);
  // What all calls run through is compiled by the first ones, which are not counted.
  if (entries[0] !== undefined) await measureEntry(bench, domain, entries[0], { ...options, sizes: options.sizes.slice(0, 1) });
  for (const entry of entries) await tell({ figures: await measureEntry(bench, domain, entry, options) });
}
process.exit();
