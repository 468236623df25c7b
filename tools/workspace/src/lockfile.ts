import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readPackages } from './workspace.ts';

/** A package of the lockfile: `esbuild@0.28.2`. */
type Key = string;

/** `pnpm-lock.yaml`, as far as the checks need it. */
export interface Lockfile {
  readonly packages: ReadonlySet<Key>;
  /** What each folder of the workspace asks for, as it was resolved: `4.0.1(peer@1.0.0)`, `link:../syft-ast`. */
  readonly importers: Readonly<Record<string, Asked>>;
  /** What each package depends on, by its key with its peers. */
  readonly snapshots: Readonly<Record<string, Resolved>>;
  /** The line at which a package is first named, from 1. */
  lineOf(key: Key): number;
}

type Asked = Readonly<Partial<Record<'dependencies' | 'optionalDependencies', Readonly<Record<string, { readonly version: string }>>>>>;
type Resolved = Readonly<Partial<Record<'dependencies' | 'optionalDependencies', Readonly<Record<string, string>>>>>;

export function readLockfile(root: string): Lockfile {
  const text = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8');
  const { packages, importers, snapshots } = parse(text) as Pick<Lockfile, 'importers' | 'snapshots'> & { readonly packages: object };
  const lines = text.split('\n');
  return {
    packages: new Set(Object.keys(packages)),
    importers,
    snapshots,
    lineOf: (key) => lines.findIndex((line) => [`  ${key}:`, `  '${key}':`].includes(line)) + 1,
  };
}

/** All that comes along when our published packages are installed, each with the package of ours that asks for it. */
export function publishedDependencies({ importers, snapshots }: Lockfile, root: string): ReadonlyMap<Key, string> {
  const found = new Map<Key, string>();
  const visit = (name: string, version: string, by: string): void => {
    if (version.startsWith('link:')) return;
    // An alias is resolved to the key of what it stands for.
    const key = /^@?[^@(]+@/.test(version) ? version : `${name}@${version}`;
    const plain = key.replace(/\(.*$/s, '');
    if (found.has(plain)) return;
    found.set(plain, by);
    const { dependencies = {}, optionalDependencies = {} } = snapshots[key] ?? {};
    for (const [next, resolved] of Object.entries({ ...dependencies, ...optionalDependencies })) visit(next, resolved, by);
  };
  for (const { dir, json } of readPackages(root)) {
    if (json.private === true) continue;
    const { dependencies = {}, optionalDependencies = {} } = importers[dir] ?? {};
    for (const [name, { version }] of Object.entries({ ...dependencies, ...optionalDependencies })) visit(name, version, json.name);
  }
  return found;
}
