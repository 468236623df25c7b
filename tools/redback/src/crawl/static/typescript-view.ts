import ts from 'typescript';
import type { OracleParam, OracleSignature, OracleSymbol, OracleType, OriginPackage } from './type-oracle.ts';
import { shapeOf } from './typescript-shape.ts';
import { accessOf, isHiddenName, isPrivateMember, kindOf, sourceOf, TagReader } from './typescript-symbol.ts';

const CODE = ts.SymbolFlags.Function | ts.SymbolFlags.Class | ts.SymbolFlags.Method | ts.SymbolFlags.ValueModule;

/** Shows the symbols and types of one program in the oracle's words. Each is wrapped once, so that identity is kept. */
export class TypescriptView {
  readonly checker: ts.TypeChecker;
  readonly #program: ts.Program;
  readonly #packageOf: (file: string) => string | null;
  readonly #tags: TagReader;
  readonly #types = new Map<ts.Type, OracleType>();
  readonly #symbols = new Map<ts.Symbol, OracleSymbol>();

  constructor(program: ts.Program, packageOf: (file: string) => string | null) {
    this.#program = program;
    this.#packageOf = packageOf;
    this.checker = program.getTypeChecker();
    this.#tags = new TagReader(this.checker);
  }

  symbol(symbol: ts.Symbol): OracleSymbol {
    return remember(this.#symbols, symbol, () => this.#viewSymbol(symbol));
  }

  type(type: ts.Type): OracleType {
    return remember(this.#types, type, () => this.#viewType(type));
  }

  /** `null` for what the language or its host declares. */
  originOf(symbol: ts.Symbol): OriginPackage {
    const file = symbol.declarations?.[0]?.getSourceFile();
    if (file === undefined || this.#program.isSourceFileDefaultLibrary(file)) return null;
    const name = this.#packageOf(file.fileName);
    return name === '@types/node' ? null : name;
  }

  #viewSymbol(reached: ts.Symbol): OracleSymbol {
    const { checker } = this;
    const target = reached.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(reached) : reached;
    const lazily = lazy<OracleSymbol>();
    const typeOf = () => this.#typeOfSymbol(target);
    const view = this;
    return {
      name: reached.name,
      get declaredName() {
        return lazily('declaredName', () => codeName(typeOf()) ?? target.name);
      },
      get identity() {
        return lazily('identity', () => identityOf(target, typeOf(), checker));
      },
      is: kindOf(target),
      origin: this.originOf(target),
      get doc() {
        return lazily('doc', () => docOf(target, checker) || docOf(codeOf(typeOf()) ?? target, checker));
      },
      get isDeprecated() {
        return lazily('isDeprecated', () =>
          [reached, target, codeOf(typeOf()) ?? target].some((symbol) => view.#tags.has(symbol, 'deprecated')),
        );
      },
      isPrivate: isPrivateMember(target) || this.#tags.has(target, 'private') || this.#tags.has(target, 'internal'),
      isOptional: (target.flags & ts.SymbolFlags.Optional) !== 0,
      access: accessOf(target),
      source: sourceOf(target.declarations ?? []),
      get type() {
        return lazily('type', () => view.type(typeOf()));
      },
      get instance() {
        return lazily('instance', () => view.#instanceOf(target, typeOf));
      },
      get exports() {
        return lazily('exports', () => view.#exportsOf(target).map((symbol) => view.symbol(symbol)));
      },
    };
  }

  #typeOfSymbol(symbol: ts.Symbol): ts.Type {
    const isTypeOnly = (symbol.flags & ts.SymbolFlags.Value) === 0;
    return isTypeOnly ? this.checker.getDeclaredTypeOfSymbol(symbol) : this.checker.getTypeOfSymbol(symbol);
  }

  #instanceOf(symbol: ts.Symbol, typeOf: () => ts.Type): OracleType | null {
    if (symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface)) return this.type(this.checker.getDeclaredTypeOfSymbol(symbol));
    const made = typeOf().getConstructSignatures()[0]?.getReturnType();
    return made === undefined ? null : this.type(made);
  }

  #exportsOf(symbol: ts.Symbol): readonly ts.Symbol[] {
    const isModule = symbol.flags & (ts.SymbolFlags.Module | ts.SymbolFlags.Enum);
    const named = isModule ? this.checker.getExportsOfModule(symbol) : [...(symbol.exports?.values() ?? [])];
    return named.filter((inner) => !isHiddenName(inner) && isValue(inner, this.checker));
  }

  #viewType(type: ts.Type): OracleType {
    const { checker } = this;
    const lazily = lazy<OracleType>();
    const view = this;
    const signatures = (kind: ts.SignatureKind) =>
      checker.getSignaturesOfType(type, kind).map((signature) => view.#viewSignature(signature));
    return {
      get shape() {
        return lazily('shape', () => shapeOf(type, view));
      },
      get calls() {
        return lazily('calls', () => signatures(ts.SignatureKind.Call));
      },
      get constructs() {
        return lazily('constructs', () => (isAbstract(type) ? [] : signatures(ts.SignatureKind.Construct)));
      },
      get properties() {
        return lazily('properties', () =>
          checker
            .getPropertiesOfType(type)
            .filter((symbol) => !isHiddenName(symbol))
            .map((symbol) => view.symbol(symbol)),
        );
      },
      get ownNames() {
        return lazily('ownNames', () => ownNames(type, checker));
      },
      get bases() {
        return lazily('bases', () => (type.isClassOrInterface() ? checker.getBaseTypes(type) : []).map((base) => view.type(base)));
      },
    };
  }

  #viewSignature(signature: ts.Signature): OracleSignature {
    const declaration = signature.getDeclaration() as ts.SignatureDeclaration | undefined;
    return {
      params: signature.parameters.flatMap((param, index) => this.#viewParam(param, index, signature)),
      takesThis: declaration !== undefined && takesThis(declaration),
      returns: this.type(signature.getReturnType()),
      returnsThis: declaration !== undefined && returnsThis(declaration, this.checker),
      hasTypeParams: (signature.typeParameters?.length ?? 0) > 0,
      source: declaration === undefined ? null : sourceOf([declaration]),
    };
  }

  #viewParam(symbol: ts.Symbol, index: number, signature: ts.Signature): readonly OracleParam[] {
    const { checker } = this;
    const declaration = symbol.valueDeclaration;
    const type = checker.getTypeOfSymbol(symbol);
    const isParameter = declaration !== undefined && ts.isParameter(declaration);
    const isLast = index === signature.parameters.length - 1;
    // A script that reads `arguments` has a rest parameter that nobody wrote.
    const isRest = isLast && (isParameter ? isRestParameter(declaration) : checker.isArrayType(type));
    if (isRest && checker.isTupleType(type)) return this.#spreadTuple(symbol.name, type as ts.TypeReference);
    const isOptional =
      !isRest && ((isParameter && checker.isOptionalParameter(declaration)) || (symbol.flags & ts.SymbolFlags.Optional) !== 0);
    return [{ name: symbol.name, type: this.type(type), isOptional, isRest }];
  }

  /** `...args: [a: A, b?: B]` are two parameters. */
  #spreadTuple(name: string, type: ts.TypeReference): readonly OracleParam[] {
    const target = type.target as ts.TupleType;
    return this.checker.getTypeArguments(type).map((item, index) => {
      const flags = target.elementFlags[index] ?? ts.ElementFlags.Required;
      return {
        name: `${name}${index}`,
        type: this.type(item),
        isOptional: (flags & ts.ElementFlags.Optional) !== 0,
        isRest: false,
      };
    });
  }
}

function takesThis(declaration: ts.SignatureDeclaration | ts.JSDocSignature): boolean {
  const [first] = declaration.parameters;
  const isParameter = first !== undefined && ts.isParameter(first) && ts.isIdentifier(first.name) && first.name.text === 'this';
  return isParameter || ts.getJSDocThisTag(declaration) !== undefined;
}

function isRestParameter(declaration: ts.ParameterDeclaration): boolean {
  if (declaration.dotDotDotToken !== undefined) return true;
  const tag = ts.getJSDocParameterTags(declaration)[0]?.typeExpression?.type;
  return tag !== undefined && ts.isJSDocVariadicType(tag);
}

/** Functions and classes are the same thing under every name; other values are told apart by their symbols. */
function identityOf(symbol: ts.Symbol, type: ts.Type, checker: ts.TypeChecker): object {
  const declared = codeOf(type);
  // An instance has its class for a symbol too, but not its class's type.
  return declared !== undefined && checker.getTypeOfSymbol(declared) === type ? declared : symbol;
}

/** The function, class or module that a value is, where it is reached through a property or a variable. */
function codeOf(type: ts.Type): ts.Symbol | undefined {
  const symbol = type.symbol as ts.Symbol | undefined;
  return symbol !== undefined && (symbol.flags & CODE) !== 0 ? symbol : undefined;
}

/** A function's own name, which the property that holds it need not have. */
function codeName(type: ts.Type): string | undefined {
  const name = codeOf(type)?.name;
  return name?.startsWith('__') || name?.startsWith('"') ? undefined : name;
}

function docOf(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  return ts.displayPartsToString(symbol.getDocumentationComment(checker));
}

/** The type of `this` has its class for a symbol, where other type parameters have one of their own. */
function returnsThis(declaration: ts.SignatureDeclaration, checker: ts.TypeChecker): boolean {
  const type = checker.getSignatureFromDeclaration(declaration)?.getReturnType();
  const isParameter = type !== undefined && (type.flags & ts.TypeFlags.TypeParameter) !== 0;
  return isParameter && (type.symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface)) !== 0;
}

function isAbstract(type: ts.Type): boolean {
  const declaration = (type.symbol as ts.Symbol | undefined)?.valueDeclaration;
  return declaration !== undefined && (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Abstract) !== 0;
}

function isValue(symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return (target.flags & ts.SymbolFlags.Value) !== 0 && (target.flags & ts.SymbolFlags.Prototype) === 0;
}

function ownNames(type: ts.Type, checker: ts.TypeChecker): ReadonlySet<string> {
  const members = type.isIntersection() ? undefined : (type.symbol as ts.Symbol | undefined)?.members;
  // Mapped types and intersections have no declaration of their own: all their members count.
  const isDeclared = type.isClassOrInterface() || (members?.size ?? 0) > 0;
  return new Set((isDeclared ? [...(members?.values() ?? [])] : checker.getPropertiesOfType(type)).map((symbol) => symbol.name));
}

function remember<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

/** Computes each named part of a view at most once. */
function lazy<T>(): <K extends keyof T>(key: K, make: () => T[K]) => T[K] {
  const known = new Map<keyof T, T[keyof T]>();
  return (key, make) => {
    if (!known.has(key)) known.set(key, make());
    return known.get(key) as T[typeof key];
  };
}
