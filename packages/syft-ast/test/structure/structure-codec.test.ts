import { expect, test } from 'vitest';
import {
  CodecRegistry,
  DEFAULT_LIMITS,
  decodeValue,
  type Encoded,
  ERROR_CODES,
  type ErrorCode,
  encodeValue,
  isStructureValue,
  type SerdeContext,
  type StructureValue,
  structureCodec,
  TagTable,
  typeOfValue,
  validateHead,
} from '../../src/index.ts';
import { errorOf } from '../syft-error.ts';
import {
  codecs,
  createLibrary,
  decompositionCodec,
  diagonalCodec,
  matrixCodec,
  messageOf,
  mixedCodec,
  treeCodec,
} from './shape-library.ts';

const code = (run: () => unknown): string => errorOf(run, ...(Object.keys(ERROR_CODES) as ErrorCode[])).code;

const library = createLibrary();
const registry = new CodecRegistry(codecs);
const tags = new TagTable();
tags.addAll(registry.libraryTags());
const serde: SerdeContext = { registry, tags };
const through = (value: unknown): unknown => decodeValue(encodeValue(value, serde), serde, DEFAULT_LIMITS);

const matrix = () =>
  new library.Matrix([
    [1, -0, Number.NaN],
    [Infinity, 5, 6],
  ]);

test('an instance becomes its fields, and its fields an instance that answers alike', () => {
  const plain = through(matrix()) as StructureValue;
  expect(isStructureValue(plain, 'shapes.Matrix')).toBe(true);
  expect(plain.fields).toEqual({ data: [Float64Array.of(1, -0, Number.NaN), Float64Array.of(Infinity, 5, 6)], rows: 2, columns: 3 });
  const live = matrixCodec.revive?.(plain, library) as InstanceType<typeof library.Matrix>;
  expect(live).toBeInstanceOf(library.Matrix);
  expect(live).toEqual(matrix());
  expect(Object.getOwnPropertyDescriptor(live, 'rows')).toEqual({ value: 2, writable: true, enumerable: true, configurable: true });
  expect([live.get(0, 1), live.get(0, 2)]).toEqual([-0, Number.NaN]);
});

test('structures nest, in fields and in lists of fields', () => {
  const live = new library.Decomposition(matrix(), 'x');
  const back = decompositionCodec.revive?.(through(live), library) as typeof live;
  expect(back).toEqual(live);
  expect(back.vectors).toBeInstanceOf(library.Matrix);
  expect(back.parts[1]).toBeInstanceOf(library.Matrix);
  const tree = new library.forest.Tree(1, [new library.forest.Tree(2), new library.forest.Tree(3, [new library.forest.Tree(4)])]);
  expect(treeCodec.revive?.(through(tree), library)).toEqual(tree);
});

test('bigints, dates, maps, sets and records in fields survive', () => {
  for (const live of [new library.Mixed(-(2n ** 62n)), new library.Mixed(5n, { weight: -0 })]) {
    expect(mixedCodec.revive?.(through(live), library)).toEqual(live);
  }
});

test('an instance of another copy of the library is recognised, and revived in this one', () => {
  const other = createLibrary();
  const foreign = new other.Decomposition(new other.Matrix([[1, 2]]));
  expect(decompositionCodec.detect(foreign)).toBe(true);
  const own = decompositionCodec.revive?.(foreign, library) as InstanceType<typeof library.Decomposition>;
  expect(own).toBeInstanceOf(library.Decomposition);
  expect(own.vectors).toBeInstanceOf(library.Matrix);
  expect(decompositionCodec.revive?.(own, library)).toBe(own);
});

test('a subclass is found before its base class, and counts as one', () => {
  const diagonal = new library.Diagonal([2, 3]);
  expect(matrixCodec.detect(diagonal)).toBe(true);
  expect(registry.find(diagonal)?.tag).toBe('shapes/Diagonal');
  expect(matrixCodec.isolate?.(diagonal, () => true, library)).toBeInstanceOf(library.Diagonal);
  expect(matrixCodec.weigh(diagonal)).toBe(diagonalCodec.weigh(diagonal));
  expect(diagonalCodec.detect(matrix())).toBe(false);
  const back = diagonalCodec.revive?.(through(diagonal), library) as typeof diagonal;
  expect(back.get(0, 1)).toBe(0);
  class Unknown extends library.Matrix {}
  expect(matrixCodec.detect(new Unknown([[1]]))).toBe(false);
});

test('only own data fields are looked at: getters, further fields and missing ones make it another thing', () => {
  const trap = matrix();
  Object.defineProperty(trap, 'rows', {
    get: () => {
      throw new Error('a getter fired');
    },
  });
  const further = Object.assign(matrix(), { note: 1 });
  const hidden = Object.assign(matrix(), { [Symbol('note')]: 1 });
  const missing = matrix() as { rows?: number };
  delete missing.rows;
  for (const value of [trap, further, hidden, missing, { data: [], rows: 0, columns: 0 }, Object.assign(matrix(), { rows: '2' })]) {
    expect(matrixCodec.detect(value)).toBe(false);
  }
});

test('a class name of its own can differ from the name of the export', () => {
  const named = structureCodec({
    tag: 'shapes/Other',
    type: 'shapes.Other',
    message: messageOf(['rows']),
    fields: [{ name: 'rows', type: 'number' }],
    class: ['Other'],
    className: 'original',
  });
  class original {
    rows = 1;
  }
  expect(named.detect(new original())).toBe(true);
  expect(named.revive?.({ type: 'shapes.Other', fields: { rows: 2 } }, { Other: original })).toEqual(
    Object.assign(new original(), { rows: 2 }),
  );
  expect(code(() => named.revive?.({ type: 'shapes.Other', fields: { rows: 2 } }, {}))).toBe('UNSUPPORTED');
});

test('an instance that contradicts what its class is said to be is not written, nor kept', () => {
  const short = matrix();
  short.rows = 1_000_000;
  const ragged = matrix();
  ragged.data[1] = Float64Array.of(1);
  const texts = matrix() as unknown as { data: unknown[] };
  texts.data[0] = [1, 2, 3];
  for (const value of [short, ragged, texts]) {
    expect(code(() => encodeValue(value, serde))).toBe('BAD_ARGUMENT');
    expect(code(() => matrixCodec.isolate?.(value, () => true, library))).toBe('BAD_DATA');
  }
});

test('an instance that holds itself is refused wherever it is walked', () => {
  const tree = new library.forest.Tree(1);
  tree.children.push(tree);
  expect(treeCodec.detect(tree)).toBe(true);
  expect(code(() => treeCodec.weigh(tree))).toBe('BAD_DATA');
  expect(code(() => treeCodec.isolate?.(tree, () => true, library))).toBe('BAD_DATA');
  expect(code(() => encodeValue(tree, serde))).toBe('BAD_ARGUMENT');
  // The failure leaves nothing behind.
  expect(treeCodec.weigh(new library.forest.Tree(1))).toBeGreaterThan(0);
});

test('rows in one buffer leave alone, and an isolated instance shares nothing', () => {
  const buffer = new Float64Array([1, 2, 3, 987.625]);
  const live = matrix();
  Object.assign(live, { data: [buffer.subarray(0, 1), buffer.subarray(1, 2)], rows: 2, columns: 1 });
  const { head } = encodeValue(live, serde);
  expect(Buffer.from(head).includes(Buffer.from(Float64Array.of(987.625).buffer))).toBe(false);
  const own = matrixCodec.isolate?.(live, () => false, library) as typeof live;
  expect(own.data.map((row) => row.buffer.byteLength)).toEqual([8, 8]);
  buffer.fill(0);
  expect(own.data.flatMap((row) => [...row])).toEqual([1, 2]);
  expect(matrixCodec.isolate?.(own, () => false, library)).toBe(own);
  expect(matrixCodec.isolate?.(own, () => true, library)).not.toBe(own);
});

test('isolating asks for every buffer, so that whoever asks knows them all', () => {
  const live = matrix();
  const asked: ArrayBufferLike[] = [];
  matrixCodec.isolate?.(live, (buffer) => asked.push(buffer) > 0, library);
  expect(asked).toEqual(live.data.map((row) => row.buffer));
});

test('a million elements travel as one part and a short head, and the head can be checked alone', () => {
  const large = new library.Matrix([]);
  Object.assign(large, { data: Array.from({ length: 1000 }, (_, row) => new Float64Array(1000).fill(row)), rows: 1000, columns: 1000 });
  const encoded = encodeValue(large, serde);
  expect(encoded.parts.map((part) => part.byteLength)).toEqual([8_000_000]);
  expect(encoded.head.byteLength).toBeLessThan(16_384);
  expect(() => validateHead(encoded.head, [8_000_000], serde, DEFAULT_LIMITS)).not.toThrow();
  expect(code(() => validateHead(encoded.head, [7_999_992], serde, DEFAULT_LIMITS))).toBe('PROTOCOL');
  const back = decodeValue(encoded, serde, DEFAULT_LIMITS) as StructureValue;
  expect((back.fields['data'] as Float64Array[])[999]?.[999]).toBe(999);
});

test('a list of numbers keeps its values, and one NaN', () => {
  const odd = new Float64Array(new BigUint64Array([0xfff8_0000_dead_beefn]).buffer);
  const live = new library.Decomposition(new library.Matrix([[1], [2]]));
  live.values = [-0, odd[0] as number];
  const plain = through(live) as StructureValue;
  expect(plain.fields['values']).toEqual([-0, Number.NaN]);
  const bytes = Buffer.from(encodeValue(live, serde).head);
  expect(bytes.includes(Buffer.from(new BigUint64Array([0xfff8_0000_dead_beefn]).buffer))).toBe(false);
});

test('plain structures are typed by their class, and equal plain and live values have equal bytes', () => {
  const plain = through(matrix());
  expect(typeOfValue(plain, registry)).toEqual({ kind: 'ref', id: 'shapes.Matrix' });
  const bytes = (value: unknown): Encoded => encodeValue(value, serde);
  expect(bytes(plain)).toEqual(bytes(matrix()));
  expect(matrixCodec.weigh(plain as StructureValue)).toBe(matrixCodec.weigh(matrix()));
});
