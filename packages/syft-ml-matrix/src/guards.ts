// What a look into ml-matrix's code says beyond what calls have shown.
import type { Guard } from '@syft-libs/ast';

/** Rows are made one by one, and with no column in them the data bounds how many there may be by nothing. */
const filled: Guard = ([rows, columns]) =>
  Number(columns?.value) === 0 && Number(rows?.value) !== 0 ? 'there are rows, and no column in them' : undefined;

/** By path. */
export const guards: Readonly<Record<string, Guard>> = {
  'mlMatrix.AbstractMatrix.from1DArray': filled,
};
