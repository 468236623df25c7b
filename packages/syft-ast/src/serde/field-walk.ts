// What a structure does with values nested in its fields: weigh them, give them memory of their own, bring them to life. Lists,
// records, maps and sets are walked; values of library types go to their own codecs.
import { SyftError } from '../errors.ts';
import { columnOf } from './builtin/array-codecs.ts';
import type { Codec } from './codec.ts';
import type { CodecRegistry } from './codec-registry.ts';
import { dtypeOfTypedArray, type TypedArray, type TypedArrayConstructor, type TypedDtype, typedArrayOf } from './dtype.ts';

/** Deeper values hold themselves, or no peer would read them. */
const DEPTH = 64;

let depth = 0;

/** Runs one level of a walk. Throws `BAD_DATA` for what nests too deeply, or in itself. */
export function nested<T>(walk: () => T): T {
  if (depth >= DEPTH) throw new SyftError('BAD_DATA', 'cannot walk structure: it nests too deeply, or in itself');
  depth++;
  try {
    return walk();
  } finally {
    depth--;
  }
}

/** The codec of an object; `undefined` for a value without identity. Throws `BAD_DATA` for an object that none takes. */
function codecOf(value: unknown, registry: CodecRegistry): Codec | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const codec = registry.find(value);
  if (codec === undefined) throw new SyftError('BAD_DATA', 'cannot walk structure: no codec takes a value in it');
  return codec;
}

/** Bytes that a value in a field keeps, with all that is nested in it, beside its place in the field. */
export function weighValue(value: unknown, registry: CodecRegistry): number {
  if (typeof value === 'string' || typeof value === 'bigint') return registry.find(value)?.weigh(value) ?? 0;
  const codec = codecOf(value, registry);
  if (codec === undefined) return 0;
  const items = itemsOf(value, codec);
  return codec.weigh(value) + nested(() => items.reduce<number>((sum, item) => sum + weighValue(item, registry), 0));
}

/** What a container of the language holds, keys of maps included; nothing for any other value. */
function itemsOf(value: unknown, codec: Codec): readonly unknown[] {
  switch (codec.tag) {
    case 'ast/List':
    case 'ast/Set':
      return Array.from(value as Iterable<unknown>);
    case 'ast/Map':
      return [...(value as ReadonlyMap<unknown, unknown>)].flat(1);
    case 'ast/Record':
      return Object.values(value as object);
    default:
      return [];
  }
}

/** A container like `value` around other items, in the order of {@link itemsOf}. */
function withItems(value: unknown, codec: Codec, items: readonly unknown[]): unknown {
  switch (codec.tag) {
    case 'ast/List':
      return items;
    case 'ast/Set':
      return new Set(items);
    case 'ast/Map':
      return new Map(Array.from({ length: items.length / 2 }, (_, at) => [items[2 * at], items[2 * at + 1]]));
    default:
      return recordOf(value as object, items);
  }
}

/** How memory is told apart while a value is isolated. `buffers` counts those that stay where they are. */
export interface MemoryWalk {
  readonly registry: CodecRegistry;
  readonly library: unknown;
  readonly shared: (buffer: ArrayBufferLike) => boolean;
  buffers: number;
}

/**
 * The parts of a value with memory of their own. They are the same parts when all of their memory was: then `undefined`.
 * What stands on no buffer is always made anew, since no one knows who else holds it.
 */
export function ownParts(parts: readonly unknown[], walk: MemoryWalk): readonly unknown[] | undefined {
  const before = walk.buffers;
  const own = nested(() => parts.map((part) => ownValue(part, walk)));
  return walk.buffers > before && own.every((part, index) => Object.is(part, parts[index])) ? undefined : own;
}

function ownValue(value: unknown, walk: MemoryWalk): unknown {
  const codec = codecOf(value, walk.registry);
  if (codec === undefined) return value;
  if (!CONTAINERS.has(codec.tag)) return ownLeaf(value as object, codec, walk);
  const items = ownParts(itemsOf(value, codec), walk);
  return items === undefined ? value : withItems(value, codec, items);
}

const CONTAINERS: ReadonlySet<string> = new Set(['ast/List', 'ast/Set', 'ast/Map', 'ast/Record']);

function ownLeaf(value: object, codec: Codec, walk: MemoryWalk): unknown {
  switch (codec.tag) {
    case 'ast/TypedArray':
      return ownTypedArray(value as TypedArray, walk);
    case 'ast/Column': {
      const { data } = value as { readonly data: TypedArray };
      const own = ownTypedArray(data, walk);
      return own === data ? value : columnOf(own);
    }
    case 'ast/Bytes': {
      const bytes = new Uint8Array(value as ArrayBufferLike);
      return ownTypedArray(bytes, walk) === bytes ? value : bytes.slice().buffer;
    }
    case 'ast/Date':
      return new Date((value as Date).getTime());
    case 'ast/Pointer':
      throw new SyftError('BAD_DATA', 'cannot isolate structure: a pointer stands in it');
    default: {
      const own = codec.isolate === undefined ? value : codec.isolate(value, walk.shared, walk.library);
      if (own === value) walk.buffers++;
      return own;
    }
  }
}

/** The array when it fills an unshared buffer of its own, else a copy; a Node `Buffer` becomes a plain `Uint8Array`. */
function ownTypedArray(value: TypedArray, walk: MemoryWalk): TypedArray {
  const Own = typedArrayOf(dtypeOfTypedArray(value) as TypedDtype) as TypedArrayConstructor;
  const { buffer } = value;
  // Asked for each buffer, whatever comes of it: who asks learns from that which there are.
  const isShared = walk.shared(buffer);
  if (!isShared && isWhole(value, buffer) && value.constructor === Own) {
    walk.buffers++;
    return value;
  }
  return new (Own as unknown as new (from: TypedArray) => TypedArray)(value);
}

function isWhole(value: TypedArray, buffer: ArrayBufferLike): boolean {
  return buffer instanceof ArrayBuffer && buffer.byteLength === value.byteLength && !buffer.resizable;
}

/** A value with the plain values of library types in it made the library's own; containers that hold none stay the same. */
export function reviveNested(value: unknown, registry: CodecRegistry, library: unknown): unknown {
  const codec = codecOf(value, registry);
  if (codec?.revive !== undefined) return codec.revive(value, library);
  if (codec === undefined || !CONTAINERS.has(codec.tag)) return value;
  const items = itemsOf(value, codec);
  const live = nested(() => items.map((item) => reviveNested(item, registry, library)));
  return live.every((item, index) => Object.is(item, items[index])) ? value : withItems(value, codec, live);
}

function recordOf(like: object, values: readonly unknown[]): object {
  const record = Object.create(Object.getPrototypeOf(like) as object | null) as object;
  Object.keys(like).forEach((key, index) => {
    Object.defineProperty(record, key, { value: values[index], enumerable: true, configurable: true, writable: true });
  });
  return record;
}
