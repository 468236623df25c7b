import { type Codec, CodecRegistry } from '@syft-libs/ast';
import type { LoadedLibraries } from './load-libraries.ts';

/** Codecs that decode straight to the library's own objects: inside a VM every value is a live one. */
export function revivingRegistry({ sources, modules }: LoadedLibraries): CodecRegistry {
  const codecs = sources.flatMap(({ support }) => support.codecs);
  return new CodecRegistry(codecs.map((codec) => (codec.revive === undefined ? codec : revivingCodec(codec, modules))));
}

function revivingCodec(codec: Codec, modules: ReadonlyMap<string, unknown>): Codec {
  const library = modules.get(codec.tag.slice(0, codec.tag.indexOf('/')));
  const revive = (codec.revive as NonNullable<Codec['revive']>).bind(codec);
  return {
    tag: codec.tag,
    type: codec.type,
    schema: codec.schema,
    detect: (value): value is unknown => codec.detect(value),
    ...(codec.narrow === undefined ? {} : { narrow: codec.narrow.bind(codec) }),
    encode: codec.encode.bind(codec),
    decode: (body, decoder) => revive(codec.decode(body, decoder), library),
    weigh: codec.weigh.bind(codec),
    revive,
    ...(codec.isolate === undefined ? {} : { isolate: codec.isolate.bind(codec) }),
  };
}
