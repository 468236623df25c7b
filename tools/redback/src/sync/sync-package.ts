import type { Decisions } from '@syft-libs/ast';
import { silentProgress } from '../crawl/progress.ts';
import { FolderTree, type Tree, type TreeChange } from '../generators/tree.ts';
import type { PackagePlan } from '../surface/package-plan.ts';
import type { Snapshot } from '../surface/snapshot.ts';
import type { SyncOptions } from './check-package.ts';
import { crawlAgain } from './crawl-again.ts';
import { derivePackage, expectedText, leftoverFiles, ownFiles } from './derive-package.ts';
import { keepTimes } from './keep-times.ts';
import { readDecisions } from './load-decisions.ts';
import { readKept } from './observe-library.ts';
import { type DecisionNote, openPoints } from './open-points.ts';
import { packageNameOf } from './package-name.ts';

/** What `sync` has made. */
export interface SyncedTree {
  readonly plan: PackagePlan;
  /** Libraries that were crawled again. */
  readonly crawled: readonly string[];
  /** What those who allowed members have not seen to yet. */
  readonly notes: readonly DecisionNote[];
}

export interface SyncResult extends SyncedTree {
  readonly changes: readonly TreeChange[];
}

/**
 * Makes the support package at `folder` anew: crawls what has changed, decides and emits. What people wrote stays. Nothing is
 * written when anything fails. Throws `BAD_CONFIG` for decisions that cannot be read or followed, and what `crawlLibrary` throws.
 */
export async function syncPackage(folder: string, options: SyncOptions = {}): Promise<SyncResult> {
  const tree = new FolderTree(folder);
  const synced = await syncTree(tree, options);
  return { ...synced, changes: tree.flush() };
}

/** The same in a tree whose root is the support package; whoever has the tree writes it to the disk. */
export async function syncTree(tree: Tree, options: SyncOptions = {}): Promise<SyncedTree> {
  const name = packageNameOf(tree);
  const decisions = readDecisions(tree.root);
  const { snapshots, crawled } = await observe(tree, decisions, options);
  const derived = derivePackage({ name, decisions, snapshots });
  const files = ownFiles(derived);
  for (const file of files) tree.write(file.path, expectedText(file, tree.read(file.path, 'utf8')));
  for (const path of leftoverFiles(tree, files)) tree.delete(path);
  return { plan: derived.plan, crawled, notes: openPoints(derived.plan, tree) };
}

async function observe(
  tree: Tree,
  { libraries }: Decisions,
  { crawl = false, progress = silentProgress }: SyncOptions,
): Promise<{ readonly snapshots: readonly Snapshot[]; readonly crawled: readonly string[] }> {
  const snapshots: Snapshot[] = [];
  const crawled: string[] = [];
  for (const library of libraries) {
    const { snapshot, drift } = readKept(tree, library);
    // What is not installed cannot be crawled; what was seen of it still holds.
    if (snapshot !== undefined && !crawl && (drift === undefined || drift.isMissing === true)) {
      snapshots.push(snapshot);
      continue;
    }
    snapshots.push(keepTimes(await crawlAgain(library, tree.root, progress), snapshot));
    crawled.push(library.name);
  }
  return { snapshots, crawled };
}
