/** Constants of numbers, and how a number is read from a text. */
export const numberStatics = Object.freeze({
  /** The difference between 1 and the next larger number. */
  EPSILON: Number.EPSILON,
  /** The largest integer that no other one is rounded to. */
  MAX_SAFE_INTEGER: Number.MAX_SAFE_INTEGER,
  /** The smallest integer that no other one is rounded to. */
  MIN_SAFE_INTEGER: Number.MIN_SAFE_INTEGER,
  /** The largest finite number. */
  MAX_VALUE: Number.MAX_VALUE,
  /** The smallest number above 0. */
  MIN_VALUE: Number.MIN_VALUE,
  /** The number that is more than any other. */
  POSITIVE_INFINITY: Number.POSITIVE_INFINITY,
  /** The number that is less than any other. */
  NEGATIVE_INFINITY: Number.NEGATIVE_INFINITY,
  /** The number that is none. */
  NaN: Number.NaN,
  /** The number that a text begins with; NaN for none. */
  parseFloat(text: string): number {
    return Number.parseFloat(text);
  },
  /** The integer that a text begins with, written to a base from 2 to 36; NaN for none. */
  parseInt(text: string, radix?: number): number {
    return Number.parseInt(text, radix);
  },
});
