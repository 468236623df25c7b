import { expect, test } from 'vitest';
import {
  CodecRegistry,
  DEFAULT_LIMITS,
  decodeValue,
  encodeValue,
  type SerdeContext,
  type StructureValue,
  TagTable,
} from '../../src/index.ts';
import { errorOf } from '../syft-error.ts';
import { codecs, createLibrary, safeCodec, vaultCodec } from './shape-library.ts';

const library = createLibrary();
const registry = new CodecRegistry(codecs);
const tags = new TagTable();
tags.addAll(registry.libraryTags());
const serde: SerdeContext = { registry, tags };
const through = (value: unknown): unknown => decodeValue(encodeValue(value, serde), serde, DEFAULT_LIMITS);
const nothing = () => false;

test('an instance that keeps its values to itself travels as what it tells of them', () => {
  const plain = through(new library.Vault([1, -0, Number.NaN])) as StructureValue;
  expect(plain).toEqual({ type: 'shapes.Vault', fields: { toList: [1, -0, Number.NaN] } });
  expect(through(plain)).toEqual(plain);
  const live = vaultCodec.revive?.(plain, library) as InstanceType<typeof library.Vault>;
  expect(live).toBeInstanceOf(library.Vault);
  expect(live.put(4).toList()).toEqual([1, -0, Number.NaN, 4]);
  expect(plain.fields['toList']).toHaveLength(3);
});

test('it gets memory of its own, whatever its method gives away', () => {
  const vault = new library.Vault([1, 2]);
  const own = vaultCodec.isolate?.(vault, nothing, library) as typeof vault;
  expect(own).toBeInstanceOf(library.Vault);
  vault.put(3);
  vault.toList()[0] = 9;
  expect(own.toList()).toEqual([1, 2]);
  const safe = safeCodec.isolate?.(new library.Safe(vault), nothing, library) as InstanceType<typeof library.Safe>;
  vault.put(4);
  expect(safe.vault.toList()).toEqual([9, 2, 3]);
  expect(through(safe)).toEqual({ type: 'shapes.Safe', fields: { vault: { type: 'shapes.Vault', fields: { toList: [9, 2, 3] } } } });
});

test('what the library says when it fails at it stays with the library', () => {
  const full = new library.Vault([1, 2, 3, 4]).put(5);
  for (const run of [() => encodeValue(full, serde), () => vaultCodec.isolate?.(full, nothing, library)]) {
    expect(errorOf(run, 'BAD_DATA').message).not.toMatch(/1,2|too much/);
  }
  const refused = { type: 'shapes.Vault', fields: { toList: [13] } };
  expect(errorOf(() => vaultCodec.revive?.(refused, library), 'BAD_DATA').message).not.toContain('13');
});

test('a method that the instance brought along is not asked, nor one of another class', () => {
  const vault = new library.Vault([1]);
  Object.defineProperty(vault, 'toList', { value: () => ['forged'], enumerable: true });
  expect(through(vault)).toEqual({ type: 'shapes.Vault', fields: { toList: [1] } });
  class Vault {
    readonly toList = 1;
  }
  expect(registry.find(new Vault())?.tag).not.toBe('shapes/Vault');
});

test('what is told has to be of its type', () => {
  class Vault extends library.Vault {
    override toList(): number[] {
      return ['text'] as unknown as number[];
    }
  }
  expect(errorOf(() => encodeValue(new Vault([1]), serde), 'BAD_ARGUMENT').message).toContain('toList is of another type');
});
