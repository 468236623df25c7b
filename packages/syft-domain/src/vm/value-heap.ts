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

interface Slot extends Held {
  /** Used since eviction last came by. */
  used: boolean;
}

/**
 * Live values by uid, with their weight, oldest first. A use only marks the value, and a marked one is spared once: moving
 * it to the end at each use would cost more than most calls do.
 */
export class ValueHeap {
  readonly #slots = new Map<Uid, Slot>();
  readonly #limit: number;
  #bytes = 0;

  constructor(limitBytes: number) {
    this.#limit = limitBytes;
  }

  /** Finds an object and counts that as a use. */
  use(uid: Uid): Held | undefined {
    const slot = this.#slots.get(uid);
    if (slot !== undefined) slot.used = true;
    return slot;
  }

  put(uid: Uid, { value, weight, failure }: Held): void {
    this.delete(uid);
    this.#slots.set(uid, failure === undefined ? { value, weight, used: false } : { value, weight, failure, used: false });
    this.#bytes += weight + OVERHEAD;
  }

  delete(uid: Uid): void {
    const slot = this.#slots.get(uid);
    if (slot === undefined) return;
    this.#slots.delete(uid);
    this.#bytes -= slot.weight + OVERHEAD;
  }

  /** True while more is held than may be. */
  get isOverfull(): boolean {
    return this.#bytes > this.#limit;
  }

  /** Drops what was not used lately, oldest first, sparing what `isNeeded`, until the rest fits; the dropped uids. */
  evict(isNeeded: (uid: Uid) => boolean): readonly Uid[] {
    const evicted: Uid[] = [];
    // A spared slot comes up again at the end, unmarked, unless the rest fits by then.
    for (const [uid, slot] of this.#slots) {
      if (!this.isOverfull) break;
      if (isNeeded(uid)) continue;
      if (slot.used) {
        slot.used = false;
        this.#slots.delete(uid);
        this.#slots.set(uid, slot);
        continue;
      }
      this.delete(uid);
      evicted.push(uid);
    }
    return evicted;
  }
}
