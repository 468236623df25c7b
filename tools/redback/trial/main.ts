// Takes libraries that RedBack was not made with through `redback new`: all of them, or those that are named. `--keep` leaves the folders.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TRIAL_LIBRARIES } from './libraries.ts';
import { runTrial, type TrialRow } from './run-trial.ts';
import { replaceTable } from './trial-page.ts';

const PAGE = join(import.meta.dirname, '../../../docs/trials.md');

const named = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const keep = process.argv.includes('--keep');
const libraries = TRIAL_LIBRARIES.filter(({ name }) => named.length === 0 || named.includes(name));
const rows: TrialRow[] = [];
for (const library of libraries) {
  try {
    const row = await runTrial(library, keep);
    rows.push(row);
    const isGreen = row.typechecks && row.tests[0] === row.tests[1];
    if (!isGreen) process.exitCode = 1;
    console.log(`${isGreen ? 'green' : 'RED  '} ${library.name} ${JSON.stringify(row)}`);
  } catch (error) {
    process.exitCode = 1;
    console.log(`RED   ${library.name} ${(error as Error).message}`);
  }
}
if (named.length === 0 && process.exitCode === undefined) writeFileSync(PAGE, replaceTable(readFileSync(PAGE, 'utf8'), rows));
