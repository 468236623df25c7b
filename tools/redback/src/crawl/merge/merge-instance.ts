import type { SeenMember, SeenType } from '../../surface/snapshot.ts';
import type { InstanceFacts, RuntimeType } from '../runtime/runtime-walk.ts';
import { type FoldedMember, foldWalk } from './fold-walk.ts';
import { runtimeType } from './merge-library.ts';
import { inOrder, type Merged, nameIn, ownerIn } from './merged.ts';
import { mapSignatures, renameInSignature, renamePath } from './rename-types.ts';
import { ownerOfSlot, pathOfSlot } from './slot.ts';

export interface MergeInstanceOptions {
  /**
   * The declared type that the call which made the instance promises. A class that no export names and no declaration describes
   * is then taken for an implementation of it: it extends it, and shared members are told there.
   */
  readonly declaredAs?: string;
}

/** What instances of a class of the language have for themselves: nothing of the library's. */
const OF_LANGUAGE: Readonly<Record<string, readonly string[]>> = {
  Array: ['length'],
  String: ['length'],
  Function: ['length', 'name', 'prototype', 'arguments', 'caller'],
  RegExp: ['lastIndex'],
  Error: ['stack', 'message', 'cause'],
};

/**
 * Adds what an instance shows and its class did not: members that it has for itself, and classes that no export leads to. What
 * a class above it has stays there. Adding the same facts again changes nothing.
 */
export function mergeInstance(merged: Merged, facts: InstanceFacts, { declaredAs }: MergeInstanceOptions = {}): Merged {
  if (facts.type === null) return merged;
  const walk = foldWalk(facts, [facts.type, ...merged.types.map(({ id }) => id)]);
  // What another package declares is not this library's to describe.
  const promised = merged.types.find(({ id }) => id === declaredAs && id.split('.')[0] === facts.type?.split('.')[0]);
  const state = new InstanceMerge(merged);
  for (const type of walk.types.values()) state.addType(type, type.id === facts.type ? promised : undefined);
  for (const member of walk.members.values()) {
    if (member.slot.includes('#')) state.addMember(member);
  }
  state.setOwnNames(facts.type, facts.ownOnInstance);
  return state.finish();
}

/** One merge in the making. */
class InstanceMerge {
  #types: Map<string, SeenType>;
  #members: Map<string, SeenMember>;
  /** Types that these facts describe for the first time. */
  readonly #fresh = new Set<string>();
  /** Types that a fresh one implements: their members are its own. */
  readonly #promised = new Map<string, string>();

  constructor({ types, members }: Merged) {
    this.#types = new Map(types.map((type) => [type.id, type]));
    this.#members = new Map(members.map((member) => [member.path, member]));
  }

  addType(type: RuntimeType, promised: SeenType | undefined): void {
    const known = this.#types.get(type.id);
    if (known !== undefined && this.#isSeen(known)) return;
    this.#fresh.add(type.id);
    const seen = runtimeType(type);
    const declared = known ?? this.#declaredNamesake(type.id);
    if (declared !== undefined) {
      this.#rename(declared.id, type.id);
      this.#types.set(type.id, { ...seen, extends: [...new Set([...seen.extends, ...declared.extends])] });
      return;
    }
    const isImplementation = promised !== undefined && type.exportedAs === null && promised.exportedAs === null && promised.id !== type.id;
    if (isImplementation) this.#promised.set(type.id, promised.id);
    const bases = isImplementation ? [...seen.extends, promised.id, ...promised.extends] : seen.extends;
    this.#types.set(type.id, { ...seen, extends: [...new Set(bases)] });
  }

  addMember(found: FoldedMember): void {
    const type = this.#types.get(ownerOfSlot(found.slot));
    const name = nameIn(pathOfSlot(found.slot));
    if (type === undefined || isOfLanguage(type, name)) return;
    const own = this.#ofInstances(`${type.id}.${name}`);
    const above = own === undefined ? this.#above(type, name, found.runtime.isOnInstanceOnly) : undefined;
    const known = own ?? above;
    if (known !== undefined) {
      if (known.runtime === null) this.#set({ ...known, kind: kindOf(found), runtime: found.runtime });
      return;
    }
    // A method that a known class already had was told when the class was walked.
    if (!found.runtime.isOnInstanceOnly && !this.#fresh.has(type.id)) return;
    this.#add(found, type, name);
  }

  setOwnNames(id: string, names: readonly string[]): void {
    const type = this.#types.get(id);
    if (type === undefined) return;
    const own = names.filter((name) => !isOfLanguage(type, name));
    this.#types.set(id, { ...type, ownOnInstance: [...new Set([...type.ownOnInstance, ...own])].sort(inOrder) });
  }

  finish(): Merged {
    return {
      types: [...this.#types.values()].sort((left, right) => inOrder(left.id, right.id)),
      members: [...this.#members.values()].sort((left, right) => inOrder(left.path, right.path)),
    };
  }

  #add(found: FoldedMember, type: SeenType, name: string): void {
    const path = `${type.id}.${name}`;
    this.#giveWay(path);
    const base = type.extends.map((id) => this.#ofInstances(`${id}.${name}`)).find((member) => member !== undefined);
    const target = kindOf(found) === 'method' && found.sameAs !== null ? pathOfSlot(found.sameAs) : null;
    const leader = target === null ? undefined : this.#members.get(target);
    this.#set({
      path,
      ownName: null,
      kind: kindOf(found),
      isStatic: false,
      aliasOf: leader === undefined ? null : (leader.aliasOf ?? leader.path),
      isPrivate: name.startsWith('_') || base?.isPrivate === true,
      runtime: found.runtime,
      declared: base?.declared ?? null,
      probe: null,
    });
    if (found.runtime.isOnInstanceOnly) this.#dropBelow(type.id, name);
  }

  /** A member that a class above has. Methods may be made anew: those count that come from a promise alone. */
  #above(type: SeenType, name: string, isField: boolean): SeenMember | undefined {
    const bases = isField ? type.extends : type.extends.slice(Math.max(type.extends.indexOf(this.#promised.get(type.id) ?? type.id), 0));
    const isPromise = this.#promised.has(type.id);
    if (!isField && !isPromise) return undefined;
    return bases.map((id) => this.#ofInstances(`${id}.${name}`)).find((member) => member !== undefined);
  }

  #ofInstances(path: string): SeenMember | undefined {
    const member = this.#members.get(path);
    return member === undefined || member.isStatic || (member.kind !== 'method' && member.kind !== 'property') ? undefined : member;
  }

  /** Another class's instances showed the member first: it is inherited, so that it stands with the class above. */
  #dropBelow(base: string, name: string): void {
    for (const { id, extends: bases } of this.#types.values()) {
      const member = bases.includes(base) ? this.#ofInstances(`${id}.${name}`) : undefined;
      if (member?.runtime?.isOnInstanceOnly === true && member.probe === null) this.#members.delete(member.path);
    }
  }

  /** A static member lets one of instances have the path. */
  #giveWay(path: string): void {
    const member = this.#members.get(path);
    if (member === undefined) return;
    let free = `${path}_`;
    while (this.#members.has(free)) free += '_';
    this.#members.delete(path);
    this.#set({ ...member, path: free, ownName: member.ownName ?? nameIn(path) });
    for (const other of this.#members.values()) if (other.aliasOf === path) this.#set({ ...other, aliasOf: free });
  }

  /** True once run time has shown anything of a type; until then it is only declared. */
  #isSeen({ id, exportedAs, ownOnInstance }: SeenType): boolean {
    if (ownOnInstance.length > 0 || (exportedAs !== null && this.#members.get(exportedAs)?.runtime != null)) return true;
    return [...this.#members.values()].some(({ path, runtime }) => runtime !== null && ownerIn(path) === id);
  }

  #declaredNamesake(id: string): SeenType | undefined {
    const found = [...this.#types.values()].filter((type) => nameIn(type.id) === nameIn(id) && !this.#isSeen(type));
    return found.length === 1 ? found[0] : undefined;
  }

  #rename(from: string, to: string): void {
    if (from === to) return;
    const ids = new Map([[from, to]]);
    const rename = (path: string) => renamePath(path, ids);
    const members = [...this.#members.values()].map((member) => ({
      ...member,
      path: rename(member.path),
      aliasOf: member.aliasOf === null ? null : rename(member.aliasOf),
      declared: member.declared === null ? null : mapSignatures(member.declared, (text) => renameInSignature(text, ids)),
    }));
    this.#types.delete(from);
    this.#types = new Map([...this.#types].map(([id, type]) => [id, { ...type, extends: type.extends.map(rename) }]));
    this.#members = new Map(members.map((member) => [member.path, member]));
  }

  #set(member: SeenMember): void {
    this.#members.set(member.path, member);
  }
}

function kindOf({ kind }: FoldedMember): 'method' | 'property' {
  return kind === 'method' ? 'method' : 'property';
}

function isOfLanguage({ builtin }: SeenType, name: string): boolean {
  if (builtin === null) return false;
  return (OF_LANGUAGE[builtin] ?? (builtin.endsWith('Error') ? OF_LANGUAGE['Error'] : []))?.includes(name) === true;
}
