import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isRecord, isSyftError, type OwnModule, SyftError } from '@syft-libs/ast';
import { decideAlone } from '../decide/decide-library.ts';
import type { EntryPoint, Snapshot } from '../surface/snapshot.ts';
import type { CageNode } from './cage/cage-node.ts';
import { type CageProof, type ProofOptions, proveCage } from './cage/prove-cage.ts';
import { findInstalledLibrary } from './cage/read-grants.ts';
import { callMembers, type PersonsWord } from './call-members.ts';
import { type ResolvedEntryPoint, type ResolvedLibrary, resolveLibrary, rootOf } from './entry-points.ts';
import { digestLibrary } from './library-digest.ts';
import { mergeLibrary } from './merge/merge-library.ts';
import type { Merged } from './merge/merged.ts';
import { renameDeclared, renamePath } from './merge/rename-types.ts';
import { findOwnModule, resolveOwnModule } from './own-module.ts';
import { type Progress, silentProgress } from './progress.ts';
import type { RuntimeWalk } from './runtime/runtime-walk.ts';
import { walkLibrary } from './runtime/walk-library.ts';
import { crawlDeclarations } from './static/crawl-declarations.ts';
import type { DeclaredLibrary } from './static/declared-library.ts';
import { closeTables, type MemberTables, memberTables, openTables } from './tables/member-tables.ts';

export interface CrawlOptions {
  /** The folder from which the library is found, as a file in it would find it. */
  readonly from: string;
  /** The first segment of every path: made of the library's name unless given. */
  readonly root?: string;
  readonly progress?: Progress;
  /** `false`: look only, and call nothing but what loading calls. */
  readonly probes?: false;
  /** The Node that runs the library. */
  readonly node?: CageNode;
  readonly namespaces?: boolean;
  /** The library is this module of the package in the folder `from`, and none that is installed. */
  readonly module?: OwnModule;
  /** Names of exported objects that are the members of a type of the grammar, and that type: `{ Number: 'number' }`. */
  readonly tables?: Readonly<Record<string, string>>;
  /** What a person has decided on it: of a large library, more is measured then. */
  readonly decided?: PersonsWord;
}

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
const isSource = import.meta.url.endsWith('.ts');
const PACKAGE = new URL(isSource ? '../../package.json' : '../package.json', import.meta.url);

/**
 * Looks at an installed library from all sides: what it declares, what it exports, and what its members do when they are
 * called. Twice gives the same bytes. Throws `BAD_ARGUMENT` for a library that is not there, does not load or exports nothing,
 * and `INTERNAL` where the cage does not hold.
 */
export async function crawlLibrary(name: string, { progress = silentProgress, ...options }: CrawlOptions): Promise<Snapshot> {
  const from = resolve(options.from);
  const library = findLibrary(name, from, options);
  const tables = memberTables(library.root, options.tables ?? {});
  progress.stage('proving the cage');
  const { cage } = await proveOnce(cageOptions(options));
  const installed = options.module === undefined ? findInstalledLibrary(name, from) : findOwnModule(name, options.module, from);
  const inCage = { library: installed, root: library.root, ...cageOptions(options) };
  progress.stage('loading', library.entryPoints.length);
  const walked = await walkLibrary({ ...inCage, subpaths: library.entryPoints.map(({ subpath }) => subpath) });
  progress.tick(library.entryPoints.length);
  assertLoaded(name, walked);
  progress.stage('reading declarations');
  const declared = readDeclarations(library, walked, { from, tables });
  const seen = openTables(mergeLibrary(declared, walked), tables);
  const whole = (members: Merged): Snapshot => ({
    snapshot: 1,
    library: { name, version: library.version, root: library.root, digest: digestLibrary(library.folder) },
    observer: { redback: ownVersion(), oracle: declared.oracle, cage },
    entryPoints: library.entryPoints.map((entry) => describeEntryPoint(entry, walked, declared)),
    ...ownOf(members, library.root),
  });
  const decide = (members: Merged) => decideAlone(whole(members));
  const called =
    options.probes === false ? seen : await callMembers(seen, walked, { inCage, progress, decide, decided: options.decided ?? {} });
  return whole(closeTables(called, tables, options.tables ?? {}));
}

const proofs = new Map<string, Promise<CageProof>>();

/** One proof for each kind of cage in the life of this process. One that failed proves nothing, and is made again. */
function proveOnce(options: ProofOptions): Promise<CageProof> {
  const kind = JSON.stringify([options.node?.file, options.namespaces]);
  const known = proofs.get(kind) ?? proveCage(options);
  proofs.set(kind, known);
  known.catch(() => proofs.delete(kind));
  return known;
}

function cageOptions({ node, namespaces }: Omit<CrawlOptions, 'from'>): Pick<CrawlOptions, 'node' | 'namespaces'> {
  return { ...(node !== undefined && { node }), ...(namespaces !== undefined && { namespaces }) };
}

function findLibrary(name: string, from: string, { root, module }: Pick<CrawlOptions, 'root' | 'module'>): ResolvedLibrary {
  const library = module === undefined ? resolveInstalled(name, from) : resolveOwnModule(name, module, from);
  if (library.entryPoints.length === 0) {
    throw new SyftError('BAD_ARGUMENT', `cannot crawl ${name}: no script stands behind its exports or main; name a package that has one`);
  }
  if (root === undefined || root === library.root) return library;
  if (!IDENTIFIER.test(root) || root === 'ast') {
    throw new SyftError('BAD_ARGUMENT', `cannot crawl ${name}: its root has to be an identifier, and not ast, which is the core’s`);
  }
  const entryPoints = library.entryPoints.map((entry) => ({ ...entry, path: root + entry.path.slice(library.root.length) }));
  return { ...library, root, entryPoints };
}

function resolveInstalled(name: string, from: string): ResolvedLibrary {
  try {
    return resolveLibrary(name, from);
  } catch (cause) {
    if (isSyftError(cause) && cause.code !== 'NOT_FOUND') throw cause;
    const reason = isSyftError(cause)
      ? 'it is not installed; add it to the project that you crawl from'
      : 'its package.json cannot be read';
    throw new SyftError('BAD_ARGUMENT', `cannot crawl ${name}: ${reason}`, { cause });
  }
}

function assertLoaded(name: string, { entryPoints, members }: RuntimeWalk): void {
  if (entryPoints.every(({ loads }) => loads === 'none')) {
    const problems = entryPoints.slice(0, 5).map(({ subpath, problem }) => `${subpath} ${problem}`);
    throw new SyftError(
      'BAD_ARGUMENT',
      `cannot crawl ${name}: nothing of it loads (${problems.join(', ')}); load it by hand and install what it misses, or crawl another version`,
    );
  }
  if (members.length === 0)
    throw new SyftError('BAD_ARGUMENT', `cannot crawl ${name}: it loads and exports nothing; name the package that does`);
}

/** Declarations of the entry points that load and have a path: what else is declared can be had by nobody. */
function readDeclarations(
  library: ResolvedLibrary,
  walked: RuntimeWalk,
  options: { readonly from: string; readonly tables: MemberTables },
): DeclaredLibrary {
  const loaded = new Set(walked.entryPoints.filter(({ loads }) => loads !== 'none').map(({ subpath }) => subpath));
  const declared = crawlDeclarations(
    { ...library, entryPoints: library.entryPoints.filter((entry) => loaded.has(entry.subpath) && pathOf(entry) !== null) },
    options,
  );
  const own = rootOf(library.name);
  if (own === library.root) return declared;
  // Types that no export names go by their package's name: here by the root as well.
  const inside = declared.types.filter(({ id }) => id.startsWith(`${own}.`));
  const ids = new Map(inside.map(({ id }) => [id, library.root + id.slice(own.length)] as const));
  return renameDeclared(declared, ids, (path) => renamePath(path, ids));
}

function describeEntryPoint(entry: ResolvedEntryPoint, walked: RuntimeWalk, declared: DeclaredLibrary): EntryPoint {
  const { subpath } = entry;
  const seen = walked.entryPoints.find((other) => other.subpath === subpath);
  const read = declared.entryPoints.find((other) => other.subpath === subpath);
  return {
    subpath,
    path: pathOf(entry),
    loads: seen?.loads ?? 'none',
    declarations: read?.declarations ?? 'none',
    problem: seen?.problem ?? null,
  };
}

/** Where the walk puts an entry point's members: nowhere, for a name that begins with a digit or is no identifier otherwise. */
function pathOf({ subpath, path }: ResolvedEntryPoint): string | null {
  const isPath = path.split('.').every((segment) => IDENTIFIER.test(segment)) && !subpath.split('/').some((segment) => /^\d/.test(segment));
  return isPath ? path : null;
}

/** Types of other packages are theirs to describe; signatures may name them. */
function ownOf({ types, members }: Merged, root: string): Merged {
  const isOwn = (id: string) => id.startsWith(`${root}.`);
  return {
    types: types.filter(({ id }) => isOwn(id)).map((type) => ({ ...type, extends: type.extends.filter(isOwn) })),
    members: members.filter(({ path }) => isOwn(path)),
  };
}

function ownVersion(): string {
  const json: unknown = JSON.parse(readFileSync(PACKAGE, 'utf8'));
  return isRecord(json) && typeof json['version'] === 'string' ? json['version'] : '0.0.0';
}
