// Joins what the support packages' conformance runs left behind: one table, one JSON file, one page. Fails when a row does.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from '../workspace.ts';
import { supportFolders } from './compat.ts';
import { formatConformancePage, PAGE } from './conformance-page.ts';
import { type ConformanceRow, formatRows, sortRows } from './conformance-row.ts';

const REPORT = '.reports/conformance.json';

function readRows(dir: string): readonly ConformanceRow[] {
  const file = join(workspaceRoot, dir, REPORT);
  if (!existsSync(file)) throw new Error(`cannot join the conformance reports: ${dir}/${REPORT} is not there`);
  return JSON.parse(readFileSync(file, 'utf8')) as readonly ConformanceRow[];
}

const rows = sortRows(supportFolders().flatMap(({ dir }) => readRows(dir)));
console.log(formatRows(rows));
mkdirSync('.reports', { recursive: true });
writeFileSync(REPORT, `${JSON.stringify(rows, null, 2)}\n`);
writeFileSync(join(workspaceRoot, PAGE), formatConformancePage(rows));
if (rows.some(({ verdict }) => verdict === 'fail')) process.exitCode = 1;
