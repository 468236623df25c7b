import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPackageFile } from './package-file.ts';

const FOLDER = '/node_modules/';

/**
 * The folder of a package as a module in `from` would find it: in the nearest `node_modules` above that has it, links resolved. So it
 * is found where npm has hoisted it, where it stays nested, where pnpm has linked it, and where a workspace has.
 */
export function findInstalled(name: string, from: string): string | undefined {
  for (let dir = from; ; dir = dirname(dir)) {
    const found = join(dir, 'node_modules', name);
    if (!dir.endsWith('node_modules') && existsSync(join(found, 'package.json'))) return realpathSync.native(found);
    if (dirname(dir) === dir) return undefined;
  }
}

/** The nearest folder with a package.json, from `dir` upwards. */
export function nearestPackage(dir: string): string | undefined {
  for (let at = dir; ; at = dirname(at)) {
    if (existsSync(join(at, 'package.json'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/**
 * The root of the workspace that a package is in: the nearest folder above it that says it is one. Only one of the same owner, so that
 * nobody adds packages to a program of somebody else by writing to a folder above it.
 */
export function workspaceRoot(dir: string): string | undefined {
  for (let at = dirname(dir), below = dir; at !== below; below = at, at = dirname(at)) {
    if (existsSync(join(at, 'pnpm-workspace.yaml')) || readPackageFile(at)?.isWorkspace === true)
      return statSync(at).uid === statSync(dir).uid ? at : undefined;
  }
  return undefined;
}

/** The place of a package, as much of it as a module's URL tells. */
export interface PackagePlace {
  readonly dir: string;
  /** True for what was installed, false for what is worked on: an application, or a package of its workspace. */
  readonly isInstalled: boolean;
}

/** Tells of each module's URL in which package it is, and asks the disk once for each folder. */
export class PackagePlaces {
  readonly #places = new Map<string, PackagePlace | undefined>();

  /** `undefined` for what is no file, or in no package. */
  of(url: string): PackagePlace | undefined {
    const start = url.lastIndexOf(FOLDER);
    const key = start === -1 ? url.slice(0, url.lastIndexOf('/')) : installedRoot(url, start + FOLDER.length);
    if (!this.#places.has(key)) this.#places.set(key, placeAt(key, start !== -1));
    return this.#places.get(key);
  }
}

/** A URL up to the name of the package in it, which has a second segment where the first is a scope. */
function installedRoot(url: string, start: number): string {
  const end = url.indexOf('/', start);
  return url.slice(0, url[start] === '@' ? url.indexOf('/', end + 1) : end);
}

function placeAt(url: string, isInstalled: boolean): PackagePlace | undefined {
  if (!url.startsWith('file:')) return undefined;
  const path = fileURLToPath(url);
  const dir = isInstalled ? path : nearestPackage(path);
  return dir === undefined ? undefined : { dir, isInstalled };
}
