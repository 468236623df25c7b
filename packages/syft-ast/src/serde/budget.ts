import { SyftError } from '../errors.ts';
import type { Limits } from '../limits.ts';

/**
 * What one value may cost to read, spent before anything is allocated: nesting, number of values, bytes of arrays.
 * One budget serves a whole value with all that is nested in it.
 */
export class Budget {
  readonly limits: Limits;
  #depth: number;
  #count: number;
  #bytes: number;

  constructor(limits: Limits) {
    this.limits = limits;
    this.#depth = limits.valueDepth;
    this.#count = limits.valueCount;
    this.#bytes = limits.arrayBytes;
  }

  /** Goes one level down. Throws `LIMIT` past the depth. */
  enter(): void {
    if (--this.#depth < 0) throw new SyftError('LIMIT', 'cannot read value: valueDepth exceeded');
  }

  leave(): void {
    this.#depth++;
  }

  /** Values that may still come. */
  get countLeft(): number {
    return this.#count;
  }

  /** Charges `count` further values. Throws `LIMIT`. */
  spendCount(count: number): void {
    this.#count -= count;
    if (this.#count < 0) throw new SyftError('LIMIT', 'cannot read value: valueCount exceeded');
  }

  /** Charges bytes of memory. Throws `LIMIT`. */
  spendBytes(bytes: number): void {
    this.#bytes -= bytes;
    if (!(this.#bytes >= 0)) throw new SyftError('LIMIT', 'cannot read value: arrayBytes exceeded');
  }
}
