/** Sees changes of the language's own objects: a library that patches them would change all code beside it. */

import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { type HeldObject, holdObject } from './held-object.ts';

const { getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;

interface Place {
  readonly name: string;
  readonly target: object;
}

const isObject = (value: unknown): value is object => (typeof value === 'object' && value !== null) || typeof value === 'function';
const prototypesOf = (value: object) => {
  const above = getPrototypeOf(value) as object;
  return [above, getPrototypeOf(above) as object];
};

/** What no global leads to, by the names that the language has for it. */
const HIDDEN: readonly Place[] = [
  { name: 'TypedArray', target: getPrototypeOf(Float64Array) as object },
  { name: 'TypedArray.prototype', target: getPrototypeOf(Float64Array.prototype) as object },
  ...(
    [
      ['Array Iterator', [].values()],
      ['Map Iterator', new Map().values()],
      ['Set Iterator', new Set().values()],
      ['String Iterator', ''[Symbol.iterator]()],
      ['RegExp String Iterator', ''.matchAll(/x/g)],
      ['Generator', (function* () {})()],
      ['AsyncGenerator', (async function* () {})()],
      ['AsyncFunction', async () => {}],
    ] as const
  ).flatMap(([name, value]) => prototypesOf(value).map((target, depth) => ({ name: `${name}.prototype${'^'.repeat(depth)}`, target }))),
  { name: 'Hash.prototype', target: prototypesOf(createHash('sha256'))[0] as object },
];

/** What the language alone brings along: a context of its own has nothing else. */
const LANGUAGE: ReadonlySet<unknown> = new Set(runInNewContext('Reflect.ownKeys(globalThis)') as readonly unknown[]);

function placesOf(names: readonly PropertyKey[]): readonly Place[] {
  const named = names.flatMap((name): readonly Place[] => {
    const target: unknown = typeof name === 'string' ? getOwnPropertyDescriptor(globalThis, name)?.value : undefined;
    if (!isObject(target) || target === globalThis) return [];
    const prototype: unknown = getOwnPropertyDescriptor(target, 'prototype')?.value;
    return [{ name: String(name), target }, ...(isObject(prototype) ? [{ name: `${String(name)}.prototype`, target: prototype }] : [])];
  });
  return eachOnce([{ name: 'globalThis', target: globalThis }, ...named, ...HIDDEN]);
}

/** The language's own objects, by which calls are watched, and those of the platform too. */
const PLACES = {
  language: placesOf(ownKeys(globalThis).filter((name) => LANGUAGE.has(name))),
  platform: placesOf(ownKeys(globalThis)),
} as const;

function eachOnce(all: readonly Place[]): readonly Place[] {
  const seen = new Set<object>();
  return all.filter(({ target }) => !seen.has(target) && seen.add(target));
}

interface HeldPlace {
  readonly name: string;
  readonly held: HeldObject;
}

/** Objects that all code shares, as they were when the watch was made. */
export class GlobalWatch {
  readonly #held: readonly HeldPlace[];
  readonly #globals: ReadonlySet<string> = new Set(ownKeys(globalThis).map(String));

  constructor(of: keyof typeof PLACES) {
    this.#held = PLACES[of].map(({ name, target }) => ({ name, held: holdObject(target) }));
  }

  /** Names that were added, removed or given another value since, sorted; at most a hundred. */
  changed(): readonly string[] {
    const changed = this.#held
      .filter(({ held }) => held.differs())
      .flatMap(({ name, held }) =>
        held
          .changedKeys()
          .filter((key) => typeof key === 'string')
          .map((key) => (name === 'globalThis' ? key : `${name}.${key}`)),
      );
    return changed.sort().slice(0, 100);
  }

  /** Those of them that other code counts on: all but new globals. */
  patched(): readonly string[] {
    const names = this.changed().filter((name) => name.includes('.') || this.#globals.has(name));
    return names.length > 0 || !this.#isPatched() ? names : ['the language'];
  }

  /** Told by a loop: what finds the names may be what was changed. */
  #isPatched(): boolean {
    for (let index = 0; index < this.#held.length; index++) {
      const { name, held } = this.#held[index] as HeldPlace;
      if (name !== 'globalThis' && held.differs()) return true;
    }
    return false;
  }
}
