import { type LibraryDecisions, parseType, type TypeDecision, type TypeRef } from '@syft-libs/ast';
import type { SeenType, Snapshot, Travel } from '../surface/snapshot.ts';

/** Why a type may not stand in an allowed signature. */
export type TypeFlaw = 'callback' | 'unknown' | 'stuck';

interface KnownType {
  readonly seen: SeenType;
  readonly root: string;
  readonly decision: TypeDecision | undefined;
}

/** What all libraries of one package know of their types together: which there are, and which of them can travel. */
export class KnownTypes {
  readonly #types = new Map<string, KnownType>();
  readonly #same = new Map<string, string>();
  readonly #subtypes = new Map<string, readonly string[]>();
  readonly #travels = new Map<string, boolean>();

  constructor(snapshots: readonly Snapshot[], decisions: ReadonlyMap<string, LibraryDecisions>) {
    for (const { library, types } of snapshots) {
      for (const seen of types) {
        const decision = decisions.get(library.name)?.types?.[seen.id.slice(library.root.length + 1)];
        if (decision?.sameAs === undefined) this.#types.set(seen.id, { seen, root: library.root, decision });
        else this.#same.set(seen.id, decision.sameAs);
      }
    }
    for (const { seen } of this.#types.values()) {
      for (const parent of seen.extends) this.#subtypes.set(parent, [...(this.#subtypes.get(parent) ?? []), seen.id]);
    }
  }

  /** The type of an id, or `undefined` for one that is of no library here, or another library's under a second name. */
  get(id: string): KnownType | undefined {
    return this.#types.get(id);
  }

  /** Types that extend one, at any distance: `SeenType.extends` lists all ancestors. */
  readonly subtypes = (id: string): readonly string[] => this.#subtypes.get(id) ?? [];

  /** The nearest type that is, or is extended by, all of these. */
  readonly commonBase = (ids: readonly string[]): string | null => {
    const [first = [], ...others] = ids.map((id) => [id, ...(this.get(id)?.seen.extends ?? [])]);
    return first.find((id) => others.every((line) => line.includes(id))) ?? null;
  };

  /** A type's text as a type: a type that is another library's goes by that one's name. Throws `BAD_MANIFEST`. */
  read(text: string, aliases: Readonly<Record<string, string>> = {}): TypeRef {
    return this.resolve(parseType(text, aliases));
  }

  /** The same type with every reference by its one name. */
  resolve(type: TypeRef): TypeRef {
    switch (type.kind) {
      case 'ref':
        return { kind: 'ref', id: this.#same.get(type.id) ?? type.id };
      case 'list':
      case 'set':
      case 'dict':
        return { ...type, of: this.resolve(type.of) };
      case 'map':
        return { ...type, key: this.resolve(type.key), of: this.resolve(type.of) };
      case 'tuple':
        return { ...type, items: type.items.map((item) => this.resolve(item)) };
      case 'union':
        return { ...type, of: type.of.map((item) => this.resolve(item)) };
      case 'record':
        return { ...type, fields: type.fields.map((field) => ({ ...field, type: this.resolve(field.type) })) };
      default:
        return type;
    }
  }

  /** How generated code takes instances apart; `null` where a person's codec does, or nothing. */
  travelOf(id: string): Travel | null {
    const known = this.#types.get(id);
    return known === undefined || known.decision?.codec !== undefined || !this.travels(id) ? null : known.seen.travel;
  }

  /** True when values of the type, be it of a type that extends it, can leave the process and come back. */
  travels(id: string): boolean {
    return this.#travelsItself(id) || this.subtypes(id).some((child) => this.#travelsItself(child));
  }

  /** True when an instance was made, be it of a type that extends it. */
  isMade(id: string): boolean {
    return [id, ...this.subtypes(id)].some((one) => (this.#types.get(one)?.seen.recipes.length ?? 0) > 0);
  }

  /** True for errors: they tell what happened inside. */
  isError(id: string): boolean {
    const seen = this.#types.get(id)?.seen;
    return (
      seen !== undefined && (seen.builtin === 'Error' || seen.extends.some((parent) => this.#types.get(parent)?.seen.builtin === 'Error'))
    );
  }

  /** The first flaw in a type, or `null`. */
  flawOf(type: TypeRef): TypeFlaw | null {
    switch (type.kind) {
      case 'unknown':
      case 'callback':
        return type.kind;
      case 'ref':
        return this.#flawOfRef(type.id);
      case 'list':
      case 'set':
      case 'dict':
        return this.flawOf(type.of);
      case 'map':
        return this.flawOf(type.key) ?? this.flawOf(type.of);
      case 'tuple':
        return this.#first(type.items);
      case 'union':
        return this.#first(type.of);
      case 'record':
        return this.#first(type.fields.map((field) => field.type));
      default:
        return null;
    }
  }

  #first(types: readonly TypeRef[]): TypeFlaw | null {
    for (const type of types) {
      const flaw = this.flawOf(type);
      if (flaw !== null) return flaw;
    }
    return null;
  }

  #flawOfRef(id: string): TypeFlaw | null {
    if (id.startsWith('ast.')) return null;
    if (!this.#types.has(id) || this.isError(id)) return 'unknown';
    return this.travels(id) ? null : 'stuck';
  }

  #travelsItself(id: string): boolean {
    const known = this.#types.get(id);
    if (known === undefined) return false;
    if (known.decision?.codec !== undefined) return known.decision.codec === 'hand-written';
    if (known.decision?.membersOf !== undefined) return true;
    const before = this.#travels.get(id);
    if (before !== undefined) return before;
    // A type that holds itself travels if the rest of it does.
    this.#travels.set(id, true);
    const result = known.seen.travel !== null && !this.isError(id) && this.#fieldsTravel(known.seen.travel);
    this.#travels.set(id, result);
    return result;
  }

  #fieldsTravel(travel: Travel): boolean {
    if (travel.kind === 'pair') return this.flawOf(this.read(travel.type)) === null;
    return travel.kind === 'array' || travel.fields.every(({ type }) => this.flawOf(this.read(type)) === null);
  }
}
