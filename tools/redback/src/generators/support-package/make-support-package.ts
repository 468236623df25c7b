import type { Progress } from '../../crawl/progress.ts';
import type { Tree } from '../tree.ts';
import { fillPackage, type MadePackage } from './fill-package.ts';
import { type Install, installWithNpm, installWithPnpm } from './install.ts';
import { readRequest, type SupportPackageOptions } from './package-request.ts';
import { isWorkspace, type PreparedPackage, preparePackage } from './prepare-package.ts';
import { lookupIn, lookupInstalled, type VersionLookup } from './registry.ts';

export interface MakeOptions {
  readonly progress: Progress;
  /** False where the libraries are installed already, and nothing else is to be. */
  readonly installs?: boolean;
  /** In place of the registry and of the package manager. */
  readonly lookup?: VersionLookup;
  readonly install?: Install;
}

/** A support package in two steps, as a generator makes it: what stands in the tree now, and what follows once that is on the disk. */
export interface SupportPackageTask {
  readonly prepared: PreparedPackage;
  readonly fill: () => Promise<MadePackage>;
}

/** Begins a support package in a tree: what an install needs. `fill` does the rest, after the tree was written to the disk. */
export async function makeSupportPackage(tree: Tree, asked: SupportPackageOptions, options: MakeOptions): Promise<SupportPackageTask> {
  const { progress, installs = true } = options;
  const lookup = options.lookup ?? (installs ? lookupIn(tree.root) : lookupInstalled(tree.root));
  const prepared = await preparePackage(tree, readRequest(asked, isWorkspace(tree)), lookup);
  const manager = prepared.isInWorkspace ? installWithPnpm : installWithNpm;
  const install = options.install ?? (installs ? manager : undefined);
  return { prepared, fill: () => fillPackage(tree.root, prepared, { lookup, install, progress }) };
}
