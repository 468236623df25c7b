/**
 * Classes that keep what they hold to themselves, in private fields or closures, look all alike from outside. They are seen
 * through a method of theirs that tells it: what that gives counts as a field of the instance wherever a value is looked at.
 */
import { types } from 'node:util';
import type { ExportWalk } from './walk-exports.ts';

const { apply, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;

interface Lens {
  readonly name: string;
  readonly method: (this: unknown) => unknown;
}

let lenses: ReadonlyMap<object, Lens> = new Map();

/** Looks through these from now on: names of methods by type. Types that are no classes of the library are left out. */
export function useLenses(names: Readonly<Record<string, string>>, walk: ExportWalk): void {
  const found = new Map<object, Lens>();
  for (const [type, name] of Object.entries(names)) {
    const maker: unknown = walk.find(type)?.value;
    const prototype: unknown = typeof maker === 'function' ? getOwnPropertyDescriptor(maker, 'prototype')?.value : undefined;
    const method = isObject(prototype) ? methodOf(prototype, name) : undefined;
    if (isObject(prototype) && method !== undefined) found.set(prototype, { name: `${name}()`, method });
  }
  lenses = found;
}

/** What an instance without fields shows through its class's lens, as a field; nothing for any other value. */
export function seenThrough(value: object): readonly (readonly [string, unknown])[] {
  if (lenses.size === 0 || types.isProxy(value) || ownKeys(value).length > 0) return [];
  for (let at = getPrototypeOf(value); at !== null && !types.isProxy(at); at = getPrototypeOf(at)) {
    const lens = lenses.get(at);
    if (lens !== undefined) return [[lens.name, look(value, lens)]];
  }
  return [];
}

function look(value: object, { method }: Lens): unknown {
  try {
    return apply(method, value, []);
  } catch {
    return '(throws)';
  }
}

function methodOf(prototype: object, name: string): Lens['method'] | undefined {
  for (let at: object | null = prototype; at !== null; at = getPrototypeOf(at)) {
    const method: unknown = getOwnPropertyDescriptor(at, name)?.value;
    if (method !== undefined) return typeof method === 'function' ? (method as Lens['method']) : undefined;
  }
  return undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
