/** One object as it was, to be compared and put back later. Own properties are read by descriptor first: no getter fires then. */
import { types } from 'node:util';
import { bytesOf, digestOf } from './describe-value.ts';
import { seenThrough } from './lenses.ts';

const { ownKeys, getOwnPropertyDescriptor, defineProperty, deleteProperty } = Reflect;

/** Lists of more items are compared item by item, without their names. */
const NAMED_ITEMS = 64;
/** What every function has: it says nothing, and some of it may throw when it is read. */
const OF_FUNCTIONS: ReadonlySet<PropertyKey> = new Set(['length', 'name', 'arguments', 'caller']);
const ORDINARY: PropertyDescriptor = { writable: true, enumerable: true, configurable: true };
const NONE: ReadonlyMap<PropertyKey, PropertyDescriptor> = new Map();
/** As they were before any library could replace them. */
const { hasOwn, is } = Object;

/** An object as it was when it was taken hold of. */
export interface HeldObject {
  readonly object: object;
  /** What can be reached from it in one step. */
  readonly parts: readonly unknown[];
  /** Whether it is not as it was. */
  differs(): boolean;
  /** Names of its properties that are not as they were. */
  changedKeys(): readonly PropertyKey[];
  /** Makes it as it was. False where that can't be. */
  putBack(): boolean;
}

/** Takes hold of an object that is no Proxy. */
export function holdObject(object: object): HeldObject {
  if (Array.isArray(object) && object.length > NAMED_ITEMS) return new HeldList(object);
  const bytes = bytesOf(object);
  if (bytes !== undefined) return new HeldBytes(object, bytes);
  if (types.isMap(object))
    return new HeldEntries(
      object,
      () => [...object].flat(),
      (parts) => fillMap(object, parts),
    );
  if (types.isSet(object))
    return new HeldEntries(
      object,
      () => [...object],
      (parts) => fillSet(object, parts),
    );
  if (types.isDate(object))
    return new HeldEntries(
      object,
      () => [object.getTime()],
      ([time]) => void object.setTime(time as number),
    );
  return seenThrough(object).length > 0 ? new HeldThroughLens(object) : new HeldProperties(object);
}

function isUnread(object: object, key: PropertyKey): boolean {
  return typeof object === 'function' && OF_FUNCTIONS.has(key);
}

class HeldProperties implements HeldObject {
  readonly object: object;
  readonly parts: readonly unknown[];
  readonly #keys: readonly PropertyKey[];
  readonly #values: readonly unknown[];
  /** Those of the keys that stand for getters or setters. */
  readonly #accessors: ReadonlyMap<PropertyKey, PropertyDescriptor>;
  readonly #names: number;

  /** `inside`: what it holds besides its properties. */
  constructor(object: object, inside: readonly unknown[] = []) {
    const names = ownKeys(object);
    const keys: PropertyKey[] = [];
    const values: unknown[] = [];
    let accessors: Map<PropertyKey, PropertyDescriptor> | undefined;
    for (const key of names) {
      if (isUnread(object, key)) continue;
      const descriptor = getOwnPropertyDescriptor(object, key) as PropertyDescriptor;
      keys.push(key);
      values.push(descriptor.value);
      if ('value' in descriptor) continue;
      accessors ??= new Map();
      accessors.set(key, descriptor);
    }
    this.object = object;
    this.#values = values;
    this.parts = inside.length === 0 ? values : [...values, ...inside];
    this.#keys = keys;
    this.#names = names.length;
    this.#accessors = accessors ?? NONE;
  }

  differs(): boolean {
    if (ownKeys(this.object).length !== this.#names) return true;
    for (let index = 0; index < this.#keys.length; index++) if (this.#isChanged(index)) return true;
    return false;
  }

  changedKeys(): readonly PropertyKey[] {
    return [...this.#added(), ...this.#keys.filter((_, index) => this.#isChanged(index))];
  }

  putBack(): boolean {
    let isDone = this.#added().every((key) => deleteProperty(this.object, key));
    for (const [index, key] of this.#keys.entries()) {
      if (!this.#isChanged(index)) continue;
      const before = this.#accessors.get(key) ?? { value: this.#values[index], ...(hasOwn(this.object, key) ? {} : ORDINARY) };
      isDone = defineProperty(this.object, key, before) && isDone;
    }
    return isDone && !this.differs();
  }

  #added(): readonly PropertyKey[] {
    const held = new Set(this.#keys);
    return ownKeys(this.object).filter((key) => !held.has(key) && !isUnread(this.object, key));
  }

  /** What was a plain value is read as one: should it have become a getter since, that one fires here, in the cage. */
  #isChanged(index: number): boolean {
    const key = this.#keys[index] as PropertyKey;
    const before = this.#accessors.get(key);
    if (before === undefined) return !is((this.object as Record<PropertyKey, unknown>)[key], this.#values[index]);
    const now = getOwnPropertyDescriptor(this.object, key);
    return now === undefined || now.get !== before.get || now.set !== before.set;
  }
}

class HeldList implements HeldObject {
  readonly object: unknown[];
  readonly parts: readonly unknown[];

  constructor(list: unknown[]) {
    this.object = list;
    this.parts = [...list];
  }

  differs(): boolean {
    const { object, parts } = this;
    if (object.length !== parts.length) return true;
    for (let index = 0; index < parts.length; index++) if (!is(object[index], parts[index])) return true;
    return false;
  }

  changedKeys(): readonly PropertyKey[] {
    return this.differs() ? ['length'] : [];
  }

  putBack(): boolean {
    const { object, parts } = this;
    object.length = parts.length;
    for (let index = 0; index < parts.length; index++) if (!is(object[index], parts[index])) object[index] = parts[index];
    return !this.differs();
  }
}

class HeldBytes implements HeldObject {
  readonly object: object;
  readonly parts: readonly unknown[] = [];
  readonly #bytes: Uint8Array;
  readonly #copy: Uint8Array;

  constructor(object: object, bytes: Uint8Array) {
    this.object = object;
    this.#bytes = bytes;
    this.#copy = bytes.slice();
  }

  differs(): boolean {
    return Buffer.compare(this.#bytes, this.#copy) !== 0;
  }

  changedKeys(): readonly PropertyKey[] {
    return this.differs() ? ['bytes'] : [];
  }

  putBack(): boolean {
    if (this.#bytes.length === this.#copy.length) this.#bytes.set(this.#copy);
    return !this.differs();
  }
}

/** A map, a set or a date: what it holds inside, and properties that it may have besides. */
class HeldEntries extends HeldProperties {
  readonly #read: () => readonly unknown[];
  readonly #fill: (parts: readonly unknown[]) => void;
  readonly #entries: readonly unknown[];

  constructor(object: object, read: () => readonly unknown[], fill: (parts: readonly unknown[]) => void) {
    const entries = read();
    super(object, entries);
    this.#read = read;
    this.#fill = fill;
    this.#entries = entries;
  }

  override differs(): boolean {
    return this.#isFilledOtherwise() || super.differs();
  }

  override changedKeys(): readonly PropertyKey[] {
    return this.#isFilledOtherwise() ? ['entries', ...super.changedKeys()] : super.changedKeys();
  }

  override putBack(): boolean {
    if (this.#isFilledOtherwise()) this.#fill(this.#entries);
    return super.putBack();
  }

  #isFilledOtherwise(): boolean {
    const now = this.#read();
    return now.length !== this.#entries.length || now.some((part, index) => !is(part, this.#entries[index]));
  }
}

/** An instance that keeps what it holds to itself: it is seen, and can't be put back. */
class HeldThroughLens extends HeldProperties {
  readonly #digest: string;

  constructor(object: object) {
    super(object);
    this.#digest = digestOf(seenThrough(object));
  }

  override differs(): boolean {
    return super.differs() || digestOf(seenThrough(this.object)) !== this.#digest;
  }
}

function fillMap(map: Map<unknown, unknown>, parts: readonly unknown[]): void {
  map.clear();
  for (let index = 0; index < parts.length; index += 2) map.set(parts[index], parts[index + 1]);
}

function fillSet(set: Set<unknown>, parts: readonly unknown[]): void {
  set.clear();
  for (const part of parts) set.add(part);
}
