import type { OracleSymbol, OracleType } from './type-oracle.ts';

/** What an exported value is to those who use it. */
export type ValueKind = 'function' | 'class' | 'namespace' | 'constant';

/** A class behind `const Circle: CircleConstructor` is a class; an object that holds functions is a namespace. */
export function valueKind(symbol: OracleSymbol): ValueKind {
  const { type, is } = symbol;
  if (is === 'class' || is === 'function') return is;
  // A constructor of the language, given on: it is not the library's to describe.
  if (type.shape.kind === 'builtin' && type.constructs.length > 0) return 'constant';
  if (type.constructs.length > 0 && makesObjects(type)) return 'class';
  if (type.calls.length > 0) return 'function';
  if (is === 'namespace' || is === 'enum') return 'namespace';
  return isNamespaceType(type) ? 'namespace' : 'constant';
}

function makesObjects(type: OracleType): boolean {
  return type.constructs[0]?.returns.shape.kind === 'object';
}

/** An object with a class or an interface of its own is one value; an unnamed one with functions in it is a way to group them. */
function isNamespaceType(type: OracleType): boolean {
  const { shape } = type;
  if (shape.kind !== 'object' || shape.symbol !== null || shape.index !== null) return false;
  return type.properties.some((property) => valueKindIsCallable(property.type));
}

function valueKindIsCallable(type: OracleType): boolean {
  return type.calls.length > 0 || type.constructs.length > 0;
}

/** The values inside a namespace, an enum, or beside a function. */
export function membersOf(symbol: OracleSymbol, kind: ValueKind): readonly OracleSymbol[] {
  if (symbol.exports.length > 0 || symbol.is === 'function' || symbol.is === 'class') return symbol.exports;
  const own = symbol.type.properties.filter((property) => property.origin !== null);
  return kind === 'function' ? own.filter((property) => symbol.type.ownNames.has(property.name)) : own;
}

/** A declaration that says no more than that there is something. */
export function isUninformative(symbol: OracleSymbol): boolean {
  return symbol.is === 'value' && symbol.type.shape.kind === 'unknown';
}
