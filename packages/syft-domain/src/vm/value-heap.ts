import type { Uid } from '@syft-libs/ast';
import type { VmFailure } from './vm.ts';

/** What a VM knows of one object: its live value, or how its step failed. */
export interface Held {
  readonly value: unknown;
  /** Bytes that the value keeps in memory; 0 for a failure. */
  readonly weight: number;
  readonly failure?: VmFailure;
}

/** What the bookkeeping of one object takes beside its value, so that a million numbers are not taken for eight megabytes. */
const OVERHEAD = 128;

/** Live values by uid, with their weight, in the order of their last use. */
export class ValueHeap {
  readonly #held = new Map<Uid, Held>();
  readonly #limit: number;
  #bytes = 0;

  constructor(limitBytes: number) {
    this.#limit = limitBytes;
  }

  /** Finds an object and counts that as a use. */
  use(uid: Uid): Held | undefined {
    const held = this.#held.get(uid);
    if (held !== undefined) {
      this.#held.delete(uid);
      this.#held.set(uid, held);
    }
    return held;
  }

  put(uid: Uid, held: Held): void {
    this.delete(uid);
    this.#held.set(uid, held);
    this.#bytes += held.weight + OVERHEAD;
  }

  delete(uid: Uid): void {
    const held = this.#held.get(uid);
    if (held === undefined) return;
    this.#held.delete(uid);
    this.#bytes -= held.weight + OVERHEAD;
  }

  /** True while more is held than may be. */
  get isOverfull(): boolean {
    return this.#bytes > this.#limit;
  }

  /** Drops what was not used for longest, sparing what `isNeeded`, until the rest fits; the dropped uids. */
  evict(isNeeded: (uid: Uid) => boolean): readonly Uid[] {
    const evicted: Uid[] = [];
    for (const uid of this.#held.keys()) {
      if (!this.isOverfull) break;
      if (isNeeded(uid)) continue;
      this.delete(uid);
      evicted.push(uid);
    }
    return evicted;
  }
}
