import { asMeant } from '../../surface/as-meant.ts';
import type { Example, Sample } from '../../surface/sample.ts';
import type { SeenMember, SeenType } from '../../surface/snapshot.ts';
import { type Merged, ownerIn } from '../merge/merged.ts';
import type { CageSession, SessionOutcome } from '../runtime/cage-session.ts';
import type { CallRequest } from '../runtime/samples.ts';

/** Two ways to make what should be one and the same instance. */
export interface Pair {
  readonly original: Sample;
  readonly remade: Sample;
}

export interface Comparison {
  /** Members that gave something, alike for both. */
  readonly answered: number;
  /** The first member that told them apart; `null` when none did. */
  readonly differs: string | null;
}

const ARGUMENT_LISTS = 2;
const INHERITED_LISTS = 1;
/** Beside its own; what they can reach of it, its own members reach as well. */
const INHERITED_MEMBERS = 24;

/** Members that an instance of a type has, inherited ones too, and that probing has called. */
export function membersOf({ id, extends: bases }: SeenType, { members }: Merged): readonly SeenMember[] {
  const owners = new Set([id, ...bases]);
  return members.filter(({ path, isStatic, kind }) => owners.has(ownerIn(path)) && !isStatic && (kind === 'method' || kind === 'property'));
}

/** Calls members on both of each pair with the arguments that probing has kept, until one tells them apart. */
export async function compareMembers(
  pairs: readonly Pair[],
  { type, merged, session }: { readonly type: SeenType; readonly merged: Merged; readonly session: CageSession },
): Promise<Comparison> {
  let answered = 0;
  const probed = membersOf(type, merged).filter(
    ({ probe, aliasOf }) => probe !== null && probe.ok > 0 && asMeant(probe).crash === null && aliasOf === null,
  );
  const isOfType = ({ path }: SeenMember) => ownerIn(path) === type.id;
  const inherited = probed.filter((member) => !isOfType(member));
  const step = Math.max(1, Math.floor(inherited.length / INHERITED_MEMBERS));
  for (const member of [...probed.filter(isOfType), ...inherited.filter((_, index) => index % step === 0)]) {
    const isOwn = isOfType(member);
    // Each instance is asked for itself by what is its class's own; what it inherits, others of the classes below it try as well.
    for (const pair of isOwn ? pairs : pairs.slice(0, 1)) {
      for (const { args } of argumentLists(member.probe?.examples ?? [], isOwn ? ARGUMENT_LISTS : INHERITED_LISTS)) {
        const request = { path: pathOf(member), args, ...(member.kind === 'property' && { mode: 'get' as const }) };
        const found = await tellApart(request, pair, session);
        if (found === 'apart') return { answered, differs: member.path };
        if (found === 'answered') answered++;
      }
    }
  }
  return { answered, differs: null };
}

function pathOf({ path, ownName }: SeenMember): string {
  return ownName === null ? path : `${ownerIn(path)}.${ownName}`;
}

function argumentLists(examples: readonly Example[], most: number): readonly Pick<Example, 'args'>[] {
  const lists = new Map(examples.map(({ args }) => [JSON.stringify(args), { args }]));
  return lists.size === 0 ? [{ args: [] }] : [...lists.values()].slice(0, most);
}

async function tellApart(request: CallRequest, { original, remade }: Pair, session: CageSession): Promise<'apart' | 'answered' | 'silent'> {
  const first = await session.call({ ...request, receiver: original });
  const second = await session.call({ ...request, receiver: remade });
  if (answerOf(first) !== answerOf(second)) return 'apart';
  return first.kind === 'returned' ? 'answered' : 'silent';
}

/** All of an outcome that the instance has a part in. */
function answerOf(outcome: SessionOutcome): string {
  switch (outcome.kind) {
    case 'returned':
      return JSON.stringify([outcome.value.type, outcome.value.digest, outcome.isPromise, outcome.returns, outcome.effects.mutates]);
    case 'threw':
      return JSON.stringify([outcome.error, outcome.effects.mutates]);
    case 'unmade':
      return JSON.stringify(['unmade', outcome.error]);
    case 'ended':
      return JSON.stringify(outcome.end.how);
  }
}
