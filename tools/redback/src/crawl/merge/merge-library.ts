import type { SeenType } from '../../surface/snapshot.ts';
import type { RuntimeType, RuntimeWalk } from '../runtime/runtime-walk.ts';
import type { DeclaredLibrary, DeclaredType } from '../static/declared-library.ts';
import { type FoldedWalk, foldWalk } from './fold-walk.ts';
import { joinMembers } from './join-members.ts';
import { matchTypes } from './match-types.ts';
import { inOrder, type Merged } from './merged.ts';
import { nameMembers } from './name-members.ts';

/**
 * Unites what a library declares with what walking it showed. Run time says which names there are and which are the same;
 * declarations say what they take and give. What only one side knows is kept, and marked by the other's `null`.
 */
export function mergeLibrary(declared: DeclaredLibrary, walked: RuntimeWalk): Merged {
  const walk = foldWalk(walked);
  const matched = matchTypes(declared, walk);
  const members = nameMembers(joinMembers(matched, walk), new Set(walk.types.keys()));
  return { types: mergeTypes(matched, walk), members };
}

function mergeTypes(declared: DeclaredLibrary, walk: FoldedWalk): readonly SeenType[] {
  const types = new Map<string, SeenType>();
  for (const type of declared.types) {
    if (!types.has(type.id)) types.set(type.id, declaredType(type, declared, walk));
  }
  for (const type of walk.types.values()) types.set(type.id, runtimeType(type));
  return [...types.values()].sort((left, right) => inOrder(left.id, right.id));
}

/** A type as run time shows it, before an instance was made. */
export function runtimeType({ id, extends: bases, builtin, exportedAs }: RuntimeType): SeenType {
  return { id, extends: bases, builtin, ownOnInstance: [], exportedAs, recipes: [], travel: null, problem: null };
}

function declaredType({ id, exportedAs, extendsBuiltin }: DeclaredType, declared: DeclaredLibrary, walk: FoldedWalk): SeenType {
  const bases: string[] = [];
  const waiting = [id];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const direct = declared.types.find((type) => type.id === next)?.extends ?? [];
    for (const base of direct.filter((candidate) => candidate !== id && !bases.includes(candidate))) {
      bases.push(base);
      waiting.push(base);
    }
  }
  return {
    id,
    extends: bases,
    builtin: extendsBuiltin[0] ?? null,
    ownOnInstance: [],
    exportedAs: exportedAs !== null && walk.members.has(exportedAs) ? exportedAs : null,
    recipes: [],
    travel: null,
    problem: null,
  };
}
