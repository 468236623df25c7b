import {
  type Codec,
  CodecRegistry,
  DEFAULT_LIMITS,
  decodeValue,
  encodeValue,
  isStructureValue,
  type StructureValue,
  TagTable,
} from '@syft-libs/ast';
import { messageClass, type StructureMessage, structureCodec } from '@syft-libs/ast/codegen';
import { expect, test } from 'vitest';
import { codecContract } from '../../src/codec/codec-contract.ts';
import { isSameValue } from '../../src/samples/same-value.ts';

class Matrix {
  readonly data: Float64Array[];
  readonly rows: number;
  readonly columns: number;
  constructor(rows: readonly (readonly number[])[]) {
    this.data = rows.map((row) => Float64Array.from(row));
    this.rows = rows.length;
    this.columns = rows[0]?.length ?? 0;
  }
}

class Symmetric extends Matrix {
  readonly rank: number;
  constructor(rows: readonly (readonly number[])[], rank: number) {
    super(rows);
    this.rank = rank;
  }
}

class Decomposition {
  readonly values: readonly number[];
  readonly vectors: Matrix;
  readonly parts: readonly Matrix[];
  readonly label: string | null;
  readonly big: bigint;
  constructor(vectors: Matrix, label: string | null, parts: readonly Matrix[] = []) {
    this.values = vectors.data.map((row) => row[0] ?? Number.NaN);
    this.vectors = vectors;
    this.parts = [...parts];
    this.label = label;
    this.big = -(2n ** 70n);
  }
}

const library = { Matrix, Symmetric, Decomposition };

function messageOf(names: readonly string[]): StructureMessage {
  return messageClass({
    defaults: Object.fromEntries(names.map((name) => [name, new Uint8Array(0)])),
    write(message, writer) {
      for (const [index, name] of names.entries()) writer.bytes(index * 8 + 10, message[name] as Uint8Array);
    },
    read(message, reader, tag) {
      const name = (tag & 7) === 2 ? names[(tag >>> 3) - 1] : undefined;
      if (name !== undefined) message[name] = reader.bytes();
      return name !== undefined;
    },
  });
}

function codecOf(
  name: string,
  types: Readonly<Record<string, string>>,
  lengths: readonly { readonly field: string; readonly of: string; readonly axis: number }[],
) {
  return structureCodec({
    tag: `shapes/${name}`,
    type: `shapes.${name}`,
    message: messageOf(Object.keys(types)),
    fields: Object.entries(types).map(([field, type]) => ({ name: field, type })),
    lengths,
    class: [name],
    types: () => codecs,
  });
}

const ROWS = { data: 'Float64Array[]', rows: 'number', columns: 'number' };
const LENGTHS = [
  { field: 'rows', of: 'data', axis: 0 },
  { field: 'columns', of: 'data', axis: 1 },
];
const matrix = codecOf('Matrix', ROWS, LENGTHS);
const symmetric = codecOf('Symmetric', { ...ROWS, rank: 'number' }, LENGTHS);
const decomposition = codecOf(
  'Decomposition',
  { values: 'number[]', vectors: 'shapes.Matrix', parts: 'shapes.Matrix[]', label: 'string | null', big: 'bigint' },
  [],
);
const codecs: readonly Codec[] = [matrix, symmetric, decomposition] as readonly unknown[] as readonly Codec[];

/** What a value holds, plain or live, all the way down. */
function contentOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(contentOf);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  const type = isStructureValue(value, (value as StructureValue).type) ? value.type : `shapes.${value.constructor.name}`;
  const fields = isStructureValue(value, type) ? value.fields : (value as Readonly<Record<string, unknown>>);
  return [
    type,
    ...Object.keys(fields)
      .sort()
      .map((name) => contentOf(fields[name])),
  ];
}

/** An instance in plain form, written out without the codec. */
function plainOf(live: object): StructureValue {
  const plain = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(plain) : value instanceof Matrix || value instanceof Decomposition ? plainOf(value) : value;
  return {
    type: `shapes.${live.constructor.name}`,
    fields: Object.fromEntries(Object.entries(live).map(([name, field]) => [name, plain(field)])),
  };
}

const sampleOf = <T extends object>(name: string, live: T) => ({ name, live, plain: plainOf(live) });
const equal = (left: unknown, right: unknown): boolean => isSameValue(contentOf(left), contentOf(right));
const CANARY = 987.625;
const hidden = new Uint8Array(Float64Array.of(CANARY).buffer);

/** Rows in the middle of a buffer that holds more. */
function viewed(): Matrix {
  const buffer = Float64Array.of(CANARY, 1, 2, CANARY);
  return Object.assign(new Matrix([]), { data: [buffer.subarray(1, 2), buffer.subarray(2, 3)], rows: 2, columns: 1 });
}

const large = Object.assign(new Matrix([]), {
  data: Array.from({ length: 100 }, (_, row) => new Float64Array(200).fill(row)),
  rows: 100,
  columns: 200,
});

codecContract(matrix, {
  library,
  equal,
  samples: [
    sampleOf(
      'numbers of all kinds',
      new Matrix([
        [1, -0, Number.NaN],
        [Infinity, -Infinity, 5e-324],
      ]),
    ),
    sampleOf('no rows', new Matrix([])),
    sampleOf('empty rows', new Matrix([[], []])),
  ],
  views: [{ name: 'rows of a larger buffer', live: viewed(), hidden }],
  large,
});

codecContract(symmetric, {
  library,
  equal,
  samples: [
    sampleOf(
      'a subclass',
      new Symmetric(
        [
          [1, 2],
          [2, 1],
        ],
        2,
      ),
    ),
  ],
});

codecContract(decomposition, {
  library,
  types: codecs,
  equal,
  samples: [
    sampleOf('nested structures', new Decomposition(new Matrix([[1], [-0]]), 'a', [new Matrix([[3]]), new Matrix([])])),
    sampleOf('nothing in the lists', new Decomposition(new Matrix([]), null)),
  ],
});

class View {
  readonly matrix: Matrix;
  readonly rows: number;
  readonly columns: number;
  constructor(inner: Matrix, rows = inner.columns, columns = inner.rows) {
    this.matrix = inner;
    this.rows = rows;
    this.columns = columns;
  }
}

/** What is uploaded may say anything: its makers know the codec, and not its checks. */
const unchecked = codecOf('View', { matrix: 'shapes.Matrix', rows: 'number', columns: 'number' }, []);
const view = structureCodec({
  tag: 'shapes/View',
  type: 'shapes.View',
  message: messageOf(['matrix', 'rows', 'columns']),
  fields: [
    { name: 'matrix', type: 'shapes.Matrix' },
    { name: 'rows', type: 'number' },
    { name: 'columns', type: 'number' },
  ],
  sizes: { fields: ['rows', 'columns'], sides: ['rows', 'columns'] },
  class: ['View'],
  types: () => [matrix, view] as readonly unknown[] as readonly Codec[],
});
const wide = new Matrix(Array.from({ length: 3 }, () => Array.from({ length: 20 }, () => 1)));

codecContract(view, {
  library: { Matrix, View },
  types: [matrix, view] as readonly unknown[] as readonly Codec[],
  equal,
  samples: [
    { name: 'a view', live: new View(wide), plain: viewOf(20, 3) },
    { name: 'of nothing', live: new View(new Matrix([[], []])), plain: plainView(new View(new Matrix([[], []]))) },
  ],
});

function viewOf(rows: number, columns: number): StructureValue {
  return plainView(new View(wide, rows, columns));
}

function plainView({ matrix: inner, rows, columns }: View): StructureValue {
  return { type: 'shapes.View', fields: { matrix: plainOf(inner), rows, columns } };
}

test.each([
  ['negative', -1, 3],
  ['a fraction', 2.5, 3],
  ['no number', Number.NaN, 3],
  ['endless', Infinity, 3],
  ['beyond what it holds', 1e9, 1],
  ['together far beyond it', 60, 60],
])('sizes that are %s are refused, whoever writes them and whoever reads them', (_, rows, columns) => {
  const hostile = viewOf(rows, columns);
  const contextOf = (codec: unknown) => {
    const registry = new CodecRegistry([matrix, codec] as readonly unknown[] as readonly Codec[]);
    const tags = new TagTable();
    tags.addAll(registry.libraryTags());
    return { registry, tags };
  };
  const sent = encodeValue(hostile, contextOf(unchecked));
  expect(() => decodeValue(sent, contextOf(view), DEFAULT_LIMITS)).toThrow(expect.objectContaining({ code: 'PROTOCOL' }));
  expect(() => encodeValue(hostile, contextOf(view))).toThrow(expect.objectContaining({ code: 'BAD_ARGUMENT' }));
  // What a library makes of odd arguments is kept by nobody either.
  expect(() => view.isolate?.(new View(wide, rows, columns), () => true, { Matrix, View })).toThrow(
    expect.objectContaining({ code: 'BAD_DATA' }),
  );
  expect(() => view.revive?.(hostile, { Matrix, View })).toThrow(expect.objectContaining({ code: 'BAD_ARGUMENT' }));
});
