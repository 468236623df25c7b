import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is read of an installed package's package.json. */
export interface PackageFile {
  /** The folder, with symbolic links resolved. */
  readonly dir: string;
  readonly name: string;
  readonly version: string;
  /** Names of what it asks for where it is installed. */
  readonly dependencies: readonly string[];
  /** Names of what it asks for where it is worked on. */
  readonly devDependencies: readonly string[];
  /** Whether it is the root of a workspace of npm's or Yarn's. */
  readonly isWorkspace: boolean;
  /** The field `syft` as it stands there; `undefined` when there is none. */
  readonly syft: unknown;
}

/** A package's name on npm, and nothing else: it becomes part of a path. */
const NAME = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/i;

/** True for what can be a package's name. */
export function isPackageName(name: string): boolean {
  return NAME.test(name);
}

/** The package in a folder; `undefined` where there is no readable package.json. */
export function readPackageFile(dir: string): PackageFile | undefined {
  try {
    const json: unknown = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));
    if (!isObject(json)) return undefined;
    return {
      dir,
      name: textOf(json, 'name'),
      version: textOf(json, 'version'),
      dependencies: [...namesOf(json, 'dependencies'), ...namesOf(json, 'optionalDependencies'), ...namesOf(json, 'peerDependencies')],
      devDependencies: namesOf(json, 'devDependencies'),
      isWorkspace: ownField(json, 'workspaces') !== undefined,
      syft: ownField(json, 'syft'),
    };
  } catch {
    return undefined;
  }
}

/** True for what JSON calls an object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of the object itself: what somebody has put on `Object.prototype` is none. */
export function ownField(object: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function textOf(json: Readonly<Record<string, unknown>>, field: string): string {
  const text = ownField(json, field);
  return typeof text === 'string' ? text : '';
}

function namesOf(json: Readonly<Record<string, unknown>>, field: string): readonly string[] {
  const names = ownField(json, field);
  return isObject(names) ? Object.keys(names).filter(isPackageName) : [];
}
