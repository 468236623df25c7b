// A library that is a module of the support package itself, beside those that are installed.
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { type OwnModule, SyftError } from '@syft-libs/ast';
import { type InstalledLibrary, readsOfDependencies } from './cage/read-grants.ts';
import { type ResolvedLibrary, rootOf } from './entry-points.ts';

const SOURCE = /(?<!\.d)\.[cm]?ts$/;

/** True for a module in TypeScript, which Node runs as it is, and a compiler reads without declarations. */
export function isModuleSource(file: string): boolean {
  return SOURCE.test(file);
}

/** A package's own module as a library with one entry point, its folder being the file's. Throws `NOT_FOUND` where there is no such file. */
export function resolveOwnModule(name: string, { file, version }: OwnModule, from: string): ResolvedLibrary {
  const path = fileOf(name, file, from);
  const root = rootOf(name);
  const entryPoint = { subpath: '.', specifier: file, path: root, importFile: path, requireFile: null };
  return { name, version, root, folder: dirname(path), entryPoints: [entryPoint] };
}

/** The same for a cage: what loading it may read is its own folder, and what the package depends on. */
export function findOwnModule(name: string, { file }: OwnModule, from: string): InstalledLibrary {
  const folder = dirname(fileOf(name, file, from));
  const reads = [folder, join(realpathSync(from), 'package.json'), ...readsOfDependencies(from)];
  return { name: file, from, folder, reads: [...new Set(reads)].sort() };
}

function fileOf(name: string, file: string, from: string): string {
  const path = join(from, file);
  if (!existsSync(path)) throw new SyftError('NOT_FOUND', `cannot resolve library ${name}: there is no ${file}`);
  const folder = realpathSync(from);
  const real = realpathSync(path);
  if (!real.startsWith(folder + sep)) throw new SyftError('NOT_FOUND', `cannot resolve library ${name}: ${file} is outside of the package`);
  return real;
}
