import { describe, expect, test } from 'vitest';
import {
  type ArrayValue,
  arrayCodec,
  CodecRegistry,
  columnOf,
  DEFAULT_LIMITS,
  decodeValue,
  ERROR_CODES,
  type ErrorCode,
  encodeValue,
  messages,
  type SerdeContext,
  TagTable,
} from '../../src/index.ts';
import { errorOf } from '../syft-error.ts';

const code = (run: () => unknown): string => errorOf(run, ...(Object.keys(ERROR_CODES) as ErrorCode[])).code;

type Data = Float64Array | Int32Array | Uint8Array | unknown[];

/** A library of strided views, as array libraries have them: no bound is checked. */
function createLibrary() {
  class View {
    data: Data;
    shape: number[];
    stride: number[];
    offset: number;
    constructor(data: Data, shape: readonly number[], stride?: readonly number[], offset = 0) {
      this.data = data;
      this.shape = [...shape];
      this.stride = [...(stride ?? shape.map((_, axis) => shape.slice(axis + 1).reduce((size, length) => size * length, 1)))];
      this.offset = offset;
    }
  }
  class Wrapped {
    view: View;
    constructor(data: Data, shape: readonly number[]) {
      this.view = new View(data, shape);
    }
  }
  const from = (data: Data, shape: readonly number[]) => new View(data, shape);
  return { Wrapped, strided: { View, from, broken: (data: Data) => new View(data, [data.length]) } };
}

const library = createLibrary();
const { View } = library.strided;
const dtypes = ['float64', 'int32', 'uint8', 'array'];
const viewCodec = arrayCodec({ tag: 'strided/View', type: 'strided.View', view: null, factory: ['strided', 'from'], how: 'call', dtypes });
const wrappedCodec = arrayCodec({
  tag: 'strided/Wrapped',
  type: 'strided.Wrapped',
  view: 'view',
  factory: ['Wrapped'],
  how: 'construct',
  dtypes,
});

const registry = new CodecRegistry([viewCodec, wrappedCodec] as readonly unknown[] as never);
const tags = new TagTable();
tags.addAll(registry.libraryTags());
const serde: SerdeContext = { registry, tags };
const through = (value: unknown) => decodeValue(encodeValue(value, serde), serde, DEFAULT_LIMITS) as ArrayValue;
const wide = (): InstanceType<typeof View> =>
  new View(
    Float64Array.from({ length: 12 }, (_, at) => at),
    [3, 4],
  );

describe('what a view shows, in C order', () => {
  test.each<[string, InstanceType<typeof View>, readonly number[], readonly unknown[]]>([
    ['the whole', wide(), [3, 4], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
    ['a row', new View(wide().data, [4], [1], 4), [4], [4, 5, 6, 7]],
    ['swapped axes', new View(wide().data, [4, 3], [1, 4]), [4, 3], [0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11]],
    ['reversed', new View(wide().data, [3], [-4], 11), [3], [11, 7, 3]],
    ['repeated', new View(wide().data, [2, 2], [0, 1], 5), [2, 2], [5, 6, 5, 6]],
    ['one element', new View(wide().data, [], [], 7), [], [7]],
    ['no element', new View(new Float64Array(0), [0, 3]), [0, 3], []],
    ['a list', new View(['a', null, -0, 5n, undefined], [5]), [5], ['a', null, -0, 5n, undefined]],
  ])('%s', (_, view, shape, elements) => {
    const plain = through(view);
    expect(plain.shape).toEqual(shape);
    expect([...(plain.data as number[])]).toEqual(elements);
    expect(through(viewCodec.revive?.(plain, library))).toEqual(plain);
  });

  test('a column and a typed array are taken in, and another copy’s array becomes an own one', () => {
    for (const value of [columnOf(Int32Array.of(1, 2)), Int32Array.of(1, 2), Buffer.from([1, 2])]) {
      const live = wrappedCodec.revive?.(value, library) as InstanceType<typeof library.Wrapped>;
      expect(live).toBeInstanceOf(library.Wrapped);
      expect([[...(live.view.data as Int32Array)], live.view.shape]).toEqual([[1, 2], [2]]);
    }
    const foreign = new (createLibrary().Wrapped)(Float64Array.of(1), [1]);
    expect(wrappedCodec.detect(foreign)).toBe(true);
    expect(wrappedCodec.revive?.(foreign, library)).toBeInstanceOf(library.Wrapped);
  });
});

test('a view that leaves its buffer is refused, wherever it does', () => {
  for (const view of [
    new View(wide().data, [5], [4]),
    new View(wide().data, [2], [-1], 0),
    new View(wide().data, [1], [1], 12),
    new View([], [1]),
  ]) {
    expect(viewCodec.detect(view)).toBe(true);
    expect(code(() => encodeValue(view, serde))).toBe('BAD_DATA');
    expect(code(() => viewCodec.isolate?.(view, () => true, library))).toBe('BAD_DATA');
  }
});

test('records, getters and views that do not fit together are no arrays', () => {
  const trap = Object.create(View.prototype) as object;
  for (const name of ['data', 'shape', 'stride', 'offset']) {
    Object.defineProperty(trap, name, {
      get: () => {
        throw new Error('a getter fired');
      },
    });
  }
  const { data, shape, stride, offset } = wide();
  const odd = [
    { ...wide() },
    trap,
    Object.assign(wide(), { stride: [1] }),
    Object.assign(wide(), { shape: [-1, 2] }),
    Object.assign(wide(), { offset: 0.5 }),
  ];
  for (const value of [...odd, Object.assign(wide(), { data: { get: () => 1, length: 12 } })]) expect(viewCodec.detect(value)).toBe(false);
  expect(wrappedCodec.detect({ view: { data, shape, stride, offset } })).toBe(true);
  expect(wrappedCodec.detect(trap)).toBe(false);
});

test('a dtype that the library has not, and elements that are no scalars, are refused', () => {
  expect(code(() => encodeValue(new View(new Float32Array(1) as never, [1]), serde))).toBe('BAD_ARGUMENT');
  expect(code(() => viewCodec.revive?.(new Float32Array(1), library))).toBe('BAD_ARGUMENT');
  expect(code(() => encodeValue(new View([{}], [1]), serde))).toBe('BAD_ARGUMENT');
  const wrap = (body: Parameters<typeof messages.ArrayBody.encode>[0]) =>
    messages.Value.encode({ tag: tags.numberOf('strided/View') as number, body: messages.ArrayBody.encode(body).finish() }).finish();
  const read = (head: Uint8Array) => decodeValue({ head, parts: [] }, serde, DEFAULT_LIMITS);
  expect(code(() => read(wrap({ dtype: 11, shape: [1], data: new Uint8Array(4) })))).toBe('UNSUPPORTED');
  expect(code(() => read(wrap({ dtype: 13, shape: [1], elements: [encodeValue([1], serde).head] })))).toBe('PROTOCOL');
  expect(code(() => read(wrap({ dtype: 12, shape: [4_294_967_295, 4_294_967_295], data: new Uint8Array(8) })))).toBe('LIMIT');
});

test('a factory that makes another shape is noticed', () => {
  const codec = arrayCodec({ tag: 'strided/View', type: 'strided.View', view: null, factory: ['strided', 'broken'], how: 'call', dtypes });
  const plain: ArrayValue = { type: 'strided.View', dtype: 'float64', shape: [2, 1], data: Float64Array.of(1, 2) };
  expect(code(() => codec.revive?.(plain, library))).toBe('UNSUPPORTED');
  expect(code(() => codec.revive?.(plain, { strided: {} }))).toBe('UNSUPPORTED');
});

test('an isolated array stands on exactly its elements, and what a Buffer pools stays behind', () => {
  const row = new View(wide().data, [4], [1], 4);
  const own = viewCodec.isolate?.(row, () => false, library) as InstanceType<typeof View>;
  expect([(own.data as Float64Array).buffer.byteLength, own.offset]).toEqual([32, 0]);
  expect(viewCodec.isolate?.(own, () => false, library)).toBe(own);
  expect(viewCodec.isolate?.(own, () => true, library)).not.toBe(own);
  const pooled = viewCodec.isolate?.(new View(Buffer.from([1, 2, 3]), [3]), () => false, library) as InstanceType<typeof View>;
  expect([(pooled.data as Uint8Array).constructor, (pooled.data as Uint8Array).buffer.byteLength]).toEqual([Uint8Array, 3]);
});
