// Generated from manifest.json by `pnpm codegen`. Do not edit.
import type { Arg, BigIntPointer, BooleanPointer, NumberPointer, PublicArg, ReadableOf, StringPointer } from '@syft-libs/ast';

declare module '@syft-libs/ast' {
  interface NumberMembers<R extends boolean> {
    /** The absolute value. */
    abs(): NumberPointer<R>;
    /** The sum. */
    add<X extends Arg<number>>(other: X): NumberPointer<R | ReadableOf<X>>;
    /** The next integer upwards. */
    ceil(): NumberPointer<R>;
    /** The quotient. */
    div<X extends Arg<number>>(other: X): NumberPointer<R | ReadableOf<X>>;
    /** Whether both are equal; NaN is equal to nothing. */
    eq<X extends Arg<number>>(other: X): BooleanPointer<R | ReadableOf<X>>;
    /** e to the power of the number. */
    exp(): NumberPointer<R>;
    /** The next integer downwards. */
    floor(): NumberPointer<R>;
    /** Whether the number is greater or equal. */
    ge<X extends Arg<number>>(other: X): BooleanPointer<R | ReadableOf<X>>;
    /** Whether the number is greater. */
    gt<X extends Arg<number>>(other: X): BooleanPointer<R | ReadableOf<X>>;
    /** Whether it is neither NaN nor infinite. */
    isFinite(): BooleanPointer<R>;
    /** Whether it is an integer. */
    isInteger(): BooleanPointer<R>;
    /** Whether it is NaN. */
    isNaN(): BooleanPointer<R>;
    /** Whether the number is less or equal. */
    le<X extends Arg<number>>(other: X): BooleanPointer<R | ReadableOf<X>>;
    /** The natural logarithm; NaN below 0. */
    log(): NumberPointer<R>;
    /** Whether the number is less. */
    lt<X extends Arg<number>>(other: X): BooleanPointer<R | ReadableOf<X>>;
    /** The largest of these. */
    max<X extends readonly Arg<number>[]>(...others: X): NumberPointer<R | ReadableOf<X>>;
    /** The smallest of these. */
    min<X extends readonly Arg<number>[]>(...others: X): NumberPointer<R | ReadableOf<X>>;
    /** The remainder, with the sign of the number itself. */
    mod<X extends Arg<number>>(other: X): NumberPointer<R | ReadableOf<X>>;
    /** The product. */
    mul<X extends Arg<number>>(other: X): NumberPointer<R | ReadableOf<X>>;
    /** Whether they differ; NaN differs from everything. */
    ne<X extends Arg<number>>(other: X): BooleanPointer<R | ReadableOf<X>>;
    /** The number with its sign turned. */
    neg(): NumberPointer<R>;
    /** The number to the power of the exponent. */
    pow<X extends Arg<number>>(exponent: X): NumberPointer<R | ReadableOf<X>>;
    /** The nearest integer; halves go upwards. */
    round(): NumberPointer<R>;
    /** -1, -0, 0 or 1, after the sign. */
    sign(): NumberPointer<R>;
    /** The square root; NaN below 0. */
    sqrt(): NumberPointer<R>;
    /** The difference. */
    sub<X extends Arg<number>>(other: X): NumberPointer<R | ReadableOf<X>>;
    /** The number in decimal, with so many digits after the point. */
    toFixed(digits?: PublicArg<number>): StringPointer<R>;
    /** The number without its fraction. */
    trunc(): NumberPointer<R>;
  }
  interface StringMembers<R extends boolean> {
    /** The strings one after another. */
    concat<X extends readonly Arg<string>[]>(...others: X): StringPointer<R | ReadableOf<X>>;
    /** Whether both are equal. */
    eq<X extends Arg<string>>(other: X): BooleanPointer<R | ReadableOf<X>>;
    /** The number of UTF-16 code units. */
    readonly length: NumberPointer<R>;
    /** Whether they differ. */
    ne<X extends Arg<string>>(other: X): BooleanPointer<R | ReadableOf<X>>;
  }
  interface BooleanMembers<R extends boolean> {
    /** Whether both are true. */
    and<X extends Arg<boolean>>(other: X): BooleanPointer<R | ReadableOf<X>>;
    /** Whether both are equal. */
    eq<X extends Arg<boolean>>(other: X): BooleanPointer<R | ReadableOf<X>>;
    /** Whether they differ. */
    ne<X extends Arg<boolean>>(other: X): BooleanPointer<R | ReadableOf<X>>;
    /** The opposite. */
    not(): BooleanPointer<R>;
    /** Whether one is true at least. */
    or<X extends Arg<boolean>>(other: X): BooleanPointer<R | ReadableOf<X>>;
  }
  interface BigIntMembers<R extends boolean> {
    /** The sum. */
    add<X extends Arg<bigint>>(other: X): BigIntPointer<R | ReadableOf<X>>;
    /** Whether both are equal. */
    eq<X extends Arg<bigint>>(other: X): BooleanPointer<R | ReadableOf<X>>;
    /** Whether the integer is greater or equal. */
    ge<X extends Arg<bigint>>(other: X): BooleanPointer<R | ReadableOf<X>>;
    /** Whether the integer is greater. */
    gt<X extends Arg<bigint>>(other: X): BooleanPointer<R | ReadableOf<X>>;
    /** Whether the integer is less or equal. */
    le<X extends Arg<bigint>>(other: X): BooleanPointer<R | ReadableOf<X>>;
    /** Whether the integer is less. */
    lt<X extends Arg<bigint>>(other: X): BooleanPointer<R | ReadableOf<X>>;
    /** Whether they differ. */
    ne<X extends Arg<bigint>>(other: X): BooleanPointer<R | ReadableOf<X>>;
    /** The integer with its sign turned. */
    neg(): BigIntPointer<R>;
    /** The difference. */
    sub<X extends Arg<bigint>>(other: X): BigIntPointer<R | ReadableOf<X>>;
  }
}

/** The allowed functions of javascript. */
export interface JsRemote {
  readonly Math: {
    /** The base of the natural logarithm. */
    readonly E: NumberPointer<true>;
    /** The natural logarithm of 10. */
    readonly LN10: NumberPointer<true>;
    /** The natural logarithm of 2. */
    readonly LN2: NumberPointer<true>;
    /** The logarithm of e to base 10. */
    readonly LOG10E: NumberPointer<true>;
    /** The logarithm of e to base 2. */
    readonly LOG2E: NumberPointer<true>;
    /** The circumference of a circle of diameter 1. */
    readonly PI: NumberPointer<true>;
    /** The square root of 1/2. */
    readonly SQRT1_2: NumberPointer<true>;
    /** The square root of 2. */
    readonly SQRT2: NumberPointer<true>;
    /** The absolute value. */
    abs<X extends Arg<number>>(x: X): NumberPointer<ReadableOf<X>>;
    /** The arc cosine, in radians; NaN outside of [-1, 1]. */
    acos<X extends Arg<number>>(x: X): NumberPointer<ReadableOf<X>>;
    /** The inverse hyperbolic cosine; NaN below 1. */
    acosh<X extends Arg<number>>(x: X): NumberPointer<ReadableOf<X>>;
    /** The arc sine, in radians; NaN outside of [-1, 1]. */
    asin<X extends Arg<number>>(x: X): NumberPointer<ReadableOf<X>>;
    /** The inverse hyperbolic sine. */
    asinh<X extends Arg<number>>(x: X): NumberPointer<ReadableOf<X>>;
    /** The arc tangent, in radians. */
    atan<X extends Arg<number>>(x: X): NumberPointer<ReadableOf<X>>;
    /** The angle of the point (x, y), in radians. */
    atan2<A extends Arg<number>, B extends Arg<number>>(y: A, x: B): NumberPointer<ReadableOf<A | B>>;
    /** The inverse hyperbolic tangent; NaN outside of [-1, 1]. */
    atanh<X extends Arg<number>>(x: X): NumberPointer<ReadableOf<X>>;
    /** The cube root. */
    cbrt<X extends Arg<number>>(x: X): NumberPointer<ReadableOf<X>>;
    /** The next integer upwards. */
    ceil<X extends Arg<number>>(x: X): NumberPointer<ReadableOf<X>>;
    /** The number of leading zero bits of the value as 32 bits. */
    clz32<X extends Arg<number>>(x: X): NumberPointer<ReadableOf<X>>;
    /** The cosine of an angle in radians. */
    cos<X extends Arg<number>>(x: X): NumberPointer<ReadableOf<X>>;
    /** The hyperbolic cosine. */
    cosh<X extends Arg<number>>(x: X): NumberPointer<ReadableOf<X>>;
    /** e to the power of the value. */
    exp<X extends Arg<number>>(x: X): NumberPointer<ReadableOf<X>>;
    /** e to the power of the value, minus 1; exact near 0. */
    expm1<X extends Arg<number>>(x: X): NumberPointer<ReadableOf<X>>;
    /** The next integer downwards. */
    floor<X extends Arg<number>>(x: X): NumberPointer<ReadableOf<X>>;
    /** The nearest 32-bit float. */
    fround<X extends Arg<number>>(x: X): NumberPointer<ReadableOf<X>>;
    /** The square root of the sum of squares. */
    hypot<X extends readonly Arg<number>[]>(...values: X): NumberPointer<ReadableOf<X>>;
    /** The product of two 32-bit integers. */
    imul<A extends Arg<number>, B extends Arg<number>>(a: A, b: B): NumberPointer<ReadableOf<A | B>>;
    /** The natural logarithm; NaN below 0. */
    log<X extends Arg<number>>(x: X): NumberPointer<ReadableOf<X>>;
    /** The logarithm to base 10; NaN below 0. */
    log10<X extends Arg<number>>(x: X): NumberPointer<ReadableOf<X>>;
    /** The natural logarithm of 1 plus the value; exact near 0. */
    log1p<X extends Arg<number>>(x: X): NumberPointer<ReadableOf<X>>;
    /** The logarithm to base 2; NaN below 0. */
    log2<X extends Arg<number>>(x: X): NumberPointer<ReadableOf<X>>;
    /** The largest value; -Infinity of none. */
    max<X extends readonly Arg<number>[]>(...values: X): NumberPointer<ReadableOf<X>>;
    /** The smallest value; Infinity of none. */
    min<X extends readonly Arg<number>[]>(...values: X): NumberPointer<ReadableOf<X>>;
    /** The base to the power of the exponent. */
    pow<A extends Arg<number>, B extends Arg<number>>(base: A, exponent: B): NumberPointer<ReadableOf<A | B>>;
    /** A random number from 0 up to, but not including, 1. */
    random(): NumberPointer<true>;
    /** The nearest integer; halves go upwards. */
    round<X extends Arg<number>>(x: X): NumberPointer<ReadableOf<X>>;
    /** -1, -0, 0 or 1, after the sign of the value. */
    sign<X extends Arg<number>>(x: X): NumberPointer<ReadableOf<X>>;
    /** The sine of an angle in radians. */
    sin<X extends Arg<number>>(x: X): NumberPointer<ReadableOf<X>>;
    /** The hyperbolic sine. */
    sinh<X extends Arg<number>>(x: X): NumberPointer<ReadableOf<X>>;
    /** The square root; NaN below 0. */
    sqrt<X extends Arg<number>>(x: X): NumberPointer<ReadableOf<X>>;
    /** The tangent of an angle in radians. */
    tan<X extends Arg<number>>(x: X): NumberPointer<ReadableOf<X>>;
    /** The hyperbolic tangent. */
    tanh<X extends Arg<number>>(x: X): NumberPointer<ReadableOf<X>>;
    /** The value without its fraction. */
    trunc<X extends Arg<number>>(x: X): NumberPointer<ReadableOf<X>>;
  };
}
