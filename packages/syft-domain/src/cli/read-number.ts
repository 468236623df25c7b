import { SyftError } from '@syft-libs/ast';

export interface NumberRange {
  readonly lowest: number;
  readonly highest: number;
}

/** Reads a whole number of the command line. Throws `BAD_ARGUMENT` with the option's name. */
export function readWhole(option: string, text: string, { lowest, highest }: NumberRange): number {
  const value = /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= lowest && value <= highest) return value;
  throw new SyftError('BAD_ARGUMENT', `cannot read ${option}: expected a whole number from ${lowest} to ${highest}`);
}
