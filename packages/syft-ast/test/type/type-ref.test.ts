import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatType, parseType, type TypeRef, unionOf } from '../../src/index.ts';
import { errorOf } from '../syft-error.ts';
import { arbitraryType } from './arbitrary-type.ts';

test('the text of any type reads back to an equal type', () => {
  fc.assert(
    fc.property(arbitraryType, (type) => {
      expect(parseType(formatType(type))).toEqual(type);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['number', { kind: 'prim', name: 'number' }],
  ['number[][]', { kind: 'list', of: { kind: 'list', of: { kind: 'prim', name: 'number' } } }],
  ['-0', { kind: 'literal', value: -0 }],
  ['-Infinity', { kind: 'literal', value: Number.NEGATIVE_INFINITY }],
  ['1e-7', { kind: 'literal', value: 1e-7 }],
  ['"a | b"', { kind: 'literal', value: 'a | b' }],
  ['{ }', { kind: 'record', fields: [] }],
  [
    '{ "hiv positive": number }',
    { kind: 'record', fields: [{ name: 'hiv positive', type: { kind: 'prim', name: 'number' }, optional: false }] },
  ],
  ['{ "": null }', { kind: 'record', fields: [{ name: '', type: { kind: 'prim', name: 'null' }, optional: false }] }],
  ['[]', { kind: 'tuple', items: [] }],
] as const)('%s is read', (text, type) => {
  expect(parseType(text)).toEqual(type);
});

test('a union is flat, without repeats, in the order given; one member stands alone', () => {
  expect(formatType(parseType('number | (string | number) | null'))).toBe('number | string | null');
  expect(parseType('(number | number)')).toEqual({ kind: 'prim', name: 'number' });
  expect(unionOf([])).toEqual({ kind: 'unknown' });
});

test('an alias stands for its type, at any depth, and never for itself', () => {
  const aliases = { NdArray: 'numjs.NdArray', Nested: 'number | Inner[]', Inner: 'NdArray[]' };
  expect(formatType(parseType('Record<Nested>', aliases))).toBe('Record<number | numjs.NdArray[][]>');
  errorOf(() => parseType('A', { A: 'A[]' }), 'BAD_MANIFEST');
  errorOf(() => parseType('A', { A: 'B', B: 'A' }), 'BAD_MANIFEST');
  errorOf(() => parseType('toString', {}), 'BAD_MANIFEST');
});

test.each([
  '',
  'number |',
  'number[',
  'Nobody',
  'Map<number>',
  'Set<>',
  '{ a }',
  '{ 1: number }',
  '{ a.b: number }',
  '{ "a: number }',
  '"open',
  '"\\q"',
  '(number',
  'number)',
  '[1,,2]',
  'Promise<number>',
  '=>',
])('what is no type is refused: %s', (text) => {
  errorOf(() => parseType(text), 'BAD_MANIFEST');
});

test('types nest 32 deep and no deeper, so that no text exhausts the stack', () => {
  const nest = (depth: number) => `${'['.repeat(depth)}number${']'.repeat(depth)}`;
  expect((parseType(nest(31)) as Extract<TypeRef, { kind: 'tuple' }>).kind).toBe('tuple');
  errorOf(() => parseType(nest(40)), 'BAD_MANIFEST');
  errorOf(() => parseType(nest(100_000)), 'BAD_MANIFEST');
});

test('any text at all is a type or BAD_MANIFEST', () => {
  const piece = fc.constantFrom(
    'number',
    'a.B',
    '|',
    '[',
    ']',
    '<',
    '>',
    '{',
    '}',
    ',',
    ':',
    '?',
    '"',
    '\\',
    '-',
    '1',
    'e',
    'Map',
    'Record',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      let type: TypeRef;
      try {
        type = parseType(pieces.join(''));
      } catch (error) {
        errorOf(() => {
          throw error;
        }, 'BAD_MANIFEST');
        return;
      }
      expect(parseType(formatType(type))).toEqual(type);
    }),
    { numRuns: 3_000 },
  );
});
