import type { DeclaredLibrary } from '../static/declared-library.ts';
import type { FoldedWalk } from './fold-walk.ts';
import { nameIn } from './merged.ts';
import { renameDeclared, renamePath } from './rename-types.ts';

/**
 * The declarations with each type under the id that run time knows it by, and each member below the path that run time walked:
 * by exported path, else by a name that only one type on either side has. Other types keep their own ids.
 */
export function matchTypes(declared: DeclaredLibrary, walk: FoldedWalk): DeclaredLibrary {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  const match = (id: string, runtimeId: string) => {
    taken.add(runtimeId);
    if (id !== runtimeId) ids.set(id, runtimeId);
  };
  const waiting = declared.types.filter(({ id, exportedAs }) => {
    const exported = resolvePath(exportedAs ?? id, walk);
    const path = walk.makersOf.get(exported) ?? exported;
    if (!walk.types.has(path)) return true;
    match(id, path);
    return false;
  });
  const byName = countNames(waiting.map(({ id }) => id));
  const free = [...walk.types.keys()].filter((id) => !taken.has(id));
  const freeNames = countNames(free);
  for (const { id } of waiting) {
    const runtimeId = free.find((other) => nameIn(other) === nameIn(id));
    if (runtimeId !== undefined && byName.get(nameIn(id)) === 1 && freeNames.get(nameIn(id)) === 1) match(id, runtimeId);
  }
  const movePath = (path: string) => {
    const end = path.lastIndexOf('.');
    // What an alias itself is called stays; what stands below it moves to where run time walked it.
    return end < 0 ? path : resolvePath(renamePath(path.slice(0, end), ids), walk) + path.slice(end);
  };
  return renameDeclared(declared, ids, movePath);
}

/** Follows aliases of classes and namespaces on the way down a path, the last segment included. */
function resolvePath(path: string, walk: FoldedWalk): string {
  let resolved = '';
  for (const segment of path.split('.')) {
    resolved = resolved === '' ? segment : `${resolved}.${segment}`;
    const member = walk.members.get(resolved);
    if (member !== undefined && (member.kind === 'class' || member.kind === 'namespace')) resolved = member.sameAs ?? resolved;
  }
  return resolved;
}

function countNames(ids: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(nameIn(id), (counts.get(nameIn(id)) ?? 0) + 1);
  return counts;
}
