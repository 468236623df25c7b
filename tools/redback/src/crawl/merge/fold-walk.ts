import type { RuntimeFacts, SeenKind } from '../../surface/snapshot.ts';
import type { RuntimeMember, RuntimeType, RuntimeWalk } from '../runtime/runtime-walk.ts';
import { inOrder, nameIn, ownerIn } from './merged.ts';
import { ownerOfSlot, pathOfSlot, slotIn, slotOf } from './slot.ts';

/** A walk in which each thing stands once: slots instead of paths, one type for each prototype. */
export interface FoldedWalk {
  readonly members: ReadonlyMap<string, FoldedMember>;
  readonly types: ReadonlyMap<string, RuntimeType>;
  /** Classes that have no type of their own, since they make instances of another: that one's id. */
  readonly makersOf: ReadonlyMap<string, string>;
}

export interface FoldedMember {
  readonly slot: string;
  readonly kind: SeenKind;
  readonly isStatic: boolean;
  /** The slot of the same object that the walk met first; a path where no member stands, as of a whole entry point. */
  readonly sameAs: string | null;
  readonly runtime: RuntimeFacts;
}

/**
 * Folds what a walk tells twice: a class met before its own export, and two constructors that share a prototype. `known` are
 * types beside those of the walk itself.
 */
export function foldWalk(walked: Pick<RuntimeWalk, 'members' | 'types'>, known: readonly string[] = []): FoldedWalk {
  const ids = new Set([...known, ...walked.types.map(({ id }) => id)]);
  const members = new Map<string, FoldedMember>();
  const slots = walked.members.map((member) => slotOf(member.path, isOfInstances(member, ids)));
  const bySlot = new Map(walked.members.map((member, index) => [slots[index] as string, member.runtime] as const));
  walked.members.forEach((member, index) => {
    const folded = fold(member, slots[index] as string, bySlot);
    if (!members.has(folded.slot)) members.set(folded.slot, folded);
  });
  return joinPrototypes(members, walked.types);
}

function isOfInstances({ path, kind, isStatic }: RuntimeMember, types: ReadonlySet<string>): boolean {
  return !isStatic && (kind === 'method' || kind === 'property') && types.has(ownerIn(path));
}

function fold({ aliasOf, kind, isStatic, runtime }: RuntimeMember, slot: string, bySlot: ReadonlyMap<string, RuntimeFacts>): FoldedMember {
  const target = aliasOf === null ? null : targetSlot(aliasOf, { slot, runtime }, bySlot);
  const isFree = !slot.includes('#');
  return { slot, kind: isFree && kind === 'method' ? 'function' : kind, isStatic, sameAs: target === slot ? null : target, runtime };
}

/** An alias names a path. Where a static and a method share it, the same facts tell which of them is meant. */
function targetSlot(
  path: string,
  { slot, runtime }: { readonly slot: string; readonly runtime: RuntimeFacts },
  bySlot: ReadonlyMap<string, RuntimeFacts>,
): string {
  const there = [slotOf(path, slot.includes('#')), slotOf(path, !slot.includes('#'))].filter((candidate) => bySlot.has(candidate));
  const facts = JSON.stringify([runtime.arity, runtime.smells]);
  const alike = there.find((candidate) => JSON.stringify([bySlot.get(candidate)?.arity, bySlot.get(candidate)?.smells]) === facts);
  return alike ?? there[0] ?? path;
}

/**
 * Two types all of whose methods are the same objects have one prototype. The one that was met last is what the cage calls its
 * instances: the other's methods are told under its id.
 */
function joinPrototypes(members: ReadonlyMap<string, FoldedMember>, types: readonly RuntimeType[]): FoldedWalk {
  const names = namesByType(members);
  const joined = new Map<string, string>();
  for (const { id } of types) {
    const first = firstMaker(id, members, names);
    if (first !== null) joined.set(first, id);
  }
  const move = (slot: string) => {
    const type = slot.includes('#') ? joined.get(ownerOfSlot(slot)) : undefined;
    return type === undefined ? slot : slotIn(type, slot);
  };
  const moved = new Map<string, FoldedMember>();
  for (const member of members.values()) {
    const slot = move(member.slot);
    const target = member.sameAs === null ? null : move(member.sameAs);
    if (!moved.has(slot) || target === slot) moved.set(slot, { ...member, slot, sameAs: target === slot ? null : target });
  }
  return { members: moved, types: joinTypes(types, joined), makersOf: joined };
}

function namesByType(members: ReadonlyMap<string, FoldedMember>): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const slot of members.keys()) {
    if (!slot.includes('#')) continue;
    const list = names.get(ownerOfSlot(slot));
    if (list === undefined) names.set(ownerOfSlot(slot), [nameIn(pathOfSlot(slot))]);
    else list.push(nameIn(pathOfSlot(slot)));
  }
  for (const list of names.values()) list.sort();
  return names;
}

function firstMaker(id: string, members: ReadonlyMap<string, FoldedMember>, names: ReadonlyMap<string, readonly string[]>): string | null {
  const own = (names.get(id) ?? []).map((name) => members.get(slotOf(`${id}.${name}`, true)) as FoldedMember);
  const methods = own.filter(({ kind }) => kind === 'method');
  const first = methods[0]?.sameAs?.includes('#') === true ? ownerOfSlot(methods[0].sameAs) : id;
  if (first === id || !methods.every(({ slot, sameAs }) => sameAs === slotIn(first, slot))) return null;
  return names.get(first)?.join() === names.get(id)?.join() ? first : null;
}

function joinTypes(types: readonly RuntimeType[], joined: ReadonlyMap<string, string>): ReadonlyMap<string, RuntimeType> {
  const found = new Map<string, RuntimeType>();
  for (const type of [...types].sort((left, right) => inOrder(left.id, right.id))) {
    if (joined.has(type.id)) continue;
    const known = found.get(type.id);
    if (known !== undefined && type.exportedAs === null) continue;
    found.set(type.id, { ...type, extends: [...new Set(type.extends.map((id) => joined.get(id) ?? id))].filter((id) => id !== type.id) });
  }
  return found;
}
