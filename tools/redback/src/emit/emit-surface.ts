// The compact table of allowed entries that browsers get instead of the manifest.
import { createHash } from 'node:crypto';
import {
  allowedMembers,
  joinSignatures,
  type Manifest,
  type ManifestLibrary,
  type Surface,
  type SurfaceEntry,
  type SurfaceType,
  signatureText,
  surfaceTypeOf,
} from '@syft-libs/ast';
import { formatJson } from './format-json.ts';
import { banner, quote } from './generated-text.ts';

/** `src/gen/surface.ts`: a list `surfaces` with one `Surface` for each library of the manifest. */
export function emitSurface(manifest: Manifest, head: string = banner): string {
  const digest = digestOf(manifest);
  const surfaces = manifest.libraries.map((library) => printSurface(surfaceOf(library, digest)));
  return [
    head,
    "import type { Surface } from '@syft-libs/ast';",
    "import { unpackEntries } from '@syft-libs/ast/support';\n",
    `/** The allowed entries of ${manifest.libraries.map(({ name, version }) => `${name} ${version}`).join(', ')}. */`,
    `export const surfaces: readonly Surface[] = [\n${surfaces.join('')}];\n`,
  ].join('\n');
}

/** SHA-256 of the text of `manifest.json`, hexadecimal. */
export function digestOf(manifest: Manifest): string {
  return createHash('sha256').update(formatJson(manifest)).digest('hex');
}

/** The surface of one library as data. */
export function surfaceOf(library: ManifestLibrary, digest: string): Surface {
  const { root, name, version, aliases, types } = library;
  return {
    root,
    library: name,
    version,
    digest,
    aliases,
    types: types.map(surfaceTypeOf),
    entries: allowedMembers(library).map(({ path, kind, signatures, remoteName }): SurfaceEntry => {
      const entry = [path.slice(root.length + 1), kind, joinSignatures(signatures.map(signatureText))] as const;
      return path.endsWith(`.${remoteName}`) ? entry : [...entry, remoteName];
    }),
  };
}

function printType({ id, accepts, extends: bases, membersOf }: SurfaceType): string {
  const strings = (items: readonly string[]) => `[${items.map(quote).join(', ')}]`;
  const inherits = bases === undefined ? '' : `, extends: ${strings(bases)}`;
  return `{ id: ${quote(id)}, accepts: ${strings(accepts)}${inherits}${membersOf === undefined ? '' : `, membersOf: ${quote(membersOf)}`} }`;
}

function printSurface({ root, library, version, digest, aliases, types, entries }: Surface): string {
  const list = (items: readonly string[]) => items.map((item) => `      ${item},\n`).join('');
  return [
    '  {\n',
    `    root: ${quote(root)},\n    library: ${quote(library)},\n    version: ${quote(version)},\n    digest: ${quote(digest)},\n`,
    `    aliases: {\n${list(Object.entries(aliases).map(([name, type]) => `${name}: ${quote(type)}`))}    },\n`,
    `    types: [\n${list(types.map(printType))}    ],\n`,
    `    entries: unpackEntries(\`${escapeTemplate(packEntries(entries))}\`),\n`,
    '  },\n',
  ].join('');
}

/** The text that `unpackEntries` reads: entries of one owner, kind and signature share a line. */
export function packEntries(entries: readonly SurfaceEntry[]): string {
  const owners = new Map<string, Map<string, string[]>>();
  for (const [path, kind, signatures, remoteName] of entries) {
    const dot = path.lastIndexOf('.');
    const owner = path.slice(0, Math.max(dot, 0));
    const groups = owners.get(owner) ?? new Map<string, string[]>();
    const name = path.slice(dot + 1) + (remoteName === undefined ? '' : `=${remoteName}`);
    groups.set(`${kind} ${signatures}`, [...(groups.get(`${kind} ${signatures}`) ?? []), name]);
    owners.set(owner, groups);
  }
  const lines = [...owners].flatMap(([owner, groups]) => [owner, ...[...groups].map(([text, names]) => ` ${names.join(' ')}:${text}`)]);
  return `${lines.join('\n')}\n`;
}

function escapeTemplate(text: string): string {
  return text.replace(/[\\`]|\$(?=\{)/g, '\\$&');
}
