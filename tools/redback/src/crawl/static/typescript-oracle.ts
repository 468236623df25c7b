import { dirname, join } from 'node:path';
import ts from 'typescript';
import type { FoundDeclarations, OracleModule, OracleProgram, OracleSymbol, TypeOracle } from './type-oracle.ts';
import { isHiddenName } from './typescript-symbol.ts';
import { TypescriptView } from './typescript-view.ts';

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.esnext.d.ts'],
  // No ambient packages: what a library means by a name is what it refers to itself.
  types: [],
  strict: true,
  noImplicitAny: false,
  skipLibCheck: true,
  noEmit: true,
};

const DECLARATION = /\.d\.(?:[^./\\]+\.)?[cm]?ts$/;

/** How deep scripts of other packages are read for the types that flow out of them. */
const SCRIPT_DEPTH = 3;

/** The oracle that asks the TypeScript compiler API, version 6. Opening a program takes a second or two; all else is quick. */
export function createTypescriptOracle(): TypeOracle {
  return {
    name: `typescript@${ts.version}`,
    findDeclarations(specifier, from, mode) {
      const resolution = mode === 'import' ? ts.ModuleKind.ESNext : ts.ModuleKind.CommonJS;
      const asker = join(from, mode === 'import' ? 'asker.mts' : 'asker.cts');
      const found = ts.resolveModuleName(specifier, asker, OPTIONS, ts.sys, undefined, undefined, resolution).resolvedModule;
      if (found === undefined || !DECLARATION.test(found.resolvedFileName)) return null;
      const source: FoundDeclarations['source'] = found.packageId?.name.startsWith('@types/') ? '@types' : 'package';
      return { file: found.resolvedFileName, source };
    },
    open(files, language) {
      const scripts = { allowJs: true, checkJs: true, maxNodeModuleJsDepth: SCRIPT_DEPTH };
      return openProgram(ts.createProgram([...files], { ...OPTIONS, ...(language === 'javascript' ? scripts : {}) }));
    },
  };
}

function openProgram(program: ts.Program): OracleProgram {
  const view = new TypescriptView(program, createPackageFinder());
  const checker = program.getTypeChecker();
  return {
    moduleOf(file): OracleModule | null {
      const source = program.getSourceFile(file);
      const module = source && checker.getSymbolAtLocation(source);
      if (module === undefined) return null;
      const assigned = module.exports?.get(ts.InternalSymbolName.ExportEquals);
      return {
        identity: module,
        self: assigned === undefined ? null : selfOf(view.symbol(assigned)),
        exports: exportsOf(module, assigned, checker).map((symbol) => view.symbol(symbol)),
      };
    },
  };
}

/** Names that are exported one by one, and the properties of an object that is exported as a whole. */
function exportsOf(module: ts.Symbol, assigned: ts.Symbol | undefined, checker: ts.TypeChecker): readonly ts.Symbol[] {
  const symbols = new Map<string, ts.Symbol>();
  const whole = assigned === undefined ? [] : checker.getPropertiesOfType(checker.getTypeOfSymbol(assigned));
  for (const symbol of [...checker.getExportsOfModule(module), ...whole]) {
    if (!isHiddenName(symbol) && !symbols.has(symbol.name)) symbols.set(symbol.name, symbol);
  }
  return [...symbols.values()];
}

/** A namespace that is assigned as a whole is no value of its own: its members say all. */
function selfOf(symbol: OracleSymbol): OracleSymbol | null {
  const isCalled = symbol.type.calls.length > 0 || symbol.type.constructs.length > 0;
  return isCalled ? symbol : null;
}

/** The package that a file belongs to: the nearest folder above that names one. */
function createPackageFinder(): (file: string) => string | null {
  const known = new Map<string, string | null>();
  const find = (folder: string): string | null => {
    const seen = known.get(folder);
    if (seen !== undefined) return seen;
    const text = ts.sys.readFile(join(folder, 'package.json'));
    const name: unknown = text === undefined ? undefined : (JSON.parse(text) as { name?: unknown }).name;
    const found = typeof name === 'string' ? name : dirname(folder) === folder ? null : find(dirname(folder));
    known.set(folder, found);
    return found;
  };
  return (file) => find(dirname(file));
}
