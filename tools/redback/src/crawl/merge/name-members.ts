import type { SeenMember } from '../../surface/snapshot.ts';
import type { JoinedMember } from './join-members.ts';
import { inOrder, nameIn } from './merged.ts';
import { ownerOfSlot, pathOfSlot } from './slot.ts';

/** Members under paths that are unique, each alias pointing to the path that describes it. Sorted by path. */
export function nameMembers(joined: ReadonlyMap<string, JoinedMember>, types: ReadonlySet<string>): readonly SeenMember[] {
  const leaders = findLeaders(joined, types);
  const paths = uniquePaths([...joined.keys()]);
  const members = [...joined.values()].map((member): SeenMember => {
    const path = paths.get(member.slot) as string;
    const name = nameIn(pathOfSlot(member.slot));
    return {
      path,
      ownName: nameIn(path) === name ? null : name,
      kind: member.kind,
      isStatic: member.isStatic,
      aliasOf: aliasOf(member, leaders, paths),
      isPrivate: member.isPrivate,
      runtime: member.walked?.runtime ?? null,
      declared: member.declared,
      probe: null,
    };
  });
  return shareFacts(members).sort((left, right) => inOrder(left.path, right.path));
}

function aliasOf(member: JoinedMember, leaders: ReadonlyMap<string, string>, paths: ReadonlyMap<string, string>): string | null {
  const path = paths.get(member.slot);
  if (member.walked === null) {
    // A name that is only declared is an alias at best of something that is there.
    const leader = member.declaredAlias === null ? undefined : (leaders.get(member.declaredAlias) ?? member.declaredAlias);
    const target = leader === undefined ? undefined : paths.get(leader);
    return target === undefined || target === path ? null : target;
  }
  const first = member.walked.sameAs ?? member.slot;
  const leader = leaders.get(first) ?? first;
  return leader === member.slot ? null : (paths.get(leader) ?? leader);
}

/** For the slot that the walk met first of each thing, the one that describes it. */
function findLeaders(joined: ReadonlyMap<string, JoinedMember>, types: ReadonlySet<string>): ReadonlyMap<string, string> {
  const groups = new Map<string, JoinedMember[]>();
  for (const member of joined.values()) {
    const first = member.walked?.sameAs ?? null;
    if (first === null) continue;
    const group = groups.get(first);
    if (group === undefined) groups.set(first, [member]);
    else group.push(member);
  }
  // A class, and what has members below it, goes by the path under which these were walked.
  const owners = new Set([...joined.keys()].map(ownerOfSlot));
  const leaders = new Map<string, string>();
  for (const [first, others] of groups) {
    const known = joined.get(first);
    if (known === undefined) continue;
    const isFixed = known.kind === 'class' || known.kind === 'namespace' || types.has(first) || owners.has(first);
    leaders.set(first, isFixed ? first : leaderOf(known, others, types).slot);
  }
  return leaders;
}

/** Of those that declarations call no alias, the one with the fewest segments; else the walk's first that is meant for others. */
function leaderOf(first: JoinedMember, others: readonly JoinedMember[], types: ReadonlySet<string>): JoinedMember {
  if (isOriginal(first) || first.slot.includes('#')) return first;
  const originals = others.filter((member) => isOriginal(member) && !member.slot.includes('#') && !types.has(member.slot));
  const depth = ({ slot }: JoinedMember) => slot.split('.').length;
  return originals.sort((left, right) => depth(left) - depth(right) || inOrder(left.slot, right.slot))[0] ?? meantForOthers(first, others);
}

function meantForOthers(first: JoinedMember, others: readonly JoinedMember[]): JoinedMember {
  if (!first.isPrivate) return first;
  return others.find(({ isPrivate, slot }) => !isPrivate && !slot.includes('#')) ?? first;
}

function isOriginal({ declared, declaredAlias }: JoinedMember): boolean {
  return declared !== null && declaredAlias === null;
}

/** A member of instances keeps its path; a static of the same name takes one that ends in `_`. */
function uniquePaths(slots: readonly string[]): ReadonlyMap<string, string> {
  const paths = new Map(slots.filter((slot) => slot.includes('#')).map((slot) => [slot, pathOfSlot(slot)] as const));
  const taken = new Set([...slots.map(pathOfSlot)]);
  const used = new Set(paths.values());
  for (const slot of slots.filter((candidate) => !candidate.includes('#')).sort()) {
    let path = slot;
    if (used.has(path)) for (path += '_'; taken.has(path); ) path += '_';
    taken.add(path);
    used.add(path);
    paths.set(slot, path);
  }
  return paths;
}

/** What is declared under one name of a thing holds under the one that describes it. */
function shareFacts(members: readonly SeenMember[]): SeenMember[] {
  const donors = new Map<string, SeenMember>();
  for (const member of [...members].sort((left, right) => inOrder(left.path, right.path))) {
    if (member.aliasOf !== null && member.runtime !== null && member.declared !== null && !donors.has(member.aliasOf)) {
      donors.set(member.aliasOf, member);
    }
  }
  return members.map((member) =>
    member.declared !== null || member.aliasOf !== null ? member : { ...member, declared: donors.get(member.path)?.declared ?? null },
  );
}
