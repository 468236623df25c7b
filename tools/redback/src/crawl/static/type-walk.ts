import type { DeclaredMember, DeclaredType } from './declared-library.ts';
import { describeMember, memberKind } from './member-facts.ts';
import type { SignatureReader } from './signature-reader.ts';
import type { OracleSymbol, OracleType } from './type-oracle.ts';
import type { KnownType, TypeRegistry } from './type-registry.ts';

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** Who declares an inherited member: the id of a type, or `null` for the language itself. */
type Declarer = { readonly id: string | null };

/** The members of a type's instances, and of the class itself where it is one. Inherited ones are named, not described. */
export function membersOfType(known: KnownType, registry: TypeRegistry, reader: SignatureReader): readonly DeclaredMember[] {
  const members = known.type.properties.flatMap((symbol) => {
    const from = declarerOf(symbol.name, known.type, registry);
    if (from?.id === null) return [];
    const isField = symbol.access === 'value' && symbol.is === 'value';
    return describe(symbol, { known, from: from?.id ?? null, isStatic: false, isField }, reader);
  });
  const hasStatics = known.exportedAs !== null && !known.exportedAs.endsWith('.default');
  return hasStatics ? [...members, ...staticMembers(known, registry, reader)] : members;
}

/** What other tools need to know of the type itself. */
export function describeType(known: KnownType, registry: TypeRegistry): DeclaredType {
  const bases = known.type.bases.map(({ shape }) => shape);
  const fields = known.type.properties.filter((symbol) => symbol.access === 'value' && symbol.is === 'value' && !symbol.isPrivate);
  return {
    id: known.id,
    package: known.symbol.origin ?? '',
    isClass: known.symbol.is === 'class' || known.exportedAs !== null,
    exportedAs: known.exportedAs,
    extends: known.type.bases.flatMap((base) => idOfBase(base, registry) ?? []),
    extendsBuiltin: bases.flatMap((shape) => (shape.kind === 'builtin' ? shape.name : shape.kind === 'list' ? 'Array' : [])),
    reached: known.reached,
    fields: fields.filter(({ isOptional }) => !isOptional).map(({ name }) => name),
  };
}

interface Belonging {
  readonly known: KnownType;
  readonly from: string | null;
  readonly isStatic: boolean;
  readonly isField: boolean;
}

function describe(symbol: OracleSymbol, { known, from, isStatic, isField }: Belonging, reader: SignatureReader): readonly DeclaredMember[] {
  if (!IDENTIFIER.test(symbol.name) || symbol.name === 'constructor' || symbol.type.shape.kind === 'symbol') return [];
  const path = `${known.id}.${symbol.name}`;
  const place = { path, subpaths: [], aliasOf: null, inheritedFrom: from, isStatic, isField };
  const instanceKind = memberKind(symbol);
  const kind = isStatic ? (instanceKind === 'method' ? 'function' : 'constant') : instanceKind;
  return [describeMember(place, symbol, { kind, reader })];
}

/** Those of the class and, named only, those of the classes above it. */
function staticMembers(known: KnownType, registry: TypeRegistry, reader: SignatureReader): readonly DeclaredMember[] {
  const own = new Set(known.symbol.is === 'class' ? known.symbol.exports.map(({ name }) => name) : known.symbol.type.ownNames);
  return known.symbol.type.properties.flatMap((symbol) => {
    if (symbol.origin === null) return [];
    const from = own.has(symbol.name) ? null : staticDeclarer(symbol.name, known.type, registry);
    return describe(symbol, { known, from, isStatic: true, isField: false }, reader);
  });
}

function staticDeclarer(name: string, type: OracleType, registry: TypeRegistry): string | null {
  for (const base of type.bases) {
    const symbol = namedSymbol(base);
    const isOwn = symbol?.exports.some((inner) => inner.name === name) === true;
    const found = isOwn ? idOfBase(base, registry) : staticDeclarer(name, base, registry);
    if (found !== null) return found;
  }
  return null;
}

/** `undefined` where the type declares the member itself. */
function declarerOf(name: string, type: OracleType, registry: TypeRegistry): Declarer | undefined {
  if (type.ownNames.has(name)) return undefined;
  for (const base of type.bases) {
    if (!base.properties.some((symbol) => symbol.name === name)) continue;
    return declarerOf(name, base, registry) ?? { id: idOfBase(base, registry) };
  }
  return undefined;
}

function idOfBase(base: OracleType, registry: TypeRegistry): string | null {
  const symbol = namedSymbol(base);
  return symbol === null ? null : registry.idOf(symbol, base, 'result');
}

function namedSymbol(type: OracleType): OracleSymbol | null {
  return type.shape.kind === 'object' && type.shape.symbol?.origin !== null ? type.shape.symbol : null;
}
