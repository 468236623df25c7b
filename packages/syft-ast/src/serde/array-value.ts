import { SyftError } from '../errors.ts';
import { ArrayBody } from '../gen/schema_pb.js';
import type { Decoder, Encoder } from './codec.ts';
import { type Dtype, DTYPES, dtypeFromWire, dtypeOfTypedArray, type TypedArray, typedArrayOf } from './dtype.ts';

/**
 * An array in plain form: C order, offset 0, exactly `product(shape)` elements. `data` is a typed array, or a list for
 * dtype `array`. `type` names the array type that it belongs to (`numjs.NdArray`, `ast.Column`).
 */
export interface ArrayValue {
  readonly type: string;
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly data: TypedArray | readonly unknown[];
}

/** True for a plain array of the given type. */
export function isArrayValue(value: unknown, type: string): value is ArrayValue {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'dtype') && (value as { type?: unknown }).type === type;
}

/** Elements of a shape; the empty shape has one. */
export function sizeOfShape(shape: readonly number[]): number {
  return shape.reduce((size, length) => size * length, 1);
}

/** Bytes that the elements of an array keep in memory. */
export function weighArray(array: Pick<ArrayValue, 'dtype' | 'data'>): number {
  return array.data.length * DTYPES[array.dtype].bytes;
}

/** The bytes of a typed array, uncopied. */
export function bytesOf(data: TypedArray): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

/** Writes an array: little-endian elements inside the body or as a part, or one value an element. */
export function encodeArray(array: Omit<ArrayValue, 'type'>, encoder: Encoder): Uint8Array {
  const head = { dtype: DTYPES[array.dtype].wire, shape: [...array.shape] };
  const typed = dtypeOfTypedArray(array.data) === undefined ? numbersOf(array.data as readonly unknown[]) : (array.data as TypedArray);
  if (typed === undefined) {
    const elements = Array.from(array.data as readonly unknown[], (element) => encoder.value(element));
    return ArrayBody.encode({ ...head, elements }).finish();
  }
  const data = bytesOf(typed);
  const part = encoder.part(data);
  return ArrayBody.encode(part === 0 ? { ...head, data } : { ...head, part }).finish();
}

/** The elements as float64 when every one is a number (holes are not), else `undefined`. */
function numbersOf(elements: readonly unknown[]): Float64Array | undefined {
  for (let index = 0; index < elements.length; index++) if (typeof elements[index] !== 'number') return undefined;
  return Float64Array.from(elements as readonly number[]);
}

/**
 * Reads an array. Shape, element count and payload size are proven to agree, and are charged, before anything is
 * allocated. A part is used in place; a payload inside the body is copied out of the frame.
 */
export function decodeArray(bytes: Uint8Array, type: string, decoder: Decoder): ArrayValue {
  const body = ArrayBody.decode(bytes);
  const dtype = dtypeFromWire(body.dtype);
  if (dtype === undefined) throw new SyftError('PROTOCOL', 'cannot read array: no such dtype');
  const size = checkShape(body.shape, decoder);
  const elements = body.elements.length;
  if ((body.part > 0 ? 1 : 0) + (body.data.length > 0 ? 1 : 0) + (elements > 0 ? 1 : 0) > 1) {
    throw new SyftError('PROTOCOL', 'cannot read array: more than one payload');
  }
  const shape = Object.freeze([...body.shape]);
  if (elements > 0) return { type, dtype, shape, data: decodeElements(body.elements, dtype, size, decoder) };
  const byteLength = body.part > 0 ? decoder.partSize(body.part) : body.data.length;
  if (byteLength !== size * DTYPES[dtype].bytes) throw new SyftError('PROTOCOL', 'cannot read array: payload does not match its shape');
  decoder.budget.spendBytes(byteLength);
  return { type, dtype, shape, data: decodePayload(body, dtype, decoder) };
}

function checkShape(shape: readonly number[], decoder: Decoder): number {
  const { limits } = decoder.budget;
  if (shape.length > limits.arrayRank) throw new SyftError('LIMIT', 'cannot read array: arrayRank exceeded');
  const size = sizeOfShape(shape);
  if (!(size <= limits.arrayBytes)) throw new SyftError('LIMIT', 'cannot read array: arrayBytes exceeded');
  return size;
}

function decodeElements(elements: readonly Uint8Array[], dtype: Dtype, size: number, decoder: Decoder): readonly unknown[] {
  if (dtype !== 'array') throw new SyftError('PROTOCOL', 'cannot read array: single elements belong to dtype array alone');
  if (elements.length !== size) throw new SyftError('PROTOCOL', 'cannot read array: elements do not match its shape');
  return elements.map((element) => decoder.value(element));
}

function decodePayload(body: { readonly part: number; readonly data: Uint8Array }, dtype: Dtype, decoder: Decoder): ArrayValue['data'] {
  const constructor = typedArrayOf(dtype === 'array' ? 'float64' : dtype);
  if (constructor === undefined) throw new SyftError('UNSUPPORTED', `cannot read array: this engine has no ${dtype}`);
  const payload = body.part > 0 ? decoder.part(body.part) : body.data.slice();
  const aligned = payload.byteOffset % constructor.BYTES_PER_ELEMENT === 0 ? payload : payload.slice();
  const data = new constructor(aligned.buffer, aligned.byteOffset, aligned.byteLength / constructor.BYTES_PER_ELEMENT);
  return dtype === 'array' ? Array.from(data as Float64Array) : data;
}
