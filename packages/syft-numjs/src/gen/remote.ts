// Generated from manifest.json by `pnpm codegen`. Do not edit.
import type { Arg, BooleanPointer, Column, ListPointer, NumberList, NumberPointer, Pointer, PublicArg, ReadableOf, StringPointer, UnionPointer } from '@syft-libs/ast';

export type Nested = NumberList | readonly NumberList[] | readonly (readonly NumberList[])[] | readonly (readonly (readonly NumberList[])[])[];
export type ArrayLike = NdArray | Column | Int8Array | Uint8Array | Uint8ClampedArray | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array | number | Nested;
export type Dtype = 'int8' | 'uint8' | 'int16' | 'uint16' | 'int32' | 'uint32' | 'float32' | 'float64' | 'array';
export type ElementType = Dtype | 'uint8_clamped' | 'bigint64' | 'biguint64' | 'float16';
export type Shape = number | NumberList;
export type Position = number | null;
export type Range = number | null | readonly (number | null)[];

/** A value of `numjs.NdArray`. */
export interface NdArray {
  readonly T: NdArray;
  add(x: ArrayLike): NdArray;
  assign(x: ArrayLike): NdArray;
  clone(): NdArray;
  convolve(filter: ArrayLike): NdArray;
  diag(): NdArray;
  divide(x: ArrayLike): NdArray;
  dot(x: ArrayLike): NdArray;
  readonly dtype: ElementType;
  equal(array: ArrayLike): boolean;
  exp(): NdArray;
  fftconvolve(filter: ArrayLike): NdArray;
  flatten(): NdArray;
  get(...indices: readonly number[]): number;
  hi(...ends: readonly Position[]): NdArray;
  lo(...starts: readonly Position[]): NdArray;
  log(): NdArray;
  max(): number | null;
  mean(): number;
  min(): number | null;
  mod(x: ArrayLike): NdArray;
  multiply(x: ArrayLike): NdArray;
  readonly ndim: number;
  negative(): NdArray;
  pick(...axis: readonly Position[]): NdArray;
  pow(x: ArrayLike): NdArray;
  reshape(shape: Shape): NdArray;
  reshape(...shape: readonly number[]): NdArray;
  round(): NdArray;
  readonly shape: readonly number[];
  readonly size: number;
  slice(...ranges: readonly Range[]): NdArray;
  sqrt(): NdArray;
  std(options?: { readonly ddof?: number }): number;
  step(...steps: readonly Position[]): NdArray;
  subtract(x: ArrayLike): NdArray;
  sum(): number;
  tolist(): readonly number[] | readonly (readonly number[])[] | readonly (readonly (readonly number[])[])[] | readonly (readonly (readonly (readonly number[])[])[])[];
  transpose(): NdArray;
  transpose(axes: readonly number[]): NdArray;
  transpose(...axes: readonly number[]): NdArray;
  valueOf(): readonly number[] | readonly (readonly number[])[] | readonly (readonly (readonly number[])[])[] | readonly (readonly (readonly (readonly number[])[])[])[];
}

/** A pointer to `numjs.NdArray`. */
export interface NdArrayPointer<out R extends boolean = boolean> extends Pointer<NdArray, R> {
  /** The array with its axes in reverse order. */
  readonly T: NdArrayPointer<R>;
  /** Sum of each pair of elements; shapes have to be equal, numbers fit any. */
  add<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<R | ReadableOf<X>>;
  /** The array with other elements in its place, its dtype kept. */
  assign<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<R | ReadableOf<X>>;
  /** A copy. */
  clone(): NdArrayPointer<R>;
  /** Linear convolution where the filter lies inside the array. */
  convolve<X extends Arg<ArrayLike>>(filter: X): NdArrayPointer<R | ReadableOf<X>>;
  /** The diagonal of a matrix, or the matrix of a diagonal. */
  diag(): NdArrayPointer<R>;
  /** Quotient of each pair of elements; shapes have to be equal, numbers fit any. */
  divide<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<R | ReadableOf<X>>;
  /** Product of vectors and matrices; two vectors give an array of one element. */
  dot<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<R | ReadableOf<X>>;
  /** The type of the elements. */
  readonly dtype: StringPointer<R>;
  /** True when shapes and all elements are equal; NaN equals nothing. */
  equal<X extends Arg<ArrayLike>>(array: X): BooleanPointer<R | ReadableOf<X>>;
  /** Exponential of each element. */
  exp(): NdArrayPointer<R>;
  /** Linear convolution by Fourier transforms. */
  fftconvolve<X extends Arg<ArrayLike>>(filter: X): NdArrayPointer<R | ReadableOf<X>>;
  /** All elements along one axis. */
  flatten(): NdArrayPointer<R>;
  /** One element by its indices; a negative one counts from the end. */
  get_(...indices: readonly PublicArg<number>[]): NumberPointer<R>;
  /** The elements before a position on each axis. */
  hi(...ends: readonly PublicArg<Position>[]): NdArrayPointer<R>;
  /** The elements from a position on each axis. */
  lo(...starts: readonly PublicArg<Position>[]): NdArrayPointer<R>;
  /** Natural logarithm of each element. */
  log(): NdArrayPointer<R>;
  /** The largest element, NaN passed over; null of an empty array. */
  max(): UnionPointer<number | null, R>;
  /** Mean of all elements. */
  mean(): NumberPointer<R>;
  /** The smallest element, NaN passed over; null of an empty array. */
  min(): UnionPointer<number | null, R>;
  /** Remainder of each pair of elements. */
  mod<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<R | ReadableOf<X>>;
  /** Product of each pair of elements; shapes have to be equal, numbers fit any. */
  multiply<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<R | ReadableOf<X>>;
  /** The number of axes. */
  readonly ndim: NumberPointer<R>;
  /** Each element with its sign turned. */
  negative(): NdArrayPointer<R>;
  /** The elements at a position on each axis for which one is given; those axes go. */
  pick(...axis: readonly PublicArg<Position>[]): NdArrayPointer<R>;
  /** Power of each pair of elements. */
  pow<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<R | ReadableOf<X>>;
  /** The same elements in another shape; one length may be -1. */
  reshape(shape: PublicArg<Shape>): NdArrayPointer<R>;
  reshape(...shape: readonly PublicArg<number>[]): NdArrayPointer<R>;
  /** Each element rounded to the nearest integer. */
  round(): NdArrayPointer<R>;
  /** The lengths of the axes. */
  readonly shape: ListPointer<number, R>;
  /** The number of elements. */
  readonly size: NumberPointer<R>;
  /** A range of each axis: a start, or [start, end, step]. */
  slice(...ranges: readonly PublicArg<Range>[]): NdArrayPointer<R>;
  /** Square root of each element. */
  sqrt(): NdArrayPointer<R>;
  /** Standard deviation of all elements; ddof (0) is taken off their number. */
  std(options?: PublicArg<{ readonly ddof?: number }> | { readonly ddof?: PublicArg<number> }): NumberPointer<R>;
  /** Every n-th element of each axis, from its end where n is negative. */
  step(...steps: readonly PublicArg<Position>[]): NdArrayPointer<R>;
  /** Difference of each pair of elements; shapes have to be equal, numbers fit any. */
  subtract<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<R | ReadableOf<X>>;
  /** Sum of all elements. */
  sum(): NumberPointer<R>;
  /** The elements as nested lists. */
  tolist(): UnionPointer<readonly number[] | readonly (readonly number[])[] | readonly (readonly (readonly number[])[])[] | readonly (readonly (readonly (readonly number[])[])[])[], R>;
  /** The array with its axes in another order. */
  transpose(): NdArrayPointer<R>;
  transpose(axes: PublicArg<NumberList>): NdArrayPointer<R>;
  transpose(...axes: readonly PublicArg<number>[]): NdArrayPointer<R>;
  /** The elements as nested lists. */
  valueOf_(): UnionPointer<readonly number[] | readonly (readonly number[])[] | readonly (readonly (readonly number[])[])[] | readonly (readonly (readonly (readonly number[])[])[])[], R>;
}

declare module '@syft-libs/ast' {
  interface TypeNames {
    'numjs.NdArray': NdArray;
  }
  interface LibraryPointers<R extends boolean> {
    'numjs.NdArray': NdArrayPointer<R>;
  }
}

/** The allowed functions of numjs. */
export interface NumjsRemote {
  readonly NdArray: {
    /** An array of nested lists, a column or a typed array. */
    'new'<X extends Arg<ArrayLike>>(arr: X, dtype?: PublicArg<Dtype>): NdArrayPointer<ReadableOf<X>>;
  };
  /** Absolute value of each element. */
  abs<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  /** Sum of each pair of elements; shapes have to be equal, numbers fit any. */
  add<A extends Arg<ArrayLike>, B extends Arg<ArrayLike>>(a: A, b: B): NdArrayPointer<ReadableOf<A | B>>;
  /** The numbers from start, before stop, a step apart. */
  arange(stop: PublicArg<number>): NdArrayPointer<true>;
  arange(start: PublicArg<number>, stop: PublicArg<number>): NdArrayPointer<true>;
  arange(stop: PublicArg<number>, dtype: PublicArg<Dtype>): NdArrayPointer<true>;
  arange(start: PublicArg<number>, stop: PublicArg<number>, step: PublicArg<number>): NdArrayPointer<true>;
  arange(start: PublicArg<number>, stop: PublicArg<number>, dtype: PublicArg<Dtype>): NdArrayPointer<true>;
  arange(start: PublicArg<number>, stop: PublicArg<number>, step: PublicArg<number>, dtype: PublicArg<Dtype>): NdArrayPointer<true>;
  /** Inverse cosine of each element. */
  arccos<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  /** Inverse sine of each element. */
  arcsin<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  /** Inverse tangent of each element. */
  arctan<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  /** An array of nested lists, a column or a typed array. */
  array<X extends Arg<ArrayLike>>(array: X, dtype?: PublicArg<Dtype>): NdArrayPointer<ReadableOf<X>>;
  /** The shape that two shapes broadcast to; undefined when they do not. */
  broadcast(shape1: PublicArg<NumberList>, shape2: PublicArg<NumberList>): UnionPointer<readonly number[] | undefined, true>;
  /** Each element, at least min (0) and at most max (1). */
  clip<A extends Arg<ArrayLike>, B extends Arg<number> | undefined = undefined, C extends Arg<number> | undefined = undefined>(x: A, min?: B, max?: C): NdArrayPointer<ReadableOf<A | B | C>>;
  /** Arrays joined along their last axis. */
  concatenate<X extends Arg<readonly ArrayLike[]>>(arrays: X): NdArrayPointer<ReadableOf<X>>;
  concatenate<A extends Arg<ArrayLike>, B extends Arg<ArrayLike>, C extends readonly Arg<ArrayLike>[]>(first: A, second: B, ...more: C): NdArrayPointer<ReadableOf<A | B | C>>;
  /** Linear convolution where the filter lies inside the array. */
  convolve<A extends Arg<ArrayLike>, B extends Arg<ArrayLike>>(a: A, b: B): NdArrayPointer<ReadableOf<A | B>>;
  /** Cosine of each element. */
  cos<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  /** The diagonal of a matrix, or the matrix of a diagonal. */
  diag<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  /** Quotient of each pair of elements; shapes have to be equal, numbers fit any. */
  divide<A extends Arg<ArrayLike>, B extends Arg<ArrayLike>>(a: A, b: B): NdArrayPointer<ReadableOf<A | B>>;
  /** Product of vectors and matrices; two vectors give an array of one element. */
  dot<A extends Arg<ArrayLike>, B extends Arg<ArrayLike>>(a: A, b: B): NdArrayPointer<ReadableOf<A | B>>;
  /** True when shapes and all elements are equal; NaN equals nothing. */
  equal<A extends Arg<ArrayLike>, B extends Arg<ArrayLike>>(array1: A, array2: B): BooleanPointer<ReadableOf<A | B>>;
  /** Exponential of each element. */
  exp<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  /** Fourier transform; the last axis holds real and imaginary parts. */
  fft<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  /** Linear convolution by Fourier transforms. */
  fftconvolve<A extends Arg<ArrayLike>, B extends Arg<ArrayLike>>(a: A, b: B): NdArrayPointer<ReadableOf<A | B>>;
  /** All elements along one axis. */
  flatten<X extends Arg<ArrayLike>>(array: X): NdArrayPointer<ReadableOf<X>>;
  /** The elements in reverse order along an axis. */
  flip<X extends Arg<ArrayLike>>(m: X, axis: PublicArg<number>): NdArrayPointer<ReadableOf<X>>;
  /** An array with elements of float32; an array that is one already comes back as it is. */
  float32<X extends Arg<ArrayLike>>(array: X): NdArrayPointer<ReadableOf<X>>;
  /** An array with elements of float64; an array that is one already comes back as it is. */
  float64<X extends Arg<ArrayLike>>(array: X): NdArrayPointer<ReadableOf<X>>;
  /** The identity matrix of n rows. */
  identity(n: PublicArg<number>, dtype?: PublicArg<Dtype>): NdArrayPointer<true>;
  /** Inverse Fourier transform; the last axis holds real and imaginary parts. */
  ifft<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  readonly images: {
    /** Sum of a rectangle of an image, read off its summed-area table. */
    areaSum<X extends Arg<NdArray | Column | Int8Array | Uint8Array | Uint8ClampedArray | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array>>(h0: PublicArg<number>, w0: PublicArg<number>, H: PublicArg<number>, W: PublicArg<number>, SAT: X): NumberPointer<ReadableOf<X>>;
    /** Mean of a rectangle of an image, read off its summed-area table. */
    areaValue<X extends Arg<NdArray | Column | Int8Array | Uint8Array | Uint8ClampedArray | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array>>(h0: PublicArg<number>, w0: PublicArg<number>, H: PublicArg<number>, W: PublicArg<number>, SAT: X): NumberPointer<ReadableOf<X>>;
    /** The elements in reverse order along an axis. */
    flip<X extends Arg<NdArray | Column | Int8Array | Uint8Array | Uint8ClampedArray | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array>>(img: X): NdArrayPointer<ReadableOf<X>>;
    /** An image in shades of grey. */
    rgb2gray<X extends Arg<NdArray | Column | Int8Array | Uint8Array | Uint8ClampedArray | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array>>(img: X): NdArrayPointer<ReadableOf<X>>;
    /** The summed-area table of an image. */
    sat<X extends Arg<NdArray | Column | Int8Array | Uint8Array | Uint8ClampedArray | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array>>(img: X): NdArrayPointer<ReadableOf<X>>;
    /** Edges of an image, by the Scharr transform. */
    scharr<X extends Arg<NdArray | Column | Int8Array | Uint8Array | Uint8ClampedArray | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array>>(img: X): NdArrayPointer<ReadableOf<X>>;
    /** Edges of an image, by the Sobel transform. */
    sobel<X extends Arg<NdArray | Column | Int8Array | Uint8Array | Uint8ClampedArray | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array>>(img: X): NdArrayPointer<ReadableOf<X>>;
    /** The squared summed-area table of an image. */
    ssat<X extends Arg<NdArray | Column | Int8Array | Uint8Array | Uint8ClampedArray | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array>>(img: X): NdArrayPointer<ReadableOf<X>>;
  };
  /** An array with elements of int16; an array that is one already comes back as it is. */
  int16<X extends Arg<ArrayLike>>(array: X): NdArrayPointer<ReadableOf<X>>;
  /** An array with elements of int32; an array that is one already comes back as it is. */
  int32<X extends Arg<ArrayLike>>(array: X): NdArrayPointer<ReadableOf<X>>;
  /** An array with elements of int8; an array that is one already comes back as it is. */
  int8<X extends Arg<ArrayLike>>(array: X): NdArrayPointer<ReadableOf<X>>;
  /** Each element, or alpha (0.001) times it where that is larger. */
  leakyRelu<A extends Arg<ArrayLike>, B extends Arg<number> | undefined = undefined>(x: A, alpha?: B): NdArrayPointer<ReadableOf<A | B>>;
  /** Natural logarithm of each element. */
  log<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  /** The largest element, NaN passed over; null of an empty array. */
  max<X extends Arg<ArrayLike>>(x: X): UnionPointer<number | null, ReadableOf<X>>;
  /** Mean of all elements. */
  mean<X extends Arg<ArrayLike>>(x: X): NumberPointer<ReadableOf<X>>;
  /** The smallest element, NaN passed over; null of an empty array. */
  min<X extends Arg<ArrayLike>>(x: X): UnionPointer<number | null, ReadableOf<X>>;
  /** Remainder of each pair of elements. */
  mod<A extends Arg<ArrayLike>, B extends Arg<ArrayLike>>(x1: A, x2: B): NdArrayPointer<ReadableOf<A | B>>;
  /** Product of each pair of elements; shapes have to be equal, numbers fit any. */
  multiply<A extends Arg<ArrayLike>, B extends Arg<ArrayLike>>(a: A, b: B): NdArrayPointer<ReadableOf<A | B>>;
  /** Each element with its sign turned. */
  negative<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  /** An array of ones. */
  ones(shape: PublicArg<Shape>, dtype?: PublicArg<Dtype>): NdArrayPointer<true>;
  /** Power of each pair of elements. */
  power<A extends Arg<ArrayLike>, B extends Arg<ArrayLike>>(x1: A, x2: B): NdArrayPointer<ReadableOf<A | B>>;
  /** An array of random numbers in [0, 1). */
  random(): NdArrayPointer<true>;
  random(shape: PublicArg<Shape>): NdArrayPointer<true>;
  random(...shape: readonly PublicArg<number>[]): NdArrayPointer<true>;
  /** Remainder of each pair of elements. */
  remainder<A extends Arg<ArrayLike>, B extends Arg<ArrayLike>>(x1: A, x2: B): NdArrayPointer<ReadableOf<A | B>>;
  /** The same elements in another shape; one length may be -1. */
  reshape<X extends Arg<ArrayLike>>(array: X, shape: PublicArg<Shape>): NdArrayPointer<ReadableOf<X>>;
  /** The array turned k times by 90 degrees, from the first axis to the second. */
  rot90<X extends Arg<ArrayLike>>(m: X, k?: PublicArg<number>, axes?: PublicArg<NumberList>): NdArrayPointer<ReadableOf<X>>;
  /** Each element rounded to the nearest integer. */
  round<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  /** Logistic function of each element times t (1). */
  sigmoid<A extends Arg<ArrayLike>, B extends Arg<number> | undefined = undefined>(x: A, t?: B): NdArrayPointer<ReadableOf<A | B>>;
  /** Sine of each element. */
  sin<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  /** Exponentials, divided by their sum. */
  softmax<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  /** Square root of each element. */
  sqrt<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  /** Arrays of one shape along a new axis. */
  stack<X extends Arg<readonly ArrayLike[]>>(arrays: X, axis?: PublicArg<number>): NdArrayPointer<ReadableOf<X>>;
  /** Standard deviation of all elements; ddof (0) is taken off their number. */
  std<X extends Arg<ArrayLike>>(x: X, options?: PublicArg<{ readonly ddof?: number }> | { readonly ddof?: PublicArg<number> }): NumberPointer<ReadableOf<X>>;
  /** Difference of each pair of elements; shapes have to be equal, numbers fit any. */
  subtract<A extends Arg<ArrayLike>, B extends Arg<ArrayLike>>(a: A, b: B): NdArrayPointer<ReadableOf<A | B>>;
  /** Sum of all elements. */
  sum<X extends Arg<ArrayLike>>(x: X): NumberPointer<ReadableOf<X>>;
  /** Tangent of each element. */
  tan<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  /** Hyperbolic tangent of each element. */
  tanh<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  /** The array with its axes in another order. */
  transpose<X extends Arg<ArrayLike>>(x: X, axes?: PublicArg<NumberList>): NdArrayPointer<ReadableOf<X>>;
  /** An array with elements of uint16; an array that is one already comes back as it is. */
  uint16<X extends Arg<ArrayLike>>(array: X): NdArrayPointer<ReadableOf<X>>;
  /** An array with elements of uint32; an array that is one already comes back as it is. */
  uint32<X extends Arg<ArrayLike>>(array: X): NdArrayPointer<ReadableOf<X>>;
  /** An array with elements of uint8; an array that is one already comes back as it is. */
  uint8<X extends Arg<ArrayLike>>(array: X): NdArrayPointer<ReadableOf<X>>;
  /** An array of zeros. */
  zeros(shape: PublicArg<Shape>, dtype?: PublicArg<Dtype>): NdArrayPointer<true>;
}
