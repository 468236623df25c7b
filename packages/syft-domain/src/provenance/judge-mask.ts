import type { SuppliedValue } from './supplied-value.ts';

/** What an array from the requester may do to few rows: pick them out, leave them out, or give them a weight of their own. */
export interface MaskJudgement {
  readonly effect: 'pick out' | 'leave out' | 'single out';
  readonly rows: number;
}

/** So few rows single somebody out. */
const FEW_ROWS = 10;
const FEW_SHARE = 0.05;
/** Shorter values are parameters, such as axes, more often than masks. */
const SHORTEST_MASK = 5;
/** With more values than this, for each so many elements, an array is data rather than a choice of rows. */
const ELEMENTS_PER_VALUE = 8;
const LOWEST_HEAVY_SHARE = 0.1;
const HIGHEST_HEAVY_SHARE = 0.9;

/** Judges by the rarest value and by the weight of the heaviest element; `undefined` when neither stands out. */
export function judgeMask(value: SuppliedValue): MaskJudgement | undefined {
  const { elements, sampled, nonZeroShare, heaviestShare } = value;
  if (elements < SHORTEST_MASK || sampled === 0) return undefined;
  const few = Math.max(FEW_ROWS, elements * FEW_SHARE);
  const nonZero = Math.round(nonZeroShare * elements);
  const zero = elements - nonZero;
  const rarest = Math.round((value.rarest / sampled) * elements);
  if (nonZero > 0 && nonZero <= few && nonZero < zero) return { effect: 'pick out', rows: nonZero };
  if (isChoice(value) && rarest <= few && rarest < elements / 2) {
    return { effect: rarest === zero ? 'leave out' : 'single out', rows: rarest };
  }
  const heavy = Math.min(HIGHEST_HEAVY_SHARE, Math.max(LOWEST_HEAVY_SHARE, FEW_ROWS / elements));
  return heaviestShare >= heavy ? { effect: 'single out', rows: 1 } : undefined;
}

/** A number to sort by: the less, the more an owner should look. What is judged a mask comes first, then what was not read whole. */
export function harmlessnessOf(value: SuppliedValue): number {
  const { elements, sampled, nonZeroShare, heaviestShare } = value;
  if (sampled === 0) return 0;
  const rarestShare = isChoice(value) ? value.rarest / sampled : 1;
  const least = Math.min(rarestShare, nonZeroShare === 0 ? 1 : nonZeroShare, 1 - heaviestShare);
  const rank = judgeMask(value) !== undefined ? 0 : sampled < elements ? 1 : 2;
  return rank + least / 2;
}

/** Whether few values fall on many elements, as in a mask or in weights for groups. */
function isChoice({ distinct, distinctIsFloor, sampled }: SuppliedValue): boolean {
  return !distinctIsFloor && distinct >= 2 && (distinct === 2 || distinct * ELEMENTS_PER_VALUE <= sampled);
}
