// `pnpm release:rehearse [--full]`: a release, from the changesets to people who install and use it, with nothing of it leaving this machine.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodePrograms } from '../../node-versions/src/node-programs.ts';
import { Outside } from './outside.ts';
import { publishCopy } from './publish-copy.ts';
import { Rehearsal } from './rehearsal.ts';
import { usePackages } from './use-packages.ts';

const REPORT = join(import.meta.dirname, '../.reports/rehearsal.json');

const full = process.argv.includes('--full');
const nodes = full ? nodePrograms() : nodePrograms().filter(({ major }) => major === 24);
const start = performance.now();
const rehearsal = new Rehearsal((line) => console.log(line));
const scratch = mkdtempSync(join(tmpdir(), 'syft-rehearsal-'));
try {
  await using registry = await publishCopy(rehearsal, scratch);
  await usePackages(rehearsal, await Outside.open(join(scratch, 'outside'), registry.url), nodes);
} catch (error) {
  // What failed in a step was told by the step.
  if (rehearsal.failed === 0) throw error;
} finally {
  rehearsal.writeReport(REPORT);
  rmSync(scratch, { recursive: true, force: true });
}
if (rehearsal.figures.length > 0) console.log(['', ...rehearsal.table(), ''].join('\n'));
const seconds = ((performance.now() - start) / 1000).toFixed(0);
console.log(`rehearsal: ${rehearsal.steps.length - rehearsal.failed} steps passed, ${rehearsal.failed} failed, in ${seconds} s`);
process.exitCode = rehearsal.failed === 0 ? 0 : 1;
