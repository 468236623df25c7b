/** Sees what a call leaves behind in what a library exports, and puts it back: the next call finds things as they were loaded. */
import { types } from 'node:util';
import type { FarLook, Look } from '../samples.ts';
import { type HeldObject, holdObject } from './held-object.ts';
import { BUILTINS, OF_LANGUAGE } from './property-facts.ts';
import type { ExportWalk } from './walk-exports.ts';

const MOST_OBJECTS = 200_000;
/** A module of no more objects is looked at whole after each call; of a larger one what hangs on the called function. */
const WHOLE = 2_000;
const MOST_NEAR = 200;

/** Holds all that exports hold, as it was when the watch was made. */
export class ModuleWatch {
  readonly #walk: ExportWalk;
  readonly #held: ReadonlyMap<object, HeldObject>;
  readonly #inOrder: readonly HeldObject[];
  readonly #near = new Map<string, readonly HeldObject[]>();
  #hot: ReadonlyMap<HeldObject, number> = new Map();

  constructor(walk: ExportWalk) {
    this.#walk = walk;
    this.#held = reach([...walk.roots, ...walk.members.map(({ value }) => value)], { most: MOST_OBJECTS, hold: holdObject });
    this.#inOrder = [...this.#held.values()];
  }

  /** Looks after a call of the member at a path. Only of what was brought near places are told. */
  look(path: string): FarLook {
    const changed = this.#held.size <= WHOLE ? changedOf(this.#inOrder) : changedOf([...this.#nearOf(path), ...this.#hot.keys()]);
    return { look: restore([...new Set(changed)]), places: changed.flatMap((held) => this.#hot.get(held) ?? []) };
  }

  lookAtAll(): FarLook {
    const changed = new Set(changedOf(this.#inOrder));
    const places = changed.size === 0 ? [] : this.#inOrder.flatMap((held, place) => (changed.has(held) ? [place] : []));
    return { look: restore([...changed]), places };
  }

  /** From now on these places are near every member. */
  bringNear(places: readonly number[]): void {
    const near = places.slice(0, MOST_NEAR).flatMap((place): readonly [HeldObject, number][] => {
      const held = this.#inOrder[place];
      return held === undefined ? [] : [[held, place]];
    });
    this.#hot = new Map(near);
  }

  #nearOf(path: string): readonly HeldObject[] {
    const known = this.#near.get(path);
    if (known !== undefined) return known;
    const values = [this.#walk.findValue(path), this.#walk.find(path)?.value];
    const near = [...reach(values, { most: MOST_NEAR, hold: (object) => this.#held.get(object) }).values()];
    this.#near.set(path, near);
    return near;
  }
}

interface Reach {
  readonly most: number;
  /** `undefined` for what is not followed. */
  readonly hold: (object: object) => HeldObject | undefined;
}

/** Objects and functions that can be reached, but for the language's own, nearest first. */
function reach(values: readonly unknown[], { most, hold }: Reach): ReadonlyMap<object, HeldObject> {
  const found = new Map<object, HeldObject>();
  const queue = [...values];
  for (let next = 0; next < queue.length && found.size < most; next++) {
    const value = queue[next];
    if (!isWatched(value) || found.has(value)) continue;
    const held = attempt(() => hold(value));
    if (held === undefined) continue;
    found.set(value, held);
    for (const part of held.parts) if (isWatched(part) && !found.has(part)) queue.push(part);
  }
  return found;
}

function isWatched(value: unknown): value is object {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return false;
  return !types.isProxy(value) && !OF_LANGUAGE.has(value) && !BUILTINS.has(value) && !isBarePrototype(value);
}

/** The prototype that each plain function has, and nobody uses. */
function isBarePrototype(value: object): boolean {
  return Object.hasOwn(value, 'constructor') && !types.isModuleNamespaceObject(value) && Reflect.ownKeys(value).length === 1;
}

function changedOf(held: readonly HeldObject[]): readonly HeldObject[] {
  return held.filter((one) => attempt(() => one.differs()) !== false);
}

function restore(changed: readonly HeldObject[]): Look {
  if (changed.length === 0) return 'same';
  const isBack = changed.map((one) => attempt(() => one.putBack()) === true);
  return isBack.every(Boolean) ? 'putBack' : 'left';
}

/** A binding of a module that is not initialised throws when it is read. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
