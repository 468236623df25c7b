import { isPath } from '../path.ts';
import { formatSignature, type Signature } from '../type/signature.ts';
import { parseType, type TypeAliases } from '../type/type-ref.ts';
import {
  DISCLOSURES, IO_KINDS, type Manifest, type ManifestLibrary, type ManifestMember, type ManifestSignature, MEMBER_KINDS,
  RESERVED_POINTER_NAMES, ROWS, VERDICTS,
} from './manifest.ts';
import { Problems } from './problems.ts';

const MEMBER_KEYS = ['path', 'kind', 'aliasOf', 'remoteName', 'signatures', 'effects', 'disclosure', 'verdict', 'reason', 'doc', 'evidence'];
const EFFECT_KEYS = ['mutates', 'random', 'io', 'evals', 'moduleState', 'rows', 'shapeDependsOnData'];

/** Reads a manifest. Throws `BAD_MANIFEST` that lists **every** problem; there is no half a manifest. */
export function parseManifest(document: unknown): Manifest {
  const problems = new Problems();
  const root = problems.object(document, 'manifest', ['manifest', 'contract', 'crawler', 'libraries']);
  if (root['manifest'] !== 1) problems.add('manifest.manifest', 'this version reads format 1');
  if (!Number.isSafeInteger(root['contract'])) problems.add('manifest.contract', 'expected an integer');
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
  if (!isPath(root) || root.includes('.')) problems.add(`${place}.root`, 'expected one identifier');
  if (roots.has(root)) problems.add(`${place}.root`, `${root} stands twice`);
  roots.add(root);
  const aliases = (library['aliases'] ?? {}) as TypeAliases;
  for (const [name, text] of Object.entries(aliases)) problems.attempt(`${place}.aliases.${name}`, () => parseType(text, aliases));
  problems.list(library['types'], `${place}.types`).forEach((type, index) => {
    checkType(type, `${place}.types[${index}]`, problems);
  });
  const seen = new Map<string, unknown>();
  problems.list(library['members'], `${place}.members`).forEach((member, index) => {
    checkMember(member, `${place}.members[${index}]`, { root, aliases, seen, problems });
  });
  for (const [path, aliasOf] of seen) if (aliasOf !== null && !seen.has(aliasOf as string)) problems.add(path, `aliasOf names no member: ${aliasOf}`);
}

function checkType(value: unknown, place: string, problems: Problems): void {
  const type = problems.object(value, place, ['id', 'detect', 'extends', 'codec', 'accepts', 'ownOnInstance']);
  if (!isPath(type['id'])) problems.add(`${place}.id`, 'expected a path');
  problems.oneOf(type['detect'], `${place}.detect`, ['shape', 'instance', 'primitive']);
  for (const key of ['extends', 'accepts', 'ownOnInstance']) problems.strings(type[key], `${place}.${key}`);
  if (type['codec'] !== null) problems.string(type['codec'], `${place}.codec`);
}

interface MemberContext {
  readonly root: string;
  readonly aliases: TypeAliases;
  readonly seen: Map<string, unknown>;
  readonly problems: Problems;
}

function checkMember(value: unknown, position: string, { root, aliases, seen, problems }: MemberContext): void {
  const member = problems.object(value, position, MEMBER_KEYS);
  const path = problems.string(member['path'], `${position}.path`);
  const place = path || position;
  if (!isPath(path) || !path.startsWith(`${root}.`)) problems.add(place, `expected a path below ${root}`);
  if (seen.has(path)) problems.add(place, 'stands twice');
  seen.set(path, member['aliasOf'] ?? null);
  const kind = problems.oneOf(member['kind'], `${place}.kind`, MEMBER_KINDS);
  const remoteName = problems.string(member['remoteName'], `${place}.remoteName`);
  if (kind !== 'function' && RESERVED_POINTER_NAMES.has(remoteName)) problems.add(`${place}.remoteName`, `${remoteName} is reserved on pointers`);
  const verdict = problems.oneOf(member['verdict'], `${place}.verdict`, VERDICTS);
  problems.oneOf(member['disclosure'], `${place}.disclosure`, DISCLOSURES);
  problems.string(member['doc'], `${place}.doc`);
  if (problems.string(member['reason'], `${place}.reason`) === '') problems.add(`${place}.reason`, 'a verdict needs its reason');
  checkEffects(member['effects'], place, verdict === 'allow', problems);
  problems.object(member['evidence'], `${place}.evidence`, ['runtime', 'declared', 'jsdoc', 'probe', 'conflict']);
  const signatures = problems.list(member['signatures'], `${place}.signatures`);
  if (verdict === 'allow' && signatures.length === 0) problems.add(`${place}.signatures`, 'an allowed entry has at least one');
  signatures.forEach((signature, index) => {
    const text = problems.attempt(`${place}.signatures[${index}]`, () => formatSignature(signatureOf(signature as ManifestSignature, aliases)));
    if (verdict === 'allow' && text !== undefined && /\b(unknown|callback)\b/.test(text.replace(/"(?:[^"\\]|\\.)*"/g, ''))) {
      problems.add(`${place}.signatures[${index}]`, 'an allowed entry takes and returns known types, and no callback');
    }
  });
}

function checkEffects(value: unknown, place: string, allowed: boolean, problems: Problems): void {
  const effects = problems.object(value, `${place}.effects`, EFFECT_KEYS);
  const mutates = problems.strings(effects['mutates'], `${place}.effects.mutates`);
  for (const target of mutates) if (!/^(self|arg:\d+)$/.test(target)) problems.add(`${place}.effects.mutates`, `not a target: ${target}`);
  const io = problems.oneOf(effects['io'], `${place}.effects.io`, IO_KINDS);
  problems.oneOf(effects['rows'], `${place}.effects.rows`, ROWS);
  for (const key of ['random', 'evals', 'moduleState', 'shapeDependsOnData']) problems.boolean(effects[key], `${place}.effects.${key}`);
  if (!allowed) return;
  if (mutates.length > 1) problems.add(`${place}.effects.mutates`, 'an allowed entry changes one operand at most');
  if (io !== 'none' || effects['evals'] === true || effects['moduleState'] === true) {
    problems.add(`${place}.effects`, 'an allowed entry does no i/o, makes no code and keeps no state');
  }
}

/** A manifest's signature with its types parsed. Throws `BAD_MANIFEST`. */
export function signatureOf(signature: ManifestSignature, aliases: TypeAliases): Signature {
  const params = signature.params.map(({ type, ...param }) => ({ ...param, type: parseType(type, aliases) }));
  return { params, returns: parseType(signature.returns, aliases), async: signature.async };
}

/** The short form of a signature, aliases kept, as surfaces carry it. */
export function signatureText(signature: ManifestSignature): string {
  const params = signature.params.map(
    ({ name, type, optional, rest, public: isPublic }) => `${rest ? '...' : ''}${isPublic ? 'public ' : ''}${name}${optional ? '?' : ''}: ${type}`,
  );
  return `(${params.join(', ')}) => ${signature.async ? `Promise<${signature.returns}>` : signature.returns}`;
}

/** The allowed members of a library, in order. */
export function allowedMembers(library: ManifestLibrary): readonly ManifestMember[] {
  return library.members.filter((member) => member.verdict === 'allow');
}

