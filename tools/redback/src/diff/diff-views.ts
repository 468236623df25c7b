import { TypeTable } from '@syft-libs/ast';
import { type Change, type ComparedLibrary, diffOf, type LibraryDiff } from './change.ts';
import { type BothAccept, diffMembers, diffNotes } from './diff-members.ts';
import { diffTypes } from './diff-types.ts';
import type { LibraryView } from './member-view.ts';
import { isInRange, usualRange } from './version-range.ts';

/** What a comparison may be told besides the two sides. */
export interface DiffOptions {
  /** The versions that the package before was for, by library: `>=6.15.1 <7.0.0`. Those that npm would take unless said otherwise. */
  readonly ranges?: Readonly<Record<string, string>>;
}

/** Compares libraries by their names. */
export function diffViews(before: readonly LibraryView[], after: readonly LibraryView[], { ranges = {} }: DiffOptions = {}): LibraryDiff {
  const names = [...new Set([...before, ...after].map(({ name }) => name))].sort();
  const pairs = names.map((name) => [name, find(before, name), find(after, name)] as const);
  const libraries = pairs.map(
    ([name, old, now]): ComparedLibrary => ({
      name,
      root: ((now ?? old) as LibraryView).root,
      before: old?.version ?? null,
      after: now?.version ?? null,
    }),
  );
  const accepts = { acceptsBefore: typesOf(before).accepts, acceptsAfter: typesOf(after).accepts };
  return diffOf(
    libraries,
    pairs.flatMap(([name, old, now]) => diffLibrary(old, now, { range: ranges[name], accepts })),
  );
}

function find(libraries: readonly LibraryView[], name: string): LibraryView | undefined {
  return libraries.find((library) => library.name === name);
}

/** Libraries of one package take each other's types. */
function typesOf(libraries: readonly LibraryView[]): TypeTable {
  const table = new TypeTable();
  for (const { types } of libraries) table.add(types);
  return table;
}

function diffLibrary(
  before: LibraryView | undefined,
  after: LibraryView | undefined,
  { range, accepts }: { readonly range: string | undefined; readonly accepts: BothAccept },
): readonly Change[] {
  if (before === undefined) {
    const { name, version } = after as LibraryView;
    return [{ path: name, kind: 'library', bump: 'minor', reason: `is a new library, at ${version}` }];
  }
  const { name, version } = before;
  if (after === undefined) return [{ path: name, kind: 'library', bump: 'major', reason: 'is a library of this package no longer' }];
  const changes: Change[] = [];
  if (before.root !== after.root) {
    changes.push({ path: name, kind: 'library', bump: 'major', reason: `has the root ${after.root}, no longer ${before.root}` });
  }
  if (version !== after.version) {
    const isInside = isInRange(after.version, range ?? usualRange(version));
    const reason = `is ${after.version}, after ${version}: ${isInside ? 'inside' : 'outside'} the range of before`;
    changes.push({ path: name, kind: 'library', bump: isInside ? 'patch' : 'minor', reason });
  }
  changes.push(...diffNotes(before.notes, after.notes).map((change) => ({ path: name, ...change })));
  return [...changes, ...diffTypes(before.types, after.types), ...diffMembers(before.members, after.members, accepts)];
}
