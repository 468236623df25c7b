import { isPath, SyftError } from '@syft-libs/ast';
import { rootOf } from '../../crawl/entry-points.ts';

/** What somebody asks for: the text of a command line, or of a generator's options. */
export interface SupportPackageOptions {
  /** `simple-statistics`, `@scope/lib`, `ml-matrix@6.15.1`. */
  readonly libraries: readonly string[];
  /** `simple-statistics` makes `@syft-libs/simple-statistics` in the workspace; elsewhere it is the package's whole name. */
  readonly name?: string;
  /** The package's folder, relative to the workspace or the current folder. */
  readonly dir?: string;
  /** `ndarray-ops=ops`: another first segment for the paths of one library. */
  readonly roots?: readonly string[];
  /** For one library alone. */
  readonly version?: string;
}

/** A support package to be made, checked. */
export interface PackageRequest {
  /** `@syft-libs/simple-statistics`. */
  readonly packageName: string;
  /** Relative to the tree's root, with forward slashes. */
  readonly dir: string;
  readonly libraries: readonly LibraryRequest[];
}

export interface LibraryRequest {
  readonly name: string;
  readonly root: string;
  /** A version or a tag; `undefined` for the newest, or what the catalog has. */
  readonly version: string | undefined;
}

const PACKAGE = /^(?:@[a-z0-9~-][\w.~-]*\/)?[a-z0-9~-][\w.~-]*$/i;
const PACKAGE_NAME = /^(?:@[a-z0-9][a-z0-9.-]*\/)?[a-z0-9][a-z0-9.-]*$/;
const VERSION = /^[\w.+-]+$/;

/**
 * Reads what was asked for. In the workspace of Syft libs packages have their scope and their place; elsewhere `name` may be a whole
 * name. Throws `BAD_ARGUMENT` for what names no package.
 */
export function readRequest(options: SupportPackageOptions, isInWorkspace: boolean): PackageRequest {
  const libraries = readLibraries(options);
  const short = libraries[0].name.replace(/^@[^/]+\//, '').toLowerCase();
  const packageName = isInWorkspace ? `@syft-libs/${options.name ?? short}` : (options.name ?? `syft-${short}`);
  if (!PACKAGE_NAME.test(packageName)) fail(`${packageName} is no name for a package`);
  const slug = packageName.slice(packageName.lastIndexOf('/') + 1);
  const dir = (options.dir ?? (isInWorkspace ? `packages/syft-${slug}` : slug)).replaceAll('\\', '/').replace(/^\.\/|\/+$/g, '');
  if (dir.startsWith('/') || dir.split('/').includes('..')) fail('its folder lies outside; name one below the current folder');
  if (isInWorkspace && !/^packages\/[^/]+$/.test(dir)) fail('in the workspace its folder has to be packages/<name>');
  return { packageName, dir, libraries };
}

type Libraries = readonly [LibraryRequest, ...LibraryRequest[]];

function readLibraries({ libraries, roots = [], version }: SupportPackageOptions): Libraries {
  const rootByName = new Map(roots.map(readRoot));
  const found = libraries.map((text) => readLibrary(text, rootByName, version));
  if (found.length === 0) fail('no library is named, as in `redback new my-library`');
  if (version !== undefined && found.length > 1) fail('--version is for one library; write name@version for several');
  const names = found.map(({ name }) => name);
  for (const name of rootByName.keys()) if (!names.includes(name)) fail(`--root names ${name}, which is none of the libraries`);
  for (const key of ['name', 'root'] as const) {
    const double = found.find((library, index) => found.findIndex((other) => other[key] === library[key]) !== index);
    if (double !== undefined) fail(`two libraries have the ${key} ${double[key]}`);
  }
  return found as unknown as Libraries;
}

function readLibrary(text: string, roots: ReadonlyMap<string, string>, version: string | undefined): LibraryRequest {
  const at = text.indexOf('@', 1);
  const name = at === -1 ? text : text.slice(0, at);
  const wanted = at === -1 ? version : text.slice(at + 1);
  if (!PACKAGE.test(name)) fail(`${name} is no name of a package`);
  if (wanted !== undefined && !VERSION.test(wanted)) fail(`${wanted} is no version`);
  return { name, root: roots.get(name) ?? rootOf(name), version: wanted };
}

function readRoot(text: string): readonly [name: string, root: string] {
  const at = text.lastIndexOf('=');
  const [name, root] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 1 || !isPath(root) || root.includes('.')) fail(`--root ${text} is not a library, "=" and an identifier`);
  return [name, root];
}

function fail(reason: string): never {
  throw new SyftError('BAD_ARGUMENT', `cannot make support package: ${reason}`);
}
