import { readFileSync } from 'node:fs';
import { PENGUINS_CSV } from './penguins-table.ts';
import { ROUNDS, TUNING } from './study.ts';

/** The figures of the study, in its order, straight from the file: no Syft, no numjs, loops over numbers. */
export function plainStudy(): readonly number[] {
  const { lengths, masses } = readPairs();
  const x = standardise(lengths);
  const y = standardise(masses);
  let correlation = 0;
  let slope = 0;
  for (let bird = 0; bird < x.length; bird++) {
    correlation += (at(x, bird) * at(y, bird)) / x.length;
    slope += (at(x, bird) * at(masses, bird)) / x.length;
  }
  let robust = correlation;
  for (let round = 0; round < ROUNDS; round++) robust = reweighted(x, y, robust);
  return [slope, correlation, robust * spreadOf(masses), x.length];
}

/** The birds of which both are known. */
function readPairs(): { readonly lengths: readonly number[]; readonly masses: readonly number[] } {
  const [header = '', ...lines] = readFileSync(PENGUINS_CSV, 'utf8').trimEnd().split('\n');
  const names = header.split(',');
  const pairs = lines
    .map((line) => line.split(','))
    .map((cells) => [cells[names.indexOf('bill_length_mm')], cells[names.indexOf('body_mass_g')]])
    .filter((pair) => !pair.includes('NA'));
  return { lengths: pairs.map(([length]) => Number(length)), masses: pairs.map(([, mass]) => Number(mass)) };
}

function reweighted(x: readonly number[], y: readonly number[], slope: number): number {
  let above = 0;
  let below = 0;
  for (let bird = 0; bird < x.length; bird++) {
    const weight = 1 / ((at(y, bird) - slope * at(x, bird)) ** 2 / TUNING + 1);
    above += weight * at(x, bird) * at(y, bird);
    below += weight * at(x, bird) ** 2;
  }
  return above / below;
}

function standardise(values: readonly number[]): readonly number[] {
  const mean = meanOf(values);
  const spread = spreadOf(values);
  return values.map((value) => (value - mean) / spread);
}

/** The standard deviation of a whole population, as numjs takes it. */
function spreadOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function at(values: readonly number[], index: number): number {
  return values[index] as number;
}
