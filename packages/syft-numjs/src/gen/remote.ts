// Generated from manifest.json by `pnpm codegen`. Do not edit.
import type { Arg, BooleanPointer, Column, ListPointer, NumberPointer, Pointer, PublicArg, ReadableOf, StringPointer, UnionPointer } from '@syft-libs/ast';

export type Nested = readonly number[] | readonly (readonly number[])[] | readonly (readonly (readonly number[])[])[] | readonly (readonly (readonly (readonly number[])[])[])[];
export type ArrayLike = NdArray | Column | Int8Array | Uint8Array | Uint8ClampedArray | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array | number | Nested;
export type Dtype = 'int8' | 'uint8' | 'int16' | 'uint16' | 'int32' | 'uint32' | 'float32' | 'float64' | 'array';
export type ElementType = Dtype | 'uint8_clamped' | 'bigint64' | 'biguint64' | 'float16';
export type Shape = number | readonly number[];
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
  tolist(): Nested;
  transpose(): NdArray;
  transpose(axes: readonly number[]): NdArray;
  transpose(...axes: readonly number[]): NdArray;
  valueOf(): Nested;
}

/** A pointer to `numjs.NdArray`. */
export interface NdArrayPointer<out R extends boolean = boolean> extends Pointer<NdArray, R> {
  readonly T: NdArrayPointer<R>;
  add<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<R | ReadableOf<X>>;
  assign<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<R | ReadableOf<X>>;
  clone(): NdArrayPointer<R>;
  convolve<X extends Arg<ArrayLike>>(filter: X): NdArrayPointer<R | ReadableOf<X>>;
  diag(): NdArrayPointer<R>;
  divide<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<R | ReadableOf<X>>;
  dot<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<R | ReadableOf<X>>;
  readonly dtype: StringPointer<R>;
  equal<X extends Arg<ArrayLike>>(array: X): BooleanPointer<R | ReadableOf<X>>;
  exp(): NdArrayPointer<R>;
  fftconvolve<X extends Arg<ArrayLike>>(filter: X): NdArrayPointer<R | ReadableOf<X>>;
  flatten(): NdArrayPointer<R>;
  get_(...indices: readonly PublicArg<number>[]): NumberPointer<R>;
  hi(...ends: readonly PublicArg<Position>[]): NdArrayPointer<R>;
  lo(...starts: readonly PublicArg<Position>[]): NdArrayPointer<R>;
  log(): NdArrayPointer<R>;
  max(): UnionPointer<number | null, R>;
  mean(): NumberPointer<R>;
  min(): UnionPointer<number | null, R>;
  mod<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<R | ReadableOf<X>>;
  multiply<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<R | ReadableOf<X>>;
  readonly ndim: NumberPointer<R>;
  negative(): NdArrayPointer<R>;
  pick(...axis: readonly PublicArg<Position>[]): NdArrayPointer<R>;
  pow<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<R | ReadableOf<X>>;
  reshape(shape: PublicArg<Shape>): NdArrayPointer<R>;
  reshape(...shape: readonly PublicArg<number>[]): NdArrayPointer<R>;
  round(): NdArrayPointer<R>;
  readonly shape: ListPointer<number, R>;
  readonly size: NumberPointer<R>;
  slice(...ranges: readonly PublicArg<Range>[]): NdArrayPointer<R>;
  sqrt(): NdArrayPointer<R>;
  std(options?: PublicArg<{ readonly ddof?: number }> | { readonly ddof?: PublicArg<number> }): NumberPointer<R>;
  step(...steps: readonly PublicArg<Position>[]): NdArrayPointer<R>;
  subtract<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<R | ReadableOf<X>>;
  sum(): NumberPointer<R>;
  tolist(): UnionPointer<Nested, R>;
  transpose(): NdArrayPointer<R>;
  transpose(axes: PublicArg<readonly number[]>): NdArrayPointer<R>;
  transpose(...axes: readonly PublicArg<number>[]): NdArrayPointer<R>;
  valueOf_(): UnionPointer<Nested, R>;
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
    'new'<X extends Arg<ArrayLike>>(arr: X, dtype?: PublicArg<Dtype>): NdArrayPointer<ReadableOf<X>>;
  };
  abs<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  add<A extends Arg<ArrayLike>, B extends Arg<ArrayLike>>(a: A, b: B): NdArrayPointer<ReadableOf<A | B>>;
  arange(stop: PublicArg<number>): NdArrayPointer<true>;
  arange(start: PublicArg<number>, stop: PublicArg<number>): NdArrayPointer<true>;
  arange(stop: PublicArg<number>, dtype: PublicArg<Dtype>): NdArrayPointer<true>;
  arange(start: PublicArg<number>, stop: PublicArg<number>, step: PublicArg<number>): NdArrayPointer<true>;
  arange(start: PublicArg<number>, stop: PublicArg<number>, dtype: PublicArg<Dtype>): NdArrayPointer<true>;
  arange(start: PublicArg<number>, stop: PublicArg<number>, step: PublicArg<number>, dtype: PublicArg<Dtype>): NdArrayPointer<true>;
  arccos<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  arcsin<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  arctan<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  array<X extends Arg<ArrayLike>>(array: X, dtype?: PublicArg<Dtype>): NdArrayPointer<ReadableOf<X>>;
  broadcast(shape1: PublicArg<readonly number[]>, shape2: PublicArg<readonly number[]>): UnionPointer<readonly number[] | undefined, true>;
  clip<A extends Arg<ArrayLike>, B extends Arg<number> | undefined = undefined, C extends Arg<number> | undefined = undefined>(x: A, min?: B, max?: C): NdArrayPointer<ReadableOf<A | B | C>>;
  concatenate<X extends Arg<readonly ArrayLike[]>>(arrays: X): NdArrayPointer<ReadableOf<X>>;
  concatenate<A extends Arg<ArrayLike>, B extends Arg<ArrayLike>, C extends readonly Arg<ArrayLike>[]>(first: A, second: B, ...more: C): NdArrayPointer<ReadableOf<A | B | C>>;
  convolve<A extends Arg<ArrayLike>, B extends Arg<ArrayLike>>(a: A, b: B): NdArrayPointer<ReadableOf<A | B>>;
  cos<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  diag<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  divide<A extends Arg<ArrayLike>, B extends Arg<ArrayLike>>(a: A, b: B): NdArrayPointer<ReadableOf<A | B>>;
  dot<A extends Arg<ArrayLike>, B extends Arg<ArrayLike>>(a: A, b: B): NdArrayPointer<ReadableOf<A | B>>;
  equal<A extends Arg<ArrayLike>, B extends Arg<ArrayLike>>(array1: A, array2: B): BooleanPointer<ReadableOf<A | B>>;
  exp<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  fft<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  fftconvolve<A extends Arg<ArrayLike>, B extends Arg<ArrayLike>>(a: A, b: B): NdArrayPointer<ReadableOf<A | B>>;
  flatten<X extends Arg<ArrayLike>>(array: X): NdArrayPointer<ReadableOf<X>>;
  flip<X extends Arg<ArrayLike>>(m: X, axis: PublicArg<number>): NdArrayPointer<ReadableOf<X>>;
  float32<X extends Arg<ArrayLike>>(array: X): NdArrayPointer<ReadableOf<X>>;
  float64<X extends Arg<ArrayLike>>(array: X): NdArrayPointer<ReadableOf<X>>;
  identity(n: PublicArg<number>, dtype?: PublicArg<Dtype>): NdArrayPointer<true>;
  ifft<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  readonly images: {
    areaSum<X extends Arg<NdArray | Column | Int8Array | Uint8Array | Uint8ClampedArray | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array>>(h0: PublicArg<number>, w0: PublicArg<number>, H: PublicArg<number>, W: PublicArg<number>, SAT: X): NumberPointer<ReadableOf<X>>;
    areaValue<X extends Arg<NdArray | Column | Int8Array | Uint8Array | Uint8ClampedArray | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array>>(h0: PublicArg<number>, w0: PublicArg<number>, H: PublicArg<number>, W: PublicArg<number>, SAT: X): NumberPointer<ReadableOf<X>>;
    flip<X extends Arg<NdArray | Column | Int8Array | Uint8Array | Uint8ClampedArray | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array>>(img: X): NdArrayPointer<ReadableOf<X>>;
    rgb2gray<X extends Arg<NdArray | Column | Int8Array | Uint8Array | Uint8ClampedArray | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array>>(img: X): NdArrayPointer<ReadableOf<X>>;
    sat<X extends Arg<NdArray | Column | Int8Array | Uint8Array | Uint8ClampedArray | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array>>(img: X): NdArrayPointer<ReadableOf<X>>;
    scharr<X extends Arg<NdArray | Column | Int8Array | Uint8Array | Uint8ClampedArray | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array>>(img: X): NdArrayPointer<ReadableOf<X>>;
    sobel<X extends Arg<NdArray | Column | Int8Array | Uint8Array | Uint8ClampedArray | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array>>(img: X): NdArrayPointer<ReadableOf<X>>;
    ssat<X extends Arg<NdArray | Column | Int8Array | Uint8Array | Uint8ClampedArray | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array>>(img: X): NdArrayPointer<ReadableOf<X>>;
  };
  int16<X extends Arg<ArrayLike>>(array: X): NdArrayPointer<ReadableOf<X>>;
  int32<X extends Arg<ArrayLike>>(array: X): NdArrayPointer<ReadableOf<X>>;
  int8<X extends Arg<ArrayLike>>(array: X): NdArrayPointer<ReadableOf<X>>;
  leakyRelu<A extends Arg<ArrayLike>, B extends Arg<number> | undefined = undefined>(x: A, alpha?: B): NdArrayPointer<ReadableOf<A | B>>;
  log<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  max<X extends Arg<ArrayLike>>(x: X): UnionPointer<number | null, ReadableOf<X>>;
  mean<X extends Arg<ArrayLike>>(x: X): NumberPointer<ReadableOf<X>>;
  min<X extends Arg<ArrayLike>>(x: X): UnionPointer<number | null, ReadableOf<X>>;
  mod<A extends Arg<ArrayLike>, B extends Arg<ArrayLike>>(x1: A, x2: B): NdArrayPointer<ReadableOf<A | B>>;
  multiply<A extends Arg<ArrayLike>, B extends Arg<ArrayLike>>(a: A, b: B): NdArrayPointer<ReadableOf<A | B>>;
  negative<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  ones(shape: PublicArg<Shape>, dtype?: PublicArg<Dtype>): NdArrayPointer<true>;
  power<A extends Arg<ArrayLike>, B extends Arg<ArrayLike>>(x1: A, x2: B): NdArrayPointer<ReadableOf<A | B>>;
  random(): NdArrayPointer<true>;
  random(shape: PublicArg<Shape>): NdArrayPointer<true>;
  random(...shape: readonly PublicArg<number>[]): NdArrayPointer<true>;
  remainder<A extends Arg<ArrayLike>, B extends Arg<ArrayLike>>(x1: A, x2: B): NdArrayPointer<ReadableOf<A | B>>;
  reshape<X extends Arg<ArrayLike>>(array: X, shape: PublicArg<Shape>): NdArrayPointer<ReadableOf<X>>;
  rot90<X extends Arg<ArrayLike>>(m: X, k?: PublicArg<number>, axes?: PublicArg<readonly number[]>): NdArrayPointer<ReadableOf<X>>;
  round<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  sigmoid<A extends Arg<ArrayLike>, B extends Arg<number> | undefined = undefined>(x: A, t?: B): NdArrayPointer<ReadableOf<A | B>>;
  sin<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  softmax<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  sqrt<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  stack<X extends Arg<readonly ArrayLike[]>>(arrays: X, axis?: PublicArg<number>): NdArrayPointer<ReadableOf<X>>;
  std<X extends Arg<ArrayLike>>(x: X, options?: PublicArg<{ readonly ddof?: number }> | { readonly ddof?: PublicArg<number> }): NumberPointer<ReadableOf<X>>;
  subtract<A extends Arg<ArrayLike>, B extends Arg<ArrayLike>>(a: A, b: B): NdArrayPointer<ReadableOf<A | B>>;
  sum<X extends Arg<ArrayLike>>(x: X): NumberPointer<ReadableOf<X>>;
  tan<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  tanh<X extends Arg<ArrayLike>>(x: X): NdArrayPointer<ReadableOf<X>>;
  transpose<X extends Arg<ArrayLike>>(x: X, axes?: PublicArg<readonly number[]>): NdArrayPointer<ReadableOf<X>>;
  uint16<X extends Arg<ArrayLike>>(array: X): NdArrayPointer<ReadableOf<X>>;
  uint32<X extends Arg<ArrayLike>>(array: X): NdArrayPointer<ReadableOf<X>>;
  uint8<X extends Arg<ArrayLike>>(array: X): NdArrayPointer<ReadableOf<X>>;
  zeros(shape: PublicArg<Shape>, dtype?: PublicArg<Dtype>): NdArrayPointer<true>;
}
