import type { Manifest } from '@syft-libs/ast';
import { expect, test } from 'vitest';
import { InterfaceNames } from '../../src/emit/interface-names.ts';

function namesOf(libraries: Readonly<Record<string, readonly string[]>>, aliases: Readonly<Record<string, string>> = {}): InterfaceNames {
  const list = Object.entries(libraries).map(([root, ids]) => ({ root, aliases, types: ids.map((id) => ({ id, membersOf: null })) }));
  return new InterfaceNames({ libraries: list } as unknown as Manifest);
}

test('a type goes by its last segment', () => {
  expect(namesOf({ matrix: ['matrix.Matrix', 'matrix.linalg.Lu'] }).ofType('matrix.linalg.Lu')).toBe('Lu');
});

test('a name of the language, of the core, or of another type is told apart by what stands before it', () => {
  const names = namesOf({
    lib: ['lib.Map', 'lib.Column', 'lib.Number', 'lib.a.Point', 'lib.b.Point', 'lib.Lib', 'lib.LibPointer'],
    other: ['other.Map', 'other.a.Point'],
  });
  expect(names.ofType('lib.Map')).toBe('LibMap');
  expect(names.ofType('other.Map')).toBe('OtherMap');
  expect(names.ofType('lib.Column')).toBe('LibColumn');
  // Its pointer would be the core's.
  expect(names.ofType('lib.Number')).toBe('LibNumber');
  expect([names.ofType('lib.a.Point'), names.ofType('lib.b.Point'), names.ofType('other.a.Point')]).toEqual(['Point', 'BPoint', 'APoint']);
  expect([names.ofType('lib.Lib'), names.ofType('lib.LibPointer')]).toEqual(['Lib', 'LibLibPointer']);
});

test('a remote interface keeps its name, and an alias gives way', () => {
  const names = namesOf({ lib: ['lib.LibRemote'] }, { Shape: 'number[]', Date: 'string', Remote: 'lib.LibRemote' });
  expect(names.ofType('lib.LibRemote')).toBe('LibLibRemote');
  expect(names.ofAlias('lib', 'Shape')).toBe('Shape');
  expect(names.ofAlias('lib', 'Date')).toBe('LibDate');
});

test('a name is that of a type, whatever the library calls it', () => {
  const names = namesOf({ lib: ['lib.default', 'lib.beta', 'lib.jStat'] });
  expect(['lib.default', 'lib.beta', 'lib.jStat'].map((id) => names.ofType(id))).toEqual(['Default', 'Beta', 'JStat']);
});
