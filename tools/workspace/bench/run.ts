// Measures the rows of the table of budgets, each beside its peers, and prints them. Without arguments all of them, and
// then the figures are kept in results/latest.json and docs/measurements.md; arguments name groups of rows.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import type { Figure } from './measure/figure.ts';
import { printFigures } from './measure/print-figures.ts';
import { writePage } from './write-page.ts';

const GROUPS = [
  'serde',
  'in-process',
  'round-trip',
  'chain',
  'domain-start',
  'transfer',
  'idle-sessions',
  'durable-write',
  'study',
  'browser-size',
  'autoload',
] as const;

async function measureGroup(group: string): Promise<readonly Figure[]> {
  const child = fork(new URL('./group-main.ts', import.meta.url), [JSON.stringify({ group })]);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`cannot measure ${group}: its process ended with code ${code}`);
  });
  const [figures] = (await Promise.race([once(child, 'message'), ended])) as [readonly Figure[]];
  ended.catch(() => undefined);
  return figures;
}

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !GROUPS.some((group) => group === name));
if (unknown !== undefined) throw new Error(`cannot measure ${unknown}: the groups are ${GROUPS.join(', ')}`);
const load = loadavg()[0] as number;
const figures: Figure[] = [];
for (const group of wanted.length > 0 ? wanted : GROUPS) {
  const measured = await measureGroup(group);
  printFigures(measured);
  figures.push(...measured);
}
const count = (verdict: Figure['verdict']): number => figures.filter((figure) => figure.verdict === verdict).length;
console.log(`\n${count('pass')} pass, ${count('in band')} in the band of 1.5, ${count('miss')} miss, ${count('stated')} stated`);
if (wanted.length === 0) {
  const machine = { node: process.version, cores: availableParallelism(), loadBefore: Number(load.toFixed(2)) };
  const results = { measured: new Date().toISOString(), machine, figures };
  writeFileSync(new URL('./results/latest.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
  writePage();
}
