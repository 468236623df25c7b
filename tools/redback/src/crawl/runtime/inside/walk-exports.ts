/** Walks what a library exports. Reads property descriptors alone: no getter fires, no function is called, no Proxy is touched. */
import { types } from 'node:util';
import type { SeenKind } from '../../../surface/snapshot.ts';
import type { RuntimeMember, RuntimeType } from '../runtime-walk.ts';
import {
  BUILTINS,
  classPrototype,
  factsOf,
  isNamespace,
  isOwnPrototype,
  isPrimitive,
  isSegment,
  OF_LANGUAGE,
  ownDescriptor,
  prototypeOf,
} from './property-facts.ts';
import { sourceOf } from './smells.ts';

const { ownKeys, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
const { isProxy } = types;
const everything = globalThis;

const OF_FUNCTIONS = new Set(['length', 'name', 'prototype', 'arguments', 'caller']);
const MOST_MEMBERS = 50_000;
const MOST_SEGMENTS = 8;

/** A member with what stands behind it, for calls. */
export interface FoundMember extends RuntimeMember {
  readonly value: unknown;
  /** The function that runs when it is called or read. */
  readonly code: unknown;
}

interface Pending {
  readonly path: string;
  readonly target: object;
  readonly isFunction: boolean;
}

/** One walk over all entry points of a library: things found twice are aliases of their first path. */
export class ExportWalk {
  readonly #root: string;
  readonly #paths = new Map<unknown, string>();
  readonly #byPath = new Map<string, FoundMember[]>();
  readonly #exportedTypes = new Set<string>();
  readonly #hiddenTypes = new Set<string>();
  readonly #typeOfPrototype = new Map<object, string>();
  readonly #queue: Pending[] = [];
  /** What entry points consist of: walked under their paths, wherever else they are met. */
  readonly #roots = new Set<unknown>();
  readonly #entryPaths = new Set<string>();
  readonly #wholes = new Map<string, object>();
  readonly members: FoundMember[] = [];
  readonly types: RuntimeType[] = [];
  isCutShort = false;

  constructor(root: string) {
    this.#root = root;
  }

  /** What entry points consist of. */
  get roots(): readonly unknown[] {
    return [...this.#roots];
  }

  /** The member at a path: the prototype's before the static one of the same name. */
  find(path: string): FoundMember | undefined {
    const found = this.#byPath.get(path);
    return found?.find((member) => !member.isStatic) ?? found?.[0];
  }

  /** What stands at a path where there is no receiver: a static member before a prototype's, and inherited statics too. */
  findValue(path: string): unknown {
    const found = this.#byPath.get(path);
    const own = found?.find((member) => member.isStatic) ?? found?.[0];
    if (own !== undefined) return own.value;
    const dot = path.lastIndexOf('.');
    let owner = dot < 0 ? undefined : this.find(path.slice(0, dot))?.value;
    for (; typeof owner === 'function' && !isProxy(owner); owner = getPrototypeOf(owner)) {
      const descriptor = getOwnPropertyDescriptor(owner, path.slice(dot + 1));
      if (descriptor !== undefined) return descriptor.value;
    }
    return undefined;
  }

  /** The type whose prototype stands first in a value's chain; `null` for plain objects and the language's own. */
  typeOf(value: object): string | null {
    if (value === everything) return null;
    for (let at = prototypeOf(value); at !== null; at = prototypeOf(at)) {
      const id = this.#typeOfPrototype.get(at);
      if (id !== undefined) return id;
      if (BUILTINS.has(at)) return null;
      const maker: unknown = getOwnPropertyDescriptor(at, 'constructor')?.value;
      if (typeof maker === 'function') return this.#addHiddenClass(at, maker);
    }
    return null;
  }

  /** What functions of a namespace or a class are called on, as a domain calls them: those of an entry point on all of its names. */
  ownerAt(path: string): unknown {
    return this.#entryPaths.has(path) ? this.#wholeAt(path) : this.find(path)?.value;
  }

  #wholeAt(path: string): object {
    const known = this.#wholes.get(path);
    if (known !== undefined) return known;
    const isBelow = (other: string) => other.lastIndexOf('.') === path.length && other.startsWith(path);
    const nameOf = (other: string) => other.slice(path.length + 1);
    const own = this.members.filter((member) => isBelow(member.path) && member.value !== undefined);
    const whole = Object.freeze({
      ...Object.fromEntries(own.map((member) => [nameOf(member.path), member.value])),
      ...Object.fromEntries([...this.#entryPaths].filter(isBelow).map((entry) => [nameOf(entry), this.#wholeAt(entry)])),
    });
    this.#wholes.set(path, whole);
    return whole;
  }

  /** Adds an entry point's namespaces: names of all of them are united, shallow paths go first. */
  addEntryPoint(subpath: string, roots: readonly unknown[]): void {
    const path = this.#pathOfEntry(subpath);
    if (path === null) return;
    this.#entryPaths.add(path);
    const objects = [...new Set(roots)].filter((root) => !isPrimitive(root) && !isProxy(root)) as object[];
    for (const target of objects) {
      this.#roots.add(target);
      if (typeof target !== 'function' && !this.#paths.has(target)) this.#paths.set(target, path);
      this.#queue.push({ path, target, isFunction: typeof target === 'function' });
    }
    this.#drain();
    // A function, a Proxy or a plain value for a whole has no name among the names: it is the default.
    for (const whole of roots) {
      const isNamed = typeof whole === 'object' && whole !== null && !isProxy(whole);
      if (!isNamed && whole !== undefined && !this.#byPath.has(`${path}.default`)) this.#add(`${path}.default`, { value: whole }, false);
    }
    this.#drain();
  }

  /** Own members of an instance, under its type's path. */
  addInstance(instance: object, type: string): readonly string[] {
    const names = this.#names(instance);
    for (const name of names) {
      const descriptor = ownDescriptor(instance, name);
      if (descriptor !== undefined && !this.#byPath.has(`${type}.${name}`)) this.#add(`${type}.${name}`, descriptor, false, true);
    }
    this.#drain();
    return names;
  }

  #pathOfEntry(subpath: string): string | null {
    const names = subpath
      .split('/')
      .slice(1)
      .map((name) => name.replace(/\.[cm]?js$/, '').replace(/[^A-Za-z0-9_$]+(\w)?/g, (_, next: string) => (next ?? '').toUpperCase()));
    const path = [this.#root, ...names.filter((name) => name !== '')].join('.');
    return path.split('.').every(isSegment) ? path : null;
  }

  #drain(): void {
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
      const { path, target, isFunction } = next;
      for (const name of ownNamesFirst(this.#names(target), target)) {
        if (isFunction && OF_FUNCTIONS.has(name)) continue;
        const descriptor = ownDescriptor(target, name);
        if (descriptor === undefined || (name === 'default' && this.#roots.has(descriptor.value))) continue;
        if (isOwnPrototype(descriptor.value)) {
          this.#addPrototype(`${path}.${name}`, descriptor);
          continue;
        }
        const isStatic = isFunction && this.#exportedTypes.has(path);
        // The same name from `import()` and `require()` is one member.
        if (!this.#byPath.get(`${path}.${name}`)?.some((member) => member.isStatic === isStatic)) {
          this.#add(`${path}.${name}`, descriptor, isStatic);
        }
      }
    }
  }

  #names(target: object): readonly string[] {
    return ownKeys(target)
      .filter((key): key is string => typeof key === 'string' && isSegment(key))
      .sort();
  }

  #add(path: string, descriptor: PropertyDescriptor, isStatic: boolean, isOnInstance = false): void {
    if (this.members.length >= MOST_MEMBERS || path.split('.').length > MOST_SEGMENTS) {
      this.isCutShort = true;
      return;
    }
    const value: unknown = descriptor.value;
    const isAccessor = descriptor.get !== undefined || descriptor.set !== undefined;
    const first = isPrimitive(value) ? undefined : this.#paths.get(value);
    const kind = isAccessor ? 'property' : this.#kindOf(path, value, isOnInstance);
    this.#push({
      path,
      kind,
      isStatic,
      aliasOf: first ?? null,
      runtime: factsOf(descriptor, isOnInstance),
      value,
      code: value ?? descriptor.get,
    });
    if (isAccessor || isPrimitive(value) || isProxy(value) || OF_LANGUAGE.has(value) || first !== undefined) return;
    this.#paths.set(value, path);
    if (kind === 'class') this.#addClass(path, value as object, path);
    if (!this.#roots.has(value) && (kind === 'class' || kind === 'function' || kind === 'namespace')) {
      this.#queue.push({ path, target: value as object, isFunction: typeof value === 'function' });
    }
  }

  /** Another name for what the members of its class tell. */
  #addPrototype(path: string, descriptor: PropertyDescriptor): void {
    const first = this.#paths.get((descriptor.value as { readonly constructor: unknown }).constructor);
    if (first === undefined) return;
    const { value } = descriptor as { readonly value: unknown };
    this.#push({ path, kind: 'namespace', isStatic: false, aliasOf: first, runtime: factsOf(descriptor, false), value, code: value });
  }

  #kindOf(path: string, value: unknown, isOnInstance: boolean): SeenKind {
    if (OF_LANGUAGE.has(value)) return 'constant';
    if (typeof value === 'function' && !isProxy(value)) {
      if (classPrototype(value) !== undefined) return 'class';
      const parent = path.slice(0, path.lastIndexOf('.'));
      return isOnInstance || this.#hiddenTypes.has(parent) ? 'method' : 'function';
    }
    if (isOnInstance) return 'property';
    return isNamespace(value) ? 'namespace' : 'constant';
  }

  #addClass(id: string, maker: object, exportedAs: string | null): void {
    const prototype = classPrototype(maker);
    if (prototype === undefined) return;
    this.#addType(id, prototype, maker, exportedAs);
  }

  #addType(id: string, prototype: object, maker: object, exportedAs: string | null): void {
    this.#typeOfPrototype.set(prototype, id);
    (exportedAs === null ? this.#hiddenTypes : this.#exportedTypes).add(id);
    const parents: string[] = [];
    let builtin: string | null = null;
    for (let at = prototypeOf(prototype); at !== null && builtin === null; at = prototypeOf(at)) {
      const name = BUILTINS.get(at);
      const parent: unknown = getOwnPropertyDescriptor(at, 'constructor')?.value;
      if (name !== undefined) builtin = name;
      else if (this.#typeOfPrototype.has(at)) parents.push(this.#typeOfPrototype.get(at) as string);
      else if (typeof parent === 'function') parents.push(this.#addHiddenClass(at, parent));
    }
    const needsNew = /^class\b/.test(sourceOf(maker));
    this.types.push({ id, extends: parents, builtin: builtin === 'Object' ? null : builtin, exportedAs, needsNew });
    this.#addMethods(id, prototype);
  }

  /** A class that no export names so far. Should one name it later, that path is an alias of this one. */
  #addHiddenClass(prototype: object, maker: object): string {
    const exported = this.#paths.get(maker);
    const name: unknown = getOwnPropertyDescriptor(maker, 'name')?.value;
    if (exported !== undefined && this.#exportedTypes.has(exported)) {
      this.#typeOfPrototype.set(prototype, exported);
      return exported;
    }
    let id = exported ?? `${this.#root}.${typeof name === 'string' && isSegment(name) ? name : 'Anonymous'}`;
    while (exported === undefined && (this.#byPath.has(id) || this.#hiddenTypes.has(id))) id += '_';
    this.#addType(id, prototype, maker, exported ?? null);
    return id;
  }

  #addMethods(id: string, prototype: object): void {
    for (const name of this.#names(prototype)) {
      const descriptor = ownDescriptor(prototype, name);
      if (name === 'constructor' || descriptor === undefined) continue;
      const path = `${id}.${name}`;
      const isMethod = typeof descriptor.value === 'function';
      const value: unknown = descriptor.value;
      const first = isMethod ? this.#paths.get(value) : undefined;
      if (isMethod && first === undefined) this.#paths.set(value, path);
      const kind = isMethod ? 'method' : 'property';
      this.#push({
        path,
        kind,
        isStatic: false,
        aliasOf: first ?? null,
        runtime: factsOf(descriptor, false),
        value,
        code: value ?? descriptor.get,
      });
    }
  }

  #push(member: FoundMember): void {
    const found = this.#byPath.get(member.path);
    if (found === undefined) this.#byPath.set(member.path, [member]);
    else found.push(member);
    this.members.push(member);
  }
}

/** Of several names for one function or class the one that it calls itself goes first, so that the others are its aliases. */
function ownNamesFirst(names: readonly string[], target: object): readonly string[] {
  const isOwn = (name: string) => {
    const value: unknown = ownDescriptor(target, name)?.value;
    return typeof value === 'function' && !isProxy(value) && getOwnPropertyDescriptor(value, 'name')?.value === name;
  };
  const own = new Set(names.filter(isOwn));
  return [...own, ...names.filter((name) => !own.has(name))];
}
