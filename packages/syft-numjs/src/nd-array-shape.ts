// How a numjs array is recognised without numjs: an application brings its own copy of the library, so `instanceof` would
// miss it, and the classes below (`View2dfloat64` …) are generated one per dtype and rank.

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
