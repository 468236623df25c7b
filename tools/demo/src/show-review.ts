import type { RequestReview } from '@syft-libs/domain';
import { detail, fact } from './narrator.ts';

const FIRST = 5;
const LAST = 4;

/** Prints what an owner should know before deciding: who and why, what leaves, from what, and how it was made. */
export function showReview({ person, reason, elements, bytes, provenance }: RequestReview): void {
  fact('from', `${person.name}: “${reason}”`);
  fact('leaves', `${elements} ${elements === 1 ? 'number' : 'numbers'}, ${bytes} bytes`);
  if (provenance === null) return;
  const { inputs, supplied, steps, count } = provenance;
  fact('made from', inputs.map(({ dataset, columns }) => `${dataset}: ${columns.join(', ')}`).join('; '));
  if (supplied.length === 0) fact('supplied', 'no array by the scientist, only the numbers in the steps');
  for (const { elements: size, distinct, nonZeroShare } of supplied) {
    fact('supplied', `${size} numbers by the scientist, ${distinct} distinct, ${(nonZeroShare * 100).toFixed(1)} % not 0`, 'refused');
  }
  fact('steps', `${count}`);
  const shown = steps.length <= FIRST + LAST + 1 ? steps : [...steps.slice(0, FIRST), undefined, ...steps.slice(-LAST)];
  for (const step of shown) detail(step === undefined ? `… ${count - FIRST - LAST} more` : step.text);
}
