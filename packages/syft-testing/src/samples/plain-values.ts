import {
  bindCodecs,
  type Codec,
  CodecRegistry,
  DEFAULT_LIMITS,
  decodeValue,
  encodeValue,
  isSyftError,
  type LoadedLibrary,
  type ManifestType,
  TagTable,
} from '@syft-libs/ast';
import type { Samples } from './values-of-type.ts';

/** Stands for an operand that cannot be sent: an instance of a class that travels may hold one of a class that does not. */
const UNSENDABLE = Symbol('unsendable');

/**
 * Makes plain operands of libraries' own objects, as a caller without the library would hold them: by writing and reading them
 * with the codecs. What these refuse becomes an operand that {@link sendableCalls} and {@link sendableSamples} leave out. Codecs
 * that know instances by their classes are told of the `libraries`.
 */
export function plainMaker(codecs: readonly Codec[], libraries: readonly LoadedLibrary[] = []): (value: unknown) => unknown {
  bindCodecs(codecs, libraries);
  const registry = new CodecRegistry(codecs);
  const tags = new TagTable();
  tags.addAll(registry.libraryTags());
  const context = { registry, tags };
  return (value) => {
    // Nothing but its fields would arrive of an instance that has no codec.
    if (registry.find(value)?.type === 'ast.Record' && !isPlain(value)) return UNSENDABLE;
    try {
      return decodeValue(encodeValue(value, context), context, DEFAULT_LIMITS);
    } catch (error) {
      if (isSyftError(error)) return UNSENDABLE;
      throw error;
    }
  };
}

/** Calls all of whose operands can be sent. */
export function sendableCalls(calls: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] {
  return calls.filter((operands) => operands.every(isSendable));
}

/** Samples that can be sent, by type; a type without any of its own has some of each that extends it. */
export function sendableSamples(samples: Samples, types: readonly Pick<ManifestType, 'id' | 'extends'>[]): Samples {
  const own = Object.fromEntries(Object.entries(samples).map(([type, values]) => [type, values.filter(isSendable)]));
  const below = (id: string) => types.filter((type) => type.extends.includes(id)).flatMap((type) => own[type.id]?.slice(0, 2) ?? []);
  const inherited = types.filter(({ id }) => (own[id]?.length ?? 0) === 0).map(({ id }) => [id, below(id)] as const);
  return { ...own, ...Object.fromEntries(inherited.filter(([, values]) => values.length > 0)) };
}

function isPlain(value: unknown): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function isSendable(value: unknown): boolean {
  return value !== UNSENDABLE && !(Array.isArray(value) && !value.every(isSendable));
}
