import { SyftError } from '../errors.ts';
import { Value } from '../gen/schema_pb.js';
import type { Limits } from '../limits.ts';
import { Budget } from './budget.ts';
import type { Decoder } from './codec.ts';
import type { Encoded, SerdeContext } from './encode.ts';

/**
 * Decodes a value from a peer. Every part has to be used exactly once. Throws `PROTOCOL`, `LIMIT` or `UNSUPPORTED`,
 * never anything else, and allocates nothing that it has not charged.
 */
export function decodeValue(encoded: Encoded, context: SerdeContext, limits: Limits): unknown {
  const sizes = encoded.parts.map((part) => part.byteLength);
  return new ValueDecoder(context, limits, sizes, encoded.parts).whole(encoded.head);
}

/**
 * Checks a head against the sizes of its parts, before a byte of them is received. Returns the value with its arrays
 * empty. Throws as {@link decodeValue} does.
 */
export function validateHead(head: Uint8Array, partSizes: readonly number[], context: SerdeContext, limits: Limits): unknown {
  return new ValueDecoder(context, limits, partSizes, undefined).whole(head);
}

const EMPTY = new Uint8Array(0);

class ValueDecoder implements Decoder {
  readonly budget: Budget;
  readonly #context: SerdeContext;
  readonly #sizes: readonly number[];
  readonly #parts: readonly Uint8Array[] | undefined;
  readonly #used: boolean[];

  constructor(context: SerdeContext, limits: Limits, sizes: readonly number[], parts: readonly Uint8Array[] | undefined) {
    this.budget = new Budget(limits);
    this.#context = context;
    this.#sizes = sizes;
    this.#parts = parts;
    this.#used = sizes.map(() => false);
  }

  get dry(): boolean {
    return this.#parts === undefined;
  }

  whole(head: Uint8Array): unknown {
    try {
      const value = this.value(head);
      if (this.#used.includes(false)) throw new SyftError('PROTOCOL', 'cannot read value: a part belongs to nothing');
      return value;
    } catch (cause) {
      if (cause instanceof SyftError) throw cause;
      throw new SyftError('PROTOCOL', 'cannot read value: malformed bytes', { cause });
    }
  }

  value(bytes: Uint8Array): unknown {
    this.budget.enter();
    this.budget.spendCount(1);
    const { tag, body } = Value.decode(bytes);
    const name = this.#context.tags.nameOf(tag);
    const codec = name === undefined ? undefined : this.#context.registry.byTag(name);
    if (codec === undefined) throw new SyftError('PROTOCOL', 'cannot read value: no such tag');
    const value = codec.decode(body, this);
    this.budget.leave();
    return value;
  }

  partSize(part: number): number {
    const size = this.#sizes[part - 1];
    if (size === undefined || this.#used[part - 1] !== false) throw new SyftError('PROTOCOL', 'cannot read value: no such part');
    this.#used[part - 1] = true;
    return size;
  }

  part(part: number): Uint8Array {
    return this.#parts?.[part - 1] ?? EMPTY;
  }
}
