// How a numjs array is recognised and reduced to its own elements without numjs: an application brings its own copy of the
// library, so `instanceof` would miss it, and ndarray's classes (`View2dfloat64` …) are generated one per dtype and rank.
// A view carries its whole buffer along and never checks an index: whoever holds one row can step to every other, and a copy
// of one element copies them all. Compacting ends both. Nothing becomes an object or goes on the wire without it.
import { type Dtype, dtypeOfTypedArray, SyftError, type TypedArray } from '@syft-libs/ast';

/** The view under an array, as ndarray makes it. Strides may be negative, and `data` larger than what the view shows. */
export interface NdView {
  readonly data: ArrayLike<unknown>;
  readonly shape: readonly number[];
  readonly stride: readonly number[];
  readonly offset: number;
}

/** An array of numjs, this package's or an application's: a wrapper around one view. */
export interface NdArray {
  readonly selection: NdView;
}

/**
 * True for an object that wraps an ndarray view: an own plain property `selection` with data, shape, stride and offset that
 * fit together. A scalar view (rank 0) has its shape and stride on the prototype. No getter of the value is called. Whether
 * the view stays inside its data is {@link compact}'s to say.
 */
export function isNdArray(value: unknown): value is NdArray {
  if (typeof value !== 'object' || value === null) return false;
  const selection: unknown = Object.getOwnPropertyDescriptor(value, 'selection')?.value;
  return typeof selection === 'object' && selection !== null && isNdView(selection);
}

function isNdView(view: object): view is NdView {
  const { data, shape, stride, offset } = view as Partial<Record<keyof NdView, unknown>>;
  return (
    (Array.isArray(data) || (ArrayBuffer.isView(data) && !(data instanceof DataView))) &&
    isIntegers(shape) &&
    isIntegers(stride) &&
    shape.length === stride.length &&
    shape.every((length) => length >= 0) &&
    Number.isSafeInteger(offset)
  );
}

function isIntegers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every(Number.isSafeInteger);
}

/** The elements of a view alone: C order, offset 0, `data.length === product(shape)`. */
export interface Compact {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  /** A typed array, or for dtype `array` a list, in which a hole has become `undefined` when it was copied. */
  readonly data: TypedArray | readonly unknown[];
}

/**
 * The view's elements in C order. `data` is the view's own when that is compact already (then memory is shared, and a typed
 * array may still lie inside a larger `ArrayBuffer`), otherwise a copy. Throws `BAD_DATA` for a view that reaches outside its
 * data, and `UNSUPPORTED` for elements of no dtype.
 */
export function compact(view: NdView): Compact {
  const { shape, stride, offset } = view;
  const data = view.data as TypedArray | readonly unknown[];
  const dtype = Array.isArray(data) ? 'array' : dtypeOfTypedArray(data);
  if (dtype === undefined) throw new SyftError('UNSUPPORTED', 'cannot compact array: its data is neither a list nor a typed array');
  const size = checkedSize(view);
  if (isRowMajor(shape, stride)) {
    if (size === 0 && data.length === 0) return { dtype, shape: [...shape], data };
    const whole = offset === 0 && data.length === size;
    return { dtype, shape: [...shape], data: whole ? data : sliceOf(data, size === 0 ? 0 : offset, size) };
  }
  const copy = emptyLike(data, size);
  if (size > 0) gather(view, data as ArrayLike<unknown>, copy);
  return { dtype, shape: [...shape], data: copy };
}

/** The number of elements, once it is certain that each lies inside `data`. */
function checkedSize({ data, shape, stride, offset }: NdView): number {
  let size = 1;
  let first = offset;
  let last = offset;
  for (const [axis, length] of shape.entries()) {
    if (!Number.isSafeInteger(length) || length < 0) throw new SyftError('BAD_DATA', 'cannot compact array: an axis has no length');
    const reach = (length - 1) * (stride[axis] as number);
    size *= length;
    if (reach < 0) first += reach;
    else last += reach;
  }
  if (size > 0 && !(first >= 0 && last < data.length)) {
    throw new SyftError('BAD_DATA', 'cannot compact array: the view reaches outside its data');
  }
  if (!Number.isSafeInteger(size)) throw new SyftError('BAD_DATA', 'cannot compact array: too many elements');
  return size;
}

/** True when elements stand in C order without gaps; strides of axes of length 0 or 1 say nothing. */
function isRowMajor(shape: readonly number[], stride: readonly number[]): boolean {
  let expected = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const length = shape[axis] as number;
    if (length === 0) return true;
    if (length > 1 && stride[axis] !== expected) return false;
    expected *= length;
  }
  return true;
}

function sliceOf(data: TypedArray | readonly unknown[], start: number, size: number): TypedArray | readonly unknown[] {
  // A Node Buffer's own slice would share memory.
  if (data instanceof Uint8Array) return Uint8Array.prototype.slice.call(data, start, start + size);
  return Array.isArray(data) ? Array.from({ length: size }, (_, index) => data[start + index]) : data.slice(start, start + size);
}

function emptyLike(data: TypedArray | readonly unknown[], size: number): TypedArray | unknown[] {
  if (Array.isArray(data)) return new Array<unknown>(size).fill(undefined);
  if (data instanceof Uint8Array) return new Uint8Array(size);
  return new (data.constructor as new (length: number) => TypedArray)(size);
}

/** Copies element by element: a loop over the last axis inside a counter over the others. */
function gather({ shape, stride, offset }: NdView, source: ArrayLike<unknown>, target: TypedArray | unknown[]): void {
  const out = target as { [index: number]: unknown };
  const inner = shape.length - 1;
  const innerLength = shape[inner] as number;
  const innerStride = stride[inner] as number;
  const counter = new Array<number>(inner).fill(0);
  let position = offset;
  for (let to = 0; to < target.length; ) {
    for (let from = position, end = to + innerLength; to < end; to++, from += innerStride) out[to] = source[from];
    for (let axis = inner - 1; axis >= 0; axis--) {
      const length = shape[axis] as number;
      position += stride[axis] as number;
      if (++(counter[axis] as number) < length) break;
      counter[axis] = 0;
      position -= length * (stride[axis] as number);
    }
  }
}
