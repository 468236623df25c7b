import {
  type Codec,
  type CodecRegistry,
  columnOf,
  dtypeOfTypedArray,
  isRecord,
  SyftError,
  type TypedArray,
  type TypedDtype,
  typedArrayOf,
} from '@syft-libs/ast';

/** Deeper results hold themselves, or are not for sending. */
const DEPTH = 64;

/** How {@link ValueMemory} walks a value: what becomes of its containers, and which leaves get memory of their own. */
interface Walk {
  readonly freeze: boolean;
  readonly leaves: 'own' | 'copy' | 'share';
}

const KEEP: Walk = { freeze: true, leaves: 'own' };
const COPY: Walk = { freeze: false, leaves: 'copy' };
const LEND: Walk = { freeze: false, leaves: 'share' };

/**
 * Sees to it that no two held values share memory that either could be changed through. It remembers the buffers of all
 * that is held, so that a result that is an operand, or a view of one, is noticed whatever way the library made it.
 */
export class ValueMemory {
  readonly #registry: CodecRegistry;
  readonly #modules: ReadonlyMap<string, unknown>;
  readonly #owned = new WeakSet<ArrayBufferLike>();
  readonly #asked: ArrayBufferLike[] = [];
  readonly #isOwned = (buffer: ArrayBufferLike): boolean => {
    if (this.#owned.has(buffer)) return true;
    this.#asked.push(buffer);
    return false;
  };

  constructor(registry: CodecRegistry, modules: ReadonlyMap<string, unknown>) {
    this.#registry = registry;
    this.#modules = modules;
  }

  /**
   * The value as it may be held: compact, in memory of its own, its lists and records new and frozen. Throws
   * `LIBRARY_FAILED` for a value that no codec takes or that nests without end. `codec` is the value's, where it is known.
   */
  isolate(value: unknown, codec?: Codec): unknown {
    if (codec?.isolate !== undefined) return this.#live(value as object, codec, 'own');
    return typeof value === 'object' && value !== null ? this.#walk(value, KEEP, DEPTH) : value;
  }

  /** The value with nothing of it shared, free to be changed by a call. */
  copy(value: unknown): unknown {
    return this.#walk(value, COPY, DEPTH);
  }

  /** The value with containers and dates of its own around the same arrays: what a call may keep or change does no harm. */
  lend(value: unknown): unknown {
    return this.#walk(value, LEND, DEPTH);
  }

  /** Takes a loaded value as it is: its buffers may be shared with others, who never write them either. */
  adopt(value: unknown, parts: readonly Uint8Array[]): unknown {
    for (const part of parts) this.#owned.add(part.buffer);
    return parts.length > 0 ? this.#walk(value, { freeze: true, leaves: 'share' }, DEPTH) : this.isolate(value);
  }

  /** Bytes that a value keeps in memory, with all that is nested in it. `codec` is the value's, where it is known. */
  weigh(value: unknown, codec?: Codec): number {
    if (typeof value === 'number') return 8;
    if (codec?.isolate !== undefined) return codec.weigh(value);
    let weight = this.#registry.find(value)?.weigh(value) ?? 0;
    if (Array.isArray(value) || value instanceof Set) for (const item of value) weight += this.#weighNested(item);
    else if (value instanceof Map) for (const [key, item] of value) weight += this.#weighNested(key) + this.#weighNested(item);
    else if (isRecord(value) && !('dtype' in value)) for (const key of Object.keys(value)) weight += this.#weighNested(value[key]);
    return weight;
  }

  #weighNested(item: unknown): number {
    return typeof item === 'number' || typeof item === 'boolean' || item === null || item === undefined ? 0 : this.weigh(item);
  }

  #walk(value: unknown, walk: Walk, depth: number): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (depth === 0) throw new SyftError('LIBRARY_FAILED', 'cannot keep value: it nests too deeply, or in itself');
    const codec = this.#registry.find(value);
    switch (codec?.tag) {
      case 'ast/List':
        return finish(
          Array.from(value as readonly unknown[], (item) => this.#walk(item, walk, depth - 1)),
          walk,
        );
      case 'ast/Set':
        return new Set(Array.from(value as ReadonlySet<unknown>, (item) => this.#walk(item, walk, depth - 1)));
      case 'ast/Map':
        return new Map(
          Array.from(value as ReadonlyMap<unknown, unknown>, ([key, item]) => [
            this.#walk(key, walk, depth - 1),
            this.#walk(item, walk, depth - 1),
          ]),
        );
      case 'ast/Record': {
        const record = Object.create(null) as Record<string, unknown>;
        for (const key of Object.keys(value)) record[key] = this.#walk((value as Record<string, unknown>)[key], walk, depth - 1);
        return finish(record, walk);
      }
      case 'ast/Date':
        return new Date((value as Date).getTime());
      case undefined:
      case 'ast/Pointer':
        throw new SyftError('LIBRARY_FAILED', 'cannot keep value: no codec takes it');
      default:
        return walk.leaves === 'share' ? value : this.#leaf(value, codec as Codec, walk.leaves);
    }
  }

  #leaf(value: object, codec: Codec, leaves: 'own' | 'copy'): unknown {
    switch (codec.tag) {
      case 'ast/TypedArray':
        return this.#typedArray(value as TypedArray, leaves);
      case 'ast/Column': {
        const { data } = value as { data: TypedArray };
        return columnOf(this.#typedArray(data, leaves));
      }
      case 'ast/Bytes':
        return this.#typedArray(new Uint8Array(value as ArrayBuffer), leaves).buffer;
      default:
        return codec.isolate === undefined ? value : this.#live(value, codec, leaves);
    }
  }

  #typedArray(value: TypedArray, leaves: 'own' | 'copy'): TypedArray {
    const buffer = value.buffer;
    const whole = buffer instanceof ArrayBuffer && buffer.byteLength === value.byteLength && !buffer.resizable;
    const Own = typedArrayOf(dtypeOfTypedArray(value) as TypedDtype) as unknown as new (from: TypedArray | ArrayBuffer) => TypedArray;
    // A Node Buffer becomes a plain Uint8Array on the way: its slices would share memory.
    const own = leaves === 'copy' || !whole || this.#owned.has(buffer) ? new Own(value) : value;
    if (leaves === 'own') this.#owned.add(own.buffer);
    return own.constructor === Own ? own : new Own(own.buffer as ArrayBuffer);
  }

  #live(value: object, codec: Codec, leaves: 'own' | 'copy'): unknown {
    const library = this.#modules.get(codec.tag.slice(0, codec.tag.indexOf('/')));
    const isolate = codec.isolate as NonNullable<Codec['isolate']>;
    if (leaves === 'copy') return isolate.call(codec, value, () => true, library);
    this.#asked.length = 0;
    const own = isolate.call(codec, value, this.#isOwned, library);
    if (own !== value) {
      // The copy's buffers are new; asking about it once more tells which they are.
      this.#asked.length = 0;
      isolate.call(codec, own, this.#isOwned, library);
    }
    for (const buffer of this.#asked) this.#owned.add(buffer);
    this.#asked.length = 0;
    return own;
  }
}

function finish<T extends object>(container: T, { freeze }: Walk): T {
  return freeze ? Object.freeze(container) : container;
}
