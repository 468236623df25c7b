import { SyftError } from '../errors.ts';
import { ArrayBody } from '../gen/schema_pb.js';
import type { Decoder, Encoder } from './codec.ts';
import { DTYPES, type Dtype, dtypeFromWire, dtypeOfTypedArray, isDtype, type TypedArray, typedArrayOf } from './dtype.ts';
import { scanFields } from './scan-fields.ts';

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

/**
 * True for a plain array of the given type. A record from the wire has no prototype and never is one, whatever its
 * keys say: only {@link decodeArray} proves that a shape and its elements agree.
 */
export function isArrayValue(value: unknown, type: string): value is ArrayValue {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'dtype')) return false;
  return (value as { type?: unknown }).type === type && Object.getPrototypeOf(value) !== null;
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

/**
 * Writes an array: little-endian elements inside the body or as a part, or one value an element. Throws `BAD_ARGUMENT`
 * when dtype, shape and elements do not agree.
 */
export function encodeArray(array: Omit<ArrayValue, 'type'>, encoder: Encoder): Uint8Array {
  assertConsistent(array);
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

function assertConsistent({ dtype, shape, data }: Omit<ArrayValue, 'type'>): void {
  const actual = dtypeOfTypedArray(data) ?? (Array.isArray(data) ? 'array' : undefined);
  const fits = actual === dtype || (dtype === 'array' && actual === 'float64');
  if (!isDtype(dtype) || !fits || !Array.isArray(shape) || sizeOfShape(shape) !== data.length) {
    throw new SyftError('BAD_ARGUMENT', 'cannot encode array: dtype, shape and elements do not agree');
  }
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
  scanFields(bytes, HEAD_FIELDS + decoder.budget.countLeft);
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

/** Fields of a body that are no elements: each axis may be one. */
const HEAD_FIELDS = 64;

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
  const TypedArrayClass = typedArrayOf(dtype === 'array' ? 'float64' : dtype);
  if (TypedArrayClass === undefined) throw new SyftError('UNSUPPORTED', `cannot read array: this engine has no ${dtype}`);
  // `new Uint8Array` and not `slice`, which on a Node Buffer gives a view of the same memory.
  const payload = body.part > 0 ? decoder.part(body.part) : new Uint8Array(body.data);
  const aligned = payload.byteOffset % TypedArrayClass.BYTES_PER_ELEMENT === 0 ? payload : new Uint8Array(payload);
  const data = new TypedArrayClass(aligned.buffer, aligned.byteOffset, aligned.byteLength / TypedArrayClass.BYTES_PER_ELEMENT);
  return dtype === 'array' ? Array.from(data as Float64Array) : data;
}
