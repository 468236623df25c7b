import type { Sample } from '../../surface/sample.ts';
import type { SeenMember, SeenType } from '../../surface/snapshot.ts';
import { type Merged, nameIn, ownerIn } from '../merge/merged.ts';
import type { CageSession, SessionOutcome } from '../runtime/cage-session.ts';
import { membersOf } from './compare-members.ts';

const MOST_INHERITED = 24;
const MOST_INSTANCES = 3;

interface MemoryInput {
  readonly type: SeenType;
  readonly instances: readonly Sample[];
  readonly merged: Merged;
  readonly session: CageSession;
}

/**
 * The member by which instances show that they remember calls that seemed to change nothing: what a class keeps to itself is seen
 * by what its members give alone, and they have to give the same after all of them were called. `null` where none tells.
 */
export async function findMemory({ type, instances, merged, session }: MemoryInput): Promise<string | null> {
  const calls = steadyMembers(type, merged).flatMap((member) => {
    const args = member.probe?.examples[0]?.args ?? [];
    return [{ name: nameIn(member.path), path: `${type.id}.${nameIn(member.path)}`, mode: modeOf(member), args }];
  });
  for (const instance of instances.slice(0, MOST_INSTANCES)) {
    const fresh = await session.callMany(calls.map(({ path, mode, args }) => ({ path, mode, args, receiver: instance })));
    const able = calls.filter(({ mode }, index) => mode === 'call' && fresh[index]?.kind === 'returned');
    const worn = able.reduce<Sample>((of, { path, args }) => ({ $: 'changed', of, path, args }), instance);
    const after = await session.callMany(calls.map(({ path, mode, args }) => ({ path, mode, args, receiver: worn })));
    const at = calls.findIndex((_, index) => answerOf(fresh[index]) !== answerOf(after[index]));
    if (at >= 0) return (calls[at] as (typeof calls)[number]).name;
  }
  return null;
}

/** Members that were seen to change nothing: all of the class itself, and some that it inherits. */
function steadyMembers(type: SeenType, merged: Merged): readonly SeenMember[] {
  const steady = membersOf(type, merged).filter(({ probe, aliasOf, ownName, isPrivate }) => {
    return (
      probe !== null &&
      probe.ok > 0 &&
      probe.mutates.length === 0 &&
      probe.crash === null &&
      aliasOf === null &&
      ownName === null &&
      !isPrivate
    );
  });
  const own = steady.filter(({ path }) => ownerIn(path) === type.id);
  const others = steady.filter(({ path }) => ownerIn(path) !== type.id && !own.some((one) => nameIn(one.path) === nameIn(path)));
  const step = Math.max(1, Math.floor(others.length / MOST_INHERITED));
  return [...own, ...others.filter((_, index) => index % step === 0)];
}

function modeOf({ kind }: SeenMember): 'get' | 'call' {
  return kind === 'property' ? 'get' : 'call';
}

function answerOf(outcome: SessionOutcome | undefined): string {
  return outcome?.kind === 'returned' ? outcome.value.digest : String(outcome?.kind);
}
