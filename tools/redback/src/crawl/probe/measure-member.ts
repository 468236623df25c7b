import { fieldsOf, operandOf } from '../../surface/term-place.ts';
import { type CageSession, whatCame } from '../runtime/cage-session.ts';
import { type Caller, isGood, type Patience, type Returned, requestOf } from './caller.ts';
import { repeatStrays } from './observe-delays.ts';
import { type GrowthFacts, observeGrowth, timeBound, timePower } from './observe-growth.ts';
import { observeHazards } from './observe-hazards.ts';
import { observeRows } from './observe-rows.ts';
import type { Measures, Observed } from './probe-member.ts';
import type { RecipeBook } from './recipe-book.ts';

const CHECK: Patience = { limit: 300 };

/** How results of a member grow, and how rows of its operands move. */
export async function measureSizes(
  { caller, telling, params: { publicParams } }: Observed,
  { session, book }: { readonly session: CageSession; readonly book: RecipeBook },
): Promise<GrowthFacts & Pick<Measures, 'rows'> & { readonly isSteady: boolean }> {
  caller.moveTo(session);
  const growth = await observeGrowth(caller, telling, { publicParams, book });
  const rows = await observeRows(caller, telling);
  return { ...growth, rows, isSteady: await isSteady(caller, telling) };
}

/** Whether a call gives what it gave when the member was probed, after all calls by which it was measured. */
async function isSteady(caller: Caller, telling: readonly Returned[], patience?: Patience): Promise<boolean> {
  const first = checkOf(telling);
  if (first === undefined || caller.isSpent) return true;
  const again = await caller.ask({ receiver: first.receiver, args: first.args }, patience);
  return again.kind === 'ended' || whatCame(again) === first.outcome.value.digest;
}

/** How long a member takes, and which numbers it cannot take. Calls that do not end are broken off. */
export async function measureLimits(
  { caller, telling, params: { publicParams }, blamed }: Observed,
  { session, growth, untimed, isThorough }: GrowthFacts & { readonly session: CageSession; readonly isThorough: boolean },
): Promise<Pick<Measures, 'growth' | 'hazards'> & { readonly isSteady: boolean }> {
  caller.moveTo(session);
  const first = checkOf(telling);
  await session.checkBy(first && { request: requestOf(caller.target, first), gave: first.outcome.value.digest });
  const power = untimed === null ? null : await timePower(caller, untimed, publicParams);
  const timed = growth === null || power === null ? growth : { ...growth, time: timeBound(growth.size, power) };
  const shift = caller.target.owner === null ? 0 : 1;
  const sized = (growth?.size.terms ?? [])
    .filter(({ of }) => /^(?:value|choose):/.test(of))
    .map(({ of }) => [operandOf(of) - shift, ...fieldsOf(of)].join('.'));
  const hazards = await observeHazards(caller, telling, { publicParams, sized, growth, blamed, isThorough });
  await repeatStrays(caller, telling);
  return { growth: timed, hazards, isSteady: await isSteady(caller, telling, CHECK) };
}

/** A call that is known to give something. */
function checkOf(telling: readonly Returned[]): Returned | undefined {
  return telling.find(isGood) ?? telling[0];
}
