import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { isRecord, SyftError } from '@syft-libs/ast';
import { type ExportTarget, expandExports } from './exports-map.ts';

/** An installed library: where it is, what it calls itself, and all that it lets others load. */
export interface ResolvedLibrary {
  readonly name: string;
  readonly version: string;
  /** First segment of every path: `simpleStatistics` for `simple-statistics`. */
  readonly root: string;
  /** The package's real folder, symbolic links followed. */
  readonly folder: string;
  /** `.` first, then the others by name. */
  readonly entryPoints: readonly ResolvedEntryPoint[];
}

export interface ResolvedEntryPoint {
  /** `.` or `./linalg`. */
  readonly subpath: string;
  /** What a program writes to load it: `tiny-lib/linalg`. */
  readonly specifier: string;
  /** What stands before the names of its members: `tinyLib`, `tinyLib.linalg`. */
  readonly path: string;
  /** The absolute files that `import` and `require` load; `null` where that way is closed. */
  readonly importFile: string | null;
  readonly requireFile: string | null;
}

const SCRIPT = /\.[cm]?js$/;

/**
 * Finds a library as a file in the folder `from` would, and lists its entry points: all of `exports` that a script stands
 * behind, else `main`, `module` or `index.js`. Programs under `bin` are none. Throws `NOT_FOUND` where it is not installed.
 */
export function resolveLibrary(name: string, from: string): ResolvedLibrary {
  const folder = packageFolder(name, from);
  const json: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!isRecord(json)) throw new SyftError('NOT_FOUND', 'cannot resolve library: its package.json is no object');
  const root = rootOf(name);
  const targets =
    json['exports'] === undefined || json['exports'] === null ? legacyTargets(json, folder) : mapTargets(json['exports'], folder);
  const version = typeof json['version'] === 'string' ? json['version'] : '0.0.0';
  const entryPoints = targets.map((target) => ({
    subpath: target.subpath,
    specifier: name + target.subpath.slice(1),
    path: pathOf(root, target.subpath),
    importFile: fileOf(target.import, folder),
    requireFile: fileOf(target.require, folder),
  }));
  return {
    name,
    version,
    root,
    folder,
    entryPoints: entryPoints.filter((entry) => entry.importFile !== null || entry.requireFile !== null),
  };
}

/** The identifier for a package: `ml-matrix` → `mlMatrix`, `@scope/some.lib` → `scopeSomeLib`, `@types/scope__lib` → `scopeLib`. */
export function rootOf(name: string): string {
  return identifierOf(name.replace(/^@types\//, '').replace('__', '/'));
}

/** Words of a name run together, each but the first with a capital: `en-IN` → `enIN`. */
function identifierOf(name: string): string {
  const words = name.split(/[^A-Za-z0-9_$]+/).filter((word) => word !== '');
  const joined = words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
  return /^\d/.test(joined) ? `_${joined}` : joined;
}

/** `./linalg/solve-all` under `tinyLib` → `tinyLib.linalg.solveAll`. */
function pathOf(root: string, subpath: string): string {
  const segments = subpath.split('/').slice(1);
  return [root, ...segments.map((segment) => identifierOf(segment.replace(SCRIPT, '')))].join('.');
}

function packageFolder(name: string, from: string): string {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return realpathSync(candidate);
    if (dirname(folder) === folder) throw new SyftError('NOT_FOUND', `cannot resolve library ${name}: it is not installed`);
  }
}

function mapTargets(exports: unknown, folder: string): readonly ExportTarget[] {
  return expandExports(exports, packageFiles(folder));
}

/** Without `exports`, deep files could be loaded too, but only the main one is meant for others. */
function legacyTargets(json: Readonly<Record<string, unknown>>, folder: string): readonly ExportTarget[] {
  const named = [json['main'], json['module'], 'index.js'].filter((value) => typeof value === 'string' && value !== '');
  for (const value of named as readonly string[]) {
    const base = `./${value.replace(/^\.\//, '')}`;
    const found = [base, `${base}.js`, `${base}.cjs`, `${base.replace(/\/$/, '')}/index.js`].find((path) => fileOf(path, folder) !== null);
    if (found !== undefined) return [{ subpath: '.', import: found, require: found }];
  }
  return [];
}

/** A script inside the package that exists; declarations, styles, JSON and native code are none. */
function fileOf(target: string | null, folder: string): string | null {
  if (target === null || !SCRIPT.test(target)) return null;
  const file = join(folder, target);
  return file.startsWith(folder + sep) && statSync(file, { throwIfNoEntry: false })?.isFile() === true ? file : null;
}

/** The package's own files, `./`-relative with forward slashes; those of nested installs are not its own. */
function packageFiles(folder: string, below = '.'): readonly string[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${below}/${entry.name}`;
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : packageFiles(folder, path);
      return entry.isFile() ? [path] : [];
    });
}
