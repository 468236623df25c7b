import type { MemberKind } from '../manifest/manifest.ts';
import type { SurfaceEntry } from './surface.ts';

/**
 * The entries of a surface from their compact text, by path. A line without a space before it names what stands before the names
 * that follow, nothing where it is empty; each line below it has names, a colon, their kind and their signatures. A name on
 * pointers that is another one stands behind `=`.
 */
export function unpackEntries(text: string): readonly SurfaceEntry[] {
  const entries: SurfaceEntry[] = [];
  let owner = '';
  for (const line of text.split('\n')) {
    if (!line.startsWith(' ')) {
      owner = line === '' ? '' : `${line}.`;
      continue;
    }
    const [, names = '', kind, signatures = ''] = /^ ([^:]*):(\w+) (.*)$/.exec(line) ?? [];
    for (const named of names.split(' ')) {
      const [name = '', remoteName] = named.split('=');
      const entry = [owner + name, kind as MemberKind, signatures] as const;
      entries.push(remoteName === undefined ? entry : [...entry, remoteName]);
    }
  }
  return entries.sort(([left], [right]) => (left < right ? -1 : 1));
}
