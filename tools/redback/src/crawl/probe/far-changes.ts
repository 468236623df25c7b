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
  /** Some call has changed something that was not looked at before. */
  readonly isChanger: boolean;
  /** Some call gave something else. */
  readonly isDisturbed: boolean;
}

/** Makes calls again, member by member, once what has changed is known, and so looked at after each. */
export async function repeatCalls(members: readonly (readonly MadeCall[])[], session: CageSession): Promise<readonly Repeated[]> {
  const repeated: Repeated[] = [];
  for (const calls of members) {
    const outcomes = await session.callMany(
      calls.map(({ request }) => request),
      DEADLINE,
    );
    const isChange = outcomes.map((outcome) => 'effects' in outcome && outcome.effects.changesModule);
    repeated.push({
      isChanger: isChange.some((one, index) => one && calls[index]?.isChange === false),
      isDisturbed: outcomes.some((outcome, index) => whatCame(outcome) !== calls[index]?.gave),
    });
  }
  session.takeMade();
  return repeated;
}
