import type { Manifest } from '@syft-libs/ast';

/** What the printed text takes from the core and from the language, so that no library's class may stand in for it. */
const TAKEN = [
  // The core.
  'Arg PublicArg ReadableOf Column TypedArray NumberList TypeNames LibraryPointers',
  'Pointer NumberPointer StringPointer BooleanPointer BigIntPointer DatePointer ListPointer SetPointer MapPointer ColumnPointer',
  'TypedArrayPointer UnionPointer PrimitivePointer NumberMembers StringMembers BooleanMembers BigIntMembers DateMembers ListMembers',
  'SetMembers MapMembers ColumnMembers TypedArrayMembers NumberListMembers StringListMembers BooleanListMembers NumberRowsMembers',
  'BigIntListMembers NumberSetMembers StringSetMembers NumberMapMembers StringMapMembers',
  'Codec Reader Writer',
  // The language.
  'Readonly Record ReadonlyMap ReadonlySet ArrayBufferLike Promise Date Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array',
  'Int32Array Uint32Array BigInt64Array BigUint64Array Float16Array Float32Array Float64Array',
  // Globals that a reader would take it for.
  'Array ArrayBuffer BigInt Boolean DataView Error Function Map Number Object Proxy RegExp Set String Symbol WeakMap WeakSet',
].flatMap((names) => names.split(' '));

/** Interface names of a manifest's types and aliases: distinct, and free of what the printed text needs itself. */
export class InterfaceNames {
  readonly #ofType = new Map<string, string>();
  readonly #ofAlias = new Map<string, string>();
  readonly #used: Set<string>;

  constructor({ libraries }: Manifest) {
    this.#used = new Set([...TAKEN, ...libraries.map(({ root }) => remoteName(root))]);
    for (const { root, aliases, types } of libraries) {
      for (const { id, membersOf } of types) if (membersOf === null) this.#ofType.set(id, this.#claim(candidates(id), ['', 'Pointer']));
      const own = new Set(types.map(({ id }) => id));
      for (const [name, text] of Object.entries(aliases)) {
        if (!own.has(text)) this.#ofAlias.set(`${root} ${name}`, this.#claim([name, ...candidates(`${root}.${name}`)], ['']));
      }
    }
  }

  /** `Matrix` for `mlMatrix.Matrix`; `ImmutableMap` for `immutable.Map`. */
  ofType(id: string): string {
    return this.#ofType.get(id) as string;
  }

  /** An alias as it is declared. */
  ofAlias(root: string, name: string): string {
    return this.#ofAlias.get(`${root} ${name}`) ?? name;
  }

  /** The first candidate that is free with each of the suffixes. */
  #claim(names: readonly string[], suffixes: readonly string[]): string {
    const isFree = (name: string): boolean => suffixes.every((suffix) => !this.#used.has(name + suffix));
    let found = names.find(isFree);
    for (let name = `${names.at(-1)}_`; found === undefined; name += '_') if (isFree(name)) found = name;
    for (const suffix of suffixes) this.#used.add(found + suffix);
    return found;
  }
}

/** What `lib()` gives for one library: `MlMatrixRemote`. */
export function remoteName(root: string): string {
  return `${pascal(root)}Remote`;
}

/** With its first letter in upper case. */
export function pascal(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Names for a path, shortest first: its last segment as a type's name, then with more of what stands before it. */
function candidates(path: string): readonly string[] {
  const segments = path.split('.');
  const last = segments.at(-1) as string;
  return segments.map(
    (_, before) =>
      segments
        .slice(segments.length - before - 1, -1)
        .map(pascal)
        .join('') + pascal(last),
  );
}
