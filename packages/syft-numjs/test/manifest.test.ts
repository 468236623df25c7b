import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { allowedMembers, joinSignatures, type ManifestLibrary, type ManifestMember, signatureText, splitSignatures } from '@syft-libs/ast';
import { describe, expect, test } from 'vitest';
import { DOCS } from '../draft/docs.ts';
import { surfaces } from '../src/gen/surface.ts';
import { numjs as support } from '../src/index.ts';
import { numjs } from '../src/runtime.ts';
import decisions from '../support.config.ts';
import { manifest } from './example-calls.ts';

const [library] = manifest.libraries as readonly [ManifestLibrary];
const byPath = new Map(library.members.map((member) => [member.path, member]));
const text = readFileSync(new URL('../manifest.json', import.meta.url), 'utf8');

/** Names that functions and classes have from the engine. */
const ENGINE_NAMES = new Set(['length', 'name', 'prototype', 'arguments', 'caller', 'constructor']);
const namesOf = (holder: unknown) => Object.getOwnPropertyNames(holder).filter((name) => !ENGINE_NAMES.has(name));
const below = (path: string, names: readonly string[]) => names.map((name) => `${path}.${name}`);

const EXPORTS = below('numjs', namesOf(numjs));
const METHODS = below('numjs.NdArray', namesOf(numjs.NdArray.prototype));
const OWN = below('numjs.NdArray', namesOf(new numjs.NdArray([1], [1])));
const IMAGES = numjs['images'] as { readonly data: object };
const NESTED = [
  ...below('numjs.NdArray', namesOf(numjs.NdArray)),
  ...['config', 'dtypes', 'errors'].flatMap((name) => below(`numjs.${name}`, namesOf(numjs[name]))),
  ...below('numjs.images', namesOf(IMAGES)),
  ...below('numjs.images.data', namesOf(IMAGES.data)),
];

describe('the manifest', () => {
  test('knows the 65 exports, 39 methods and 6 instance properties of numjs 0.16.1', () => {
    expect([EXPORTS.length, METHODS.length, OWN.length]).toEqual([65, 39, 6]);
    expect([library.name, library.version, library.root]).toEqual(['numjs', '0.16.1', 'numjs']);
  });

  test('has every member of the library, and invents none', () => {
    expect([...byPath.keys()].sort()).toEqual([...new Set([...EXPORTS, ...METHODS, ...OWN, ...NESTED])].sort());
  });

  test('gives each member a verdict and its reason, and leaves none under review', () => {
    for (const { path, verdict, reason } of library.members) {
      expect(verdict, path).toMatch(/^(allow|refuse)$/);
      expect(reason.length, path).toBeGreaterThan(3);
    }
  });

  test('refuses what a person decided to refuse, in their words, and nothing else', () => {
    const decided = Object.entries(decisions.libraries[0]?.members ?? {});
    const isAbout = (key: string, path: string) =>
      path === `numjs.${key}` || (key.endsWith('.*') && path.startsWith(`numjs.${key.slice(0, -1)}`));
    for (const [key, { verdict, reason }] of decided) {
      const members = library.members.filter(({ path }) => isAbout(key, path));
      expect(members.length, key).toBeGreaterThan(0);
      for (const member of members) expect([member.path, member.verdict, member.reason]).toEqual([member.path, verdict, reason]);
    }
    const refused = library.members.filter(({ verdict }) => verdict === 'refuse').map(({ path }) => path);
    expect(refused.filter((path) => !decided.some(([key]) => isAbout(key, path)))).toEqual([]);
  });

  test('says of each allowed member in one line what it does', () => {
    for (const { path, doc } of allowedMembers(library)) expect(doc, path).toMatch(/^[A-Z].{5,90}\.$/);
    const names = new Set(allowedMembers(library).map(({ path }) => path.slice(path.lastIndexOf('.') + 1)));
    expect(Object.keys(DOCS).filter((name) => !names.has(name))).toEqual([]);
  });

  test('has seen each member in the library, and called each allowed one', () => {
    for (const { path, verdict, evidence } of library.members) {
      expect(evidence.runtime, path).toBe(true);
      if (verdict === 'allow') expect(evidence.probe?.ok, path).toBeGreaterThanOrEqual(2);
    }
  });

  test('names aliases by the object that they are', () => {
    const aliases = library.members.filter(({ aliasOf }) => aliasOf !== null);
    expect(aliases.map(({ path, aliasOf }) => `${path} = ${aliasOf}`)).toEqual([
      'numjs.NdArray.inspect = numjs.NdArray.toString',
      'numjs.NdArray.new = numjs.array',
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
