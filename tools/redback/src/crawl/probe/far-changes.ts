// Which member has changed something that is near none of those that were called: their calls are made again.
import type { SeenMember } from '../../surface/snapshot.ts';
import { type CageSession, type MadeCall, whatCame } from '../runtime/cage-session.ts';
import { DEADLINE } from './caller.ts';

/** Members in their order, so many of them to a group that can change something: to read a constant runs nothing. */
export function groupsOf<T extends { readonly member: Pick<SeenMember, 'kind'> }>(
  members: readonly T[],
  size: number,
): readonly (readonly T[])[] {
  const groups: T[][] = [];
  let room = 0;
  for (const one of members) {
    if (room === 0) {
      groups.push([]);
      room = size;
    }
    groups.at(-1)?.push(one);
    if (one.member.kind !== 'constant') room--;
  }
  return groups;
}

/** What came of a member's calls when they were made again. */
export interface Repeated {
  /** Some call has changed something that was not looked at before. `once`: in a fresh process only. */
  readonly changes: boolean | 'once';
  /** Some call gave something else. */
  readonly isDisturbed: boolean;
}

/** What came of all, and the places that none of them has changed again. */
export interface Repetition {
  readonly repeated: readonly Repeated[];
  readonly unexplained: readonly number[];
}

/**
 * Makes calls again, member by member, once what has changed is looked at after each. Where that does not explain all that had
 * changed, once more in a fresh process: what happens once only has happened in the one that goes on.
 */
export async function repeatCalls(
  members: readonly (readonly MadeCall[])[],
  far: { readonly session: CageSession; readonly places: readonly number[] },
): Promise<Repetition> {
  const repetition = await repeatOnce(members, far);
  if (repetition.unexplained.length === 0) return repetition;
  await far.session.renew();
  const afresh = await repeatOnce(members, far);
  const both = repetition.repeated.map(({ changes, isDisturbed }, index): Repeated => {
    const again = afresh.repeated[index] as Repeated;
    return { changes: changes || (again.changes && 'once'), isDisturbed: isDisturbed || again.isDisturbed };
  });
  return { repeated: both, unexplained: afresh.unexplained };
}

async function repeatOnce(
  members: readonly (readonly MadeCall[])[],
  { session, places }: { readonly session: CageSession; readonly places: readonly number[] },
): Promise<Repetition> {
  const repeated: Repeated[] = [];
  const unexplained = new Set(places);
  for (const calls of members) {
    const outcomes = await session.callMany(
      calls.map(({ request }) => request),
      DEADLINE,
    );
    const effects = outcomes.map((outcome) => ('effects' in outcome ? outcome.effects : null));
    for (const effect of effects) for (const place of effect?.places ?? []) unexplained.delete(place);
    repeated.push({
      changes: effects.some((effect, index) => effect?.changesModule === true && calls[index]?.isChange === false),
      isDisturbed: outcomes.some((outcome, index) => whatCame(outcome) !== calls[index]?.gave),
    });
  }
  session.takeMade();
  return { repeated, unexplained: [...unexplained] };
}
