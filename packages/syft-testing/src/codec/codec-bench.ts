import {
  type Codec,
  CodecRegistry,
  DEFAULT_LIMITS,
  decodeValue,
  type Encoded,
  encodeValue,
  messages,
  type SerdeContext,
  TagTable,
} from '@syft-libs/ast';
import { FOREIGN_VALUES } from '../samples/lists.ts';
import { isSameValue } from '../samples/same-value.ts';
import type { CodecContractOptions, CodecSample, CodecView } from './codec-options.ts';

/** A codec with all that its suite does to it. */
export interface CodecBench<Plain, Live> {
  readonly codec: Codec<Plain, Live>;
  readonly serde: SerdeContext;
  readonly samples: readonly CodecSample<Plain, Live>[];
  readonly views: readonly CodecView<Live>[];
  readonly foreign: readonly unknown[];
  equal(left: Plain | Live, right: Plain | Live): boolean;
  write(value: Plain | Live): Encoded;
  /** Reads what {@link write} wrote, from memory of its own. */
  read(encoded: Encoded): Plain;
  /** A value's body alone, everything inside it. */
  body(value: Plain | Live): Uint8Array;
  /** A body as a value of the codec's tag. */
  wrap(body: Uint8Array): Encoded;
  revive(plain: Plain): Live;
  isolate(live: Live, shared: (buffer: ArrayBufferLike) => boolean): Live;
}

export function codecBench<Plain, Live>(codec: Codec<Plain, Live>, options: CodecContractOptions<Plain, Live>): CodecBench<Plain, Live> {
  const { library, samples, views = [], foreign = FOREIGN_VALUES, types = [], equal = isSameValue } = options;
  const registry = new CodecRegistry(codec.tag.startsWith('ast/') ? types : [codec as Codec, ...types]);
  const tags = new TagTable();
  tags.addAll(registry.libraryTags());
  const serde: SerdeContext = { registry, tags };
  const isolate = (live: Live, shared: (buffer: ArrayBufferLike) => boolean): Live =>
    codec.isolate === undefined ? live : codec.isolate(live, shared, library);
  return {
    codec,
    serde,
    samples,
    views,
    foreign,
    equal,
    isolate,
    write: (value) => encodeValue(value, serde),
    read: ({ head, parts }) => decodeValue({ head: head.slice(), parts }, serde, DEFAULT_LIMITS) as Plain,
    body: (value) => messages.Value.decode(encodeValue(value, serde, Number.POSITIVE_INFINITY).head).body.slice(),
    wrap: (body) => ({ head: messages.Value.encode({ tag: tags.numberOf(codec.tag) as number, body }).finish(), parts: [] }),
    revive: (plain) => (codec.revive === undefined ? (plain as unknown as Live) : codec.revive(plain, library)),
  };
}
