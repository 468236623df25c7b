import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseManifest, splitSignatures } from '@syft-libs/ast';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emitRemote } from '../../redback/src/emit/emit-remote.ts';
import { digestOf, emitSurface, surfaceOf } from '../../redback/src/emit/emit-surface.ts';
import { formatJson } from '../../redback/src/emit/format-json.ts';
import { staleFiles } from '../src/check-fresh.ts';
import { generatePackage } from '../src/codegen.ts';
import type { DraftMember } from '../src/emit/draft.ts';
import { emitManifest } from '../src/emit/emit-manifest.ts';
import { LIBRARIES } from './fixtures/tiny/draft/library.ts';

const fixture = join(import.meta.dirname, 'fixtures/tiny');
const [draft] = LIBRARIES;
let out = '';

beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'syft-emit-'));
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

const emit = (members: readonly DraftMember[] = draft!.members) => emitManifest([{ ...draft!, members }], { engines: '>=22' });

test('a package is emitted as it is committed, each time alike', async () => {
  expect(await generatePackage(fixture, out)).toEqual(['manifest.json', 'src/gen/surface.ts', 'src/gen/remote.ts']);
  expect(await staleFiles('fixtures/tiny', import.meta.dirname)).toEqual([]);
});

test('the manifest is valid, ordered by path, and reads back from its text', async () => {
  const manifest = await emit();
  expect(parseManifest(JSON.parse(formatJson(manifest)))).toEqual(manifest);
  const paths = manifest.libraries[0]!.members.map(({ path }) => path);
  expect(paths).toEqual([...paths].sort());
});

test('evidence says what is there and what the examples gave, and no getter fires', async () => {
  const { members } = (await emit()).libraries[0]!;
  const evidence = (path: string) => members.find((member) => member.path === path)!.evidence;
  expect(evidence('tiny.Vec.first')).toMatchObject({ runtime: true, probe: { ok: 2, types: ['null', 'number'] } });
  expect(evidence('tiny.config')).toMatchObject({ runtime: true, probe: null });
  expect(evidence('tiny.gone')).toMatchObject({ runtime: false, probe: null });
});

test('a draft that the library does not bear out is refused', async () => {
  const wrong = (change: Partial<DraftMember>) => emit([{ ...draft!.members.find(({ path }) => path === 'tiny.join')!, ...change }]);
  await expect(wrong({ path: 'tiny.missing' })).rejects.toThrow('the library has no missing');
  await expect(wrong({ path: 'tiny.join', ok: [[null]] })).rejects.toThrow('example 0 throws');
  await expect(wrong({ signatures: ['(x: unknown) => number'] })).rejects.toThrow('takes and returns known types');
  await expect(wrong({ reason: '' })).rejects.toThrow('a verdict needs its reason');
});

test('the surface has the allowed entries alone, under the digest of the manifest’s text', async () => {
  const manifest = await emit();
  const { entries } = surfaceOf(manifest.libraries[0]!, digestOf(manifest));
  expect(entries.find(([path]) => path === 'Vec.get')).toEqual(['Vec.get', 'method', '(public index: number) => number', 'get_']);
  expect(splitSignatures(entries.find(([path]) => path === 'range')![2])).toHaveLength(2);
  expect(entries.some(([path]) => path === 'each' || path === 'config')).toBe(false);
  expect(emitSurface(manifest)).toContain(digestOf(manifest));
  expect(readFileSync(join(fixture, 'src/gen/surface.ts'), 'utf8')).toBe(emitSurface(manifest));
});

test('the surface says what a type extends, or whose members it holds, and a member by which name it is called', async () => {
  const { types, entries } = surfaceOf((await emit()).libraries[0]!, '');
  expect(types).toEqual([
    { id: 'tiny.Vec', accepts: ['ast.Column'] },
    { id: 'tiny.Unit', accepts: [], extends: ['tiny.Vec'] },
    { id: 'tiny.Numbers', accepts: [], membersOf: 'number[]' },
  ]);
  expect(entries).toContainEqual(['Unit.plus_', 'function', '(...parts: tiny.Unit[]) => Vec', 'plus']);
});

test('members of a type that the core declares none for are refused', async () => {
  const types = draft!.types.map((type) => (type.membersOf === null ? type : { ...type, membersOf: 'Set<bigint>' }));
  const manifest = await emitManifest([{ ...draft!, types }], { engines: '>=22' });
  expect(() => emitRemote(manifest)).toThrow('the core declares no members of Set<bigint>');
});

test('what allowed entries declare has no any and no unknown', () => {
  expect(readFileSync(join(fixture, 'src/gen/remote.ts'), 'utf8')).not.toMatch(/\b(any|unknown)\b/);
});
