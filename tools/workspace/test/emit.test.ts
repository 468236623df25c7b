import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, parseManifest, splitSignatures } from '@syft-libs/ast';
import { expect, test } from 'vitest';
import { emitRemote } from '../../redback/src/emit/emit-remote.ts';
import { digestOf, emitSurface, surfaceOf } from '../../redback/src/emit/emit-surface.ts';
import { formatJson } from '../../redback/src/emit/format-json.ts';

const fixture = join(import.meta.dirname, 'fixtures/tiny');
const textOf = (file: string) => readFileSync(join(fixture, file), 'utf8');
const manifest = parseManifest(JSON.parse(textOf('manifest.json')));

test('a manifest reads back from its text, and its surface and declarations are emitted as they are committed', () => {
  expect(formatJson(manifest)).toBe(textOf('manifest.json'));
  expect(emitSurface(manifest)).toBe(textOf('src/gen/surface.ts'));
  expect(emitRemote(manifest)).toBe(textOf('src/gen/remote.ts'));
});

test('the surface has the allowed entries alone, under the digest of the manifest’s text', () => {
  const { entries } = surfaceOf(manifest.libraries[0]!, digestOf(manifest));
  expect(entries.find(([path]) => path === 'Vec.get')).toEqual(['Vec.get', 'method', '(public index: number) => number', 'get_']);
  expect(splitSignatures(entries.find(([path]) => path === 'range')![2])).toHaveLength(2);
  expect(entries.some(([path]) => path === 'each' || path === 'config')).toBe(false);
  expect(emitSurface(manifest)).toContain(digestOf(manifest));
});

test('the surface says what a type extends, or whose members it holds, and a member by which name it is called', () => {
  const { types, entries } = surfaceOf(manifest.libraries[0]!, '');
  expect(types).toEqual([
    { id: 'tiny.Vec', accepts: ['ast.Column'] },
    { id: 'tiny.Unit', accepts: [], extends: ['tiny.Vec'] },
    { id: 'tiny.Numbers', accepts: [], membersOf: 'number[]' },
  ]);
  expect(entries).toContainEqual(['Unit.plus_', 'function', '(...parts: tiny.Unit[]) => Vec', 'plus']);
});

test('members of a type that the core declares none for are refused', () => {
  const [library] = manifest.libraries;
  const types = library!.types.map((type) => (type.membersOf === null ? type : { ...type, membersOf: 'Set<bigint>' }));
  const odd: Manifest = { ...manifest, libraries: [{ ...library!, types }] };
  expect(() => emitRemote(odd)).toThrow('the core declares no members of Set<bigint>');
});

test('what allowed entries declare has no any and no unknown', () => {
  expect(textOf('src/gen/remote.ts')).not.toMatch(/\b(any|unknown)\b/);
});
