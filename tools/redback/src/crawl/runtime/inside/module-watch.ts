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
  readonly #places = new Map<HeldObject, number>();
  #hot: readonly HeldObject[] = [];

  constructor(walk: ExportWalk) {
    this.#walk = walk;
    this.#held = reach([...walk.roots, ...walk.members.map(({ value }) => value)], { most: MOST_OBJECTS, hold: holdObject });
    this.#inOrder = [...this.#held.values()];
    for (const [place, held] of this.#inOrder.entries()) this.#places.set(held, place);
  }

  /** Looks at what is near the member at a path. */
  look(path: string): FarLook {
    return this.#putBack(this.seesAll ? this.#inOrder : [...new Set([...this.#nearOf(path), ...this.#hot])]);
  }

  /** Whether a look at what is near a member is one at everything. */
  get seesAll(): boolean {
    return this.#held.size <= WHOLE;
  }

  /** Whether an object was held by an export from the start. */
  holds(object: object): boolean {
    return this.#held.has(object);
  }

  lookAtAll(): FarLook {
    return this.#putBack(this.#inOrder);
  }

  #putBack(held: readonly HeldObject[]): FarLook {
    const changed = changedOf(held);
    return { look: restore(changed), places: changed.map((one) => this.#places.get(one) as number) };
  }

  /** From now on these places are near every member: of very many, the first. */
  bringNear(places: readonly number[]): void {
    this.#hot = places.slice(0, WHOLE).flatMap((place) => this.#inOrder[place] ?? []);
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
