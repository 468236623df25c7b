import type { Budget } from './budget.ts';

/** What a codec may use while it writes. */
export interface Encoder {
  /** A nested value, whole. */
  value(value: unknown): Uint8Array;
  /**
   * Puts bytes beside the value instead of inside it. Returns one plus the part's index, or 0 when the bytes are few
   * and belong inside.
   */
  part(bytes: Uint8Array): number;
}

/** What a codec may use while it reads. Everything it allocates it charges to `budget` first. */
export interface Decoder {
  readonly budget: Budget;
  /** True when only the head is there: sizes are checked, elements are left out. */
  readonly dry: boolean;
  /** A nested value. */
  value(bytes: Uint8Array): unknown;
  /** The size of part `part` (one plus its index). Throws `PROTOCOL` when there is none, or when it was taken before. */
  partSize(part: number): number;
  /** The bytes of that part, aligned to eight; empty when `dry`. */
  part(part: number): Uint8Array;
}

/**
 * One type's way to and from its message.
 *
 * A *live* value is the library's own object; a *plain* one needs no library to exist. Types that JavaScript has
 * itself are both at once and leave `revive` and `isolate` out.
 */
export interface Codec<Plain = unknown, Live = Plain> {
  /** `<root>/<Type>`; one package owns a root. */
  readonly tag: string;
  /** The type's name in signatures: `numjs.NdArray`. */
  readonly type: string;
  /** Names the body's layout. Two codecs of one tag must agree on it. */
  readonly schema: string;
  /** Recognises a live or a plain value by its shape, never by `instanceof`: two copies of a library may be loaded. */
  detect(value: unknown): value is Plain | Live;
  /** Of a value that it recognises, the tag of the codec that is to have it: another's for an instance of a subclass. */
  narrow?(value: unknown): string;
  /** Is told of each library of its root that was loaded here: whose live values it may have to know by their classes. */
  bind?(library: unknown): void;
  encode(value: Plain | Live, encoder: Encoder): Uint8Array;
  /** Throws `PROTOCOL`, `LIMIT` or `UNSUPPORTED`. */
  decode(body: Uint8Array, decoder: Decoder): Plain;
  /** Bytes that the value keeps in memory. */
  weigh(value: Plain | Live): number;
  /** Makes the library's own object of a plain value or of one of the types that it accepts. May share its memory. */
  revive?(value: unknown, library: unknown): Live;
  /**
   * The value with memory of its own: exactly its elements, sharing nothing with a buffer that `shared` names.
   * Returns the same object when that is so already.
   */
  isolate?(live: Live, shared: (buffer: ArrayBufferLike) => boolean, library: unknown): Live;
}
