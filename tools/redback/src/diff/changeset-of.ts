import type { Change, ComparedLibrary, LibraryDiff } from './change.ts';

/** So many names stand in a list; the rest are counted. */
const MOST_NAMES = 30;

/**
 * The changeset file that a comparison calls for, in words for those who use the package: what is new, what is gone, what takes
 * or gives something else. `null` when nothing changed.
 */
export function changesetOf({ libraries, changes, bump }: LibraryDiff, packageName: string): string | null {
  if (bump === 'none') return null;
  const isShort = libraries.length === 1;
  const root = libraries[0]?.root ?? '';
  const name = (path: string): string => `\`${isShort && path.startsWith(`${root}.`) ? path.slice(root.length + 1) : path}\``;
  const sentences = [...libraries.flatMap(nowFor), ...listed('New', allowedNow(changes), name), ...listed('Gone', goneNow(changes), name)];
  const details = told(changes, name);
  const head = sentences.length > 0 || details.length > 0 ? sentences.join(' ') : 'Documentation and evidence brought up to date.';
  const text = [head, details.join('\n')].filter((part) => part !== '').join('\n\n');
  return `---\n'${packageName}': ${bump}\n---\n\n${text}\n`;
}

function nowFor({ name, before, after }: ComparedLibrary): readonly string[] {
  if (after === null) return [`${name} is no longer part of it.`];
  return before === after ? [] : [`Now for ${name} ${after}.`];
}

function allowedNow(changes: readonly Change[]): readonly Change[] {
  return changes.filter(({ kind, bump }) => bump === 'minor' && (kind === 'appeared' || kind === 'verdict'));
}

function goneNow(changes: readonly Change[]): readonly Change[] {
  return changes.filter(({ kind, bump }) => bump === 'major' && (kind === 'vanished' || kind === 'verdict'));
}

function listed(title: string, changes: readonly Change[], name: (path: string) => string): readonly string[] {
  if (changes.length === 0) return [];
  const names = changes.slice(0, MOST_NAMES).map(({ path }) => name(path));
  const rest = changes.length > MOST_NAMES ? ` and ${changes.length - MOST_NAMES} more` : '';
  return [`${title}: ${names.join(', ')}${rest}.`];
}

/** What changed for those who call an entry that stays; each in its own words. */
function told(changes: readonly Change[], name: (path: string) => string): readonly string[] {
  const kinds: ReadonlySet<string> = new Set(['kind', 'takes-more', 'takes-less', 'gives', 'behaviour', 'type']);
  const own = changes.filter(({ kind, bump }) => kinds.has(kind) && bump !== 'patch');
  return own.map(({ path, reason }) => `- ${name(path)} ${reason}.`);
}
