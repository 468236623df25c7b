// A small library of classes, and codecs for them as a generator would print them. `createLibrary` gives a copy of its own each
// time: an application's is never the domain's.
import { messageClass } from '../../src/codegen.ts';
import { type Codec, type StructureMessage, structureCodec } from '../../src/index.ts';

/** Makes the library anew: classes that are equal in all but identity. */
export function createLibrary() {
  class Matrix {
    data: Float64Array[];
    rows: number;
    columns: number;
    constructor(rows: readonly (readonly number[])[]) {
      this.data = rows.map((row) => Float64Array.from(row));
      this.rows = rows.length;
      this.columns = rows[0]?.length ?? 0;
    }
    get(row: number, column: number): number | undefined {
      return this.data[row]?.[column];
    }
  }
  /** Behaves in its own way, and has a field more. */
  class Diagonal extends Matrix {
    trace: number;
    constructor(values: readonly number[]) {
      super(values.map((value, row) => values.map((_, column) => (row === column ? value : 0))));
      this.trace = values.reduce((sum, value) => sum + value, 0);
    }
    override get(row: number, column: number): number | undefined {
      return row === column ? super.get(row, column) : 0;
    }
  }
  class Decomposition {
    size: number;
    values: number[];
    vectors: Matrix;
    parts: Matrix[];
    label: string | null;
    constructor(matrix: Matrix, label: string | null = null) {
      this.size = matrix.rows;
      this.values = Array.from({ length: matrix.rows }, (_, index) => matrix.get(index, index) ?? Number.NaN);
      this.vectors = matrix;
      this.parts = [matrix, new Matrix([[1]])];
      this.label = label;
    }
  }
  class Mixed {
    big: bigint;
    when: Date;
    tags: Map<string, Set<number>>;
    ids: BigInt64Array;
    options: { readonly weight: number } | null;
    constructor(big: bigint, options: { readonly weight: number } | null = null) {
      this.big = big;
      this.when = new Date(86_400_000);
      this.tags = new Map([['a', new Set([1, -0])]]);
      this.ids = BigInt64Array.of(big, -1n);
      this.options = options;
    }
  }
  /** Not made of its fields alone. */
  class Sealed {
    rows = 1;
    #secret: number;
    constructor(secret: number) {
      this.#secret = secret;
    }
    reveal(): number {
      return this.#secret;
    }
  }
  class Tree {
    value: number;
    children: Tree[];
    constructor(value: number, children: Tree[] = []) {
      this.value = value;
      this.children = children;
    }
  }
  /** Tells what it keeps to itself, and takes it back. */
  class Vault {
    #values: number[];
    constructor(values: readonly number[]) {
      if (values.includes(13)) throw new RangeError(`no vault takes ${values.join()}`);
      this.#values = [...values];
    }
    static fromList(values: readonly number[]): Vault {
      return new Vault(values);
    }
    toList(): number[] {
      if (this.#values.length > 4) throw new RangeError(`too much to tell: ${this.#values.join()}`);
      return this.#values;
    }
    put(value: number): this {
      this.#values.push(value);
      return this;
    }
  }
  class Safe {
    vault: Vault;
    constructor(vault: Vault) {
      this.vault = vault;
    }
  }
  return { Matrix, Diagonal, Decomposition, Mixed, Sealed, Vault, Safe, forest: { Tree } };
}

/** A message of one `bytes` field for each name, as it is generated of a schema. */
export function messageOf(names: readonly string[]): StructureMessage {
  return messageClass({
    defaults: Object.fromEntries(names.map((name) => [name, new Uint8Array(0)])),
    write(message, writer) {
      names.forEach((name, index) => {
        const bytes = message[name] as Uint8Array | undefined;
        if (bytes !== undefined && bytes.length > 0) writer.bytes((index + 1) * 8 + 2, bytes);
      });
    },
    read(message, reader, tag) {
      const name = (tag & 7) === 2 ? names[(tag >>> 3) - 1] : undefined;
      if (name === undefined) return false;
      message[name] = reader.bytes();
      return true;
    },
  });
}

const MATRIX = [
  { name: 'data', type: 'Float64Array[]' },
  { name: 'rows', type: 'number' },
  { name: 'columns', type: 'number' },
];
const LENGTHS = [
  { field: 'rows', of: 'data', axis: 0 },
  { field: 'columns', of: 'data', axis: 1 },
];

export const matrixCodec = structureCodec({
  tag: 'shapes/Matrix',
  type: 'shapes.Matrix',
  message: messageOf(['data', 'rows', 'columns']),
  fields: MATRIX,
  lengths: LENGTHS,
  class: ['Matrix'],
  types: () => codecs,
});

export const diagonalCodec = structureCodec({
  tag: 'shapes/Diagonal',
  type: 'shapes.Diagonal',
  message: messageOf(['data', 'rows', 'columns', 'trace']),
  fields: [...MATRIX, { name: 'trace', type: 'number' }],
  lengths: LENGTHS,
  class: ['Diagonal'],
  types: () => codecs,
});

export const decompositionCodec = structureCodec({
  tag: 'shapes/Decomposition',
  type: 'shapes.Decomposition',
  message: messageOf(['size_', 'values', 'vectors', 'parts', 'label']),
  fields: [
    { name: 'size', type: 'number', as: 'size_' },
    { name: 'values', type: 'number[]' },
    { name: 'vectors', type: 'shapes.Matrix' },
    { name: 'parts', type: 'shapes.Matrix[]' },
    { name: 'label', type: 'string | null' },
  ],
  lengths: [
    { field: 'size', of: 'values', axis: 0 },
    { field: 'size', of: 'vectors.data', axis: 0 },
  ],
  class: ['Decomposition'],
  types: () => codecs,
});

export const mixedCodec = structureCodec({
  tag: 'shapes/Mixed',
  type: 'shapes.Mixed',
  message: messageOf(['big', 'when', 'tags', 'ids', 'options']),
  fields: [
    { name: 'big', type: 'bigint' },
    { name: 'when', type: 'Date' },
    { name: 'tags', type: 'Map<string, Set<number>>' },
    { name: 'ids', type: 'BigInt64Array' },
    { name: 'options', type: '{ weight: number } | null' },
  ],
  class: ['Mixed'],
});

export const treeCodec = structureCodec({
  tag: 'shapes/Tree',
  type: 'shapes.Tree',
  message: messageOf(['value', 'children']),
  fields: [
    { name: 'value', type: 'number' },
    { name: 'children', type: 'shapes.Tree[]' },
  ],
  class: ['forest', 'Tree'],
});

export const vaultCodec = structureCodec({
  tag: 'shapes/Vault',
  type: 'shapes.Vault',
  message: messageOf(['toList']),
  fields: [{ name: 'toList', type: 'number[]' }],
  importer: { path: ['Vault', 'fromList'], how: 'call' },
  class: ['Vault'],
  types: () => codecs,
});

export const safeCodec = structureCodec({
  tag: 'shapes/Safe',
  type: 'shapes.Safe',
  message: messageOf(['vault']),
  fields: [{ name: 'vault', type: 'shapes.Vault' }],
  class: ['Safe'],
  types: () => codecs,
});

/** The base class comes first, on purpose. */
export const codecs: readonly Codec[] = [
  matrixCodec,
  diagonalCodec,
  decompositionCodec,
  mixedCodec,
  treeCodec,
  vaultCodec,
  safeCodec,
] as readonly unknown[] as readonly Codec[];
