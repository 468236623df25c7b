import { SyftError } from '../errors.ts';
import type { ManifestLibrary } from '../manifest/manifest.ts';
import { allowedMembers, signaturesText } from '../manifest/parse-manifest.ts';
import type { SupportPackage } from '../support/define-support.ts';
import { type SurfaceType, surfaceTypeOf } from '../support/surface.ts';

/**
 * What clients are told has to be what runs: a library's surface lists the allowed members of its manifest, each with
 * the same kind, text and name, over the same aliases and types. Throws `BAD_MANIFEST` that names the first difference.
 */
export function assertSurface(support: SupportPackage, library: ManifestLibrary): void {
  const surface = support.surfaces.find(({ root }) => root === library.root);
  const told = new Set(
    surface?.entries.map(([path, kind, text, name]) => lineOf(`${library.root}.${path}`, kind, text, name ?? lastOf(path))),
  );
  const real = new Set(
    allowedMembers(library).map((member) => lineOf(member.path, member.kind, signaturesText(member), member.remoteName)),
  );
  const odd =
    difference(told, real) ??
    difference(aliasesOf(surface), aliasesOf(library)) ??
    difference(typesOf(surface?.types), typesOf(library.types.map(surfaceTypeOf)));
  if (surface !== undefined && odd === undefined) return;
  const place = odd?.split('\n')[0] ?? library.root;
  throw new SyftError('BAD_MANIFEST', `cannot use ${support.name}: its surface and its manifest differ at ${place}`);
}

/**
 * A guard or a cost function under a misspelt path would guard nothing. Throws `BAD_MANIFEST` when one of them names no
 * member of the manifest.
 */
export function assertGuardedPaths({ name, guards, costs }: SupportPackage, libraries: readonly ManifestLibrary[]): void {
  const paths = new Set(libraries.flatMap(({ members }) => members.map(({ path }) => path)));
  const odd = Object.keys({ ...guards, ...costs }).find((path) => !paths.has(path));
  if (odd !== undefined) throw new SyftError('BAD_MANIFEST', `cannot use ${name}: it guards ${odd}, which is no member`);
}

function lineOf(...fields: readonly string[]): string {
  return fields.join('\n');
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function aliasesOf(source: Pick<ManifestLibrary, 'aliases'> | undefined): ReadonlySet<string> {
  return new Set(Object.entries(source?.aliases ?? {}).map(([name, type]) => lineOf(name, type)));
}

function typesOf(types: readonly SurfaceType[] = []): ReadonlySet<string> {
  return new Set(
    types.map(({ id, accepts, extends: bases = [], membersOf = '' }) => lineOf(id, JSON.stringify([accepts, bases, membersOf]))),
  );
}

/** Something that only one of two sets has. */
function difference(left: ReadonlySet<string>, right: ReadonlySet<string>): string | undefined {
  return [...left].find((item) => !right.has(item)) ?? [...right].find((item) => !left.has(item));
}
