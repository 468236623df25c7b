// Proves that every file that is generated and committed is what its source generates today.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeVectors } from '../../../packages/syft-ast/test/vectors/make-vectors.ts';
import { CRAWL_FOLDER } from '../../redback/src/snapshot-file/snapshot-file.ts';
import { checkPackage } from '../../redback/src/sync/check-package.ts';
import { MEASUREMENTS, measurementsPage } from '../bench/write-page.ts';
import { generatePackage, hasGenerated } from './codegen.ts';
import { staleConformancePage } from './conformance/conformance-page.ts';
import { type Generated, staleText } from './fresh/stale-text.ts';
import { readmeWithTable } from './fresh/supported-table.ts';
import { type Problem, readPackages, report, restoreSupport, workspaceRoot } from './workspace.ts';

/** Regenerates one package in a folder of its own and names the first line of each file that differs. */
export function staleFiles(dir: string, root: string = workspaceRoot): readonly Problem[] {
  const scratch = mkdtempSync(join(tmpdir(), 'syft-fresh-'));
  try {
    const files = generatePackage(join(root, dir), scratch);
    const command = 'pnpm nx run-many -t codegen --skip-nx-cache';
    return files.flatMap((name) => staleText(root, { file: `${dir}/${name}`, text: readFileSync(join(scratch, name), 'utf8'), command }));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** In what a package that RedBack made is not what `sync` makes today. */
export async function staleSupport(dir: string, root: string = workspaceRoot): Promise<readonly Problem[]> {
  const findings = await checkPackage(join(root, dir));
  return findings.map(({ file, fix, ...found }) => ({
    ...found,
    file: `${dir}/${file}`,
    fix: fix.startsWith('run `redback sync`') ? restoreSupport(dir) : fix,
  }));
}

/** Pages, tables and vectors that are made of other files of the repository. */
async function staleDocuments(root: string): Promise<readonly Problem[]> {
  const vectors = [...(await makeVectors())].map(([name, text]): Generated => {
    return { file: `packages/syft-ast/vectors/${name}`, text, command: 'pnpm -C packages/syft-ast vectors' };
  });
  const measurements: Generated = { file: MEASUREMENTS, text: measurementsPage(root), command: 'node tools/workspace/bench/write-page.ts' };
  const documents = [...vectors, measurements, ...readmeWithTable(root)];
  return [...documents.flatMap((document) => staleText(root, document)), ...staleConformancePage(root)];
}

/** Everything generated at `root` that is not what its source generates today. */
export async function checkFresh(root: string = workspaceRoot): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { dir } of readPackages(root)) {
    const folder = join(root, dir);
    if (hasGenerated(folder)) problems.push(...staleFiles(dir, root));
    if (existsSync(join(folder, CRAWL_FOLDER))) problems.push(...(await staleSupport(dir, root)));
  }
  return [...problems, ...(await staleDocuments(root))];
}

if (import.meta.main) report('generated files', await checkFresh());
