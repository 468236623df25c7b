import { SyftError } from '../errors.ts';
import { Value } from '../gen/schema_pb.js';
import type { Codec, Encoder } from './codec.ts';
import type { CodecRegistry } from './codec-registry.ts';
import { CORE_TAGS, type TagTable } from './tag-table.ts';

/** An encoded value: its head, and the large payloads that travel beside it. */
export interface Encoded {
  readonly head: Uint8Array;
  readonly parts: readonly Uint8Array[];
}

/** Payloads up to this size stay inside the head. */
export const INLINE_BYTES = 64 * 1024;

/** How deep a value may nest before it is refused: deeper ones no peer would read. */
const ENCODE_DEPTH = 64;

export interface SerdeContext {
  readonly registry: CodecRegistry;
  readonly tags: TagTable;
}

/**
 * Encodes a value. Payloads over {@link INLINE_BYTES} become parts, uncopied. Throws `BAD_ARGUMENT` for a value that no
 * codec takes (functions, symbols, instances of foreign classes, cycles).
 */
export function encodeValue(value: unknown, context: SerdeContext, inlineBytes: number = INLINE_BYTES): Encoded {
  const writer = new ValueEncoder(context, inlineBytes);
  return { head: writer.value(value), parts: writer.parts };
}

class ValueEncoder implements Encoder {
  readonly parts: Uint8Array[] = [];
  readonly #context: SerdeContext;
  readonly #inlineBytes: number;
  #depth = 0;

  constructor(context: SerdeContext, inlineBytes: number) {
    this.#context = context;
    this.#inlineBytes = inlineBytes;
  }

  value(value: unknown): Uint8Array {
    if (typeof value === 'number') return encodeNumber(value);
    const codec: Codec | undefined = this.#context.registry.find(value);
    const tag = codec && this.#context.tags.numberOf(codec.tag);
    if (codec === undefined || tag === undefined) {
      throw new SyftError('BAD_ARGUMENT', `cannot encode value: no codec takes ${describeKind(value)}`);
    }
    if (++this.#depth > ENCODE_DEPTH) throw new SyftError('BAD_ARGUMENT', 'cannot encode value: nested too deeply, or in itself');
    const body = codec.encode(value, this);
    this.#depth--;
    return Value.encode({ tag, body }).finish();
  }

  part(bytes: Uint8Array): number {
    if (bytes.byteLength <= this.#inlineBytes) return 0;
    return this.parts.push(bytes);
  }
}

const scratch = new DataView(new ArrayBuffer(8));

/**
 * A number as a Value, written by hand, since most constants are one: Value { 1: tag, 2: eight bytes }. There is one NaN:
 * an engine may keep the payload of the one it was given, and 51 bits would pass unseen.
 */
function encodeNumber(value: number): Uint8Array {
  const bytes = new Uint8Array(12);
  bytes[0] = 0x08;
  bytes[1] = CORE_TAGS['ast/number'];
  bytes[2] = 0x12;
  bytes[3] = 8;
  scratch.setFloat64(0, Number.isNaN(value) ? Number.NaN : value, true);
  for (let at = 0; at < 8; at++) bytes[at + 4] = scratch.getUint8(at);
  return bytes;
}

/** Says what a value is without saying which. */
export function describeKind(value: unknown): string {
  if (typeof value !== 'object' || value === null) return `a ${typeof value}`;
  const made: unknown = (value as { constructor?: unknown }).constructor;
  return typeof made === 'function' && made !== Object ? `an instance of ${made.name || 'a class'}` : 'this object';
}
