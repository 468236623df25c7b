import ts from 'typescript';
import type { DeclaredFacts } from '../../surface/snapshot.ts';
import type { OracleSymbol, SymbolKind } from './type-oracle.ts';

const { SymbolFlags } = ts;

/** What a symbol, its aliases followed, declares. A class in old scripts is a function with a prototype. */
export function kindOf(symbol: ts.Symbol): SymbolKind {
  if (symbol.flags & SymbolFlags.Class || isConstructorFunction(symbol)) return 'class';
  if (symbol.flags & (SymbolFlags.Function | SymbolFlags.Method)) return 'function';
  if (symbol.flags & SymbolFlags.Enum) return 'enum';
  // An object in a script that is assigned to piece by piece is a module to the compiler and a value to everybody else.
  if (symbol.flags & SymbolFlags.ValueModule && !(symbol.flags & SymbolFlags.Variable)) return 'namespace';
  return symbol.flags & SymbolFlags.Value ? 'value' : 'type';
}

function isConstructorFunction(symbol: ts.Symbol): boolean {
  const declaration = symbol.valueDeclaration;
  return declaration !== undefined && ts.isFunctionDeclaration(declaration) && isScript(declaration) && (symbol.members?.size ?? 0) > 0;
}

function isScript(node: ts.Node): boolean {
  return /\.[cm]?jsx?$/.test(node.getSourceFile().fileName);
}

/** Keys that are symbols, `#private` names, and the compiler's own entries. */
export function isHiddenName(symbol: ts.Symbol): boolean {
  const name = symbol.escapedName as string;
  return name.startsWith('__@') || name.startsWith('__#') || name === 'prototype' || name === '__constructor' || name === 'export=';
}

export function isPrivateMember(symbol: ts.Symbol): boolean {
  const modifiers = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  return (symbol.declarations ?? []).some((declaration) => (ts.getCombinedModifierFlags(declaration) & modifiers) !== 0);
}

export function accessOf(symbol: ts.Symbol): OracleSymbol['access'] {
  const reads = (symbol.flags & SymbolFlags.GetAccessor) !== 0;
  const writes = (symbol.flags & SymbolFlags.SetAccessor) !== 0;
  return reads && writes ? 'get-set' : reads ? 'get' : writes ? 'set' : 'value';
}

/** A type that somebody wrote down in a module in TypeScript. */
function isWritten(node: ts.Node): boolean {
  return !isScript(node) && 'type' in node && node.type !== undefined;
}

/**
 * A declaration file has the last word on its types, and so has a module in TypeScript where it says them. In a script JSDoc counts when it says what comes back; with tags for the
 * parameters alone the result is inferred.
 */
export function sourceOf(declarations: readonly ts.Node[]): DeclaredFacts['source'] {
  if (declarations.some((node) => node.getSourceFile().isDeclarationFile || isWritten(node))) return 'declaration';
  return declarations.some((node) => ts.getJSDocReturnType(node) !== undefined || ts.getJSDocType(node) !== undefined)
    ? 'jsdoc'
    : 'inferred';
}

/** Asks symbols for JSDoc tags. */
export class TagReader {
  readonly #checker: ts.TypeChecker;

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  has(symbol: ts.Symbol, tag: string): boolean {
    return symbol.getJsDocTags(this.#checker).some(({ name }) => name === tag);
  }
}
