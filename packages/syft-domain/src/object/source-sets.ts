import type { Source, StoredObject } from './stored-object.ts';

/** How many sets are remembered; beyond it they are made anew, which costs time and nothing else. */
const REMEMBERED = 10_000;

/**
 * The sets of columns that objects derive from, one source a dataset, its columns sorted. Equal sets are one object, so
 * that a right is checked once for all that share it, and a union of known sets is found, not computed.
 */
export class SourceSets {
  readonly none: readonly Source[] = Object.freeze([]);
  readonly #sets = new Map<string, readonly Source[]>();
  #unions = new WeakMap<readonly Source[], WeakMap<readonly Source[], readonly Source[]>>();

  /** The set of one selection. */
  of(dataset: string, columns: readonly string[]): readonly Source[] {
    return this.#intern([{ dataset, columns: [...new Set(columns)].sort() }]);
  }

  /** All that some objects derive from. */
  union(objects: readonly StoredObject[]): readonly Source[] {
    let union = this.none;
    for (const { sources } of objects) union = this.#join(union, sources);
    return union;
  }

  #join(left: readonly Source[], right: readonly Source[]): readonly Source[] {
    if (left === right || right.length === 0) return left;
    if (left.length === 0) return right;
    let known = this.#unions.get(left);
    if (known === undefined) {
      known = new WeakMap();
      this.#unions.set(left, known);
    }
    let union = known.get(right);
    if (union === undefined) {
      union = this.#intern(merge(left, right));
      known.set(right, union);
    }
    return union;
  }

  #intern(sources: readonly Source[]): readonly Source[] {
    const key = JSON.stringify(sources.map(({ dataset, columns }) => [dataset, columns]));
    const known = this.#sets.get(key);
    if (known !== undefined) return known;
    if (this.#sets.size >= REMEMBERED) this.#sets.clear();
    const frozen = Object.freeze(sources.map(({ dataset, columns }) => Object.freeze({ dataset, columns: Object.freeze(columns) })));
    this.#sets.set(key, frozen);
    return frozen;
  }
}

function merge(left: readonly Source[], right: readonly Source[]): readonly Source[] {
  const byDataset = new Map<string, Set<string>>();
  for (const { dataset, columns } of [...left, ...right]) {
    const all = byDataset.get(dataset) ?? new Set();
    for (const column of columns) all.add(column);
    byDataset.set(dataset, all);
  }
  return [...byDataset]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([dataset, columns]) => ({ dataset, columns: [...columns].sort() }));
}
