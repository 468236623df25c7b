import { readFileSync } from 'node:fs';
import type { Manifest, ManifestMember } from '@syft-libs/ast';
import { expect, test } from 'vitest';
import { diffManifests } from '../../src/diff/diff-manifests.ts';

const committed = new URL('../../../../packages/syft-numjs/manifest.json', import.meta.url);
const numjs = JSON.parse(readFileSync(committed, 'utf8')) as Manifest;

/** The manifest with one member changed, or without it. */
function withMember(path: string, change: (member: ManifestMember) => ManifestMember | null): Manifest {
  const libraries = numjs.libraries.map((library) => ({
    ...library,
    members: library.members.flatMap((member) => (member.path === path ? [change(member)].filter((one) => one !== null) : [member])),
  }));
  return { ...numjs, libraries };
}

const told = (after: Manifest) => diffManifests(numjs, after).changes.map(({ path, bump, reason }) => `${bump} ${path} ${reason}`);

test('a manifest does not differ from itself, aliases read', () => {
  expect(diffManifests(numjs, numjs)).toMatchObject({ bump: 'none', changes: [] });
});

test('an allowed entry that vanishes, is no longer allowed, or has another name on pointers is major', () => {
  expect(told(withMember('numjs.add', () => null))).toEqual(['major numjs.add is gone from the library']);
  expect(told(withMember('numjs.add', (member) => ({ ...member, verdict: 'review', reason: 'conflict' })))).toEqual([
    'major numjs.add is no longer allowed: conflict',
  ]);
  expect(told(withMember('numjs.add', (member) => ({ ...member, remoteName: 'add_' })))).toEqual([
    'major numjs.add is called add_ on pointers, no longer add',
  ]);
});

test('an alias that is widened widens every entry that takes it, as takes and gives are compared by what they stand for', () => {
  const libraries = numjs.libraries.map((library) => ({
    ...library,
    aliases: { ...library.aliases, ArrayLike: 'NdArray | number | Nested | string' },
  }));
  const { bump, changes } = diffManifests(numjs, { ...numjs, libraries });
  expect(bump).toBe('minor');
  expect(changes.length).toBeGreaterThan(10);
});

test('what a type takes in its place narrows with it', () => {
  const libraries = numjs.libraries.map((library) => ({
    ...library,
    types: library.types.map((type) => ({ ...type, accepts: ['ast.Column'] })),
  }));
  const { bump, changes } = diffManifests(numjs, { ...numjs, libraries });
  expect(bump).toBe('major');
  expect(changes[0]?.reason).toMatch(/^no longer takes Int8Array/);
});

test('evidence, documentation and what happens to refused members are patches', () => {
  expect(told(withMember('numjs.add', (member) => ({ ...member, evidence: { ...member.evidence, jsdoc: 'x' } })))).toEqual([
    'patch numjs.add has other evidence',
  ]);
  expect(told(withMember('numjs.empty', (member) => ({ ...member, verdict: 'review' })))[0]).toMatch(/^patch numjs.empty is under review/);
});

test('rules about releases make a minor of other rows and disclosure', () => {
  expect(told(withMember('numjs.mean', (member) => ({ ...member, effects: { ...member.effects, rows: 'mix' } })))[0]).toMatch(
    /^minor numjs.mean moves rows otherwise: mix; before/,
  );
});

test('another contract is major, a library that joins is minor, one that leaves is major', () => {
  expect(diffManifests(numjs, { ...numjs, contract: 2 }).bump).toBe('major');
  expect(diffManifests({ ...numjs, libraries: [] }, numjs).bump).toBe('minor');
  expect(diffManifests(numjs, { ...numjs, libraries: [] }).bump).toBe('major');
});
