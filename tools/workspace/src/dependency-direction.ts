// Arrows between packages point one way: everything may import `ast`, `ast` imports nothing of ours, and so on down this table.
import ts from 'typescript';
import { kindOf } from './uniformity/package-kind.ts';
import type { Problem, WorkspacePackage } from './workspace.ts';

const scope = '@syft-libs/';

/** What each package of the core may import of ours, in its tests too. */
const core: Readonly<Record<string, readonly string[]>> = {
  ast: [],
  js: ['ast'],
  client: ['ast', 'js'],
  domain: ['ast', 'js'],
  testing: ['ast', 'js', 'client', 'domain'],
  autoload: ['ast'],
};

/** True for a package that makes somebody's library usable remotely; JavaScript itself is part of the core. */
export const isSupport = (pkg: WorkspacePackage): boolean => kindOf(pkg) === 'support' && !(shortName(pkg) in core);

const shortName = (pkg: WorkspacePackage): string => pkg.json.name.slice(scope.length);

/** The short names of our packages that `pkg` may import, or nothing when it may import all: tools, and what installs all the others. */
export function allowedImports(pkg: WorkspacePackage, inTests: boolean): readonly string[] | undefined {
  if (!pkg.dir.startsWith('packages/') || shortName(pkg) === 'all') return undefined;
  return core[shortName(pkg)] ?? (inTests ? ['ast', 'testing'] : ['ast']);
}

/** Checks what a package.json depends on; a development dependency counts as one of the tests. */
export function checkManifest(pkg: WorkspacePackage): readonly Problem[] {
  const { dependencies, peerDependencies, devDependencies } = pkg.json;
  const shipped = Object.keys({ ...dependencies, ...peerDependencies }).map((name) => ({ name, inTests: false }));
  const own = Object.keys({ ...devDependencies }).map((name) => ({ name, inTests: true }));
  return [...shipped, ...own].flatMap(({ name, inTests }) => {
    const file = `${pkg.dir}/package.json`;
    return name.startsWith(scope) ? checkOurs(pkg, { file, line: 1, specifier: name, inTests }) : [];
  });
}

/** Checks each import of one file: ours by direction, relative ones for leaving the package, a supported library for its place. */
export function checkImports(pkg: WorkspacePackage, file: string, text: string, libraries: readonly string[]): readonly Problem[] {
  const inTests = isTestFile(file);
  return ts.preProcessFile(text).importedFiles.flatMap(({ fileName: specifier, pos }) => {
    const found = { file, line: text.slice(0, pos).split('\n').length, specifier, inTests };
    if (specifier.startsWith(scope)) return checkOurs(pkg, found);
    if (specifier.startsWith('.')) return checkRelative(pkg, found);
    return checkLibrary(pkg, found, libraries);
  });
}

/** True for tests and benchmarks, which have other caps and may import more. */
export const isTestFile = (file: string): boolean => /\/(test|bench)\/|\.test(-d)?\.ts$/.test(file);

interface Import {
  readonly file: string;
  readonly line: number;
  readonly specifier: string;
  readonly inTests: boolean;
}

function checkOurs(pkg: WorkspacePackage, { file, line, specifier, inTests }: Import): readonly Problem[] {
  const target = specifier.slice(scope.length).split('/')[0] ?? '';
  const allowed = allowedImports(pkg, inTests);
  if (allowed === undefined || allowed.includes(target) || target === shortName(pkg)) return [];
  const fix = `move the code to where both sides may see it; ${pkg.json.name} may import: ${allowed.join(', ') || 'nothing of ours'}`;
  return [{ file, line, text: `${pkg.json.name} may not depend on ${scope}${target}`, fix }];
}

function checkRelative(pkg: WorkspacePackage, { file, line, specifier }: Import): readonly Problem[] {
  const { pathname } = new URL(specifier, `file:///${file}`);
  if (pathname.startsWith(`/${pkg.dir}/`) || pkg.dir.startsWith('tools/')) return [];
  return [{ file, line, text: `the import '${specifier}' leaves the package`, fix: 'import the other package by its name' }];
}

function checkLibrary(pkg: WorkspacePackage, { file, line, specifier, inTests }: Import, libraries: readonly string[]): readonly Problem[] {
  const library = libraries.find((name) => specifier === name || specifier.startsWith(`${name}/`));
  if (library === undefined || !pkg.dir.startsWith('packages/')) return [];
  if (isSupport(pkg) && (inTests || file === `${pkg.dir}/src/runtime.ts`)) return [];
  const fix = 'only `src/runtime.ts` of its support package, and the tests there, may load a supported library';
  return [{ file, line, text: `the supported library '${library}' is imported here`, fix }];
}
