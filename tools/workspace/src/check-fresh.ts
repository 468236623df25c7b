// Proves that committed generated code is what the generator makes today.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CRAWL_FOLDER } from '../../redback/src/snapshot-file/snapshot-file.ts';
import { checkPackage } from '../../redback/src/sync/check-package.ts';
import { generatePackage, hasGenerated } from './codegen.ts';
import { staleConformancePage } from './conformance/conformance-page.ts';
import { type Problem, readPackages, report, restoreSupport, workspaceRoot } from './workspace.ts';

/** Regenerates one package in a folder of its own and names the first line of each file that differs. */
export function staleFiles(dir: string, root: string = workspaceRoot): readonly Problem[] {
  const scratch = mkdtempSync(join(tmpdir(), 'syft-fresh-'));
  try {
    const files = generatePackage(join(root, dir), scratch);
    return files.flatMap((name) => {
      const file = `${dir}/${name}`;
      const line = firstDifference(join(root, file), join(scratch, name));
      const fix = 'run `pnpm nx run-many -t codegen --skip-nx-cache` and commit what it writes';
      return line === undefined ? [] : [{ file, line, text: 'generated code is not what its source generates', fix }];
    });
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

function firstDifference(committed: string, fresh: string): number | undefined {
  const old = existsSync(committed) ? readFileSync(committed, 'utf8').split('\n') : [];
  const now = readFileSync(fresh, 'utf8').split('\n');
  const index = Array.from({ length: Math.max(old.length, now.length) }).findIndex((_, i) => old[i] !== now[i]);
  return index === -1 ? undefined : index + 1;
}

if (import.meta.main) {
  const problems: Problem[] = [];
  for (const { dir } of readPackages()) {
    const folder = join(workspaceRoot, dir);
    if (hasGenerated(folder)) problems.push(...staleFiles(dir));
    if (existsSync(join(folder, CRAWL_FOLDER))) problems.push(...(await staleSupport(dir)));
  }
  report('generated code', [...problems, ...staleConformancePage()]);
}
