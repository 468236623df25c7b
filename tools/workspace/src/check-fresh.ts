// Proves that committed generated code is what the generator makes today.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generatePackage, hasGenerated } from './codegen.ts';
import { type Problem, readPackages, report, workspaceRoot } from './workspace.ts';

/** Regenerates one package in a folder of its own and names the first line of each file that differs. */
export async function staleFiles(dir: string, root: string = workspaceRoot): Promise<readonly Problem[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'syft-fresh-'));
  try {
    const files = await generatePackage(join(root, dir), scratch);
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

function firstDifference(committed: string, fresh: string): number | undefined {
  const old = existsSync(committed) ? readFileSync(committed, 'utf8').split('\n') : [];
  const now = readFileSync(fresh, 'utf8').split('\n');
  const index = Array.from({ length: Math.max(old.length, now.length) }).findIndex((_, i) => old[i] !== now[i]);
  return index === -1 ? undefined : index + 1;
}

if (import.meta.main) {
  const problems: Problem[] = [];
  for (const { dir } of readPackages()) if (hasGenerated(join(workspaceRoot, dir))) problems.push(...(await staleFiles(dir)));
  report('generated code', problems);
}
