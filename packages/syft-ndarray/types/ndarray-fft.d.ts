// ndarray-fft 1.0.3 has no declarations. Read from its README and fft.js.
import type { NdArray } from 'ndarray';

/** Transforms the real parts `x` and the imaginary parts `y` in place: forward for 1, back for -1. */
declare function fft(dir: 1 | -1, x: NdArray, y: NdArray): void;

export = fft;
