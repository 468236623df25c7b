/**
 * Ids below the highest that nothing durable has used: what was handed in before a restart and lost by it. Kept as
 * ranges, since one legal id may lie four billion above the one before.
 */
export class IdGaps {
  /** Disjoint, in order, both ends included. */
  #ranges: (readonly [first: number, last: number])[] = [];

  /** The gaps below `highest` that `taken` leaves. */
  static between(taken: Iterable<number>, highest: number): IdGaps {
    const gaps = new IdGaps();
    let next = 1;
    for (const id of Float64Array.from(new Set(taken)).sort()) {
      if (id > next) gaps.#ranges.push([next, id - 1]);
      next = id + 1;
    }
    if (next < highest) gaps.#ranges.push([next, highest - 1]);
    return gaps;
  }

  /** Takes an id out of a gap; false when it is in none. */
  take(id: number): boolean {
    const index = this.#ranges.findIndex(([first, last]) => first <= id && id <= last);
    const range = this.#ranges[index];
    if (range === undefined) return false;
    const [first, last] = range;
    const rest = (
      [
        [first, id - 1],
        [id + 1, last],
      ] as const
    ).filter(([from, to]) => from <= to);
    this.#ranges.splice(index, 1, ...rest);
    return true;
  }
}
