import { median } from './rounds.ts';

/** What a figure may be at most, or has to be at least. */
export type Budget = { readonly most: number } | { readonly least: number };

/** One side's readings: their median, and how far they lie apart. */
export interface Side {
  readonly name: string;
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
}

export type Verdict = 'pass' | 'in band' | 'miss' | 'stated';

/** One measured figure of a row. `value` is what the budget speaks of. */
export interface Figure {
  readonly row: string;
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  readonly budget: Budget | null;
  readonly verdict: Verdict;
  readonly sides: readonly Side[];
  /** When and how it was taken, where that was not with the others of its page. */
  readonly taken?: string;
}

interface About {
  readonly row: string;
  readonly figure: string;
  readonly budget?: Budget;
  /** Ratios between calls carry a band: machines and their neighbours differ. */
  readonly banded?: boolean;
}

interface Readings {
  readonly name: string;
  readonly samples: readonly number[];
  readonly unit: string;
}

/** How far past its budget a banded figure may be. */
const BAND = 1.5;

/** The median of one side's readings. */
export function stated(about: About, readings: Readings): Figure {
  return figureOf(about, { value: median(readings.samples), unit: readings.unit, sides: [readings] });
}

/** One side divided by another: the median of each round's own ratio, which what slows down both leaves alone. */
export function compared(about: About, ours: Readings, peer: Readings): Figure {
  const ratios = ours.samples.map((sample, round) => sample / (peer.samples[round] as number));
  return figureOf(about, { value: median(ratios), unit: '×', sides: [ours, peer] });
}

function figureOf(
  { row, figure, budget, banded = false }: About,
  { value, unit, sides }: { readonly value: number; readonly unit: string; readonly sides: readonly Readings[] },
): Figure {
  return {
    row,
    figure,
    value: round(value),
    unit,
    budget: budget ?? null,
    verdict: verdictOf(value, budget, banded),
    sides: sides.map(({ name, samples, unit: own }) => ({
      name,
      median: round(median(samples)),
      low: round(Math.min(...samples)),
      high: round(Math.max(...samples)),
      unit: own,
    })),
  };
}

function verdictOf(value: number, budget: Budget | undefined, banded: boolean): Verdict {
  if (budget === undefined) return 'stated';
  // How many times too large or too small it is.
  const excess = 'most' in budget ? value / budget.most : budget.least / value;
  if (excess <= 1) return 'pass';
  return banded && excess <= BAND ? 'in band' : 'miss';
}

/** Four digits are more than such a machine can tell apart. */
function round(value: number): number {
  return Number(value.toPrecision(4));
}
