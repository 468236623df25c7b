import {
  type ArrayValue,
  type Codec,
  type CompactArray,
  compactView,
  decodeArray,
  dtypeOfTypedArray,
  type Encoder,
  encodeArray,
  isArrayValue,
  SyftError,
  sizeOfShape,
  type TypedArray,
  weighArray,
} from '@syft-libs/ast';
import { isNdArray, type NdArray } from '../nd-view.ts';
import type { Numjs } from '../runtime.ts';

const TYPE = 'numjs.NdArray';

/**
 * numjs's arrays. Any copy of numjs makes a live value; a plain one is an `ArrayValue`. Strides and offset never travel:
 * what is encoded are the elements that the view shows, in C order. Elements of dtype `array` are numbers, strings,
 * booleans, bigints, `null` or `undefined` (holes become that); anything else throws `BAD_ARGUMENT`, from a peer `PROTOCOL`.
 */
export const ndArrayCodec: Codec<ArrayValue, NdArray> = {
  tag: 'numjs/NdArray',
  type: TYPE,
  schema: 'ArrayBody',
  detect: (value): value is ArrayValue | NdArray => isNdArray(value) || isArrayValue(value, TYPE),
  encode: (value, encoder) => (isNdArray(value) ? encodeView(value, encoder) : encodePlain(value, encoder)),
  decode(body, decoder) {
    const array = decodeArray(body, TYPE, decoder);
    if (!hasScalarsOnly(array.data)) throw new SyftError('PROTOCOL', 'cannot read array: an element is no scalar');
    return array;
  },
  weigh(value) {
    const data = (isNdArray(value) ? value.selection.data : value.data) as ArrayValue['data'];
    const dtype = dtypeOfTypedArray(data) ?? 'array';
    return weighArray({ dtype, data }) + (dtype === 'array' ? weighStrings(data as readonly unknown[]) : 0);
  },
  revive(value, library) {
    const { NdArray } = library as Numjs;
    if (value instanceof NdArray) return value;
    const { data, shape } = plainOf(value);
    return new NdArray(withoutSubclass(data), shape);
  },
  isolate(live, shared, library) {
    const { data, shape } = compactView(live.selection);
    const own = data === live.selection.data ? ownData(data, shared) : withoutSubclass(data);
    return own === live.selection.data ? live : new (library as Numjs).NdArray(own, shape);
  },
};

function encodeView(value: NdArray, encoder: Encoder): Uint8Array {
  return encodePlain(compactView(value.selection), encoder);
}

function encodePlain(array: CompactArray, encoder: Encoder): Uint8Array {
  if (array.data.length !== sizeOfShape(array.shape))
    throw new SyftError('BAD_ARGUMENT', 'cannot encode array: its data does not fill its shape');
  if (!hasScalarsOnly(array.data)) throw new SyftError('BAD_ARGUMENT', 'cannot encode array: an element is no scalar');
  return encodeArray(array, encoder);
}

/** What an array is made of: another copy's array, a plain one, a column, or a typed array. */
function plainOf(value: unknown): Pick<CompactArray, 'data' | 'shape'> {
  if (isNdArray(value)) return compactView(value.selection);
  if (ArrayBuffer.isView(value)) return { data: value as TypedArray, shape: [(value as TypedArray).length] };
  return value as ArrayValue;
}

/** The same memory as a `Uint8Array` where it is a subclass: a copy that numjs makes of a Node `Buffer` would share its bytes. */
function withoutSubclass(data: ArrayValue['data']): ArrayValue['data'] {
  if (!(data instanceof Uint8Array) || data.constructor === Uint8Array) return data;
  return new Uint8Array(data.buffer, data.byteOffset, data.length);
}

/** The data when it fills an unshared buffer of its own, else a copy. A list is always copied: no one knows who else holds it. */
function ownData(data: ArrayValue['data'], shared: (buffer: ArrayBufferLike) => boolean): ArrayValue['data'] {
  if (Array.isArray(data)) return data.slice();
  const typed = withoutSubclass(data) as TypedArray;
  const isOwn = typed === data && typed.byteLength === typed.buffer.byteLength && !shared(typed.buffer);
  return isOwn ? typed : typed.slice();
}

function hasScalarsOnly(data: ArrayValue['data']): boolean {
  return (
    !Array.isArray(data) || !data.some((element) => (typeof element === 'object' && element !== null) || typeof element === 'function')
  );
}

function weighStrings(data: readonly unknown[]): number {
  let bytes = 0;
  for (const element of data) if (typeof element === 'string') bytes += 2 * element.length;
  return bytes;
}
