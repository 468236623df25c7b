// How a numjs array is recognised without numjs: an application brings its own copy of the library, so `instanceof` would miss
// it. What it wraps is a view of ndarray's, which the core reduces to its own elements before anything else may use it.
import { type StridedView, viewOf } from '@syft-libs/ast';

/** An array of numjs, this package's or an application's: a wrapper around one view. */
export interface NdArray {
  readonly selection: StridedView;
}

/**
 * True for an object that wraps an ndarray view: an own plain property `selection` with data, shape, stride and offset that
 * fit together. No getter of the value is called. Whether the view stays inside its data is `compactView`'s to say.
 */
export function isNdArray(value: unknown): value is NdArray {
  return viewOf(value, 'selection') !== undefined;
}
