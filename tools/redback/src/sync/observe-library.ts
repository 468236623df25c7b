import { isSyftError, type LibraryDecisions } from '@syft-libs/ast';
import { resolveLibrary } from '../crawl/entry-points.ts';
import { digestLibrary } from '../crawl/library-digest.ts';
import { resolveOwnModule } from '../crawl/own-module.ts';
import type { Tree } from '../generators/tree.ts';
import { isSealed, parseSnapshot, snapshotPath } from '../snapshot-file/snapshot-file.ts';
import type { Snapshot } from '../surface/snapshot.ts';
import { tablesOf } from './crawl-again.ts';
import { crawlsAlike } from './crawl-format.ts';
import { lineOf } from './finding.ts';

/** Why what was observed of a library no longer holds. */
export interface Drift {
  readonly line: number;
  readonly text: string;
  /** It is not the library that differs: it is not installed, and another crawl would not help. */
  readonly isMissing?: boolean;
}

/** What a support package keeps of a library: the snapshot, if one can be read, and what speaks against it. */
export interface KeptSnapshot {
  readonly file: string;
  readonly snapshot: Snapshot | undefined;
  readonly drift: Drift | undefined;
}

/** Reads the snapshot of one library and compares it with what is installed, file by file. The library is not loaded. */
export function readKept(tree: Tree, library: LibraryDecisions): KeptSnapshot {
  const { name, root } = library;
  const file = snapshotPath(root);
  const text = tree.read(file, 'utf8');
  if (text === null) return { file, snapshot: undefined, drift: { line: 1, text: `${name} has not been crawled` } };
  let snapshot: Snapshot;
  try {
    snapshot = parseSnapshot(text, file);
  } catch (error) {
    if (!isSyftError(error)) throw error;
    return { file, snapshot: undefined, drift: { line: 1, text: error.message } };
  }
  const drift =
    identityDrift(snapshot, { name, root }) ??
    tablesDrift(snapshot, library) ??
    formatDrift(snapshot) ??
    sealDrift(text, snapshot) ??
    libraryDrift(snapshot, library, tree.root);
  return { file, snapshot, drift: drift === undefined ? undefined : { ...drift, line: lineOf(text, drift.place) } };
}

interface PlacedDrift extends Omit<Drift, 'line'> {
  readonly place: string;
}

function sealDrift(text: string, snapshot: Snapshot): PlacedDrift | undefined {
  return isSealed(text, snapshot) ? undefined : { place: '"seal"', text: 'it was changed after the crawl that made it' };
}

function identityDrift({ library }: Snapshot, { name, root }: { readonly name: string; readonly root: string }): PlacedDrift | undefined {
  if (library.name === name && library.root === root) return undefined;
  return { place: '"library"', text: `it holds ${library.name} under ${library.root}, not ${name} under ${root}` };
}

function tablesDrift({ types, library: { root } }: Snapshot, library: LibraryDecisions): PlacedDrift | undefined {
  const wanted = Object.entries(tablesOf(library)).map(([name, text]) => `${root}.${name} ${text}`);
  const known = types.flatMap(({ id, membersOf }) => (membersOf === undefined ? [] : [`${id} ${membersOf}`]));
  if (wanted.length === known.length && wanted.every((line) => known.includes(line))) return undefined;
  return { place: '"types"', text: 'other exports were taken for the members of a type' };
}

function formatDrift({ observer }: Snapshot): PlacedDrift | undefined {
  if (crawlsAlike(observer.redback)) return undefined;
  return { place: '"observer"', text: `this RedBack sees more, or otherwise, than RedBack ${observer.redback}, which made it` };
}

function libraryDrift(
  { library: { name, version, digest } }: Snapshot,
  { module }: LibraryDecisions,
  from: string,
): PlacedDrift | undefined {
  try {
    const installed = module === undefined ? resolveLibrary(name, from) : resolveOwnModule(name, module, from);
    if (digestLibrary(installed.folder) === digest && (module === undefined || module.version === version)) return undefined;
    const change = installed.version === version ? `its files differ, ${version} as before` : `${version} became ${installed.version}`;
    return { place: '"digest"', text: `the library ${name} changed: ${change}` };
  } catch (error) {
    if (!isSyftError(error)) throw error;
    if (module !== undefined) return { place: '"library"', text: `${name} changed: there is no ${module.file}` };
    return { place: '"library"', text: `${name} is not installed, so it cannot be compared`, isMissing: true };
  }
}
