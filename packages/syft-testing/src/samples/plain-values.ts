import { type Codec, CodecRegistry, DEFAULT_LIMITS, decodeValue, encodeValue, TagTable } from '@syft-libs/ast';

/**
 * Makes plain operands of libraries' own objects, as a caller without the library would hold them: by writing and reading them
 * with the codecs. Throws what these throw.
 */
export function plainMaker(codecs: readonly Codec[]): (value: unknown) => unknown {
  const registry = new CodecRegistry(codecs);
  const tags = new TagTable();
  tags.addAll(registry.libraryTags());
  const context = { registry, tags };
  return (value) => decodeValue(encodeValue(value, context), context, DEFAULT_LIMITS);
}
