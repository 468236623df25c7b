import type { Decisions } from '@syft-libs/ast';
import { decidePackage } from '../decide/decide-package.ts';
import { emitPackage } from '../emit/emit-package.ts';
import type { EmittedFile } from '../emit/emitted-file.ts';
import { mergeReadme } from '../emit/merge-readme.ts';
import type { Tree } from '../generators/tree.ts';
import { printSnapshot, snapshotPath } from '../snapshot-file/snapshot-file.ts';
import type { PackagePlan } from '../surface/package-plan.ts';
import type { Snapshot } from '../surface/snapshot.ts';

/** The folders of a support package in which every file is generated. */
const GENERATED_FOLDERS = ['crawl', 'src/gen', 'test/gen', 'bench/gen'] as const;

/** What a support package is made of. */
export interface PackageInput {
  readonly name: string;
  readonly decisions: Decisions;
  /** One for each library of the decisions, in their order. */
  readonly snapshots: readonly Snapshot[];
}

/** A support package as it ought to be. */
export interface DerivedPackage {
  readonly plan: PackagePlan;
  /** All files that RedBack writes, the snapshots among them. */
  readonly files: readonly EmittedFile[];
}

/** Decides and emits: fast, and the same for the same input wherever it runs. Throws `BAD_CONFIG` as `decidePackage` does. */
export function derivePackage({ name, decisions, snapshots }: PackageInput): DerivedPackage {
  const plan = decidePackage(snapshots, decisions, { packageName: name });
  const kept = snapshots.map((snapshot): EmittedFile => {
    return { path: snapshotPath(snapshot.library.root), text: printSnapshot(snapshot), kind: 'generated' };
  });
  return { plan, files: [...kept, ...emitPackage(plan)] };
}

/** Files of a package's own folder: what a new package leaves beside it, a changeset, is used up and does not come again. */
export function ownFiles({ files }: DerivedPackage): readonly EmittedFile[] {
  return files.filter(({ path }) => !path.startsWith('../'));
}

/** What a file ought to hold, given what it holds: people's own words stay. */
export function expectedText({ path, text, kind }: EmittedFile, current: string | null): string {
  if (current === null || kind === 'generated') return text;
  return path === 'README.md' ? mergeReadme(current, text) : current;
}

/** Files in the generated folders that RedBack no longer writes. */
export function leftoverFiles(tree: Tree, files: readonly EmittedFile[]): readonly string[] {
  const known = new Set(files.map(({ path }) => path));
  return GENERATED_FOLDERS.flatMap((folder) => filesBelow(tree, folder)).filter((path) => !known.has(path));
}

function filesBelow(tree: Tree, folder: string): readonly string[] {
  return tree.children(folder).flatMap((name) => {
    const path = `${folder}/${name}`;
    return tree.isFile(path) ? [path] : filesBelow(tree, path);
  });
}
