// Lists of numbers and of typed arrays, nested to any depth, written as two arrays: the lengths of all lists, and all elements.
// One value an element would be twelve times as long, and a matrix of a million elements more than a peer may send.
import { SyftError } from '../errors.ts';
import { ListBody } from '../gen/schema_pb.js';
import type { TypeRef } from '../type/type-ref.ts';
import { decodeArray, encodeArray } from './array-value.ts';
import type { Decoder, Encoder } from './codec.ts';
import { type Dtype, dtypeOfTypedArray, type TypedArray, type TypedDtype, typedArrayName, typedArrayOf } from './dtype.ts';
import { scanFields } from './scan-fields.ts';

/** Lists in lists, `depth` of them, around vectors: lists of numbers, or typed arrays of one dtype. */
export interface PackedLayout {
  readonly depth: number;
  readonly dtype: TypedDtype;
  readonly ofNumbers: boolean;
}

type Vector = readonly number[] | TypedArray;

/** What a list object and the vector in it take beside their elements, in bytes. */
const LIST_BYTES = 128;

/** The layout of a type's values: `number[]`, `Float64Array[]`, `number[][]` …; `undefined` for any other type. */
export function packedLayout(type: TypeRef): PackedLayout | undefined {
  let depth = 0;
  let of = type;
  for (; of.kind === 'list'; of = of.of) depth++;
  if (depth === 0 || of.kind !== 'prim') return undefined;
  if (of.name === 'number') return { depth: depth - 1, dtype: 'float64', ofNumbers: true };
  const dtype = DTYPE_OF_CLASS.get(of.name);
  return dtype === undefined ? undefined : { depth, dtype, ofNumbers: false };
}

const DTYPE_OF_CLASS: ReadonlyMap<string, TypedDtype> = /* @__PURE__ */ classNames();

function classNames(): ReadonlyMap<string, TypedDtype> {
  const dtypes = 'int8 uint8 uint8_clamped int16 uint16 int32 uint32 bigint64 biguint64 float16 float32 float64'.split(' ');
  return new Map((dtypes as readonly TypedDtype[]).map((dtype) => [typedArrayName(dtype), dtype]));
}

/** Whether a value is such lists; no hole is, nor a list that holds itself. */
export function isPacked(value: unknown, { depth, dtype, ofNumbers }: PackedLayout): boolean {
  if (depth === 0 && !ofNumbers) return dtypeOfTypedArray(value) === dtype;
  if (!Array.isArray(value)) return false;
  const inner = { depth: depth - 1, dtype, ofNumbers };
  // `every` would pass over holes.
  for (let index = 0; index < value.length; index++) {
    if (depth > 0 ? !isPacked(value[index], inner) : typeof value[index] !== 'number') return false;
  }
  return true;
}

/** Writes lists that {@link isPacked}. Throws `UNSUPPORTED` where the engine has no such typed array. */
export function encodePacked(value: unknown, layout: PackedLayout, encoder: Encoder): Uint8Array {
  const lengths: number[] = [];
  const vectors: Vector[] = [];
  const visit = (list: readonly unknown[], depth: number): void => {
    lengths.push(list.length);
    if (depth === 0) vectors.push(list as Vector);
    else for (const item of list) visit(item as readonly unknown[], depth - 1);
  };
  visit(value as readonly unknown[], layout.depth);
  const data = joined(vectors, layout);
  const items = [
    encodeArray({ dtype: 'uint32', shape: [lengths.length], data: Uint32Array.from(lengths) }, encoder),
    encodeArray({ dtype: layout.dtype, shape: [data.length], data }, encoder),
  ];
  return ListBody.encode({ items }).finish();
}

function joined(vectors: readonly Vector[], { dtype, ofNumbers }: PackedLayout): TypedArray {
  const data = new (classOf(dtype))(vectors.reduce((size, { length }) => size + length, 0)) as Float64Array;
  let at = 0;
  for (const vector of vectors) {
    // One NaN: an engine may keep the payload of the one it was given, and 51 bits would pass unseen.
    if (ofNumbers) for (let index = 0; index < vector.length; index++) data[at + index] = oneNaN(vector[index] as number);
    else data.set(vector as Float64Array, at);
    at += vector.length;
  }
  return data;
}

function oneNaN(value: number): number {
  return Number.isNaN(value) ? Number.NaN : value;
}

/**
 * Reads lists of a layout: lengths and elements are proven to agree, and each list is charged, before it is made. Each
 * vector has memory of its own. Empty when `decoder.dry`. Throws `PROTOCOL`, `LIMIT` or `UNSUPPORTED`.
 */
export function decodePacked(bytes: Uint8Array, layout: PackedLayout, decoder: Decoder): unknown {
  scanFields(bytes, 2);
  const { items } = ListBody.decode(bytes);
  const lengths = vectorOf(items[0], 'uint32', decoder) as Uint32Array;
  const data = vectorOf(items[1], layout.dtype, decoder) as Float64Array;
  if (decoder.dry) return [];
  decoder.budget.spendBytes(lengths.length * LIST_BYTES + (layout.ofNumbers ? data.byteLength : 0));
  const reader = { lengths, data, list: 0, element: 0, layout };
  const value = readList(reader, layout.depth);
  if (reader.list !== lengths.length || reader.element !== data.length) throw misfit();
  return value;
}

interface PackedReader {
  readonly lengths: Uint32Array;
  readonly data: Float64Array;
  readonly layout: PackedLayout;
  list: number;
  element: number;
}

function readList(reader: PackedReader, depth: number): unknown {
  const length = reader.lengths[reader.list++];
  const left = depth === 0 ? reader.data.length - reader.element : reader.lengths.length - reader.list;
  if (length === undefined || length > left) throw misfit();
  if (depth > 0) return Array.from({ length }, () => readList(reader, depth - 1));
  const vector = reader.data.slice(reader.element, reader.element + length);
  reader.element += length;
  return reader.layout.ofNumbers ? Array.from(vector) : vector;
}

function vectorOf(item: Uint8Array | undefined, expected: Dtype, decoder: Decoder): TypedArray {
  if (item === undefined) throw misfit();
  const { dtype, shape, data } = decodeArray(item, 'ast.TypedArray', decoder);
  if (dtype !== expected || shape.length !== 1) throw misfit();
  return data as TypedArray;
}

function classOf(dtype: TypedDtype): new (length: number) => TypedArray {
  const Class = typedArrayOf(dtype);
  if (Class === undefined) throw new SyftError('UNSUPPORTED', `cannot encode list: this engine has no ${dtype}`);
  return Class;
}

function misfit(): SyftError {
  return new SyftError('PROTOCOL', 'cannot read list: lengths and elements do not agree');
}
