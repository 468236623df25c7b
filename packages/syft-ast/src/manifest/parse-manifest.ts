import { isPathSegment } from '../path.ts';
import { joinSignatures } from '../support/surface.ts';
import type { Signature } from '../type/signature.ts';
import { isTypeWord, parseType, type TypeAliases } from '../type/type-ref.ts';
import { checkMember } from './check-member.ts';
import { checkInheritance, checkType } from './check-type.ts';
import type { Manifest, ManifestLibrary, ManifestMember, ManifestSignature } from './manifest.ts';
import { Problems } from './problems.ts';

/**
 * Reads a manifest. Throws `BAD_MANIFEST` that lists **every** problem; there is no half a manifest. `manifest.schema.json`
 * says the same of each value by itself; what relates two of them (paths below their root, aliases, types) stands here alone.
 */
export function parseManifest(document: unknown): Manifest {
  const problems = new Problems();
  const root = problems.object(document, 'manifest', ['manifest', 'contract', 'crawler', 'libraries']);
  if (root['manifest'] !== 1) problems.add('manifest.manifest', 'this version reads format 1');
  problems.count(root['contract'], 'manifest.contract');
  const crawler = problems.object(root['crawler'], 'crawler', ['version', 'oracle', 'node']);
  for (const key of ['version', 'oracle', 'node']) problems.string(crawler[key], `crawler.${key}`);
  const roots = new Set<string>();
  problems.list(root['libraries'], 'libraries').forEach((library, index) => {
    checkLibrary(library, `libraries[${index}]`, roots, problems);
  });
  problems.throwIfAny('manifest');
  return document as Manifest;
}

function checkLibrary(value: unknown, place: string, roots: Set<string>, problems: Problems): void {
  const library = problems.object(value, place, ['name', 'version', 'root', 'aliases', 'types', 'members']);
  problems.string(library['name'], `${place}.name`);
  problems.string(library['version'], `${place}.version`);
  const root = problems.string(library['root'], `${place}.root`);
  if (!isPathSegment(root) || root === 'ast') problems.add(`${place}.root`, 'expected one identifier, and not ast, which is the core’s');
  if (roots.has(root)) problems.add(`${place}.root`, `${root} stands twice`);
  roots.add(root);
  const aliases = checkAliases(library['aliases'], `${place}.aliases`, problems);
  const types = new Map<string, readonly string[]>();
  const given = new Set<string>();
  problems.list(library['types'], `${place}.types`).forEach((type, index) => {
    checkType(type, `${place}.types[${index}]`, { root, types, given, problems });
  });
  checkInheritance(types, problems);
  const seen = new Map<string, unknown>();
  problems.list(library['members'], `${place}.members`).forEach((member, index) => {
    checkMember(member, `${place}.members[${index}]`, { root, aliases, types: new Set(types.keys()), seen, problems });
  });
  for (const [path, aliasOf] of seen) {
    if (aliasOf === path) problems.add(path, 'aliasOf names the member itself');
    if (typeof aliasOf === 'string' && !seen.has(aliasOf)) problems.add(path, `aliasOf names no member: ${aliasOf}`);
  }
}

function checkAliases(value: unknown, place: string, problems: Problems): TypeAliases {
  const found = value === undefined ? {} : problems.record(value, place);
  const texts = Object.entries(found).filter((alias): alias is [string, string] => typeof alias[1] === 'string');
  const aliases = Object.fromEntries(texts);
  for (const [name, text] of Object.entries(found)) {
    if (!isPathSegment(name) || isTypeWord(name)) problems.add(`${place}.${name}`, 'no name for an alias');
    if (problems.string(text, `${place}.${name}`) !== '') problems.attempt(`${place}.${name}`, () => parseType(text as string, aliases));
  }
  return aliases;
}

/** A manifest's signature with its types parsed. Throws `BAD_MANIFEST`. */
export function signatureOf(signature: ManifestSignature, aliases: TypeAliases): Signature {
  const params = signature.params.map(({ type, ...param }) => ({ ...param, type: parseType(type, aliases) }));
  return { params, returns: parseType(signature.returns, aliases), async: signature.async };
}

/** The short form of a signature, aliases kept, as surfaces carry it. */
export function signatureText(signature: ManifestSignature): string {
  const params = signature.params.map(
    ({ name, type, optional, rest, public: isPublic }) =>
      `${rest ? '...' : ''}${isPublic ? 'public ' : ''}${name}${optional ? '?' : ''}: ${type}`,
  );
  return `(${params.join(', ')}) => ${signature.async ? `Promise<${signature.returns}>` : signature.returns}`;
}

/** All short signatures of a member, joined as surfaces carry them: two sides that mean the same entry have the same text. */
export function signaturesText(member: ManifestMember): string {
  return joinSignatures(member.signatures.map(signatureText));
}

/** The allowed members of a library, in order. */
export function allowedMembers(library: ManifestLibrary): readonly ManifestMember[] {
  return library.members.filter((member) => member.verdict === 'allow');
}
