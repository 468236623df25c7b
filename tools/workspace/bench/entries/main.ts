// Measures each allowed entry of one support package, by its generated table: `main.ts numjs`. `--quick` leaves out the largest
// size and keeps nothing; `--table <file>` takes another table. Figures go to results/entries-<package>.json and docs/measurements.md.
import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writePage } from '../write-page.ts';
import { runEntries } from './entries-process.ts';
import type { PackageFigures } from './entry-figure.ts';
import { formatTable } from './format-entries.ts';

const MINUTES = 60_000;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { quick: { type: 'boolean' }, table: { type: 'string' } } });
const [name] = positionals;
if (name === undefined) throw new Error('cannot measure: name a support package, as in numjs');
const isQuick = values.quick === true;
const load = Number((loadavg()[0] as number).toFixed(2));
const table = values.table === undefined ? null : resolve(values.table);
const sizes = isQuick ? [10, 10_000] : [10, 10_000, 1_000_000];
const run = await runEntries(
  { name, table, sizes, rounds: 5, longestCall: isQuick ? 20 : 100, byHand: isQuick ? 4 : 12 },
  {
    patience: 120_000,
    budget: isQuick ? 2 * MINUTES : 30 * MINUTES,
    onProgress: (done, of) => process.stderr.isTTY && process.stderr.write(`\r${done} of ${of}`),
  },
);
const machine = { node: process.version, cores: availableParallelism(), loadBefore: load };
const figures: PackageFigures = { package: name, measured: new Date().toISOString(), machine, ...run };
console.log(formatTable(figures));
if (!isQuick && table === null) {
  writeFileSync(new URL(`../results/entries-${name}.json`, import.meta.url), `${JSON.stringify(figures, null, 2)}\n`);
  writePage();
}
