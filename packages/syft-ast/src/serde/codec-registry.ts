import { SyftError } from '../errors.ts';
import { CORE_CODECS } from './builtin/index.ts';
import { isPointer } from './builtin/pointer-codec.ts';
import type { Codec } from './codec.ts';

/** The closed set of codecs that a side reads and writes with. */
export class CodecRegistry {
  readonly #byTag = new Map<string, Codec>();
  readonly #byType = new Map<string, Codec>();
  readonly #library: Codec[] = [];

  constructor(codecs: Iterable<Codec> = []) {
    for (const codec of CORE_CODECS) this.#add(codec);
    for (const codec of codecs) this.register(codec);
  }

  /**
   * Adds a library's codec. The same tag with the same schema is a no-op; with another one it throws `BAD_MANIFEST`, and
   * so it does when another tag has the type.
   */
  register(codec: Codec): void {
    const known = this.#byTag.get(codec.tag);
    if (known !== undefined) {
      if (known.schema === codec.schema && known.type === codec.type) return;
      throw new SyftError('BAD_MANIFEST', `cannot register codec ${codec.tag}: the tag has another schema already`);
    }
    if (this.#byType.has(codec.type)) {
      throw new SyftError('BAD_MANIFEST', `cannot register codec ${codec.tag}: type ${codec.type} has another codec already`);
    }
    this.#add(codec);
    this.#library.push(codec);
  }

  #add(codec: Codec): void {
    this.#byTag.set(codec.tag, codec);
    this.#byType.set(codec.type, codec);
  }

  byTag(tag: string): Codec | undefined {
    return this.#byTag.get(tag);
  }

  /** The codec of a type that signatures name (`numjs.NdArray`). */
  byType(type: string): Codec | undefined {
    return this.#byType.get(type);
  }

  /**
   * The codec that recognises a value; library types are asked before records and lists are, but never for a pointer, nor
   * for a record without a prototype: that is what came over the wire as a record, whatever its keys imitate.
   */
  find(value: unknown): Codec | undefined {
    if (typeof value === 'object' && value !== null && !isPointer(value) && Object.getPrototypeOf(value) !== null) {
      const library = this.#library.find((codec) => codec.detect(value));
      if (library !== undefined) return library.narrow === undefined ? library : (this.#byTag.get(library.narrow(value)) ?? library);
    }
    return CORE_CODECS.find((codec) => codec.detect(value));
  }

  libraryTags(): readonly string[] {
    return this.#library.map((codec) => codec.tag);
  }
}
