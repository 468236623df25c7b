import { writeFileSync } from 'node:fs';
import type { AutoloadReport } from './report.ts';

/** Names the file into which `syft-autoload doctor` wants the report of the program that it runs. */
export const REPORT_FILE = 'SYFT_AUTOLOAD_REPORT';

/** Writes the report when the process ends, where the environment asks for it. */
export function writeReportAtExit({ report }: { report(): AutoloadReport }): void {
  const file = process.env[REPORT_FILE];
  if (file === undefined || file === '' || !process.getBuiltinModule('node:worker_threads').isMainThread) return;
  process.on('exit', () => {
    try {
      writeFileSync(file, JSON.stringify(report()));
    } catch {
      // Whoever asked sees that there is none.
    }
  });
}
