/** Sees changes of what all code shares: a library that patches it would change all code beside it. */
import { type HeldObject, holdObject } from './held-object.ts';
import { PLACES } from './shared-objects.ts';

const { ownKeys } = Reflect;
const GLOBAL = 'globalThis';
const MOST_NAMES = 100;

interface HeldPlace {
  readonly name: string;
  readonly held: HeldObject;
}

/** The objects that all code shares, as they were when the watch was made: the platform's cost time, and count where a library loads. */
export class GlobalWatch {
  readonly #held: readonly HeldPlace[];
  readonly #globals: ReadonlySet<PropertyKey> = new Set(ownKeys(globalThis));

  constructor(of: keyof typeof PLACES) {
    this.#held = PLACES[of].map(({ name, target }) => ({ name, held: holdObject(target) }));
  }

  /** Names that were added, removed or given another value since, sorted; at most a hundred. */
  changed(): readonly string[] {
    return this.#namesOf(() => true);
  }

  /** Those of them that other code counts on: all but new globals. */
  patched(): readonly string[] {
    const names = this.#namesOf((place, key) => place !== GLOBAL || this.#globals.has(key));
    return names.length > 0 || !this.#isPatched() ? names : ['the language'];
  }

  #namesOf(counts: (place: string, key: PropertyKey) => boolean): readonly string[] {
    const changed = this.#held.filter(({ held }) => held.differs());
    const names = changed.flatMap(({ name, held }) =>
      held
        .changedKeys()
        .filter((key) => counts(name, key))
        .map((key) => (name === GLOBAL ? String(key) : `${name}.${String(key)}`)),
    );
    return names.sort().slice(0, MOST_NAMES);
  }

  /** Told by a loop: what finds the names may be what was changed. */
  #isPatched(): boolean {
    for (let index = 0; index < this.#held.length; index++) {
      const { name, held } = this.#held[index] as HeldPlace;
      if (name !== GLOBAL && held.differs()) return true;
    }
    return false;
  }
}
