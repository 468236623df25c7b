import { SyftError } from '../../errors.ts';
import { type ArrayValue, bytesOf, decodeArray, encodeArray, isArrayValue, weighArray } from '../array-value.ts';
import type { Codec } from '../codec.ts';
import { dtypeOfTypedArray, type TypedArray } from '../dtype.ts';

/** Every typed array; the dtype in the body says which. A Node `Buffer` arrives as a `Uint8Array`. */
export const typedArrayCodec: Codec<TypedArray> = {
  tag: 'ast/TypedArray',
  type: 'ast.TypedArray',
  schema: 'ArrayBody',
  detect: (value): value is TypedArray => dtypeOfTypedArray(value) !== undefined,
  encode(value, encoder) {
    const dtype = dtypeOfTypedArray(value);
    if (dtype === undefined) throw new SyftError('BAD_ARGUMENT', 'cannot encode typed array: no dtype has its elements');
    return encodeArray({ dtype, shape: [value.length], data: value }, encoder);
  },
  decode(body, decoder) {
    const { dtype, shape, data } = decodeArray(body, 'ast.TypedArray', decoder);
    if (dtype === 'array' || shape.length !== 1) throw new SyftError('PROTOCOL', 'cannot read typed array: it has one axis and a type');
    return data as TypedArray;
  },
  weigh: (value) => value.byteLength,
};

/** One column of a table: a typed array of one axis, in plain form. */
export type Column = ArrayValue & { readonly data: TypedArray };

/** Makes a column of a typed array, uncopied. */
export function columnOf(data: TypedArray): Column {
  const dtype = dtypeOfTypedArray(data);
  if (dtype === undefined) throw new SyftError('BAD_ARGUMENT', 'cannot make column: not a typed array');
  return Object.freeze({ type: 'ast.Column', dtype, shape: Object.freeze([data.length]), data });
}

export const columnCodec: Codec<Column> = {
  tag: 'ast/Column',
  type: 'ast.Column',
  schema: 'ArrayBody',
  detect: (value): value is Column => isArrayValue(value, 'ast.Column'),
  encode: (value, encoder) => encodeArray(value, encoder),
  decode(body, decoder) {
    const column = decodeArray(body, 'ast.Column', decoder);
    if (column.dtype === 'array' || column.shape.length !== 1)
      throw new SyftError('PROTOCOL', 'cannot read column: it has one axis and a type');
    return Object.freeze(column) as Column;
  },
  weigh: (value) => weighArray(value),
};

/** An `ArrayBuffer`; the body is that of a uint8 array. */
export const bytesCodec: Codec<ArrayBufferLike> = {
  tag: 'ast/Bytes',
  type: 'Bytes',
  schema: 'ArrayBody',
  detect: (value): value is ArrayBufferLike => /^\[object (Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(value)),
  encode: (value, encoder) => encodeArray({ dtype: 'uint8', shape: [value.byteLength], data: new Uint8Array(value) }, encoder),
  decode(body, decoder) {
    const { dtype, shape, data } = decodeArray(body, 'Bytes', decoder);
    if (dtype !== 'uint8' || shape.length !== 1) throw new SyftError('PROTOCOL', 'cannot read bytes: they are uint8 on one axis');
    const bytes = bytesOf(data as TypedArray);
    return bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : new Uint8Array(bytes).buffer;
  },
  weigh: (value) => value.byteLength,
};
