import type { DeclaredFacts, SeenKind } from '../../surface/snapshot.ts';
import type { DeclaredLibrary, DeclaredMember } from '../static/declared-library.ts';
import type { FoldedMember, FoldedWalk } from './fold-walk.ts';
import { nameIn } from './merged.ts';
import { mapSignatures, renameResult } from './rename-types.ts';
import { ownerOfSlot, pathOfSlot, slotIn, slotOf } from './slot.ts';

/** What both sides know of one slot. */
export interface JoinedMember {
  readonly slot: string;
  readonly kind: SeenKind;
  readonly isStatic: boolean;
  readonly isPrivate: boolean;
  /** `null` for what is only declared. */
  readonly walked: FoldedMember | null;
  readonly declared: DeclaredFacts | null;
  /** The path of which declarations say that this is an alias. */
  readonly declaredAlias: string | null;
}

interface Declarations {
  readonly bySlot: ReadonlyMap<string, DeclaredMember>;
  /** Nearest first; classes of run time before those that are declared. */
  readonly basesOf: (type: string) => readonly string[];
}

/**
 * One entry for each member that either side has. Inherited members are left out: what a class declares and run time finds on
 * a class above it is told there.
 */
export function joinMembers(declared: DeclaredLibrary, walk: FoldedWalk): ReadonlyMap<string, JoinedMember> {
  const declarations = { bySlot: declaredSlots(declared), basesOf: findBases(declared, walk) };
  const joined = new Map<string, JoinedMember>();
  for (const walked of walk.members.values()) joined.set(walked.slot, joinWalked(walked, declarations));
  for (const [slot, member] of declarations.bySlot) {
    if (joined.has(slot) || member.inheritedFrom !== null) continue;
    const above = declarations.basesOf(ownerOfSlot(slot)).map((type) => slotIn(type, slot));
    const holder = above.find((candidate) => walk.members.has(candidate));
    if (holder === undefined) joined.set(slot, declaredOnly(slot, member));
    else joined.set(holder, { ...(joined.get(holder) as JoinedMember), declared: joined.get(holder)?.declared ?? member.declared });
  }
  return withoutFields(withPrivateParts(joined));
}

/**
 * What a function carries besides, where the library declares the function and not that, is its own affair: caches, and the
 * parts that it is put together from.
 */
function withPrivateParts(joined: ReadonlyMap<string, JoinedMember>): ReadonlyMap<string, JoinedMember> {
  const isPart = ({ slot, declared }: JoinedMember): boolean => {
    if (declared !== null || slot.includes('#')) return false;
    const owner = joined.get(ownerOfSlot(slot));
    if (owner === undefined) return false;
    return (owner.kind === 'function' && owner.declared?.source === 'declaration') || isPart(owner);
  };
  return new Map([...joined].map(([slot, member]) => [slot, isPart(member) ? { ...member, isPrivate: true } : member]));
}

function declaredSlots(declared: DeclaredLibrary): ReadonlyMap<string, DeclaredMember> {
  const slots = new Map<string, DeclaredMember>();
  for (const member of declared.members) {
    const slot = slotOf(member.path, !member.isStatic && (member.kind === 'method' || member.kind === 'property'));
    const known = slots.get(slot);
    if (known === undefined || (known.declared === null && member.declared !== null)) slots.set(slot, member);
  }
  return slots;
}

function findBases(declared: DeclaredLibrary, walk: FoldedWalk): Declarations['basesOf'] {
  const direct = new Map(declared.types.map((type) => [type.id, type.extends] as const));
  const climb = (type: string, seen: Set<string>): void => {
    for (const base of direct.get(type) ?? []) {
      if (seen.has(base) || base === type) continue;
      seen.add(base);
      climb(base, seen);
    }
  };
  return (type) => {
    const seen = new Set(walk.types.get(type)?.extends);
    climb(type, seen);
    return [...seen];
  };
}

function joinWalked(walked: FoldedMember, { bySlot, basesOf }: Declarations): JoinedMember {
  const { slot, isStatic } = walked;
  const own = bySlot.get(slot);
  const isInherited = own?.declared == null && (slot.includes('#') || isStatic);
  const type = ownerOfSlot(slot);
  const base = isInherited ? basesOf(type).find((candidate) => bySlot.get(slotIn(candidate, slot))?.declared != null) : undefined;
  const above = base === undefined ? undefined : bySlot.get(slotIn(base, slot));
  return {
    slot,
    kind: kindOf(walked, own ?? above),
    isStatic,
    isPrivate: isPrivate(slot, own) || above?.isPrivate === true,
    walked,
    declared: own?.declared ?? (above === undefined || base === undefined ? null : inheritedFacts(above, base, type)),
    declaredAlias: own?.aliasOf ?? null,
  };
}

/** What a base says of a member that a class has made its own. */
function inheritedFacts({ declared, returnsThis }: DeclaredMember, base: string, type: string): DeclaredFacts | null {
  if (declared === null || !returnsThis) return declared;
  return mapSignatures(declared, (text) => renameResult(text, new Map([[base, type]])));
}

function declaredOnly(slot: string, member: DeclaredMember): JoinedMember {
  const { kind, isStatic, declared, aliasOf } = member;
  return { slot, kind, isStatic, isPrivate: isPrivate(slot, member), walked: null, declared, declaredAlias: aliasOf };
}

function isPrivate(slot: string, member: DeclaredMember | undefined): boolean {
  return nameIn(pathOfSlot(slot)).startsWith('_') || member?.isPrivate === true;
}

/** Run time says what a member is; declarations, what an object, a getter or a plain function is meant to be. */
function kindOf({ slot, kind, runtime }: FoldedMember, declared: DeclaredMember | undefined): SeenKind {
  if (slot.includes('#')) return kind === 'method' ? 'method' : 'property';
  const meant = declared?.kind;
  if (runtime.access !== 'value') return meant === undefined || meant === 'method' || meant === 'property' ? 'constant' : meant;
  if (kind === 'function' && meant === 'class') return 'class';
  if (kind === 'namespace' && meant === 'constant') return 'constant';
  return kind === 'property' ? 'constant' : kind;
}

/**
 * An object that is declared as one value, and holds data alone, is a constant whose fields are no members of their own. With
 * something to call in it, or other names that lead to what is in it, it is a namespace.
 */
function withoutFields(joined: ReadonlyMap<string, JoinedMember>): ReadonlyMap<string, JoinedMember> {
  const kept = new Map(joined);
  for (const member of joined.values()) {
    if (member.kind !== 'constant' || member.walked?.kind !== 'namespace') continue;
    const inside = [...joined.values()].filter(({ slot }) => slot.startsWith(`${member.slot}.`));
    const isData = member.walked.sameAs === null && inside.every(({ walked }) => walked !== null && isDatum(walked));
    if (!isData) kept.set(member.slot, { ...member, kind: 'namespace' });
    else for (const { slot } of inside) kept.delete(slot);
  }
  return kept;
}

function isDatum({ kind, runtime }: FoldedMember): boolean {
  return (kind === 'constant' || kind === 'namespace') && runtime.access === 'value' && runtime.typeof !== 'function';
}
