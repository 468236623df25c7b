import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isRecord, SyftError } from '@syft-libs/ast';

/** A library as it lies on the disk. */
export interface InstalledLibrary {
  readonly name: string;
  /** The folder from which the library is resolved, whose `node_modules` holds it: one nearer to where it was looked for may not be read. */
  readonly from: string;
  /** Its real folder. */
  readonly folder: string;
  /** Every folder that loading it may read: the `node_modules` that hold it and what it depends on, as links and as real paths. */
  readonly reads: readonly string[];
}

/**
 * Finds an installed library and the folders of its dependencies, peers and optional ones included. What is not installed is
 * left out: asking for it fails inside the cage. Throws `BAD_CONFIG` when the library itself is not there.
 */
export function findInstalledLibrary(name: string, from: string): InstalledLibrary {
  const link = findPackage(name, from);
  if (link === undefined) throw new SyftError('BAD_CONFIG', `cannot crawl library: ${name} is not installed`);
  const grants: Grants = { reads: new Set(), done: new Set() };
  grant(link, name, grants);
  return { name, from: link.slice(0, -join('node_modules', name).length - 1), folder: realpathSync(link), reads: [...grants.reads].sort() };
}

/** What a package's dependencies need to be read, where they are installed; the package's own files are left out. */
export function readsOfDependencies(folder: string): readonly string[] {
  const grants: Grants = { reads: new Set(), done: new Set() };
  for (const dependency of dependenciesOf(folder)) {
    const found = findPackage(dependency, folder);
    if (found !== undefined) grant(found, dependency, grants);
  }
  return [...grants.reads].sort();
}

interface Grants {
  readonly reads: Set<string>;
  readonly done: Set<string>;
}

/**
 * Grants the `node_modules` folders in which a package and its dependencies lie, not the packages themselves: the permission
 * model forgets a grant for `a` when there is one for `a-b` beside it.
 */
function grant(link: string, name: string, grants: Grants): void {
  const folder = realpathSync(link);
  grants.reads.add(link.slice(0, -name.length - 1));
  grants.reads.add(folder.endsWith(join('node_modules', name)) ? folder.slice(0, -name.length - 1) : folder);
  if (grants.done.has(folder)) return;
  grants.done.add(folder);
  for (const dependency of dependenciesOf(folder)) {
    const found = findPackage(dependency, folder);
    if (found !== undefined) grant(found, dependency, grants);
  }
}

function findPackage(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name);
    if (existsSync(join(found, 'package.json'))) return found;
    if (folder === dirname(folder)) return undefined;
  }
}

function dependenciesOf(folder: string): readonly string[] {
  const file: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!isRecord(file)) return [];
  return [file['dependencies'], file['optionalDependencies'], file['peerDependencies']].flatMap((group) =>
    isRecord(group) ? Object.keys(group) : [],
  );
}
