import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isRecord, SyftError } from '@syft-libs/ast';

/** A library as it lies on the disk. */
export interface InstalledLibrary {
  readonly name: string;
  /** The folder from which the library is resolved: the one whose `node_modules`, or a parent's, holds it. */
  readonly from: string;
  /** Its real folder. */
  readonly folder: string;
  /** Every folder that loading it may read: its own and those of what it depends on, as links and as real paths. */
  readonly reads: readonly string[];
}

/**
 * Finds an installed library and the folders of its dependencies, peers and optional ones included. What is not installed is
 * left out: asking for it fails inside the cage. Throws `BAD_CONFIG` when the library itself is not there.
 */
export function findInstalledLibrary(name: string, from: string): InstalledLibrary {
  const link = findPackage(name, from);
  if (link === undefined) throw new SyftError('BAD_CONFIG', `cannot crawl library: ${name} is not installed`);
  const reads = new Set<string>();
  grant(link, reads);
  return { name, from, folder: realpathSync(link), reads: [...reads].sort() };
}

function grant(link: string, reads: Set<string>): void {
  const folder = realpathSync(link);
  reads.add(link);
  if (reads.has(folder) && folder !== link) return;
  reads.add(folder);
  for (const name of dependenciesOf(folder)) {
    const found = findPackage(name, folder);
    if (found !== undefined && !reads.has(found)) grant(found, reads);
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
