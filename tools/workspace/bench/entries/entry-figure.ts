import { median } from '../measure/rounds.ts';

/** One entry at one size. */
export interface EntryFigure {
  readonly path: string;
  /** Elements, about; `null` where nothing in the call has a size. */
  readonly size: number | null;
  /** Medians, in microseconds; `null` where it was not measured. */
  readonly remote: number | null;
  readonly direct: number | null;
  /** The median of each round's own ratio. */
  readonly ratio: number | null;
  /** Why it was not measured (`cut: …`, a code), or what is odd about it (`superlinear`, `unsteady`); else `null`. */
  readonly mark: string | null;
}

/** One entry through the generated package and through a handler wired in by hand. */
export interface HandFigure {
  readonly path: string;
  /** Medians, in microseconds. */
  readonly generated: number;
  readonly byHand: number;
  /** The median of the pairs' ratios, and where it lies with 95 % probability. */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

/** What one package's run gave. */
export interface PackageFigures {
  readonly package: string;
  readonly measured: string;
  readonly machine: { readonly node: string; readonly cores: number; readonly loadBefore: number };
  readonly entries: readonly EntryFigure[];
  readonly byHand: readonly HandFigure[];
}

/** A figure of readings that were taken in turn, in microseconds a call. */
export function entryFigure(
  about: Pick<EntryFigure, 'path' | 'size'>,
  { remote, direct }: { readonly remote: readonly number[]; readonly direct: readonly number[] },
): EntryFigure {
  const mark = isSteady(remote, direct) ? null : 'unsteady';
  const ratio = round(median(ratiosOf(remote, direct)));
  return { ...about, remote: round(median(remote)), direct: round(median(direct)), ratio, mark };
}

/** The middle half of the ratios may lie so far apart, of their median. */
const STEADY = 0.2;

/** True when more rounds would hardly move the median of the rounds' ratios. */
export function isSteady(remote: readonly number[], direct: readonly number[]): boolean {
  const sorted = ratiosOf(remote, direct).sort((left, right) => left - right);
  const quarter = Math.floor(sorted.length / 4);
  const [low, high] = [sorted[quarter] as number, sorted[sorted.length - 1 - quarter] as number];
  return high - low <= STEADY * median(sorted);
}

function ratiosOf(remote: readonly number[], direct: readonly number[]): number[] {
  return remote.map((sample, round) => sample / (direct[round] as number));
}

/** An entry that was not measured at a size. */
export function unmeasured(path: string, size: number | null, mark: string): EntryFigure {
  return { path, size, remote: null, direct: null, ratio: null, mark };
}

/** How many times 1.3 in the exponent it grows by between two sizes: what is plainly more than linear. */
const SUPERLINEAR = 1.3;

/** Marks the largest measured size of an entry whose own time grows faster than its operands. */
export function markGrowth(figures: readonly EntryFigure[]): readonly EntryFigure[] {
  return figures.map((figure, index) => {
    const before = figures[index - 1];
    if (before?.size == null || figure.size === null || before.direct === null || figure.direct === null) return figure;
    // Below that a call's own fixed cost is what is measured.
    if (before.direct < 5) return figure;
    const power = Math.log(figure.direct / before.direct) / Math.log(figure.size / before.size);
    return power > SUPERLINEAR ? { ...figure, mark: 'superlinear' } : figure;
  });
}

/** Three digits are more than such a machine can tell apart. */
export function round(value: number): number {
  return Number(value.toPrecision(3));
}
