import type { PrimitiveName, TypeRef } from '@syft-libs/ast';
import type { Sample, SampleDtype } from '../../surface/sample.ts';
import { kindNamed, listsNamed, numbersNamed, wordsNamed } from './named-values.ts';
import { listOf, matrixOf, numbersOf, PROFILES, type Profile, recordOf, stridedView, typedArray, UNDEFINED } from './plain-samples.ts';
import type { RecipeBook } from './recipe-book.ts';

/** Where a value is wanted: the parameter's name, its place among the operands, and the sizes that the call agrees on. */
export interface Wanted {
  readonly name: string;
  readonly slot: number;
  readonly profile: Profile;
}

const DTYPES: Readonly<Partial<Record<PrimitiveName, SampleDtype>>> = {
  Int8Array: 'int8',
  Uint8Array: 'uint8',
  Uint8ClampedArray: 'uint8clamped',
  Int16Array: 'int16',
  Uint16Array: 'uint16',
  Int32Array: 'int32',
  Uint32Array: 'uint32',
  BigInt64Array: 'bigint64',
  BigUint64Array: 'biguint64',
  Float16Array: 'float16',
  Float32Array: 'float32',
  Float64Array: 'float64',
  Bytes: 'bytes',
};
const WORDS = ['abc', 'b', 'hello world', '12', ''];
const MOST_ALTERNATIVES = 8;
const LARGE = 10;
const MIXED = [2, 1, 5, 3, 4, 7, 6];

/** Values for declared types: small, varied, and the same every time. */
export class ValuePool {
  readonly #book: RecipeBook;

  constructor(book: RecipeBook) {
    this.#book = book;
  }

  /** The likeliest value; `null` for a type of which none can be made. */
  first(type: TypeRef, wanted: Wanted): Sample | null {
    const { slot, profile, name } = wanted;
    switch (type.kind) {
      case 'prim':
        return primitive(type.name, wanted);
      case 'literal':
        return type.value;
      case 'ref':
        return this.#book.fitting(type.id, { profile, slot }) ?? (this.#book.isStrided(type.id) ? stridedView(profile, slot) : null);
      case 'list':
        return this.#list(type.of, wanted);
      case 'tuple':
        return this.#all(type.items, wanted, listOf);
      case 'record':
        return this.#record(type, wanted, profile.index % 2 === 1);
      case 'dict':
        return this.#all([type.of, type.of], wanted, ([a, b]) => recordOf({ a: a as Sample, b: b as Sample }));
      case 'map':
        return this.#all([type.key, type.of], wanted, ([key, value]) => ({ $: 'map', entries: [[key as Sample, value as Sample]] }));
      case 'set':
        return this.#all([type.of], wanted, (items) => ({ $: 'set', items }));
      case 'union':
        return this.#union(type.of, wanted);
      case 'callback':
        return { $: 'callback', name: /compar|reduc/i.test(name) ? 'add' : 'first' };
      case 'unknown':
        return this.#named(wanted) ?? this.unknowns(wanted)[profile.index % 3] ?? null;
    }
  }

  /** Other values of the type, to be put in the place of one that worked. */
  alternatives(type: TypeRef, name: string, slot: number): readonly Sample[] {
    const each = (profiles: readonly Profile[]) => profiles.map((profile) => this.first(type, { name, slot, profile }));
    const found = [...this.#special(type, name, slot), ...each(PROFILES)].filter((sample): sample is Sample => sample !== null);
    return unique(found).slice(0, MOST_ALTERNATIVES);
  }

  /** Values for a parameter of which nothing is declared. */
  unknowns(wanted: Wanted): readonly Sample[] {
    return [...'lnmopqws'].flatMap((letter) => this.ofLetter(letter, wanted) ?? []);
  }

  /**
   * A value of a kind: a number such as its name asks for, any small or larger number, one of several in no order, a list, a matrix (`n`, `g`, `h`, `k`, `l`, `m`), an instance of one of the likeliest own types (`o`, `p`, `q`), a
   * word, a truth (`w`, `b`), or what the name asks for (`s`). `undefined` where there is none.
   */
  ofLetter(letter: string, { name, slot, profile }: Wanted): Sample | undefined {
    if (letter === 'n') return numbersNamed(name)[profile.index] ?? numberFor(profile, slot);
    if (letter === 'g') return numberFor(profile, slot);
    if (letter === 'k') return ((MIXED[slot] ?? slot) + profile.index) / (profile.index === 1 ? 4 : 1);
    if (letter === 'h') return LARGE + 2 * slot + profile.index;
    if (letter === 'l') return listOf(numbersOf(profile, slot, profile.length));
    if (letter === 'm') return matrixOf(profile, slot);
    if (letter === 'w') return WORDS[slot] ?? 'abc';
    if (letter === 'b') return profile.index % 2 === 0;
    if (letter === 's') return listsNamed(name)[profile.index] ?? listsNamed(name)[0];
    const id = this.#book.likeliest(name)['opq'.indexOf(letter)];
    return id === undefined ? undefined : (this.#book.fitting(id, { profile, slot }) ?? undefined);
  }

  #special(type: TypeRef, name: string, slot: number): readonly (Sample | null)[] {
    if (type.kind === 'union')
      return type.of.flatMap((member) => [
        ...this.#special(member, name, slot),
        this.first(member, { name, slot, profile: PROFILES[0] as Profile }),
      ]);
    if (type.kind === 'ref') return this.#book.recipes(type.id);
    if (type.kind === 'record')
      return [
        this.#record(type, { name, slot, profile: PROFILES[0] as Profile }, true),
        this.#record(type, { name, slot, profile: PROFILES[0] as Profile }, false),
      ];
    if (type.kind === 'unknown') return this.#specialUnknown(name, slot);
    if (type.kind === 'callback') return ['negate', 'add', 'isPositive'].map((callback) => ({ $: 'callback', name: callback as 'negate' }));
    if (type.kind === 'prim' && type.name === 'number') return [...numbersNamed(name), 0, 1, 0.5, -1, 3];
    if (type.kind === 'prim' && type.name === 'string') return [...wordsNamed(name), ...WORDS];
    if (type.kind === 'prim' && type.name === 'boolean') return [true, false];
    if (type.kind === 'list' && type.of.kind === 'prim' && type.of.name === 'number')
      return [...listsNamed(name), listOf([0, 1, 1, 0]), listOf([1, 2, 3, 4])];
    return [];
  }

  #specialUnknown(name: string, slot: number): readonly (Sample | null)[] {
    const kind = kindNamed(name);
    if (kind === 'number' || kind === 'string') return this.#special({ kind: 'prim', name: kind }, name, slot);
    return this.unknowns({ name, slot, profile: PROFILES[0] as Profile });
  }

  /** What the name of a parameter of which nothing else is known suggests. */
  #named(wanted: Wanted): Sample | null {
    const { name, slot, profile } = wanted;
    const lists = listsNamed(name);
    if (lists.length > 0 && profile.index % 2 === 0) return lists[(profile.index / 2) % lists.length] ?? null;
    const kind = kindNamed(name);
    if (kind === 'number' || kind === 'string') return primitive(kind, wanted);
    if (kind === 'callback') return { $: 'callback', name: 'first' };
    if (kind === 'matrix') return matrixOf(profile, slot);
    return kind === 'list' && profile.index % 3 !== 2 ? listOf(numbersOf(profile, slot, profile.length)) : null;
  }

  #list(of: TypeRef, wanted: Wanted): Sample | null {
    const { profile, slot, name } = wanted;
    if (of.kind === 'unknown') {
      const kind = (['number', 'number', 'string'] as const)[profile.index % 3] ?? 'number';
      return profile.index % 3 === 1 ? matrixOf(profile, slot) : this.#list({ kind: 'prim', name: kind }, wanted);
    }
    if (of.kind === 'prim' && of.name === 'number') {
      return listsNamed(name)[profile.index] ?? listOf(numbersOf(profile, slot, profile.length));
    }
    if (of.kind === 'list' && of.of.kind === 'prim' && of.of.name === 'number') return matrixOf(profile, slot);
    const items: Sample[] = [];
    for (let index = 0; index < profile.length; index++) {
      const item = this.first(of, { ...wanted, slot: slot + index });
      if (item === null) return null;
      items.push(item);
    }
    return listOf(items);
  }

  #union(members: readonly TypeRef[], wanted: Wanted): Sample | null {
    const { index } = wanted.profile;
    // Each profile shows another member, the first two the likeliest.
    const turn = Math.max(0, index - 1);
    const order = members.map((_, at) => members[(at + turn) % members.length] as TypeRef);
    for (const member of order) {
      const sample = this.first(member, wanted);
      if (sample !== null) return sample;
    }
    return null;
  }

  #record(type: Extract<TypeRef, { kind: 'record' }>, wanted: Wanted, isFull: boolean): Sample | null {
    const fields: Record<string, Sample> = {};
    for (const [index, field] of type.fields.entries()) {
      if (field.optional && !isFull) continue;
      const sample = this.first(field.type, { ...wanted, name: field.name, slot: wanted.slot + index });
      if (sample !== null) fields[field.name] = sample;
      else if (!field.optional) return null;
    }
    return recordOf(fields);
  }

  #all(types: readonly TypeRef[], wanted: Wanted, make: (samples: readonly Sample[]) => Sample): Sample | null {
    const samples = types.map((type, index) => this.first(type, { ...wanted, slot: wanted.slot + index }));
    return samples.some((sample) => sample === null) ? null : make(samples as readonly Sample[]);
  }
}

function primitive(name: PrimitiveName, { name: param, slot, profile }: Wanted): Sample {
  if (name === 'null') return null;
  if (name === 'undefined') return UNDEFINED;
  if (name === 'boolean') return profile.index % 2 === 0;
  if (name === 'number') return numbersNamed(param)[profile.index] ?? scalar(profile, slot);
  if (name === 'bigint') return { $: 'bigint', value: String(profile.index + slot) };
  if (name === 'string') return wordsNamed(param)[profile.index] ?? WORDS[(profile.index + slot) % WORDS.length] ?? 'abc';
  if (name === 'Date') return { $: 'date', milliseconds: 86_400_000 * (400 * profile.index + 30 * slot) };
  return typedArray(DTYPES[name] ?? 'float64', numbersOf(profile, slot, profile.length));
}

/** Fractions keep their order below one, and whole numbers theirs. */
function numberFor(profile: Profile, slot: number): number {
  return profile.index === 1 ? profile.scalar + slot * 0.125 : profile.scalar + slot;
}

/** Scalars of one call differ, the later the larger: lower and upper bounds keep their order. */
function scalar(profile: Profile, slot: number): number {
  if (profile.isPlace === true) return slot % 2;
  return profile.index === 1 ? profile.scalar + slot * 0.125 : profile.scalar + slot;
}

/** Equal samples once, in the order given. */
export function unique(samples: readonly Sample[]): readonly Sample[] {
  return [...new Map(samples.map((sample) => [JSON.stringify(sample), sample])).values()];
}
