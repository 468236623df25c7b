import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ResolvedEntryPoint, ResolvedLibrary } from '../entry-points.ts';
import { ownerIn } from '../merge/merged.ts';
import { isModuleSource } from '../own-module.ts';
import type { MemberTables } from '../tables/member-tables.ts';
import type { DeclaredEntryPoint, DeclaredLibrary, DeclaredMember } from './declared-library.ts';
import { ExportWalk, type FoundExport } from './export-walk.ts';
import { describeMember } from './member-facts.ts';
import { SignatureReader } from './signature-reader.ts';
import type { FoundDeclarations, OracleProgram, OracleType, TypeOracle } from './type-oracle.ts';
import { TypeRegistry } from './type-registry.ts';
import { describeType, membersOfType } from './type-walk.ts';
import { createTypescriptOracle } from './typescript-oracle.ts';

export interface CrawlDeclarationsOptions {
  /** A folder from which the library can be resolved: declarations of `@types` are looked for from there. */
  readonly from: string;
  readonly oracle?: TypeOracle;
  /** Exported objects that are the members of a type of the language, by path. */
  readonly tables?: MemberTables;
}

/**
 * Reads what a library declares, by its own declarations, by `@types`, by hand, or by its scripts and their JSDoc. Nothing of the
 * library runs. An entry point that cannot be read is reported and costs its own members only.
 */
export function crawlDeclarations(
  library: ResolvedLibrary,
  { from, oracle = createTypescriptOracle(), tables = new Map() }: CrawlDeclarationsOptions,
): DeclaredLibrary {
  const sources = library.entryPoints.map((entry) => findSource(entry, from, oracle));
  const programs = openPrograms(sources, oracle);
  const walk = new ExportWalk();
  const entryPoints = sources.map((source) => addEntryPoint(source, programs, walk));
  const registry = new TypeRegistry();
  const members = describeExports(walk.finish(), registry, tables);
  return { oracle: oracle.name, entryPoints, types: registry.all().map((known) => describeType(known, registry)), members };
}

/** The files that say what one entry point exports: those for `import` first, then those for `require`. */
interface Source {
  readonly entry: ResolvedEntryPoint;
  readonly declarations: DeclaredEntryPoint['declarations'];
  readonly files: readonly string[];
}

interface Programs {
  readonly declarations: OracleProgram | null;
  readonly javascript: OracleProgram | null;
}

/** The folder of a support package in which people declare, by hand, a library that nobody has declared: `types/<library>.d.ts`. */
const OWN_DECLARATIONS = 'types';

function findSource(entry: ResolvedEntryPoint, from: string, oracle: TypeOracle): Source {
  // A module in TypeScript is its own declaration.
  if (entry.importFile !== null && isModuleSource(entry.importFile)) return { entry, declarations: 'package', files: [entry.importFile] };
  const ways = [entry.importFile === null ? null : 'import', entry.requireFile === null ? null : 'require'] as const;
  const found = ways.map((mode) => (mode === null ? null : oracle.findDeclarations(entry.specifier, from, mode)));
  const declared = found.filter((file): file is FoundDeclarations => file !== null);
  if (declared[0] !== undefined) return { entry, declarations: declared[0].source, files: unique(declared.map(({ file }) => file)) };
  const written = join(from, OWN_DECLARATIONS, `${entry.specifier}.d.ts`);
  if (existsSync(written)) return { entry, declarations: 'package', files: [written] };
  const scripts = [entry.importFile, entry.requireFile].filter((file) => file !== null);
  return { entry, declarations: 'jsdoc', files: unique(scripts) };
}

/** Declarations and scripts are read apart, since reading scripts reads far more. */
function openPrograms(sources: readonly Source[], oracle: TypeOracle): Programs {
  const open = (language: 'declarations' | 'javascript') => {
    const files = sources
      .filter(({ declarations }) => (declarations === 'jsdoc') === (language === 'javascript'))
      .flatMap(({ files }) => files);
    return files.length === 0 ? null : oracle.open(unique(files), language);
  };
  return { declarations: open('declarations'), javascript: open('javascript') };
}

function addEntryPoint({ entry, declarations, files }: Source, programs: Programs, walk: ExportWalk): DeclaredEntryPoint {
  const program = declarations === 'jsdoc' ? programs.javascript : programs.declarations;
  let modules = 0;
  for (const file of files) {
    const module = program?.moduleOf(file) ?? null;
    if (module === null) continue;
    modules++;
    walk.addModule(entry.path, entry.subpath, module);
  }
  if (modules > 0) return { subpath: entry.subpath, declarations, problem: null };
  return { subpath: entry.subpath, declarations: 'none', problem: 'no file of it is a module that the compiler can read' };
}

/** Exports first, so that exported classes have their paths as names; then all types that these lead to, and theirs. */
function describeExports(found: readonly FoundExport[], registry: TypeRegistry, tables: MemberTables): readonly DeclaredMember[] {
  for (const { path, symbol, kind, aliasOf } of found) {
    if (kind === 'class' && aliasOf === null && symbol.instance !== null) registry.claim(path, symbol, symbol.instance);
  }
  const reader = new SignatureReader(registry.idOf);
  const members = found.map(({ path, symbol, kind, subpaths, aliasOf }) => {
    const place = { path, subpaths, aliasOf, inheritedFrom: null, isStatic: false, isField: false };
    return describeMember(place, symbol, { kind, reader, receiver: tables.get(ownerIn(path)) });
  });
  // A view of a flat buffer can be made of plain data, so that its members matter though nothing gives one.
  for (const { symbol, type } of registry.all()) if (isStridedView(type)) registry.idOf(symbol, type, 'result');
  for (let known = registry.next(); known !== undefined; known = registry.next()) members.push(...membersOfType(known, registry, reader));
  return members.sort((left, right) => compare(left.path, right.path) || compare(left.kind, right.kind));
}

function isStridedView({ properties }: OracleType): boolean {
  return ['data', 'shape', 'stride', 'offset'].every((field) => properties.some(({ name }) => name === field));
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function unique(files: readonly string[]): readonly string[] {
  return [...new Set(files)];
}
