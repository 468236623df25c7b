import { formatType, SyftError, type TypeRef, type TypeTable } from '@syft-libs/ast';
import type { CallEntry } from '../lib/call-entry.ts';
import { type PointerState, RemotePointer, stateOf } from './remote-pointer.ts';

/** Makes pointers of one type. */
export interface PointerClass {
  readonly type: TypeRef;
  readonly typeName: string;
  readonly create: new (state: PointerState) => RemotePointer;
}

type Members = ReadonlyMap<string, CallEntry>;

/** The classes of pointers: one a type, with the members that the known libraries give to it. */
export class PointerClasses {
  readonly #types: TypeTable;
  readonly #members = new Map<string, Map<string, CallEntry>>();
  #byType = new WeakMap<TypeRef, PointerClass>();
  #byName = new Map<string, PointerClass>();

  constructor(types: TypeTable) {
    this.#types = types;
  }

  /** Gives pointers of a type one more member. Pointers that exist already stay as they are. */
  addMember(typeId: string, entry: CallEntry): void {
    const members = this.#members.get(typeId) ?? new Map<string, CallEntry>();
    this.#members.set(typeId, members.set(entry.remoteName, entry));
    this.#byType = new WeakMap();
    this.#byName = new Map();
  }

  /** The class of a type. */
  of(type: TypeRef): PointerClass {
    const known = this.#byType.get(type);
    if (known !== undefined) return known;
    const name = formatType(type);
    const made = this.#byName.get(name) ?? createClass(type, name, this.#membersOf(type));
    this.#byName.set(name, made);
    this.#byType.set(type, made);
    return made;
  }

  #membersOf(type: TypeRef): Members {
    if (type.kind === 'union') return sharedMembers(type.of.map((member) => this.#membersOf(member)));
    const owners = this.#types.membersOf(type).toReversed();
    return new Map(owners.flatMap((id) => [...(this.#members.get(id) ?? [])]));
  }
}

/** The members that are the same entry in all types: only these can be called without knowing which type it is. */
function sharedMembers([first = new Map(), ...others]: readonly Members[]): Members {
  return new Map([...first].filter(([name, entry]) => others.every((members) => members.get(name) === entry)));
}

function createClass(type: TypeRef, typeName: string, members: Members): PointerClass {
  const create = class extends RemotePointer {};
  const { prototype } = create;
  Object.defineProperty(prototype, 'constructor', { value: undefined });
  for (const [name, entry] of members) {
    // The pointer's own names are reserved; a support package renames members that collide.
    if (!(name in RemotePointer.prototype) && name !== 'then') Object.defineProperty(prototype, name, describeMember(entry));
  }
  if (type.kind === 'union') Object.defineProperty(prototype, 'as', { value: narrow });
  return { type, typeName, create };
}

function describeMember(entry: CallEntry): PropertyDescriptor {
  if (entry.kind === 'property') {
    return {
      get(this: unknown) {
        return receiver(this).host.call(entry, [this]);
      },
    };
  }
  return {
    value(this: unknown, ...args: unknown[]) {
      return receiver(this).host.call(entry, [this, ...args]);
    },
  };
}

function narrow(this: unknown, type: string): RemotePointer {
  const state = receiver(this);
  return state.host.narrow(state, type);
}

function receiver(value: unknown): PointerState {
  const state = stateOf(value);
  if (state === undefined) throw new SyftError('BAD_ARGUMENT', 'cannot use member: it was taken off its pointer');
  return state;
}
