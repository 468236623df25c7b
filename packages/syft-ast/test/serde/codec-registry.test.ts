import { expect, test } from 'vitest';
import { CORE_TAGS, type Codec, CodecRegistry, columnOf, encodeValue, POINTER, TagTable } from '../../src/index.ts';
import { CORE_CODECS } from '../../src/serde/builtin/index.ts';
import { errorOf } from '../syft-error.ts';
import { context } from './context.ts';

const codec = (changes: Partial<Codec> = {}): Codec => ({
  tag: 'tiny/Box',
  type: 'tiny.Box',
  schema: 'v1',
  detect: (value): value is unknown => typeof value === 'object' && value !== null && Object.hasOwn(value, 'items'),
  encode: () => new Uint8Array(0),
  decode: () => ({ items: [] }),
  weigh: () => 8,
  ...changes,
});

test('every codec of the core has its number, and every number its codec', () => {
  expect(CORE_CODECS.map(({ tag }) => tag).sort()).toEqual(Object.keys(CORE_TAGS).sort());
  expect(new Set(Object.values(CORE_TAGS)).size).toBe(CORE_CODECS.length);
  expect(new Set(CORE_CODECS.map(({ type }) => type)).size).toBe(CORE_CODECS.length);
});

test('the same tag twice with the same schema is a no-op, with another one an error', () => {
  const registry = new CodecRegistry([codec()]);
  registry.register(codec());
  expect(registry.libraryTags()).toEqual(['tiny/Box']);
  errorOf(() => registry.register(codec({ schema: 'v2' })), 'BAD_MANIFEST');
  errorOf(() => registry.register(codec({ type: 'tiny.Crate' })), 'BAD_MANIFEST');
  errorOf(() => registry.register(codec({ tag: 'ast/List', type: 'tiny.List' })), 'BAD_MANIFEST');
});

test('two tags cannot both claim a type', () => {
  errorOf(() => new CodecRegistry([codec(), codec({ tag: 'evil/Box' })]), 'BAD_MANIFEST');
  errorOf(() => new CodecRegistry([codec({ tag: 'evil/Column', type: 'ast.Column' })]), 'BAD_MANIFEST');
});

test('a library is asked before records are, and finds its codec by tag and by type', () => {
  const box = codec();
  const registry = new CodecRegistry([box]);
  expect(registry.find({ items: [] })).toBe(box);
  expect(registry.byTag('tiny/Box')).toBe(box);
  expect(registry.byType('tiny.Box')).toBe(box);
  expect(registry.find({ other: 1 })?.tag).toBe('ast/Record');
  expect(registry.find(columnOf(Float64Array.of(1)))?.tag).toBe('ast/Column');
});

test('a library is never asked about pointers, nor about what came over the wire as a record', () => {
  const greedy = new CodecRegistry([codec({ detect: (_value): _value is unknown => true })]);
  expect(greedy.find({ [POINTER]: { prefix: undefined, counter: 1 } })?.tag).toBe('ast/Pointer');
  expect(greedy.find(Object.assign(Object.create(null), { items: [] }))?.tag).toBe('ast/Record');
});

test.each<[string, unknown]>([
  ['a function', () => 1],
  ['a symbol', Symbol('x')],
  [
    'an instance of a class',
    new (class Foo {
      valueOf() {
        return 1;
      }
    })(),
  ],
  ['a RegExp', /a/],
  ['a promise', Promise.resolve(1)],
  ['a DataView', new DataView(new ArrayBuffer(1))],
  ['a WeakMap', new WeakMap()],
])('%s has no codec, and the error does not show it', (_name, value) => {
  errorOf(() => encodeValue(value, context), 'BAD_ARGUMENT');
  errorOf(() => encodeValue([{ a: value }], context), 'BAD_ARGUMENT');
});

test('a value that holds itself is refused', () => {
  const loop: unknown[] = [];
  loop.push(loop);
  errorOf(() => encodeValue(loop, context), 'BAD_ARGUMENT');
});

test('library tags are numbered from 64, once, and no peer may number one of the core’s', () => {
  const tags = new TagTable([['numjs/NdArray', 70]]);
  tags.addAll(['js/Symbol', 'numjs/NdArray', 'js/Range']);
  expect(tags.libraryTags()).toEqual([
    ['numjs/NdArray', 70],
    ['js/Symbol', 71],
    ['js/Range', 72],
  ]);
  expect(new TagTable().nameOf(11)).toBe('ast/List');
  for (const [name, number] of [
    ['x/Y', 1],
    ['x/Y', 70],
    ['x/Y', 0],
    ['x/Y', -1],
    ['x/Y', Number.NaN],
    ['ast/List', 99],
    ['numjs/NdArray', 99],
  ] as const) {
    errorOf(() => tags.add(name, number), 'PROTOCOL');
  }
});
