import { SyftError } from '@syft-libs/ast';
import { CONFIG_FILE } from '../../sync/load-decisions.ts';
import type { Tree } from '../tree.ts';
import { addToCatalog, catalogVersion, WORKSPACE_FILE } from './catalog.ts';
import type { LibraryRequest, PackageRequest } from './package-request.ts';
import { exactVersion, type VersionLookup } from './registry.ts';

/** A support package whose libraries can be installed; nothing else of it is there yet. */
export interface PreparedPackage extends PackageRequest {
  /** In the workspace of Syft, or on its own. */
  readonly isInWorkspace: boolean;
  /** False where a person's package.json was there already: it stays. */
  readonly isOurs: boolean;
}

/** True for the workspace of Syft libs, whose presets and catalog a package can share. */
export function isWorkspace(tree: Tree): boolean {
  return tree.exists(WORKSPACE_FILE) && tree.exists('packages/syft-ast/package.json');
}

/**
 * Writes what an install needs: the libraries' exact versions in the catalog, and a package.json that asks for them. Throws
 * `EXISTS` where there is a support package already, `NOT_FOUND` for a library that the registry does not have.
 */
export async function preparePackage(tree: Tree, request: PackageRequest, lookup: VersionLookup): Promise<PreparedPackage> {
  const { dir, packageName, libraries } = request;
  if ([CONFIG_FILE, 'src/index.ts'].some((file) => tree.exists(`${dir}/${file}`))) {
    throw new SyftError(
      'EXISTS',
      `cannot make support package: there is one in ${dir} already; \`redback sync --dir ${dir}\` makes it anew`,
    );
  }
  const isInWorkspace = isWorkspace(tree);
  const dependencies: Record<string, string> = {};
  for (const library of libraries) {
    dependencies[library.name] = isInWorkspace
      ? await catalogLibrary(tree, library, lookup)
      : await exactVersion(lookup, library.name, library.version);
  }
  const file = `${dir}/package.json`;
  const current = tree.read(file, 'utf8');
  const json = current === null ? { name: packageName, version: '1.0.0', private: true, type: 'module' } : readJson(current, file);
  writeJson(tree, file, { ...json, dependencies: sorted({ ...dependencies, ...dependenciesOf(json, 'dependencies') }) });
  return { ...request, isInWorkspace, isOurs: current === null || isHalfMade(json) };
}

/** What an interrupted run has left: nobody's scripts, nobody's exports. */
function isHalfMade(json: Json): boolean {
  const { name: _, version, private: isPrivate, type, dependencies: __, devDependencies: ___, ...others } = json;
  return version === '1.0.0' && isPrivate === true && type === 'module' && Object.keys(others).length === 0;
}

/** Adds a dependency of the tests, with its version in the catalog where there is one. */
export function addDevDependency(tree: Tree, { dir, isInWorkspace }: PreparedPackage, [name, version]: readonly [string, string]): void {
  if (isInWorkspace) {
    const workspace = tree.read(WORKSPACE_FILE, 'utf8') ?? '';
    if (catalogVersion(workspace, name) === undefined) tree.write(WORKSPACE_FILE, addToCatalog(workspace, name, version));
  }
  const file = `${dir}/package.json`;
  const json = readJson(tree.read(file, 'utf8') ?? '{}', file);
  const asked = { [name]: isInWorkspace ? 'catalog:' : version };
  writeJson(tree, file, { ...json, devDependencies: sorted({ ...dependenciesOf(json, 'devDependencies'), ...asked }) });
}

/** The text of a package.json whose libraries are those of the catalog: the versions that were crawled, and no others. */
export function pinToCatalog(text: string, libraries: readonly LibraryRequest[]): string {
  const json = readJson(text, 'package.json');
  const pinned = Object.fromEntries(libraries.map(({ name }) => [name, 'catalog:']));
  return printed({ ...json, dependencies: sorted({ ...dependenciesOf(json, 'dependencies'), ...pinned }) });
}

/** What a catalog has already is kept: other packages rely on it. */
async function catalogLibrary(tree: Tree, { name, version }: LibraryRequest, lookup: VersionLookup): Promise<string> {
  const workspace = tree.read(WORKSPACE_FILE, 'utf8') ?? '';
  const known = catalogVersion(workspace, name);
  if (known !== undefined && version !== undefined && known !== version) {
    throw new SyftError('EXISTS', `cannot add library ${name} ${version}: the catalog has ${known}; change it in ${WORKSPACE_FILE} first`);
  }
  if (known === undefined) tree.write(WORKSPACE_FILE, addToCatalog(workspace, name, await exactVersion(lookup, name, version)));
  return 'catalog:';
}

type Json = Readonly<Record<string, unknown>>;

function readJson(text: string, file: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new SyftError('BAD_CONFIG', `cannot read ${file}: it is no JSON`);
  }
}

function writeJson(tree: Tree, file: string, json: Json): void {
  tree.write(file, printed(json));
}

function printed(json: Json): string {
  return `${JSON.stringify(json, null, 2)}\n`;
}

function dependenciesOf(json: Json, group: string): Readonly<Record<string, string>> {
  return (json[group] ?? {}) as Readonly<Record<string, string>>;
}

function sorted(dependencies: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(dependencies).sort(([left], [right]) => (left < right ? -1 : 1)));
}
