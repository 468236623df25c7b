import { PRIMITIVE_NAMES, type TypeRef } from '@syft-libs/ast';
import type { ObjectShape, OracleSymbol, OracleType } from './type-oracle.ts';
import { narrowUnion, withoutUndefined } from './union-order.ts';

/** Where a type stands: values in a `result` can be had, those in a `parameter` are asked for. */
export type Place = 'parameter' | 'result';

export interface TypeReaderOptions {
  /** The id of a class or an interface of a package; `null` for one that cannot be named. */
  readonly idOf: (symbol: OracleSymbol, type: OracleType, place: Place) => string | null;
  /** What a type parameter without constraint and default is read as. */
  readonly unbound: TypeRef;
}

const UNKNOWN: TypeRef = { kind: 'unknown' };
const CALLBACK: TypeRef = { kind: 'callback' };
const PRIMITIVES: ReadonlySet<string> = new Set(PRIMITIVE_NAMES);
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
const MAX_DEPTH = 8;
const MAX_FIELDS = 48;

/** Interfaces of the language that stand for something in the grammar, though under another name. */
const BUILTIN_WORDS: Readonly<Record<string, string>> = {
  ArrayBuffer: 'Bytes',
  SharedArrayBuffer: 'Bytes',
  Buffer: 'Uint8Array',
  Number: 'number',
  String: 'string',
  Boolean: 'boolean',
  BigInt: 'bigint',
};

/** Reads a compiler's types into those of manifests. What the grammar cannot say is `unknown`. */
export class TypeReader {
  readonly #options: TypeReaderOptions;
  /** Types on the way down: one that comes up again inside itself is circular. */
  readonly #open = new Set<OracleType>();
  /** True once a type parameter had to be guessed. */
  sawUnbound = false;

  constructor(options: TypeReaderOptions) {
    this.#options = options;
  }

  read(type: OracleType, place: Place): TypeRef {
    if (this.#open.has(type) || this.#open.size > MAX_DEPTH) return this.#circular(type, place);
    this.#open.add(type);
    try {
      return this.#readShape(type, place);
    } finally {
      this.#open.delete(type);
    }
  }

  /** Of an optional parameter, field or member: that it may be missing is said elsewhere. */
  readOptional(type: OracleType, place: Place): TypeRef {
    return withoutUndefined(this.read(type, place));
  }

  #readShape(type: OracleType, place: Place): TypeRef {
    const { shape } = type;
    switch (shape.kind) {
      case 'prim':
        return { kind: 'prim', name: shape.name };
      case 'literal':
        return { kind: 'literal', value: shape.value };
      case 'union':
        return this.#union(shape.of, place);
      case 'list':
        return { kind: 'list', of: this.read(shape.of, place) };
      case 'tuple':
        return { kind: 'tuple', items: shape.items.map((item) => this.read(item, place)) };
      case 'param':
        if (shape.bound !== null) return this.read(shape.bound, place);
        this.sawUnbound = true;
        return this.#options.unbound;
      case 'callable':
        return CALLBACK;
      case 'builtin':
        return this.#builtin(type, shape, place);
      case 'object':
        return this.#object(type, shape, place);
      case 'symbol':
      case 'never':
      case 'unknown':
        return UNKNOWN;
    }
  }

  /** A parameter may be asked for by less than it takes: what the grammar cannot say of it is left out. */
  #union(members: readonly OracleType[], place: Place): TypeRef {
    const types = members.filter(({ shape }) => shape.kind !== 'never').map((member) => this.read(member, place));
    const known = types.filter(({ kind }) => kind !== 'unknown');
    return narrowUnion(place === 'parameter' && known.length > 0 ? known : types);
  }

  #builtin(type: OracleType, shape: { readonly name: string; readonly of: readonly OracleType[] }, place: Place): TypeRef {
    const { name, of } = shape;
    const argument = (index: number): TypeRef => (of[index] === undefined ? UNKNOWN : this.read(of[index], place));
    if (name === 'Map' || name === 'ReadonlyMap') return { kind: 'map', key: argument(0), of: argument(1) };
    if (name === 'Set' || name === 'ReadonlySet') return { kind: 'set', of: argument(0) };
    if (name === 'ArrayLike' || name === 'ConcatArray') return { kind: 'list', of: argument(0) };
    // A list can be iterated over; what else an iteration may come from has no codec.
    if (name === 'Iterable' && place === 'parameter') return { kind: 'list', of: argument(0) };
    const word = BUILTIN_WORDS[name] ?? name;
    if (PRIMITIVES.has(word)) return { kind: 'prim', name: word as (typeof PRIMITIVE_NAMES)[number] };
    return name === 'Function' || name === 'CallableFunction' || type.calls.length > 0 || type.constructs.length > 0 ? CALLBACK : UNKNOWN;
  }

  #object(type: OracleType, shape: ObjectShape, place: Place): TypeRef {
    const { symbol } = shape;
    const isNamed = symbol !== null && symbol.origin !== null;
    if (isNamed && (symbol.is === 'class' || hasBehaviour(type, place))) return this.#ref(type, symbol, place);
    if (type.properties.length === 0) return shape.index === null ? UNKNOWN : { kind: 'dict', of: this.read(shape.index, place) };
    if (shape.index !== null || type.properties.length > MAX_FIELDS) return UNKNOWN;
    const fields = type.properties.map((property) => {
      const field = property.isOptional ? this.readOptional(property.type, place) : this.read(property.type, place);
      return { name: property.name, optional: property.isOptional, type: field };
    });
    return fields.every(({ name }) => IDENTIFIER.test(name)) ? { kind: 'record', fields } : UNKNOWN;
  }

  #ref(type: OracleType, symbol: OracleSymbol, place: Place): TypeRef {
    const id = this.#options.idOf(symbol, type, place);
    return id === null ? UNKNOWN : { kind: 'ref', id };
  }

  /** Plain data that holds its like (a tree) has no finite text: it goes by its name, if it has one. */
  #circular(type: OracleType, place: Place): TypeRef {
    const { shape } = type;
    return shape.kind === 'object' && shape.symbol !== null && shape.symbol.origin !== null
      ? this.#ref(type, shape.symbol, place)
      : UNKNOWN;
  }
}

/**
 * Whether an object type is more than a record of data. Options that may hold a function still are a record, one of whose
 * fields is a callback.
 */
export function hasBehaviour(type: OracleType, place: Place): boolean {
  return type.properties.some((property) => property.type.calls.length > 0 && !(place === 'parameter' && property.isOptional));
}
