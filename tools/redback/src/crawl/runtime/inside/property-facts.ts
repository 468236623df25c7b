/** What can be told of a property or a value without running any code of the library. */
import { types } from 'node:util';
import type { RuntimeMember } from '../runtime-walk.ts';
import { smellsOf, sourceOf } from './smells.ts';

const { ownKeys, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
const { isProxy, isModuleNamespaceObject } = types;

const SEGMENT = /^[A-Za-z_$][A-Za-z0-9_$]*$/;
const NEVER = new Set([
  '__proto__',
  'prototype',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
  '__esModule',
]);
const CONSTANT_TEXT = 100;

/** Prototypes of the language, by the name of their class: chains end there. */
export const BUILTINS: ReadonlyMap<object, string> = builtinPrototypes();

/** The language's own objects: a library that hands one on does not make it its own. */
export const OF_LANGUAGE: ReadonlySet<unknown> = new Set([
  globalThis,
  ...ownKeys(globalThis).map((key) => getOwnPropertyDescriptor(globalThis, key)?.value as unknown),
  ...[...BUILTINS.keys()].map((prototype) => getOwnPropertyDescriptor(prototype, 'constructor')?.value as unknown),
]);

/** What a descriptor tells of a member. */
export function factsOf(descriptor: PropertyDescriptor, isOnInstanceOnly: boolean): RuntimeMember['runtime'] {
  const value: unknown = descriptor.value;
  const { get, set } = descriptor;
  const access = get === undefined ? (set === undefined ? 'value' : 'set') : set === undefined ? 'get' : 'get-set';
  const code = typeof value === 'function' ? value : get;
  const isHidden = isProxy(value) || isProxy(code);
  const length: unknown = typeof value === 'function' && !isHidden ? getOwnPropertyDescriptor(value, 'length')?.value : null;
  return {
    typeof: access === 'value' ? (value === null ? 'null' : typeof value) : 'unknown',
    arity: typeof length === 'number' ? length : null,
    access,
    isOnInstanceOnly,
    constant: access === 'value' && typeof value !== 'symbol' && isPrimitive(value) ? textOf(value) : null,
    smells: isHidden ? ['Proxy'] : code === undefined ? [] : smellsOf(sourceOf(code)),
  };
}

function textOf(value: unknown): string {
  return (Object.is(value, -0) ? '-0' : String(value)).slice(0, CONSTANT_TEXT);
}

/** A descriptor; `undefined` where even that throws (a binding of a module that has not been initialised). */
export function ownDescriptor(target: object, name: string): PropertyDescriptor | undefined {
  try {
    return getOwnPropertyDescriptor(target, name);
  } catch {
    return undefined;
  }
}

/** The prototype of what can be called with `new` and means it; `undefined` for plain functions. */
export function classPrototype(fn: object): object | undefined {
  const prototype: unknown = getOwnPropertyDescriptor(fn, 'prototype')?.value;
  if (typeof prototype !== 'object' || prototype === null || isProxy(prototype)) return undefined;
  const source = sourceOf(fn);
  if (/^class\b/.test(source)) return prototype;
  if (/^(?:async\s*)?function\s*\*|^\*|^async\s*\*/.test(source)) return undefined;
  const hasMembers = ownKeys(prototype).some((key) => key !== 'constructor');
  const above = prototypeOf(prototype);
  return hasMembers || (above !== null && above !== Object.prototype) ? prototype : undefined;
}

/** True for the prototype of some function: an export of it (`fn`, `proto`) is another name for what its class's members tell. */
export function isOwnPrototype(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || isProxy(value)) return false;
  const maker: unknown = getOwnPropertyDescriptor(value, 'constructor')?.value;
  return typeof maker === 'function' && !isProxy(maker) && getOwnPropertyDescriptor(maker, 'prototype')?.value === value;
}

/** True for a module and for a plain object: what only holds members. */
export function isNamespace(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || isProxy(value)) return false;
  if (isModuleNamespaceObject(value)) return true;
  const prototype = getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** The prototype; `null` where a Proxy stands in its place. */
export function prototypeOf(value: object): object | null {
  const prototype = getPrototypeOf(value);
  return prototype === null || isProxy(prototype) ? null : prototype;
}

/** True for what has no identity. */
export function isPrimitive(value: unknown): boolean {
  return value === null || (typeof value !== 'object' && typeof value !== 'function');
}

/** True for a name that may stand in a path. */
export function isSegment(name: string): boolean {
  return SEGMENT.test(name) && !NEVER.has(name);
}

function builtinPrototypes(): Map<object, string> {
  const found = new Map<object, string>();
  for (const name of ownKeys(globalThis)) {
    const value: unknown = typeof name === 'string' && /^[A-Z]/.test(name) ? getOwnPropertyDescriptor(globalThis, name)?.value : undefined;
    const prototype: unknown = typeof value === 'function' ? getOwnPropertyDescriptor(value, 'prototype')?.value : undefined;
    if (typeof prototype === 'object' && prototype !== null && !found.has(prototype)) found.set(prototype, String(name));
  }
  return found;
}
