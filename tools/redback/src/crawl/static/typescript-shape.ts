import ts from 'typescript';
import type { OracleType, TypeShape } from './type-oracle.ts';
import type { TypescriptView } from './typescript-view.ts';

const { TypeFlags } = ts;

const PRIMITIVES: readonly (readonly [flags: number, name: Extract<TypeShape, { kind: 'prim' }>['name']])[] = [
  [TypeFlags.String | TypeFlags.TemplateLiteral | TypeFlags.StringMapping, 'string'],
  [TypeFlags.Number | TypeFlags.Enum, 'number'],
  [TypeFlags.Boolean, 'boolean'],
  [TypeFlags.BigIntLike, 'bigint'],
  [TypeFlags.Undefined | TypeFlags.Void, 'undefined'],
  [TypeFlags.Null, 'null'],
];

const BRANDED = TypeFlags.StringLike | TypeFlags.NumberLike | TypeFlags.BooleanLike | TypeFlags.BigIntLike;

/** One level of a compiler's type in the oracle's words. */
export function shapeOf(type: ts.Type, view: TypescriptView): TypeShape {
  if (type.isStringLiteral() || type.isNumberLiteral()) return { kind: 'literal', value: type.value };
  if (type.flags & TypeFlags.BooleanLiteral) return { kind: 'literal', value: view.checker.typeToString(type) === 'true' };
  const primitive = PRIMITIVES.find(([flags]) => (type.flags & flags) !== 0 && !type.isUnion());
  if (primitive !== undefined) return { kind: 'prim', name: primitive[1] };
  if (type.flags & TypeFlags.Boolean) return { kind: 'prim', name: 'boolean' };
  if (type.flags & TypeFlags.ESSymbolLike) return { kind: 'symbol' };
  if (type.flags & TypeFlags.Never) return { kind: 'never' };
  if (type.isUnion()) return { kind: 'union', of: type.types.map((member) => view.type(member)) };
  if (type.flags & TypeFlags.Instantiable) return paramShape(type, view);
  if (type.isIntersection()) return intersectionShape(type, view);
  return type.flags & TypeFlags.Object ? objectShape(type, view) : { kind: 'unknown' };
}

/** Type parameters, conditional types and the like: as wide as their constraint. */
function paramShape(type: ts.Type, view: TypescriptView): TypeShape {
  const { checker } = view;
  const constraint = checker.getBaseConstraintOfType(type);
  const isUseful = constraint !== undefined && constraint !== type && !(constraint.flags & (TypeFlags.Unknown | TypeFlags.Any));
  const bound = isUseful ? constraint : checker.getDefaultFromTypeParameter(type);
  const isBound = bound !== undefined && bound !== type && !(bound.flags & (TypeFlags.Unknown | TypeFlags.Any));
  return { kind: 'param', bound: isBound ? view.type(bound) : null };
}

/** A branded primitive is the primitive; other intersections are one object with all the members. */
function intersectionShape(type: ts.IntersectionType, view: TypescriptView): TypeShape {
  const primitive = type.types.find((member) => (member.flags & (BRANDED | TypeFlags.Instantiable)) !== 0);
  return primitive === undefined ? objectShape(type, view) : shapeOf(primitive, view);
}

function objectShape(type: ts.Type, view: TypescriptView): TypeShape {
  const { checker } = view;
  if (checker.isTupleType(type)) return tupleShape(type as ts.TypeReference, view);
  if (checker.isArrayType(type)) return { kind: 'list', of: argumentsOf(type, view)[0] ?? view.type(checker.getAnyType()) };
  const symbol = nameOf(type, view);
  if (symbol?.declarations !== undefined && view.originOf(symbol) === null) {
    return { kind: 'builtin', name: symbol.name, of: argumentsOf(type, view) };
  }
  const isCalled = type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0;
  if (isCalled) return { kind: 'callable' };
  const index = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  return {
    kind: 'object',
    symbol: symbol === undefined ? null : view.symbol(symbol),
    index: index === undefined ? null : view.type(index),
  };
}

/** Optional items, and those of unknown number, are beyond a tuple of the grammar: the tuple becomes a list of what may stand in it. */
function tupleShape(type: ts.TypeReference, view: TypescriptView): TypeShape {
  const items = view.checker.getTypeArguments(type);
  const target = type.target as ts.TupleType;
  if (target.elementFlags.every((flags) => flags === ts.ElementFlags.Required))
    return { kind: 'tuple', items: items.map((item) => view.type(item)) };
  const of = view.checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  return of === undefined ? { kind: 'unknown' } : { kind: 'list', of: view.type(of) };
}

function argumentsOf(type: ts.Type, view: TypescriptView): readonly OracleType[] {
  const isReference = ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) !== 0;
  return isReference ? view.checker.getTypeArguments(type as ts.TypeReference).map((argument) => view.type(argument)) : [];
}

/** The class or interface, else the alias that names an anonymous type. */
function nameOf(type: ts.Type, view: TypescriptView): ts.Symbol | undefined {
  const symbol = type.symbol as ts.Symbol | undefined;
  if (symbol !== undefined && !isAnonymous(symbol)) return symbol;
  // `Record<K, T>`, `Pick<…>` and other aliases of the language do not name anything of the library.
  const alias = type.aliasSymbol;
  return alias !== undefined && view.originOf(alias) !== null ? alias : undefined;
}

function isAnonymous(symbol: ts.Symbol): boolean {
  const { TypeLiteral, ObjectLiteral, Module } = ts.SymbolFlags;
  return (
    (symbol.flags & (TypeLiteral | ObjectLiteral | Module)) !== 0 &&
    (symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface)) === 0
  );
}
