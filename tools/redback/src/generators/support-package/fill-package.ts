import { posix } from 'node:path';
import type { Progress } from '../../crawl/progress.ts';
import type { EmittedFile } from '../../emit/emitted-file.ts';
import type { PackagePlan } from '../../surface/package-plan.ts';
import type { Snapshot } from '../../surface/snapshot.ts';
import { crawlAgain } from '../../sync/crawl-again.ts';
import { derivePackage } from '../../sync/derive-package.ts';
import { FolderTree, type TreeChange } from '../tree.ts';
import { missingTypes } from './declared-types.ts';
import { initialDecisions } from './initial-decisions.ts';
import type { Install } from './install.ts';
import { joinAll } from './join-all.ts';
import { addDevDependency, type PreparedPackage, pinToCatalog } from './prepare-package.ts';
import type { VersionLookup } from './registry.ts';
import { standAlone } from './stand-alone.ts';

export interface FillOptions {
  readonly lookup: VersionLookup;
  /** Installs what the workspace, or the package on its own, asks for; none where all is there. */
  readonly install: Install | undefined;
  readonly progress: Progress;
}

/** A support package that was made. */
export interface MadePackage {
  readonly plan: PackagePlan;
  readonly changes: readonly TreeChange[];
}

/** A package and its version. */
type Dependency = readonly [name: string, version: string];

/**
 * Turns a prepared package into a whole one: installs its libraries, crawls them, decides, emits, and installs what the emitted
 * package.json asks for besides. `root` is the folder of the tree in which it was prepared, and has to be written by now.
 */
export async function fillPackage(root: string, prepared: PreparedPackage, options: FillOptions): Promise<MadePackage> {
  const { dir, packageName: name } = prepared;
  const installAll = async () => {
    if (options.install === undefined) return;
    options.progress.stage('installing');
    await options.install(prepared.isInWorkspace ? root : posix.join(root, dir));
  };
  await installAll();
  const types = await findTypes(root, prepared, options.lookup);
  if (types.length > 0) {
    writeTypes(root, prepared, types);
    await installAll();
  }
  const snapshots: Snapshot[] = [];
  for (const library of prepared.libraries) {
    snapshots.push(await crawlAgain(library, posix.join(root, dir), options.progress));
  }
  const { plan, files } = derivePackage({ name, decisions: initialDecisions(snapshots), snapshots });
  const changes = [...writeFiles(root, prepared, files), ...writeTypes(root, prepared, types)];
  if (prepared.isInWorkspace) await joinAll(root);
  await installAll();
  return { plan, changes };
}

function writeFiles(
  root: string,
  { dir, libraries, isInWorkspace, isOurs }: PreparedPackage,
  files: readonly EmittedFile[],
): readonly TreeChange[] {
  const tree = new FolderTree(root);
  for (const { path, text, kind } of isInWorkspace ? files : standAlone(files)) {
    const file = posix.join(dir, path);
    const isPackageJson = path === 'package.json';
    // The package.json so far was only there for the install, unless somebody else had written it.
    if (kind === 'once' && tree.exists(file) && !(isPackageJson && isOurs)) continue;
    tree.write(file, isPackageJson && isInWorkspace ? pinToCatalog(text, libraries) : text);
  }
  return tree.flush();
}

/** Declarations that the libraries lack and others have written. */
async function findTypes(root: string, { dir, libraries }: PreparedPackage, lookup: VersionLookup): Promise<readonly Dependency[]> {
  const found = await Promise.all(libraries.map(({ name }) => missingTypes(name, posix.join(root, dir), lookup)));
  return found.filter((entry) => entry !== undefined);
}

function writeTypes(root: string, prepared: PreparedPackage, types: readonly Dependency[]): readonly TreeChange[] {
  const tree = new FolderTree(root);
  for (const entry of types) addDevDependency(tree, prepared, entry);
  return tree.flush();
}
