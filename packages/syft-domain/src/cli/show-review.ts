import type { RequestState } from '@syft-libs/ast';
import type { Provenance } from '../provenance/render-steps.ts';
import type { SuppliedValue } from '../provenance/supplied-value.ts';
import type { OutcomePreview } from '../server/preview-outcome.ts';
import { countOf, indent, layoutFields, layoutTable } from './layout.ts';
import type { OwnerAnswers } from './owner-answers.ts';
import { plainText } from './plain-text.ts';
import { showAge, showEnd, showTime } from './show-time.ts';
import type { Style, Styler } from './terminal.ts';

export interface ReviewView {
  readonly review: OwnerAnswers['owner.request'];
  readonly preview: OutcomePreview | undefined;
  readonly shortened: string;
  readonly style: Styler;
}

const STATE_STYLES: Readonly<Record<RequestState, Style>> = {
  pending: 'yellow',
  approved: 'green',
  denied: 'red',
  cancelled: 'dim',
  expired: 'dim',
  'used-up': 'dim',
};

/** So few rows in a mask single somebody out. */
const FEW_ROWS = 10;
const FEW_SHARE = 0.05;
/** Shorter values are parameters, such as axes, more often than masks. */
const SHORTEST_MASK = 5;

export function styleState(state: RequestState, style: Styler): string {
  return style(STATE_STYLES[state], state);
}

/** Lines that say all that an owner should know before deciding. */
export function showReview({ review, preview, shortened, style }: ReviewView): readonly string[] {
  const { person, reason, state, created, binding } = review;
  const fields: (readonly [string, string])[] = [
    ['from', `${plainText(person.name)} (${person.id})`],
    ['asked', `${showTime(created)}, ${showAge(created, Date.now())}`],
    ['leaves', leaves(review, style)],
    ['reads', inputsOf(review.provenance)],
    ['binding', `${(binding.slice(0, 16).match(/..../g) ?? []).join(' ')} …`],
    ...decisionOf(review),
  ];
  return [
    `${style('bold', `Request ${shortened}`)}  ${styleState(state, style)}`,
    `“${plainText(reason)}”`,
    '',
    ...indent(layoutFields(fields, (name) => style('dim', name))),
    ...failureOf(review, style),
    ...stepsOf(review.provenance, style),
    ...suppliedOf(review.provenance?.supplied ?? [], style),
    ...(preview === undefined ? [] : ['', style('bold', 'Value'), ...indent(showPreview(preview))]),
  ];
}

function leaves({ elements, bytes, type, failure }: ReviewView['review'], style: Styler): string {
  if (failure !== null) return `no value: an approval releases the code ${failure.code} alone`;
  return `${style('bold', countOf(elements, 'element'))}, ${plainText(type)}, ${countOf(bytes, 'byte')}`;
}

function inputsOf(provenance: Provenance | null): string {
  if (provenance === null) return 'unknown: the object was deleted';
  const texts = provenance.inputs.map(
    ({ dataset, columns, mock }) => `${dataset}${mock ? ' (mock)' : ''}: ${columns.map(plainText).join(', ')}`,
  );
  return texts.join('; ') || 'no dataset';
}

function decisionOf({ expires, uses, usesTaken, state }: ReviewView['review']): readonly (readonly [string, string])[] {
  if (state === 'pending' || state === 'denied' || state === 'cancelled') return [];
  return [
    ['until', expires === null ? 'without end' : showEnd(expires)],
    ['fetched', uses === null ? countOf(usesTaken, 'time') : `${usesTaken} of ${countOf(uses, 'time')}`],
  ];
}

function failureOf({ failure }: ReviewView['review'], style: Styler): readonly string[] {
  if (failure === null) return [];
  return [
    '',
    style('red', `The computation failed: ${failure.code}`),
    ...indent([plainText(failure.detail), style('dim', 'The requester sees none of these words.')]),
  ];
}

function stepsOf(provenance: Provenance | null, style: Styler): readonly string[] {
  if (provenance === null) return [];
  return [
    '',
    `${style('bold', 'Steps')} ${style('dim', String(provenance.count))}`,
    ...indent(provenance.steps.map(({ text }) => plainText(text))),
  ];
}

function suppliedOf(supplied: readonly SuppliedValue[], style: Styler): readonly string[] {
  if (supplied.length === 0) return [];
  const table = layoutTable({
    headings: ['IN STEP', 'SHAPE', 'DISTINCT', 'NON-ZERO'],
    rows: supplied.map(({ step, shape, distinct, nonZeroShare }) => [
      plainText(step),
      shape.join(' × ') || '-',
      String(distinct),
      percent(nonZeroShare),
    ]),
    width: Number.POSITIVE_INFINITY,
    heading: (text) => style('dim', text),
  });
  const warnings = supplied.flatMap((one) => {
    const warning = warnOfMask(one);
    return warning === undefined ? [] : [style('yellow', `! ${plainText(one.step)} ${warning}`)];
  });
  return ['', style('bold', 'Supplied by the requester'), ...indent([...table, ...warnings])];
}

/** What an array from the requester may do to few people: pick them out, or leave them out of what two requests compare. */
export function warnOfMask({ elements, distinct, nonZeroShare }: SuppliedValue): string | undefined {
  if (elements < SHORTEST_MASK) return undefined;
  const few = Math.max(FEW_ROWS, elements * FEW_SHARE);
  const nonZero = Math.round(nonZeroShare * elements);
  const zero = elements - nonZero;
  if (nonZero > 0 && nonZero <= few && nonZero < zero) return `may pick out ${countOf(nonZero, 'row')} of ${elements}`;
  if (distinct <= 2 && zero > 0 && zero <= few && zero <= nonZero) return `may leave out ${countOf(zero, 'row')} of ${elements}`;
  return undefined;
}

function percent(share: number): string {
  const text = (share * 100).toFixed(share > 0 && share < 0.1 ? 2 : 0);
  return `${text} %`;
}

function showPreview({ failure, shape, dtype, value, truncated }: OutcomePreview): readonly string[] {
  if (failure !== null) return [failure];
  const head = shape === null ? [] : [`${shape.join(' × ') || '0-d'} ${dtype ?? ''}`.trim()];
  const text = plainText(
    Array.isArray(value) ? value.map((item) => (typeof item === 'string' ? item : JSON.stringify(item))).join(', ') : JSON.stringify(value),
  );
  return [...head, truncated ? `${text}, …` : text];
}
