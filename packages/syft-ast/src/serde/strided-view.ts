// How a strided view of a flat buffer is recognised and reduced to its own elements without its library: an application brings
// its own copy, so `instanceof` would miss it, and some libraries make their classes one per dtype and rank. A view carries its
// whole buffer along: whoever holds one row could step to every other, and a copy of one element copies them all. Compacting
// ends both. Nothing becomes an object or goes on the wire without it.
import { SyftError } from '../errors.ts';
import type { ArrayValue } from './array-value.ts';
import { dtypeOfTypedArray, type TypedArray } from './dtype.ts';
import { ownData } from './structure-value.ts';

/** Strides and offset are in elements. Strides may be negative, and `data` larger than what the view shows. */
export interface StridedView {
  readonly data: ArrayLike<unknown>;
  readonly shape: readonly number[];
  readonly stride: readonly number[];
  readonly offset: number;
}

/** The elements of a view alone: C order, offset 0, `data.length === product(shape)`. In a list a hole is `undefined`. */
export type CompactArray = Pick<ArrayValue, 'dtype' | 'shape' | 'data'>;

/**
 * The view that an object is, or that its own field `field` holds; `undefined` for any other value. No getter of the value itself is
 * called. Whether the view stays inside its data is {@link compactView}'s to say.
 */
export function viewOf(value: unknown, field: string | null): StridedView | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const view = field === null ? ownView(value) : ownData(value, field);
  return typeof view === 'object' && view !== null && isView(view) ? view : undefined;
}

/** The properties of an instance, read without calling a getter. A record is no view, whatever its keys say. */
function ownView(value: object): object | undefined {
  if (!Object.hasOwn(value, 'data') || !Object.hasOwn(value, 'offset')) return undefined;
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype === null || prototype === Object.prototype) return undefined;
  // A view of rank 0 may have its shape and stride on the prototype.
  const read = (name: string): unknown => ownData(value, name) ?? ownData(prototype, name);
  return { data: ownData(value, 'data'), shape: read('shape'), stride: read('stride'), offset: ownData(value, 'offset') };
}

function isView(view: object): view is StridedView {
  const { data, shape, stride, offset } = view as Partial<Record<keyof StridedView, unknown>>;
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

/**
 * The view's elements in C order. `data` is the view's own when that is compact already (then memory is shared, and a typed
 * array may still lie inside a larger `ArrayBuffer`), otherwise a copy. Throws `BAD_DATA` for a view that reaches outside its
 * data, and `UNSUPPORTED` for elements of no dtype.
 */
export function compactView(view: StridedView): CompactArray {
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
function checkedSize({ data, shape, stride, offset }: StridedView): number {
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
function gather({ shape, stride, offset }: StridedView, source: ArrayLike<unknown>, target: TypedArray | unknown[]): void {
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
