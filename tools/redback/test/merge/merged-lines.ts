import { findInstalledLibrary } from '../../src/crawl/cage/read-grants.ts';
import { resolveLibrary } from '../../src/crawl/entry-points.ts';
import { mergeLibrary } from '../../src/crawl/merge/merge-library.ts';
import type { Merged } from '../../src/crawl/merge/merged.ts';
import { walkLibrary } from '../../src/crawl/runtime/walk-library.ts';
import { crawlDeclarations } from '../../src/crawl/static/crawl-declarations.ts';
import type { SeenMember } from '../../src/surface/snapshot.ts';

/** Declarations and run time of an installed library, merged; nothing of it is called. */
export async function mergeInstalled(name: string, from: string): Promise<Merged> {
  const library = resolveLibrary(name, from);
  const subpaths = library.entryPoints.map(({ subpath }) => subpath);
  const walked = await walkLibrary({ library: findInstalledLibrary(name, from), root: library.root, subpaths });
  return mergeLibrary(crawlDeclarations(library, { from }), walked);
}

/** A member on one line: path | kind | what is special about it | the path it is an alias of | signatures. */
export function mergedLine(member: SeenMember): string {
  const { path, kind, ownName, isStatic, isPrivate, runtime, declared, aliasOf } = member;
  const flags = {
    static: isStatic,
    private: isPrivate,
    'declared only': runtime === null,
    'run time only': declared === null,
    'on instances only': runtime?.isOnInstanceOnly,
    [`as ${ownName}`]: ownName !== null,
    [`${runtime?.access}`]: runtime !== null && runtime.access !== 'value',
  };
  const special = Object.entries(flags).flatMap(([flag, holds]) => (holds === true ? [flag] : []));
  const alias = aliasOf === null ? '' : `= ${aliasOf}`;
  return [path, kind, special.join(', '), alias, (declared?.signatures ?? []).join(' ; ')].join(' | ').replace(/[| ]+$/, '');
}

/** The member at a path. Throws where there is none. */
export function memberAt(merged: Pick<Merged, 'members'>, path: string): SeenMember {
  const found = merged.members.filter((member) => member.path === path);
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} members at ${path}`);
  return found[0];
}

/** The lines of members whose paths match. */
export function linesOf(merged: Pick<Merged, 'members'>, pattern: RegExp): readonly string[] {
  return merged.members.filter(({ path }) => pattern.test(path)).map(mergedLine);
}
