import type { Codec } from '@syft-libs/ast';

export interface CodecSample<Plain, Live> {
  readonly name: string;
  readonly plain: Plain;
  /** The library's own object; revived from `plain` unless given. */
  readonly live?: Live;
}

/** A live value that shows only a part of a buffer, and bytes of the rest, which must go nowhere. */
export interface CodecView<Live> {
  readonly name: string;
  readonly live: Live;
  readonly hidden: Uint8Array;
}

export interface CodecContractOptions<Plain, Live> {
  /** The library's own module, for codecs that revive. */
  readonly library?: unknown;
  readonly samples: readonly CodecSample<Plain, Live>[];
  /** Compares two values of the type, each plain or live, element by element; plain values by `Object.is` unless given. */
  readonly equal?: (left: Plain | Live, right: Plain | Live) => boolean;
  readonly views?: readonly CodecView<Live>[];
  /** A value larger than what travels inside a message. */
  readonly large?: Plain | Live;
  /** Codecs of the types that values hold: those of the whole package, as a rule. */
  readonly types?: readonly Codec[];
  /** Values that the codec must not take for its own; the exported pool unless given. */
  readonly foreign?: readonly unknown[];
}
