import { SyftError } from '../errors.ts';
import { acceptsAsItIs, typeFits } from './fits.ts';
import { NUMBER_ARRAYS, NUMBER_LIST } from './number-list.ts';
import { formatType, parseType, type TypeRef } from './type-ref.ts';

/** What manifests and surfaces say of a library's type. */
export interface TypeFacts {
  readonly id: string;
  readonly accepts: readonly string[];
  /** The types whose members it has too, and for which its values stand. */
  readonly extends?: readonly string[];
  /** The type of the grammar whose members it holds: `number[]`. */
  readonly membersOf?: string | null;
}

const NONE: readonly string[] = [];

/** How the types of some libraries stand to each other and to those of the core. Both sides of the wire ask the same table. */
export class TypeTable {
  readonly #accepts = new Map<string, readonly string[]>([
    [NUMBER_LIST, ['ast.Column', 'ast.TypedArray', ...NUMBER_ARRAYS]],
    ['ast.TypedArray', [...NUMBER_ARRAYS, 'BigInt64Array', 'BigUint64Array']],
  ]);
  readonly #bases = new Map<string, readonly string[]>();
  readonly #subtypes = new Map<string, readonly string[]>();
  /** By the canonical text of the type that has the members. */
  readonly #givers = new Map<string, { readonly id: string; readonly type: TypeRef }>();
  readonly #receivers = new Map<string, TypeRef>();

  /** Adds the types of one library. Throws `BAD_MANIFEST`, with nothing added, when one gives members to a type that has some already. */
  add(types: readonly TypeFacts[]): void {
    const given = types.flatMap(({ id, membersOf }) => (membersOf == null ? [] : [{ id, type: parseType(membersOf) }]));
    for (const { id, type } of given) {
      const giver = this.#givers.get(formatType(type));
      if (giver !== undefined)
        throw new SyftError('BAD_MANIFEST', `cannot use ${id}: ${giver.id} gives members to ${formatType(type)} already`);
    }
    for (const one of given) {
      this.#givers.set(formatType(one.type), one);
      this.#receivers.set(one.id, one.type);
    }
    for (const { id, extends: bases = NONE } of types) this.#bases.set(id, bases);
    for (const { id } of types) for (const base of this.bases(id)) this.#subtypes.set(base, [...this.subtypes(base), id]);
    for (const { id, accepts } of types) this.#accepts.set(id, [...accepts, ...this.subtypes(id)]);
  }

  /** The types that stand for one as an argument: those that it accepts, and those that extend it. */
  readonly accepts = (id: string): readonly string[] => this.#accepts.get(id) ?? NONE;

  /** The types that extend one, at any remove. A result of such a type is one of the type itself. */
  readonly subtypes = (id: string): readonly string[] => this.#subtypes.get(id) ?? NONE;

  /** The types that one extends, the nearest first, each once. */
  bases(id: string): readonly string[] {
    const found = new Set<string>();
    for (let near = this.#bases.get(id) ?? NONE; near.length > 0; near = near.flatMap((base) => this.#bases.get(base) ?? NONE)) {
      near = near.filter((base) => base !== id && !found.has(base));
      for (const base of near) found.add(base);
    }
    return [...found];
  }

  /** What a receiver of a type's members has to fit: the type itself, or the one that it holds the members of. */
  receiverOf(id: string): TypeRef {
    const known = this.#receivers.get(id) ?? ({ kind: 'ref', id } as const);
    this.#receivers.set(id, known);
    return known;
  }

  /** The types whose members a value of `type` has, in order: where two have a member of one name, the first gives it. */
  membersOf(type: TypeRef): readonly string[] {
    const own = type.kind === 'ref' ? [type.id, ...this.bases(type.id)] : NONE;
    const exact = this.#givers.get(formatType(type));
    // A column has the members of columns and not those of lists, for which it stands as an argument alone.
    const accepts = acceptsAsItIs(this.accepts);
    const fitting = [...this.#givers.values()].filter((giver) => typeFits(type, giver.type, accepts) === 'yes');
    return [...new Set([...own, ...(exact === undefined ? NONE : [exact.id]), ...fitting.map(({ id }) => id)])];
  }
}
