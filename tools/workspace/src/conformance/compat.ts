import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Manifest, Verdict } from '@syft-libs/ast';
import { type PackageJson, readPackages, workspaceRoot } from '../workspace.ts';

/** Versions of libraries that a support package is held against, by npm name: its `compat.json`. */
export type Compat = Readonly<Record<string, readonly string[]>>;

/** A support package as far as the matrix needs it. */
export interface SupportFolder {
  /** Relative to the root: `packages/syft-numjs`. */
  readonly dir: string;
  readonly name: string;
}

/** Members of one library by verdict. */
export type VerdictCounts = Readonly<Record<Verdict, number>>;

/** Every package with a `compat.json` and a manifest, by folder. */
export function supportFolders(root: string = workspaceRoot): readonly SupportFolder[] {
  const isSupport = (dir: string): boolean => ['compat.json', 'manifest.json'].every((file) => existsSync(join(root, dir, file)));
  return readPackages(root)
    .filter(({ dir }) => isSupport(dir))
    .map(({ dir, json }) => ({ dir, name: json.name }));
}

/** Reads a package's `compat.json`. Throws when it is no list of versions by library. */
export function readCompat(folder: string): Compat {
  const document = readJson(join(folder, 'compat.json'));
  const isList = (value: unknown): boolean => Array.isArray(value) && value.every((version) => typeof version === 'string');
  if (typeof document !== 'object' || document === null || !Object.values(document).every(isList)) {
    throw new Error(`cannot read ${join(folder, 'compat.json')}: expected a list of versions for each library`);
  }
  return document as Compat;
}

/** What a package's manifest says of one library; `undefined` when it has no such library. */
export function readVerdicts(folder: string, library: string): VerdictCounts | undefined {
  const members = membersOf(folder, library);
  if (members === undefined) return undefined;
  const count = (wanted: Verdict): number => members.filter(({ verdict }) => verdict === wanted).length;
  return { allow: count('allow'), refuse: count('refuse'), review: count('review') };
}

/** Paths of a library's allowed entries. */
export function allowedPaths(folder: string, library: string): ReadonlySet<string> {
  const allowed = (membersOf(folder, library) ?? []).filter(({ verdict }) => verdict === 'allow');
  return new Set(allowed.map(({ path }) => path));
}

function membersOf(folder: string, library: string): Manifest['libraries'][number]['members'] | undefined {
  const { libraries } = readJson(join(folder, 'manifest.json')) as Manifest;
  return libraries.find(({ name }) => name === library)?.members;
}

/** Whether a package names a library among its dependencies. One that it does not name is part of itself, or of the engine. */
export function dependsOn(folder: string, library: string): boolean {
  const { dependencies, devDependencies, peerDependencies } = readJson(join(folder, 'package.json')) as PackageJson;
  return library in { ...dependencies, ...devDependencies, ...peerDependencies };
}

/** The version of a library that a package's own code loads; `undefined` when it is not installed. */
export function installedVersion(folder: string, library: string): string | undefined {
  const file = join(folder, 'node_modules', library, 'package.json');
  if (existsSync(file)) return (readJson(file) as { readonly version: string }).version;
  return dirname(folder) === folder ? undefined : installedVersion(dirname(folder), library);
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
