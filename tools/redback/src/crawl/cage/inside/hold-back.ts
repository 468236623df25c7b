/**
 * The part of the cage that stands inside the process: Node's own modules with what reaches out replaced by functions that
 * throw. It covers what the permission model does not: signals, sockets before Node 26, `node:sqlite`, V8's flags. It is put on
 * before the library is loaded and cannot be taken off: originals are dropped, properties are locked.
 */
import { createRequire, Module, syncBuiltinESMExports } from 'node:module';
import {
  FREE_OF_FS,
  HARMLESS_CLASSES,
  HARMLESS_FUNCTIONS,
  HELD_FUNCTIONS,
  HELD_GLOBALS,
  HELD_MODULES,
  HELD_OF_PROCESS,
  REACHING_METHODS,
  WATCHED_FUNCTIONS,
  WATCHED_OF_NAVIGATOR,
  WATCHED_OF_PROCESS,
} from './held-names.ts';
import { noteReach, type Reach, whileLoading } from './reached.ts';
import { asToldHere } from './surroundings.ts';

const require = createRequire(import.meta.url);
const { defineProperty, getOwnPropertyDescriptor, ownKeys, apply } = Reflect;

/** Puts the patches on. Call it once, before anything foreign is loaded. */
export function holdBack(): void {
  for (const [name, reach] of Object.entries(HELD_MODULES)) holdModule(name, reach);
  for (const [name, functions, reach] of HELD_FUNCTIONS) for (const key of functions) hold(load(name), key, reach);
  for (const key of HELD_OF_PROCESS) hold(process, key, key === 'dlopen' || key.includes('inding') ? 'native' : 'process');
  holdReports();
  for (const key of HELD_GLOBALS) if (key in globalThis) hold(globalThis, key, 'net');
  for (const [name, keys, reach] of WATCHED_FUNCTIONS) watchModule(load(name), keys, reach);
  for (const key of WATCHED_OF_PROCESS) watchProperty(process, key, 'process');
  if ('Navigator' in globalThis) for (const key of WATCHED_OF_NAVIGATOR) watchProperty(Navigator.prototype, key, 'process');
  watchLoader();
  // Read now, while it is there to be read.
  void new Intl.NumberFormat().resolvedOptions().locale;
  for (const key of Object.keys(process.env)) if (key !== 'TZ') delete process.env[key];
  // To set the zone would set it for all that comes after.
  defineProperty(process, 'env', {
    value: Object.freeze({ TZ: process.env['TZ'] }),
    writable: false,
    configurable: false,
    enumerable: true,
  });
  syncBuiltinESMExports();
}

function load(name: string): object | undefined {
  try {
    return require(name) as object;
  } catch {
    return undefined;
  }
}

function holdModule(name: string, reach: Reach): void {
  const module = load(name);
  if (module === undefined) return;
  for (const key of ownKeys(module)) {
    if (typeof key === 'symbol') continue;
    const value: unknown = getOwnPropertyDescriptor(module, key)?.value;
    if (typeof value !== 'function' || HARMLESS_FUNCTIONS.has(key)) continue;
    if (value.prototype instanceof Object || typeof value.prototype === 'object') holdMethods(value.prototype as object, reach);
    if (!HARMLESS_CLASSES.has(key)) hold(module, key, reach);
  }
}

function holdMethods(prototype: object | null, reach: Reach): void {
  for (const key of REACHING_METHODS) if (prototype !== null && Object.hasOwn(prototype, key)) hold(prototype, key, reach);
}

function hold(target: object | undefined, key: string, reach: Reach): void {
  if (target === undefined) return;
  const descriptor = getOwnPropertyDescriptor(target, key);
  if (descriptor === undefined || descriptor.configurable === false) return;
  const isFunction = typeof descriptor.value === 'function';
  const held = function held(): never {
    noteReach(reach);
    throw Object.assign(new Error('held back by the cage'), { code: 'ERR_ACCESS_DENIED' });
  };
  // A class that extends a held one at load time needs a prototype to stand on.
  if (isFunction) defineProperty(held, 'prototype', { value: descriptor.value.prototype ?? {}, writable: false });
  defineProperty(target, key, {
    value: isFunction ? held : undefined,
    writable: false,
    configurable: false,
    enumerable: descriptor.enumerable ?? true,
  });
}

/** Node itself asks whether to report on an error, and sets it: a plain object serves, whose switches lead nowhere. */
function holdReports(): void {
  const report = { reportOnUncaughtException: false, reportOnFatalError: false, reportOnSignal: false };
  defineProperty(process, 'report', { value: report, writable: false, configurable: false, enumerable: true });
}

/** The permission model decides on files, and of the machine anybody may be told; here it is noted. */
function watchModule(module: object | undefined, names: readonly string[] | 'all', reach: Reach): void {
  if (module === undefined) return;
  for (const key of names === 'all' ? ownKeys(module) : names) {
    const value: unknown = getOwnPropertyDescriptor(module, key)?.value;
    if (typeof key === 'symbol' || typeof value !== 'function' || FREE_OF_FS.has(key)) continue;
    defineProperty(module, key, { value: watchFunction(value as Code, reach), writable: true, configurable: true, enumerable: true });
  }
}

type Code = (...args: unknown[]) => unknown;

/** With functions that hang on it, as `native` and `rss` do. */
function watchFunction(original: Code, reach: Reach): Code {
  const watched = noting(original, reach);
  for (const name of ownKeys(original)) {
    const own = getOwnPropertyDescriptor(original, name);
    if (own === undefined || name === 'prototype') continue;
    const isCode = typeof own.value === 'function';
    defineProperty(watched, name, { ...own, ...(isCode && { value: noting(own.value as Code, reach) }), configurable: true });
  }
  return watched;
}

function noting(original: Code, reach: Reach): Code {
  return function watched(this: unknown, ...args: unknown[]): unknown {
    noteReach(reach);
    const told: unknown = apply(original, this, args);
    return reach === 'process' ? asToldHere(told) : told;
  };
}

function watchProperty(target: object, key: string, reach: Reach): void {
  const descriptor = getOwnPropertyDescriptor(target, key);
  if (descriptor === undefined || descriptor.configurable === false) return;
  const read = descriptor.get ?? (() => descriptor.value as unknown);
  defineProperty(target, key, {
    get(this: unknown) {
      noteReach(reach);
      return asToldHere(apply(read, this, []));
    },
    // What is put there is of no use to anybody.
    set: () => noteReach(reach),
    configurable: false,
    enumerable: descriptor.enumerable ?? true,
  });
}

function watchLoader(): void {
  const loader = Module as unknown as { _load: (...args: unknown[]) => unknown };
  const original = loader._load;
  loader._load = function load(this: unknown, ...args: unknown[]) {
    return whileLoading(() => apply(original, this, args));
  };
}
