import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { allowedMembers, joinSignatures, type ManifestLibrary, type ManifestMember, signatureText, splitSignatures } from '@syft-libs/ast';
import { describe, expect, test } from 'vitest';
import { surfaces } from '../src/gen/surface.ts';
import { numjs as support } from '../src/index.ts';
import { numjs } from '../src/runtime.ts';
import decisions from '../support.config.ts';
import { manifest } from './example-calls.ts';

const [library] = manifest.libraries as readonly [ManifestLibrary];
const byPath = new Map(library.members.map((member) => [member.path, member]));
const text = readFileSync(new URL('../manifest.json', import.meta.url), 'utf8');

const name = (path: string) => path.slice('numjs.'.length);

/** Names that functions and classes have from the engine. */
const ENGINE_NAMES = new Set(['length', 'name', 'prototype', 'arguments', 'caller', 'constructor']);
const namesOf = (holder: unknown) => Object.getOwnPropertyNames(holder).filter((name) => !ENGINE_NAMES.has(name));
const below = (path: string, names: readonly string[]) => names.map((name) => `${path}.${name}`);

const EXPORTS = below('numjs', namesOf(numjs));
const METHODS = below('numjs.NdArray', namesOf(numjs.NdArray.prototype));
const OWN = below('numjs.NdArray', namesOf(new numjs.NdArray([1], [1])));
const IMAGES = numjs['images'] as { readonly data: object };
/** Objects that only hold other members: they stand in the paths of these. */
const NAMESPACES = below('numjs', ['dtypes', 'errors', 'images', 'images.data']);
const NESTED = [
  ...below('numjs.NdArray', namesOf(numjs.NdArray)),
  ...['dtypes', 'errors'].flatMap((name) => below(`numjs.${name}`, namesOf(numjs[name]))),
  ...below('numjs.images', namesOf(IMAGES)),
  ...below('numjs.images.data', namesOf(IMAGES.data)),
];

describe('the manifest', () => {
  test('knows the 65 exports, 39 methods and 6 instance properties of numjs 0.16.1', () => {
    expect([EXPORTS.length, METHODS.length, OWN.length]).toEqual([65, 39, 6]);
    expect([library.name, library.version, library.root]).toEqual(['numjs', '0.16.1', 'numjs']);
  });

  test('has every member of the library, and invents none', () => {
    const all = new Set([...EXPORTS, ...METHODS, ...OWN, ...NESTED]);
    for (const namespace of NAMESPACES) expect(all.delete(namespace), namespace).toBe(true);
    expect([...byPath.keys()].sort()).toEqual([...all].sort());
  });

  test('gives each member a verdict and its reason, and leaves none under review', () => {
    for (const { path, verdict, reason } of library.members) {
      expect(verdict, path).toMatch(/^(allow|refuse)$/);
      expect(reason.length, path).toBeGreaterThan(3);
    }
  });

  test('allows 106 and refuses 31: what a person decided to refuse, in their words, and nothing else', () => {
    const of = (verdict: string) => library.members.filter((member) => member.verdict === verdict);
    expect([of('allow').length, of('refuse').length]).toEqual([106, 31]);
    const decided = Object.entries(decisions.libraries[0]?.members ?? {}).filter(([, decision]) => decision.verdict === 'refuse');
    const reasonOf = ({ path, aliasOf }: ManifestMember) =>
      decided.find(([key]) => key === name(aliasOf ?? path) || (key.endsWith('.*') && name(path).startsWith(key.slice(0, -1))))?.[1].reason;
    for (const member of of('refuse')) expect([member.path, member.reason]).toEqual([member.path, reasonOf(member)]);
  });

  test('has seen each member in the library, and called each allowed one', () => {
    for (const { path, verdict, evidence } of library.members) {
      expect(evidence.runtime, path).toBe(true);
      if (verdict === 'allow') expect(evidence.probe?.ok, path).toBeGreaterThanOrEqual(1);
    }
  });

  test('names aliases by the object that they are', () => {
    const aliases = library.members.filter(({ aliasOf }) => aliasOf !== null);
    expect(aliases.map(({ path, aliasOf }) => `${path} = ${aliasOf}`)).toEqual([
      'numjs.NdArray.new = numjs.array',
      'numjs.NdArray.toString = numjs.NdArray.inspect',
      'numjs.remainder = numjs.mod',
    ]);
    expect(numjs['remainder']).toBe(numjs['mod']);
  });

  test('marks random alone as random', () => {
    expect(library.members.filter(({ effects }) => effects.random).map(({ path }) => path)).toEqual(['numjs.random']);
  });

  test.each([
    ['files', 'numjs.images.read'],
    ['files', 'numjs.images.save'],
    ['images that read files', 'numjs.images.data.lena'],
    ['callbacks', 'numjs.NdArray.iteraxis'],
    ['raw constructors', 'numjs.NdArray'],
    ['raw constructors', 'numjs.ndarray'],
    ['settings', 'numjs.config'],
    ['renderings in text', 'numjs.NdArray.toString'],
    ['renderings in text', 'numjs.NdArray.toJSON'],
    ['raw views', 'numjs.NdArray.selection'],
  ])('refuses %s: %s', (_, path) => {
    expect(byPath.get(path)?.verdict).toBe('refuse');
  });

  test('offers no copy or out parameter, and makes every axis, shape, index and dtype public', () => {
    const SHAPING = /^(axis|axes|shape|shape1|shape2|dtype|start|stop|step|steps|starts|ends|ranges|indices|k|n|h0|w0|H|W|options)$/;
    for (const { path, signatures } of allowedMembers(library)) {
      for (const { name, public: isPublic } of signatures.flatMap(({ params }) => params)) {
        expect(name, path).not.toMatch(/^(copy|out)$/);
        expect(isPublic, `${path}(${name})`).toBe(SHAPING.test(name));
      }
    }
  });
});

describe('the surface', () => {
  test('is the manifest’s allowed members, digest included', () => {
    const [surface] = surfaces;
    const line = ({ path, kind, signatures, remoteName }: ManifestMember) => [
      path.slice('numjs.'.length),
      kind,
      joinSignatures(signatures.map(signatureText)),
      ...(path.endsWith(`.${remoteName}`) ? [] : [remoteName]),
    ];
    expect(surface?.entries).toEqual(allowedMembers(library).map(line));
    expect(surface?.digest).toBe(createHash('sha256').update(text).digest('hex'));
    expect(surface?.aliases).toEqual(library.aliases);
    expect(support.surfaces).toBe(surfaces);
  });

  test('tells overloads apart', () => {
    const arange = surfaces[0]?.entries.find(([path]) => path === 'arange');
    expect(splitSignatures(arange?.[2] ?? '')).toHaveLength(6);
  });
});
