import type { Arg, Columns, NumberPointer } from '@syft-libs/client';
import type { NdArray, NdArrayPointer, NumjsRemote } from '@syft-libs/numjs';

export const STUDY_COLUMNS = ['bill_length_mm', 'body_mass_g'] as const;

/** What the study gives, in this order. */
export const STUDY_FIGURES = ['slope, g per sd of bill length', 'correlation', 'slope, outliers down-weighted', 'birds'] as const;

/** Cauchy’s weight of a residual r is 1 / (1 + r² / TUNING); the usual constant is 2.385, squared. */
export const TUNING = 5.688;

/** How often the weights of the robust slope are made anew. */
export const ROUNDS = 3;

/**
 * Body mass against bill length: the standardised slope, the correlation, the slope again with Cauchy weights, and the
 * number of birds. Written as for values; on pointers nothing is computed here, and nothing waits.
 */
export function study<R extends boolean>(
  nj: NumjsRemote,
  { bill_length_mm: length, body_mass_g: mass }: Columns<(typeof STUDY_COLUMNS)[number], R>,
) {
  const standardise = (values: Arg<NdArray> | typeof length) => nj.divide(nj.subtract(values, nj.mean(values)), nj.std(values));
  const x = standardise(length);
  const y = standardise(mass);
  const correlation = nj.mean(nj.multiply(x, y));
  let robust: NumberPointer = correlation;
  for (let round = 0; round < ROUNDS; round++) robust = reweighted(nj, { x, y, slope: robust });
  const spread = nj.std(mass);
  const birds = nj.sum(nj.power(length, 0));
  return nj.array([nj.mean(nj.multiply(x, mass)), correlation, robust.mul(spread), birds]);
}

interface Fit {
  readonly x: NdArrayPointer;
  readonly y: NdArrayPointer;
  readonly slope: NumberPointer;
}

/** One round: a bird counts for less the farther it lies from the line. */
function reweighted(nj: NumjsRemote, { x, y, slope }: Fit): NumberPointer {
  const residual = nj.subtract(y, nj.multiply(x, slope));
  const weight = nj.power(nj.add(nj.divide(nj.multiply(residual, residual), TUNING), 1), -1);
  const weighted = nj.multiply(weight, x);
  return nj.sum(nj.multiply(weighted, y)).div(nj.sum(nj.multiply(weighted, x)));
}
