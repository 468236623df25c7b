// ndarray-pack 1.2.1 has no declarations. Read from its README and convert.js.
import type { NdArray } from 'ndarray';

/** The array of nested lists of numbers: of dtype float64. */
declare function pack(arr: number[] | number[][] | number[][][]): NdArray;

export = pack;
