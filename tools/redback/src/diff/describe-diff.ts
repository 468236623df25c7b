import { BUMPS, type Change, type LibraryDiff } from './change.ts';

/** Notes on what nobody can call are many and say little: so many stand in full. */
const MOST_PATCHES = 40;

/** A comparison as text for a terminal: a table for each bump, largest first, and what follows for the package. */
export function describeDiff({ libraries, changes, bump }: LibraryDiff): string {
  const heads = libraries.map(({ name, before, after }) => `${name} ${before ?? '(not there)'} → ${after ?? '(not there)'}`);
  const groups = [...BUMPS].reverse().map((wanted) => group(wanted, changes));
  const conclusion = bump === 'none' ? 'Nothing changed: no release.' : `The support package needs a ${bump} release.`;
  return `${[...heads, '', ...groups.flat(), conclusion].join('\n')}\n`;
}

function group(bump: Change['bump'], changes: readonly Change[]): readonly string[] {
  const own = changes.filter((change) => change.bump === bump);
  if (own.length === 0) return [];
  const shown = bump === 'patch' ? own.slice(0, MOST_PATCHES) : own;
  const width = Math.max(...shown.map(({ path }) => path.length));
  const rest = own.length > shown.length ? [`  … and ${own.length - shown.length} more`] : [];
  return [`${bump} (${own.length})`, ...shown.map(({ path, reason }) => `  ${path.padEnd(width)}  ${reason}`), ...rest, ''];
}
