/** The middle of some numbers, and where the middle of all that could be measured lies with 95 % probability. */
export interface MedianInterval {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** The interval that order statistics give, which assumes nothing of how the numbers are spread; it needs a few dozen of them. */
export function medianInterval(numbers: readonly number[]): MedianInterval {
  const sorted = [...numbers].sort((left, right) => left - right);
  const count = sorted.length;
  // The ranks between which the median lies: a binomial distribution with p = ½, by its normal approximation.
  const reach = (1.96 * Math.sqrt(count)) / 2;
  const at = (rank: number): number => sorted[Math.min(count - 1, Math.max(0, rank))] as number;
  const median = (at(Math.floor((count - 1) / 2)) + at(Math.ceil((count - 1) / 2))) / 2;
  return { median, low: at(Math.floor(count / 2 - reach)), high: at(Math.ceil(count / 2 + reach)) };
}
