// Where packages are, and which of those places are not to be believed.
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Refusal, refuseStrangers } from './ownership.ts';
import { readPackageFile } from './package-file.ts';

const FOLDER = '/node_modules/';

/** A package as it was found from another one. */
interface FoundPackage {
  /** Its folder, links resolved. */
  readonly dir: string;
  /** The same in the `node_modules` in which it was found. */
  readonly place: string;
}

/**
 * A package as a module in `from` would find it: in the nearest `node_modules` above that has it. So it is found where npm has hoisted it,
 * where it stays nested, where pnpm has linked it, and where a workspace has. `last` is the uppermost folder that is looked into.
 */
export function findInstalled(name: string, from: string, last?: string): FoundPackage | undefined {
  for (let dir = from; ; dir = dirname(dir)) {
    const place = join(dir, 'node_modules', name);
    if (!dir.endsWith('node_modules') && existsSync(join(place, 'package.json'))) return { dir: realpathSync.native(place), place };
    if (dir === last || dirname(dir) === dir) return undefined;
  }
}

/** The place of a package, as much of it as a module's URL tells. */
export interface PackagePlace {
  readonly dir: string;
  /** True for what was installed, false for what is worked on: an application, or a package of its workspace. */
  readonly isInstalled: boolean;
  /** Why it is not to be looked at: somebody else could have put it there. */
  readonly refusal: Refusal | undefined;
}

/**
 * The nearest folder with a package.json, from `dir` upwards. Whoever may write to a folder above, as all may to a temporary one, adds
 * nothing to a program by it: it is refused unless the owner of `dir` could have written it.
 */
export function nearestPackage(dir: string): PackagePlace | undefined {
  // A module that some hook makes up is in no folder: then the nearest one that is there.
  let trusted: string | undefined;
  for (let at = dir; ; at = dirname(at)) {
    if (trusted === undefined && existsSync(at)) trusted = at;
    const file = join(at, 'package.json');
    if (existsSync(file)) return { dir: at, isInstalled: false, refusal: refuseStrangers([file], trusted ?? at) };
    if (dirname(at) === at) return undefined;
  }
}

/** The root of the workspace that a package is in: the nearest folder from its own upwards that says it is one, refused as in `nearestPackage`. */
export function workspaceRoot(dir: string): PackagePlace | undefined {
  for (let at = dir; ; at = dirname(at)) {
    const marks = [join(at, 'pnpm-workspace.yaml'), join(at, 'package.json')].filter((file) => existsSync(file));
    if (marks[0]?.endsWith('.yaml') || readPackageFile(at)?.isWorkspace === true)
      return { dir: at, isInstalled: false, refusal: refuseStrangers([at, ...marks], dir) };
    if (dirname(at) === at) return undefined;
  }
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
  return isInstalled ? { dir: path, isInstalled, refusal: undefined } : nearestPackage(path);
}
