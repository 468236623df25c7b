import { SyftError, type TypedArray, typedArrayOf } from '@syft-libs/ast';
import { COLUMN_KINDS } from './column-kinds.ts';
import type { ColumnSchema, TableColumn } from './table.ts';

const CHUNK_ROWS = 65_536;

/** A zeroed typed array in shared memory, of the column's element type. */
export function sharedArray(kind: ColumnSchema['kind'], length: number): TypedArray {
  const Elements = typedArrayOf(COLUMN_KINDS[kind].dtype);
  if (Elements === undefined) throw new SyftError('UNSUPPORTED', `cannot make column: this engine has no ${kind}`);
  return new Elements(new SharedArrayBuffer(length * Elements.BYTES_PER_ELEMENT));
}

/** Collects a column's cells in chunks, since the number of rows is known only at the end. */
export class ColumnBuilder {
  readonly #schema: ColumnSchema;
  readonly #absent: number;
  readonly #data: TypedArray[] = [];
  readonly #missing: Uint8Array[] = [];
  #length = 0;
  #missingCount = 0;

  constructor(schema: ColumnSchema) {
    this.#schema = schema;
    this.#absent = COLUMN_KINDS[schema.kind].absent;
  }

  /** Adds a cell; `undefined` is a missing one. */
  push(value: number | undefined): void {
    const chunk = Math.floor(this.#length / CHUNK_ROWS);
    const at = this.#length++ % CHUNK_ROWS;
    if (at === 0) {
      this.#data.push(sharedArray(this.#schema.kind, CHUNK_ROWS));
      this.#missing.push(new Uint8Array(CHUNK_ROWS));
    }
    (this.#data[chunk] as Float64Array)[at] = value ?? this.#absent;
    if (value !== undefined) return;
    (this.#missing[chunk] as Uint8Array)[at] = 1;
    this.#missingCount++;
  }

  /** The column in shared memory of exactly its size. The builder is empty afterwards. */
  finish(): TableColumn {
    const data = sharedArray(this.#schema.kind, this.#length) as Float64Array;
    joinChunks(this.#data as Float64Array[], data);
    if (this.#missingCount === 0) return Object.freeze({ schema: this.#schema, data });
    const missing = new Uint8Array(new SharedArrayBuffer(this.#length));
    joinChunks(this.#missing, missing);
    return Object.freeze({ schema: this.#schema, data, missing });
  }
}

/** Each chunk is let go of once it is copied. */
function joinChunks<Chunk extends Float64Array | Uint8Array>(chunks: Chunk[], target: Chunk): void {
  for (let start = 0; chunks.length > 0; start += CHUNK_ROWS) {
    const chunk = chunks.shift() as Chunk;
    target.set(chunk.subarray(0, target.length - start), start);
  }
}
