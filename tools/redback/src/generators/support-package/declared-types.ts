import { globSync } from 'node:fs';
import { resolveLibrary } from '../../crawl/entry-points.ts';
import { typesPackageOf, type VersionLookup } from './registry.ts';

/**
 * The package that declares the types of an installed library, with its version, where the library brings no declarations of its
 * own and the registry has such a package. Throws `NOT_FOUND` where the library is not installed.
 */
export async function missingTypes(name: string, from: string, lookup: VersionLookup): Promise<readonly [string, string] | undefined> {
  const { folder } = resolveLibrary(name, from);
  const own = globSync('**/*.d.{ts,mts,cts}', { cwd: folder, exclude: (path) => path === 'node_modules' });
  if (own.length > 0) return undefined;
  const types = typesPackageOf(name);
  const version = await lookup(types);
  return version === undefined ? undefined : [types, version];
}
