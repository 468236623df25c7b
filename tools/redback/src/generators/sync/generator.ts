import { join } from 'node:path';
import { useSources } from '../source-condition.ts';
import type { Tree } from '../tree.ts';

/** The options of `nx g @syft-libs/redback:sync`, as `schema.json` has them. */
export interface SyncSchema {
  /** The support package's folder, relative to the workspace. Asked for at a terminal; none elsewhere. */
  readonly dir?: string;
  readonly check?: boolean;
  readonly crawl?: boolean;
}

/**
 * The Nx generator: makes the generated part of a support package anew in Nx's tree, and tells what decisions came to once Nx has written
 * it; with `check` it only tells, and fails on drift.
 */
export async function generateSync(tree: Tree, { dir, check = false, crawl = false }: SyncSchema): Promise<(() => void) | undefined> {
  useSources();
  const [{ createTerminalProgress }, { syncTree }, { checkPackage }, { findingText }, { decisionLines }, { typable }] = await Promise.all([
    import('../../crawl/progress.ts'),
    import('../../sync/sync-package.ts'),
    import('../../sync/check-package.ts'),
    import('../../sync/finding.ts'),
    import('../../cli/decision-lines.ts'),
    import('../../cli/commands-here.ts'),
  ]);
  if (dir === undefined) {
    const example = '`pnpm nx g @syft-libs/redback:sync packages/syft-my-library`';
    throw new Error(typable(`cannot sync: no support package is named, as in ${example}`));
  }
  const progress = createTerminalProgress();
  const options = { crawl, progress };
  if (!check) {
    const { plan, notes } = await syncTree(folderOf(tree, dir), options);
    progress.end();
    const lines = decisionLines(plan, notes);
    return () => console.log(lines.join('\n'));
  }
  const findings = await checkPackage(join(tree.root, dir), options);
  progress.end();
  if (findings.length > 0) throw new Error(findings.map((finding) => typable(findingText(finding, dir))).join('\n'));
  return undefined;
}

/** A tree whose root is a folder of another one. */
function folderOf(tree: Tree, dir: string): Tree {
  const inside = (path: string) => `${dir}/${path}`;
  return {
    root: join(tree.root, dir),
    read: (path, encoding) => tree.read(inside(path), encoding),
    write: (path, content) => tree.write(inside(path), content),
    exists: (path) => tree.exists(inside(path)),
    isFile: (path) => tree.isFile(inside(path)),
    delete: (path) => tree.delete(inside(path)),
    children: (path) => tree.children(inside(path)),
  };
}
