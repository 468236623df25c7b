import type { Change } from './change.ts';
import { diffNotes } from './diff-members.ts';
import type { TypeView } from './member-view.ts';

/** What is different about the types whose values entries take and give. */
export function diffTypes(before: readonly TypeView[], after: readonly TypeView[]): readonly Change[] {
  const now = new Map(after.map((type) => [type.id, type]));
  const known = new Set(before.map(({ id }) => id));
  const fresh = after.filter(({ id }) => !known.has(id));
  return [
    ...before.flatMap((old) => {
      const type = now.get(old.id);
      return type === undefined ? [goneType(old)] : diffType(old, type).map((change) => ({ path: old.id, ...change }));
    }),
    ...fresh.map(({ id, travels }): Change => {
      if (travels === null) return { path: id, kind: 'type', bump: 'patch', reason: 'is a new type whose values cannot travel' };
      return { path: id, kind: 'type', bump: 'minor', reason: 'is a new type' };
    }),
  ];
}

function goneType({ id, travels }: TypeView): Change {
  if (travels === null) return { path: id, kind: 'type', bump: 'patch', reason: 'is a type no longer; its values could not travel' };
  return { path: id, kind: 'type', bump: 'major', reason: 'is a type no longer; values of it cannot be read' };
}

function diffType(before: TypeView, after: TypeView): readonly Omit<Change, 'path'>[] {
  const changes: Omit<Change, 'path'>[] = [];
  const kind = 'type';
  if (before.travels !== after.travels) {
    if (before.travels === null) changes.push({ kind, bump: 'minor', reason: 'has values that can travel now' });
    else if (after.travels === null) changes.push({ kind, bump: 'major', reason: 'has values that can no longer travel' });
    else changes.push({ kind, bump: 'major', reason: `travels in another form: ${after.travels}; before: ${before.travels}` });
  }
  const gone = before.accepts.filter((id) => !after.accepts.includes(id));
  const fresh = after.accepts.filter((id) => !before.accepts.includes(id));
  if (gone.length > 0) changes.push({ kind, bump: 'major', reason: `no longer takes ${gone.join(', ')} in its place` });
  if (fresh.length > 0) changes.push({ kind, bump: 'minor', reason: `takes ${fresh.join(', ')} in its place` });
  const unlinked = before.extends.filter((id) => !after.extends.includes(id));
  const linked = after.extends.filter((id) => !before.extends.includes(id));
  if (unlinked.length > 0) changes.push({ kind, bump: 'major', reason: `no longer extends ${unlinked.join(', ')}` });
  if (linked.length > 0) changes.push({ kind, bump: 'minor', reason: `extends ${linked.join(', ')}` });
  return [...changes, ...diffNotes(before.notes, after.notes)];
}
