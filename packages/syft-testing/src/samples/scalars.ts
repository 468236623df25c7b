/** Numbers that code tends to get wrong: signed zeros, NaN, infinities, subnormals, the edges of integers and of doubles. */
export const SAMPLE_NUMBERS: readonly number[] = [
  0,
  -0,
  1,
  -1,
  2,
  3.5,
  -2.75,
  0.1,
  255,
  256,
  -129,
  65_536,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.MIN_VALUE,
  -Number.MIN_VALUE,
  2.225_073_858_507_201_4e-308,
  Number.MAX_VALUE,
  -Number.MAX_VALUE,
  Number.EPSILON,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  2 ** 31,
  -(2 ** 31),
  2 ** 32,
  2 ** 53,
  1e21,
  1e-7,
];

/** Bigints at the edges of 64 bits, and beyond. */
export const SAMPLE_BIGINTS: readonly bigint[] = [
  0n,
  1n,
  -1n,
  127n,
  128n,
  -128n,
  -129n,
  2n ** 63n - 1n,
  -(2n ** 63n),
  2n ** 64n,
  -(2n ** 200n),
];

/** Well-formed texts: empty, with zero bytes, combining and astral characters, and names that reach prototypes elsewhere. */
export const SAMPLE_STRINGS: readonly string[] = [
  '',
  'a',
  ' ',
  '0',
  'null',
  '\0',
  'é',
  'e\u0301',
  '\ufeffbom',
  '😀',
  '__proto__',
  'constructor',
  '日本語',
  'x'.repeat(300),
];

export const SAMPLE_BOOLEANS: readonly boolean[] = [true, false];

/** Dates, an invalid one among them. */
export const SAMPLE_DATES: readonly Date[] = [new Date(0), new Date(-1), new Date(8.64e15), new Date(Number.NaN)];
