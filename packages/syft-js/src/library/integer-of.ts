/** Bigints travel in 128 bytes at most. */
const MOST_BITS = 1_000;
const MOST = 1n << BigInt(MOST_BITS);

/** Characters that a bigint of so many bits has at most, in any base, with its sign and prefix and some white space. */
const MOST_CHARACTERS = 1_100;

/** The integer that a number is, or that a text writes. Throws for what is none, and for one of more than 1,000 bits. */
export function integerOf(value: number | string): bigint {
  if (typeof value === 'string' && value.length > MOST_CHARACTERS) throw new RangeError('too many digits');
  const integer = BigInt(value);
  if (integer >= MOST || integer <= -MOST) throw new RangeError('too large');
  return integer;
}
