import type { RequestState } from '@syft-libs/ast';
import { judgeMask } from '../provenance/judge-mask.ts';
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
    ['reads', inputsOf(review, style)],
    ['binding', binding === '' ? 'none: it cannot be approved' : `${(binding.slice(0, 16).match(/..../g) ?? []).join(' ')} …`],
    ...decisionOf(review),
  ];
  return [
    `${style('bold', `Request ${shortened}`)}  ${styleState(state, style)}`,
    `“${plainText(reason)}”`,
    '',
    ...indent(layoutFields(fields, (name) => style('dim', name))),
    ...failureOf(review, style),
    ...stepsOf(review.provenance, style),
    ...suppliedOf(review.provenance, style),
    ...(preview === undefined ? [] : ['', style('bold', 'Value'), ...indent(showPreview(preview))]),
  ];
}

function leaves({ elements, bytes, type, failure }: ReviewView['review'], style: Styler): string {
  if (failure !== null) return `no value: an approval releases the code ${failure.code} alone`;
  return `${style('bold', countOf(elements, 'element'))}, ${plainText(type)}, ${countOf(bytes, 'byte')}`;
}

function inputsOf({ provenance, provenanceMissing }: ReviewView['review'], style: Styler): string {
  if (provenance === null) return style('yellow', `unknown: ${provenanceMissing ?? 'nothing is recorded'}`);
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

function suppliedOf(provenance: Provenance | null, style: Styler): readonly string[] {
  if (provenance === null || provenance.supplied.length === 0) return [];
  const { supplied, suppliedLeftOut } = provenance;
  const table = layoutTable({
    headings: ['IN STEP', 'SHAPE', 'DISTINCT', 'NON-ZERO', 'RAREST', 'HEAVIEST'],
    rows: supplied.map(({ step, shape, distinct, distinctIsFloor, nonZeroShare, rarest, heaviestShare }) => [
      plainText(step),
      shape.join(' × ') || '-',
      distinctIsFloor ? `over ${distinct}` : String(distinct),
      percent(nonZeroShare),
      rarest === 0 ? '-' : countOf(rarest, 'time'),
      percent(heaviestShare),
    ]),
    width: Number.POSITIVE_INFINITY,
    heading: (text) => style('dim', text),
  });
  const warnings = supplied.flatMap((one) => {
    const said = [warnOfMask(one), warnOfSample(one)].filter((warning) => warning !== undefined);
    return said.map((warning) => style('yellow', `! ${plainText(one.step)} ${warning}`));
  });
  const rest =
    suppliedLeftOut > 0 ? [style('yellow', `! ${countOf(suppliedLeftOut, 'more array')} not shown, less conspicuous than these`)] : [];
  return ['', style('bold', 'Supplied by the requester'), ...indent([...table, ...warnings, ...rest])];
}

/** What an array from the requester may do to few people: pick them out, or leave them out of what two requests compare. */
export function warnOfMask(supplied: SuppliedValue): string | undefined {
  const judgement = judgeMask(supplied);
  return judgement && `may ${judgement.effect} ${countOf(judgement.rows, 'row')} of ${supplied.elements}`;
}

function warnOfSample({ elements, sampled }: SuppliedValue): string | undefined {
  if (sampled === 0) return 'cannot be looked at: the requester has deleted it';
  return sampled < elements ? `is too long to be read whole: ${sampled} of ${elements} elements were looked at` : undefined;
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
