import { expect, test } from 'vitest';
import {
  CodecRegistry,
  DEFAULT_LIMITS,
  decodeValue,
  encodeValue,
  isSyftError,
  messages,
  type SerdeContext,
  TagTable,
} from '../../src/index.ts';
import { codecs, createLibrary, messageOf } from './shape-library.ts';

const library = createLibrary();
const registry = new CodecRegistry(codecs);
const tags = new TagTable();
tags.addAll(registry.libraryTags());
const serde: SerdeContext = { registry, tags };
const { ArrayBody, ListBody, Value } = messages;

const value = (plain: unknown): Uint8Array => encodeValue(plain, serde, Infinity).head;
const wrap = (tag: string, body: Uint8Array): Uint8Array => Value.encode({ tag: tags.numberOf(tag) as number, body }).finish();
const read = (head: Uint8Array): unknown => decodeValue({ head, parts: [] }, serde, DEFAULT_LIMITS);
const vector = (dtype: number, items: ArrayLike<number>, Own: Uint32ArrayConstructor | Float64ArrayConstructor) =>
  ArrayBody.encode({ dtype, shape: [items.length], data: new Uint8Array(Own.from(items).buffer) }).finish();
const packed = (lengths: readonly number[], elements: readonly number[]) =>
  ListBody.encode({ items: [vector(7, lengths, Uint32Array), vector(12, elements, Float64Array)] }).finish();

/** A record as the decoder makes it: one with a prototype would be taken for what it says it is. */
const imitationOf = (record: object): object => Object.assign(Object.create(null) as object, record);

const MATRIX = { data: packed([1, 2], [1, 2]), rows: value(1), columns: value(2) };
const matrixOf = (fields: Record<string, Uint8Array>, names = ['data', 'rows', 'columns']) =>
  wrap('shapes/Matrix', messageOf(names).encode(fields).finish());

function codeOf(head: Uint8Array): string | undefined {
  try {
    read(head);
    return undefined;
  } catch (error) {
    return isSyftError(error) ? error.code : String(error);
  }
}

test('the body that the forgeries start from is read', () => {
  expect(codeOf(matrixOf(MATRIX))).toBe(undefined);
});

test.each<[string, Record<string, Uint8Array>, string]>([
  ['a field of another type', { ...MATRIX, rows: value('1') }, 'PROTOCOL'],
  ['a number of rows that are not there', { ...MATRIX, rows: value(1_000_000_000) }, 'PROTOCOL'],
  ['a number of columns that are not there', { ...MATRIX, columns: value(3) }, 'PROTOCOL'],
  ['a length that is no whole number', { ...MATRIX, rows: value(0.5) }, 'PROTOCOL'],
  ['a negative length', { ...MATRIX, data: packed([0], []), rows: value(-1) }, 'PROTOCOL'],
  ['a field that is missing', { data: MATRIX.data, rows: MATRIX.rows }, 'PROTOCOL'],
  [
    'rows of another dtype',
    { ...MATRIX, data: ListBody.encode({ items: [vector(7, [1, 2], Uint32Array), vector(7, [1, 2], Uint32Array)] }).finish() },
    'PROTOCOL',
  ],
  ['rows longer than their elements', { ...MATRIX, data: packed([1, 3], [1, 2]) }, 'PROTOCOL'],
  ['elements in no row', { ...MATRIX, data: packed([1, 2], [1, 2, 3]) }, 'PROTOCOL'],
  ['more rows than lengths', { ...MATRIX, data: packed([4_000_000_000, 2], [1, 2]) }, 'PROTOCOL'],
  ['lengths of no row', { ...MATRIX, data: packed([1, 2, 0], [1, 2]) }, 'PROTOCOL'],
  ['a list in place of packed rows', { ...MATRIX, data: value([[1, 2]]) }, 'PROTOCOL'],
  ['a pointer in a field', { ...MATRIX, rows: Value.encode({ tag: 15, body: Uint8Array.of(0x10, 1) }).finish() }, 'PROTOCOL'],
  ['a record in place of a number', { ...MATRIX, rows: value({ valueOf: 1 }) }, 'PROTOCOL'],
])('refuses %s', (_, fields, code) => {
  expect(codeOf(matrixOf(fields))).toBe(code);
});

test('refuses a field that the class has not, a field that stands twice, and a body that is cut', () => {
  const names = ['data', 'rows', 'columns', 'more'];
  expect(codeOf(matrixOf({ ...MATRIX, more: value(1) }, names))).toBe('PROTOCOL');
  const body = messageOf(names).encode(MATRIX).finish();
  const twice = new Uint8Array([
    ...body,
    ...messageOf(['data', 'rows'])
      .encode({ rows: value(1) })
      .finish(),
  ]);
  expect(codeOf(wrap('shapes/Matrix', twice))).toBe('PROTOCOL');
  // Twice one field and once another: as many as there are, but not all of them.
  const instead = new Uint8Array([
    ...messageOf(names)
      .encode({ data: MATRIX.data, rows: value(1) })
      .finish(),
    ...messageOf(['data', 'rows'])
      .encode({ rows: value(1) })
      .finish(),
  ]);
  expect(codeOf(wrap('shapes/Matrix', instead))).toBe('PROTOCOL');
  for (let length = 0; length < body.length; length++) expect(codeOf(wrap('shapes/Matrix', body.slice(0, length)))).toBe('PROTOCOL');
});

test('a record that imitates a structure stays a record, and is none where one is asked for', () => {
  const imitation = read(value(imitationOf({ type: 'shapes.Matrix', fields: { data: [], rows: 9, columns: 9 } }))) as object;
  expect(registry.find(imitation)?.tag).toBe('ast/Record');
  const decomposition = messageOf(['size_', 'values', 'vectors', 'parts', 'label']).encode({
    size_: value(0),
    values: packed([0], []),
    vectors: value(imitationOf({ type: 'shapes.Matrix', fields: { data: [], rows: 0, columns: 0 } })),
    parts: value([]),
    label: value(null),
  });
  expect(codeOf(wrap('shapes/Decomposition', decomposition.finish()))).toBe('PROTOCOL');
});

test('a size that a nested structure contradicts is refused', () => {
  const fields = (size: number) => ({
    size_: value(size),
    values: packed([size], new Array<number>(size).fill(0)),
    vectors: matrixOf(MATRIX),
    parts: value([]),
    label: value('x'),
  });
  const decomposition = (size: number) =>
    wrap('shapes/Decomposition', messageOf(['size_', 'values', 'vectors', 'parts', 'label']).encode(fields(size)).finish());
  expect(codeOf(decomposition(1))).toBe(undefined);
  expect(codeOf(decomposition(2))).toBe('PROTOCOL');
});

test('structures nested without end are refused before the stack is', () => {
  const Tree = messageOf(['value', 'children']);
  let head = value(new library.forest.Tree(0));
  for (let depth = 0; depth < 200; depth++) {
    const children = Value.encode({ tag: 11, body: ListBody.encode({ items: [head] }).finish() }).finish();
    head = wrap('shapes/Tree', Tree.encode({ value: value(depth), children }).finish());
  }
  expect(codeOf(head)).toBe('LIMIT');
});

test('rows without end are charged before they are made', () => {
  const rows = 3_000_000;
  const lengths = ArrayBody.encode({
    dtype: 7,
    shape: [rows + 1],
    data: new Uint8Array(Uint32Array.from({ length: rows + 1 }, (_, at) => (at === 0 ? rows : 0)).buffer),
  }).finish();
  const data = ListBody.encode({ items: [lengths, vector(12, [], Float64Array)] }).finish();
  const head = matrixOf({ data, rows: value(rows), columns: value(0) });
  expect(() => decodeValue({ head, parts: [] }, serde, { ...DEFAULT_LIMITS, arrayBytes: 64 * 1024 * 1024 })).toThrow(
    expect.objectContaining({ code: 'LIMIT' }),
  );
});
