import { expect, test } from 'vitest';
import { parseType, TypeTable } from '../../src/index.ts';
import { errorOf } from '../syft-error.ts';

const table = new TypeTable();
table.add([
  { id: 'm.Base', accepts: ['ast.Column'] },
  { id: 'm.Left', accepts: [], extends: ['m.Base'] },
  { id: 'm.Right', accepts: [], extends: ['m.Base'] },
  { id: 'm.Sub', accepts: [], extends: ['m.Left', 'm.Right'] },
]);
table.add([
  { id: 'g.Number', accepts: [], membersOf: 'number' },
  { id: 'g.Numbers', accepts: [], membersOf: 'number[]' },
  { id: 'g.Mixed', accepts: [], membersOf: '(number | string)[]' },
  { id: 'g.Column', accepts: [], membersOf: 'ast.Column' },
  { id: 'g.Typed', accepts: [], membersOf: 'ast.TypedArray' },
  { id: 'g.Counts', accepts: [], membersOf: 'Map<string, number>' },
]);
const ownersOf = (type: string) => table.membersOf(parseType(type));

test('a type stands for all that it extends, at any remove, and takes only what it accepts itself', () => {
  expect(table.accepts('m.Base')).toEqual(['ast.Column', 'm.Left', 'm.Right', 'm.Sub']);
  expect(table.subtypes('m.Left')).toEqual(['m.Sub']);
  expect(table.accepts('m.Sub')).toEqual([]);
  expect(table.bases('m.Sub')).toEqual(['m.Left', 'm.Right', 'm.Base']);
});

test('the members of a value are its type’s own, then those of the nearest that it extends', () => {
  expect(ownersOf('m.Sub')).toEqual(['m.Sub', 'm.Left', 'm.Right', 'm.Base']);
  expect(ownersOf('m.Other')).toEqual(['m.Other']);
});

test('values of the core’s types have the members of every type that they fit, the exact one first', () => {
  expect(ownersOf('number')).toEqual(['g.Number']);
  expect(ownersOf('7')).toEqual(['g.Number']);
  expect(ownersOf('number[]')).toEqual(['g.Numbers', 'g.Mixed']);
  expect(ownersOf('[number, 2]')).toEqual(['g.Numbers', 'g.Mixed']);
  expect(ownersOf('[number, string]')).toEqual(['g.Mixed']);
  expect(ownersOf('Float32Array')).toEqual(['g.Typed']);
  expect(ownersOf('Map<string, number>')).toEqual(['g.Counts']);
  expect(ownersOf('Map<string, string>')).toEqual([]);
  expect(ownersOf('string')).toEqual([]);
});

test('a column has the members of columns, and not those of the lists for which it stands', () => {
  expect(ownersOf('ast.Column')).toEqual(['ast.Column', 'g.Column']);
});

test('a receiver has to fit the type whose members are called', () => {
  expect(table.receiverOf('g.Numbers')).toEqual(parseType('number[]'));
  expect(table.receiverOf('m.Base')).toEqual(parseType('m.Base'));
  expect(table.receiverOf('m.Base')).toBe(table.receiverOf('m.Base'));
});

test('one type gives members to a type, and who comes second adds nothing', () => {
  const second = [
    { id: 'x.Other', accepts: ['number'] },
    { id: 'x.Number', accepts: [], membersOf: 'number' },
  ];
  expect(errorOf(() => table.add(second), 'BAD_MANIFEST').message).toMatch(/g\.Number gives members to number already/);
  expect(table.accepts('x.Other')).toEqual([]);
});

test('types that extend each other in a circle are no trap', () => {
  const round = new TypeTable();
  round.add([
    { id: 'r.A', accepts: [], extends: ['r.B'] },
    { id: 'r.B', accepts: [], extends: ['r.A'] },
  ]);
  expect(round.bases('r.A')).toEqual(['r.B']);
});
