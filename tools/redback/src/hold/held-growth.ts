// Whether calls give no more than their bound says. A bound was fitted to what probing had made: where conformance’s operands show that
// it is none, it is fitted to them.

import { outgrows } from '@syft-libs/testing/operands';
import type { ReturnedOutcome } from '../crawl/probe/caller.ts';
import { fitGrowth, type GrowthPoint, LARGEST_FACTOR, operandSizes } from '../crawl/probe/fit-growth.ts';
import { timeBound } from '../crawl/probe/observe-growth.ts';
import { publicSizes } from '../crawl/probe/public-sizes.ts';
import type { ProbeFacts } from '../surface/snapshot.ts';
import type { HeldCall } from './held-call.ts';

export interface HeldSize {
  readonly call: HeldCall;
  readonly outcome: ReturnedOutcome;
}

/** The bound that holds for the calls; `undefined` where the one that there is does, `null` where none was found. */
export function regrown(sizes: readonly HeldSize[], known: ProbeFacts['growth']): ProbeFacts['growth'] | undefined {
  if (known === null || !sizes.some(({ call, outcome }) => outgrows(resultOf(outcome), call.declared))) return undefined;
  const size = fitGrowth(sizes.map(pointOf));
  if (size === null || (size.factor > LARGEST_FACTOR && size.terms.length > 0)) return null;
  const raised = { ...size, factor: Math.max(size.factor, known.size.factor) };
  const power = known.time.terms.find(({ of }) => of === 'elements')?.power ?? 1;
  return { size: raised, time: timeBound(raised, power) };
}

function pointOf({ call: { signature, request }, outcome }: HeldSize): GrowthPoint {
  const { receiver = null, args } = request;
  const { params } = signature;
  const counted = args.flatMap((_, index) => (params[Math.min(index, params.length - 1)]?.public === true ? [index] : []));
  const shapes = outcome.operands.map(({ shape }) => shape ?? []);
  return { operands: operandSizes(outcome), values: publicSizes(receiver, args, counted), shapes, result: resultOf(outcome) };
}

function resultOf({ value, effects }: ReturnedOutcome): number {
  return Math.max(...[value, ...effects.becomes].map(({ weight }) => weight));
}
