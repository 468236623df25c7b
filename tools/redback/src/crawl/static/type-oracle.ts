import type { DeclaredFacts } from '../../surface/snapshot.ts';
import type { LoadMode } from '../exports-map.ts';

/**
 * All that the crawl asks of a compiler. An implementation wraps one compiler; the walk and the texts know only this.
 * Symbols and types are compared by identity: within one program the same thing is always the same object.
 */
export interface TypeOracle {
  /** `typescript@6.0.3`. */
  readonly name: string;
  /** Where the types of a specifier come from, for a file in the folder `from`; `null` where nobody declares them. */
  findDeclarations(specifier: string, from: string, mode: LoadMode): FoundDeclarations | null;
  /** Reads declaration files, or scripts with what their JSDoc says. */
  open(files: readonly string[], language: 'declarations' | 'javascript'): OracleProgram;
}

export interface FoundDeclarations {
  readonly file: string;
  readonly source: 'package' | '@types';
}

export interface OracleProgram {
  /** The exports of a file by name, `export =` unpacked; `null` for a file that is no module or could not be read. */
  moduleOf(file: string): OracleModule | null;
}

export interface OracleModule {
  /** Equal to the identity of a symbol that stands for the module as a whole. */
  readonly identity: object;
  /** What `export =` assigns, where that is a value of its own; its members are among the exports too. */
  readonly self: OracleSymbol | null;
  readonly exports: readonly OracleSymbol[];
}

/** Where a declaration stands: the package's name, or `null` for the language's own and its host's. */
export type OriginPackage = string | null;

export interface OracleSymbol {
  /** The name under which it was reached; `declaredName` is its own. */
  readonly name: string;
  readonly declaredName: string;
  /** What is behind it, the same for every alias; a symbol is equal to another when their identities are. */
  readonly identity: object;
  readonly is: SymbolKind;
  readonly origin: OriginPackage;
  readonly doc: string;
  readonly isDeprecated: boolean;
  /** `private`, `protected`, `@private` or `@internal`. */
  readonly isPrivate: boolean;
  readonly isOptional: boolean;
  readonly access: 'value' | 'get' | 'set' | 'get-set';
  /** How the type of the value is known: written in a declaration, in JSDoc, or found by inference. */
  readonly source: DeclaredFacts['source'];
  /** Type of the value: for a class, of its constructor. */
  readonly type: OracleType;
  /** For a class or an interface, the type of its instances. */
  readonly instance: OracleType | null;
  /** Values declared inside a namespace, an enum, a class (its statics) or beside a function. */
  readonly exports: readonly OracleSymbol[];
}

export type SymbolKind = 'function' | 'class' | 'namespace' | 'enum' | 'value' | 'type';

/** A type, seen one level deep: what is inside is asked for when needed, since types are often circular. */
export interface OracleType {
  readonly shape: TypeShape;
  readonly calls: readonly OracleSignature[];
  readonly constructs: readonly OracleSignature[];
  /** Members with a name: symbol keys and `#private` ones are left out; inherited ones are among them. */
  readonly properties: readonly OracleSymbol[];
  /** Names of the members that the type declares itself. */
  readonly ownNames: ReadonlySet<string>;
  readonly bases: readonly OracleType[];
}

export type TypeShape =
  | { readonly kind: 'prim'; readonly name: 'undefined' | 'null' | 'boolean' | 'number' | 'bigint' | 'string' }
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  | { readonly kind: 'union'; readonly of: readonly OracleType[] }
  | { readonly kind: 'list'; readonly of: OracleType }
  | { readonly kind: 'tuple'; readonly items: readonly OracleType[] }
  /** A type of the language or its host: `Map`, `Float64Array`, `Promise`, `Buffer`. */
  | { readonly kind: 'builtin'; readonly name: string; readonly of: readonly OracleType[] }
  /** A type parameter: its constraint, else its default, else nothing. */
  | { readonly kind: 'param'; readonly bound: OracleType | null }
  | { readonly kind: 'callable' }
  | ObjectShape
  | { readonly kind: 'symbol' }
  | { readonly kind: 'never' }
  | { readonly kind: 'unknown' };

export interface ObjectShape {
  readonly kind: 'object';
  /** Its class, interface or alias; `null` where the type has no name. */
  readonly symbol: OracleSymbol | null;
  /** What a string key gives. */
  readonly index: OracleType | null;
}

export interface OracleSignature {
  readonly params: readonly OracleParam[];
  /** It says what it has to be called on, in a parameter `this` or in JSDoc. */
  readonly takesThis: boolean;
  readonly returns: OracleType;
  readonly hasTypeParams: boolean;
  /** Declared to give `this`; `returns` is then the class that it was asked of. */
  readonly returnsThis: boolean;
  /** `null` for one that nobody wrote: the constructor of a class that has none. */
  readonly source: DeclaredFacts['source'] | null;
}

export interface OracleParam {
  readonly name: string;
  readonly type: OracleType;
  readonly isOptional: boolean;
  /** Takes all further arguments; its type is the list's. */
  readonly isRest: boolean;
}
