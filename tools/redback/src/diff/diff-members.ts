import type { Accepts } from '@syft-libs/ast';
import type { Bump, Change } from './change.ts';
import { diffSignatures } from './diff-signatures.ts';
import type { MemberView, Trait } from './member-view.ts';

/** What stands for the types of each side. */
export interface BothAccept {
  readonly acceptsBefore: Accepts;
  readonly acceptsAfter: Accepts;
}

/** What is different about the members of a library. Only what happens to allowed entries is more than a patch. */
export function diffMembers(before: readonly MemberView[], after: readonly MemberView[], accepts: BothAccept): readonly Change[] {
  const now = new Map(after.map((member) => [member.path, member]));
  const known = new Set(before.map(({ path }) => path));
  return [
    ...before.flatMap((old) => {
      const fresh = now.get(old.path);
      return fresh === undefined ? [vanished(old)] : diffMember(old, fresh, accepts);
    }),
    ...after.filter(({ path }) => !known.has(path)).map(appeared),
  ];
}

function vanished({ path, verdict }: MemberView): Change {
  if (verdict === 'allow') return { path, kind: 'vanished', bump: 'major', reason: 'is gone from the library' };
  return { path, kind: 'vanished', bump: 'patch', reason: `is gone from the library; nobody could call it (${verdict})` };
}

function appeared({ path, verdict, reason }: MemberView): Change {
  if (verdict === 'allow') return { path, kind: 'appeared', bump: 'minor', reason: 'is new' };
  return { path, kind: 'appeared', bump: 'patch', reason: `is new, and nobody can call it (${verdict}: ${reason})` };
}

function diffMember(before: MemberView, after: MemberView, accepts: BothAccept): readonly Change[] {
  const { path } = after;
  const about = (change: Omit<Change, 'path'>): Change => ({ path, ...change });
  if (before.verdict !== 'allow' && after.verdict !== 'allow') return diffDenied(before, after).map(about);
  if (after.verdict !== 'allow') return [about({ kind: 'verdict', bump: 'major', reason: `is no longer allowed: ${after.reason}` })];
  if (before.verdict !== 'allow') return [about({ kind: 'verdict', bump: 'minor', reason: `is allowed now; before: ${before.reason}` })];
  const changes: Omit<Change, 'path'>[] = [];
  if (before.kind !== after.kind) changes.push({ kind: 'kind', bump: 'major', reason: `is a ${after.kind}, no longer a ${before.kind}` });
  if (before.remoteName !== after.remoteName) {
    changes.push({ kind: 'kind', bump: 'major', reason: `is called ${after.remoteName} on pointers, no longer ${before.remoteName}` });
  }
  changes.push(...diffSignatures({ before: before.signatures, after: after.signatures, ...accepts }));
  changes.push(...diffTraits(before.traits, after.traits));
  return [...changes, ...diffNotes(before.notes, after.notes)].map(about);
}

/** Whatever happens to what nobody can call shows in the tables alone. */
function diffDenied(before: MemberView, after: MemberView): readonly Omit<Change, 'path'>[] {
  if (before.verdict !== after.verdict) {
    return [{ kind: 'verdict', bump: 'patch', reason: `is under ${after.verdict}, no longer ${before.verdict}: ${after.reason}` }];
  }
  if (before.kind !== after.kind) return [{ kind: 'kind', bump: 'patch', reason: `is a ${after.kind}; nobody can call it` }];
  const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);
  const alike = before.reason === after.reason && same(before.signatures, after.signatures) && same(before.traits, after.traits);
  if (!alike)
    return [{ kind: 'evidence', bump: 'patch', reason: `is known otherwise; nobody can call it (${after.verdict}: ${after.reason})` }];
  return diffNotes(before.notes, after.notes);
}

function diffTraits(before: readonly Trait[], after: readonly Trait[]): readonly Omit<Change, 'path'>[] {
  const names = new Set([...before, ...after].map(({ name }) => name));
  return [...names].flatMap((name) => {
    const [was, is] = [before, after].map((traits) => traits.find((trait) => trait.name === name));
    if (was?.value === is?.value) return [];
    const { weight } = (is ?? was) as Trait;
    const reason =
      is === undefined ? `no longer ${name}` : was === undefined ? `${name}${detail(is)}` : `${name}${detail(is)}; before${detail(was)}`;
    return [{ kind: 'behaviour' as const, bump: traitBump(weight, is !== undefined), reason }];
  });
}

function detail({ value }: Trait): string {
  return value === 'yes' ? '' : `: ${value}`;
}

function traitBump(weight: Trait['weight'], isThere: boolean): Bump {
  if (weight === 'inside') return 'patch';
  return weight === 'result' && isThere ? 'major' : 'minor';
}

/** What is different between two sets of notes. */
export function diffNotes(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly Omit<Change, 'path'>[] {
  const subjects = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((subject) => before[subject] !== after[subject]);
  if (subjects.length === 0) return [];
  const kind = subjects.every((subject) => subject === 'documentation') ? 'text' : 'evidence';
  return [{ kind, bump: 'patch', reason: `has other ${subjects.join(', ')}` }];
}
