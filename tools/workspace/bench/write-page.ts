import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from '../src/workspace.ts';
import type { PackageFigures } from './entries/entry-figure.ts';
import { formatSection } from './entries/format-entries.ts';
import { formatPage, type Results } from './measure/format-page.ts';

const RESULTS = 'tools/workspace/bench/results';

/** Where the page is, relative to the root of the repository. */
export const MEASUREMENTS = 'docs/measurements.md';

/** The page of all that was kept of earlier runs. */
export function measurementsPage(root: string = workspaceRoot): string {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(root, RESULTS, file), 'utf8'));
  const files = globSync('entries-*.json', { cwd: join(root, RESULTS) }).sort();
  return formatPage(read('latest.json') as Results) + formatSection(files.map((file) => read(file) as PackageFigures));
}

export function writePage(): void {
  writeFileSync(join(workspaceRoot, MEASUREMENTS), measurementsPage());
}

if (import.meta.main) writePage();
