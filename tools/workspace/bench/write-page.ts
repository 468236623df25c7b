import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageFigures } from './entries/entry-figure.ts';
import { formatSection } from './entries/format-entries.ts';
import { formatPage, type Results } from './measure/format-page.ts';

const RESULTS = join(import.meta.dirname, 'results');

/** Writes `docs/measurements.md` from all that was kept of earlier runs. */
export function writePage(): void {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(RESULTS, file), 'utf8'));
  const packages = globSync('entries-*.json', { cwd: RESULTS }).map((file) => read(file) as PackageFigures);
  const page = formatPage(read('latest.json') as Results) + formatSection(packages);
  writeFileSync(join(import.meta.dirname, '../../../docs/measurements.md'), page);
}
