// Products, convolutions, Fourier transforms.
import { allow, type Entry, type Overrides } from './entry.ts';
import { BYTES, EMPTY, MATRIX, NO_ROWS, nd, ramp, SCALAR, SPECIAL, SQUARE, VECTOR } from './sample.ts';

const DOT: Overrides = { size: 'dot(0,1)', cost: 'dot', guards: ['rectangular', 'dot'] };
const PRODUCTS = [
  [VECTOR, VECTOR],
  [SQUARE, MATRIX],
  [SQUARE, [1, 2]],
  [MATRIX, VECTOR],
  [VECTOR, ramp([3, 2])],
  [SPECIAL, SPECIAL],
  [BYTES, BYTES],
];
const NO_PRODUCT = [
  [MATRIX, MATRIX],
  [VECTOR, SQUARE],
  [VECTOR, [1, 2]],
];

const SMALL = nd([1, -1]);
const KERNEL = ramp([3, 3]);
const CONVOLVE: Overrides = { size: 'convolve(0,1)', cost: 'convolve', guards: ['rectangular', 'smaller'] };
const CONVOLVED = [
  [VECTOR, SMALL],
  [ramp([5, 4]), KERNEL],
  [ramp([6, 7]), ramp([5, 5])],
  [ramp([4, 4, 1]), ramp([3, 3, 1])],
  [ramp([5, 5, 1], 'uint8'), ramp([5, 5, 1])],
  [ramp([4, 3]), ramp([2, 2])],
  [BYTES, [1, 1]],
];
const TOO_LARGE = [
  [VECTOR, ramp([5])],
  [SQUARE, ramp([4, 4])],
  [VECTOR, EMPTY],
  [EMPTY, EMPTY],
];
const RANKS = [[VECTOR, SQUARE]];

const COMPLEX = nd([
  [1, 0],
  [2, -1],
  [3, 0.5],
]);
const FFT: Overrides = { size: 'same(0)', cost: 'fft', guards: ['rectangular', 'complex'] };
const SPECTRA = [
  [COMPLEX],
  [ramp([4, 2])],
  [ramp([3, 2, 2])],
  [ramp([3, 2], 'int32')],
  [
    [
      [1, 0],
      [0, 1],
    ],
  ],
  [[1, 0]],
  [{ ...NO_ROWS, shape: [0, 2] }],
];

export const SIGNAL: readonly Entry[] = [
  allow('numjs.dot', '(a: ArrayLike, b: ArrayLike) => NdArray', {
    ...DOT,
    ok: [
      ...PRODUCTS,
      [5, 6],
      [
        [1, 2],
        [
          [1, 2],
          [3, 4],
        ],
      ],
    ],
    throws: NO_PRODUCT,
  }),
  allow('numjs.NdArray.dot', '(x: ArrayLike) => NdArray', { ...DOT, kind: 'method', ok: PRODUCTS, throws: NO_PRODUCT }),
  allow('numjs.convolve', '(a: ArrayLike, b: ArrayLike) => NdArray', { ...CONVOLVE, ok: CONVOLVED, throws: RANKS, guarded: TOO_LARGE }),
  allow('numjs.NdArray.convolve', '(filter: ArrayLike) => NdArray', {
    ...CONVOLVE,
    kind: 'method',
    ok: CONVOLVED,
    throws: RANKS,
    guarded: TOO_LARGE,
  }),
  allow('numjs.fftconvolve', '(a: ArrayLike, b: ArrayLike) => NdArray', { ...CONVOLVE, ok: CONVOLVED, throws: RANKS, guarded: TOO_LARGE }),
  allow('numjs.NdArray.fftconvolve', '(filter: ArrayLike) => NdArray', {
    ...CONVOLVE,
    kind: 'method',
    ok: CONVOLVED,
    throws: RANKS,
    guarded: TOO_LARGE,
  }),
  allow('numjs.fft', '(x: ArrayLike) => NdArray', { ...FFT, aliases: ['arg:0'], ok: SPECTRA, throws: [[VECTOR], [SCALAR], [5]] }),
  allow('numjs.ifft', '(x: ArrayLike) => NdArray', { ...FFT, aliases: ['arg:0'], ok: SPECTRA, throws: [[VECTOR], [SCALAR], [5]] }),
];
