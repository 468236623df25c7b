// ndarray-gemm 1.0.0 has no declarations. Read from its README and gemm.js.
import type { NdArray } from 'ndarray';

/** Writes `alpha * a * b + beta * out` into the matrix `out`. */
// biome-ignore lint/complexity/useMaxParams: so does the library.
declare function gemm(out: NdArray, a: NdArray, b: NdArray, alpha?: number, beta?: number): void;

export = gemm;
