import type { CageSession } from '../runtime/cage-session.ts';
import { type GrowthFacts, observeGrowth, timeBound, timePower } from './observe-growth.ts';
import { observeHazards } from './observe-hazards.ts';
import { observeRows } from './observe-rows.ts';
import type { Measures, Observed } from './probe-member.ts';
import type { RecipeBook } from './recipe-book.ts';

/** How results of a member grow, and how rows of its operands move. */
export async function measureSizes(
  { caller, telling, params: { publicParams } }: Observed,
  { session, book }: { readonly session: CageSession; readonly book: RecipeBook },
): Promise<GrowthFacts & Pick<Measures, 'rows'>> {
  caller.moveTo(session);
  const growth = await observeGrowth(caller, telling, { publicParams, book });
  return { ...growth, rows: await observeRows(caller, telling) };
}

/** How long a member takes, and which numbers it cannot take. Calls that do not end are broken off. */
export async function measureLimits(
  { caller, telling, params: { publicParams }, blamed }: Observed,
  { session, growth, untimed }: GrowthFacts & { readonly session: CageSession },
): Promise<Pick<Measures, 'growth' | 'hazards'>> {
  caller.moveTo(session);
  const power = untimed === null ? null : await timePower(caller, untimed, publicParams);
  const timed = growth === null || power === null ? growth : { ...growth, time: timeBound(growth.size, power) };
  const places = (growth?.size.terms ?? []).flatMap(({ of }) =>
    /^(?:value|choose):/.test(of) ? [Number(of.slice(of.lastIndexOf(':') + 1))] : [],
  );
  const sized = places.map((place) => place - (caller.target.owner === null ? 0 : 1));
  return { growth: timed, hazards: await observeHazards(caller, telling, { publicParams, sized, growth, blamed }) };
}
