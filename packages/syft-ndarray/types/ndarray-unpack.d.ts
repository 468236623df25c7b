// ndarray-unpack 1.0.0 has no declarations. Read from its README and unpack.js.
import type { NdArray } from 'ndarray';

/** The nested lists of an array's elements. */
declare function unpack(arr: NdArray): number[] | number[][] | number[][][];

export = unpack;
