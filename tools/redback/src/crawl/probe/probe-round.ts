import { type CageSession, type MadeCall, NO_PLACE } from '../runtime/cage-session.ts';
import type { Lanes } from '../runtime/lanes.ts';
import { groupsOf, type Repeated, type Repetition, repeatCalls } from './far-changes.ts';
import { areUnstable } from './observe-state.ts';
import { asChanging, type ProbeContext, type ProbedMember, probeMember } from './probe-member.ts';
import type { ProbeTarget } from './probe-target.ts';
import type { RecipeBook } from './recipe-book.ts';
import type { TypeNames } from './type-fit.ts';

export interface RoundContext {
  readonly lanes: Lanes;
  readonly book: RecipeBook;
  readonly names: TypeNames;
  readonly questions: ProbeContext['questions'];
  readonly before: ProbeContext['before'];
  readonly tick: (count: number) => void;
}

/** Members for which no second process is started. */
const FEW = 16;
/** Members after which all that the library exports is looked at. */
const GROUP = 16;
/** Looks at a member by itself, each at more of what it was seen to change. */
const MOST_LOOKS = 3;

/** Probes members side by side; each sees the same recipes and, of other members, only those of its chunk. */
export async function probeRound(targets: readonly ProbeTarget[], context: RoundContext): Promise<ReadonlyMap<string, ProbedMember>> {
  // Neighbours are alike: dealt out in turn, they take each lane about as long.
  const shares = await context.lanes.share(targets, (share, session) => probeShare(share, { ...context, session }), FEW);
  return new Map(shares.flatMap((share) => [...share]).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Those members whose calls do not give the same twice, with what fresh processes say of them. */
export async function settle(
  members: ReadonlyMap<string, ProbedMember>,
  open: () => CageSession,
): Promise<ReadonlyMap<string, ProbedMember>> {
  const unsettled = [...members].flatMap(([path, { unsettled: call }]) => (call === null ? [] : [{ path, call }]));
  const areNeverTheSame = await areUnstable(
    unsettled.map(({ call }) => call),
    open,
  );
  const settledOnes = unsettled.map(({ path }, index): [string, ProbedMember] => {
    const member = members.get(path) as ProbedMember;
    return [path, areNeverTheSame[index] === true ? { ...member, facts: { ...member.facts, isUnstable: true } } : asChanging(member)];
  });
  return new Map(settledOnes);
}

async function probeShare(
  targets: readonly ProbeTarget[],
  { tick, ...context }: ProbeContext & Pick<RoundContext, 'tick'>,
): Promise<ReadonlyMap<string, ProbedMember>> {
  context.session.takeMade();
  const probed = new Map<string, ProbedMember>();
  for (const group of groupsOf(targets, GROUP)) {
    for (const [path, member] of await probeGroup(group, context)) probed.set(path, member);
    tick(group.length);
  }
  return probed;
}

/**
 * Probes members one after another. Where something has changed that is near none of those that were called, the one that did it
 * is looked for, and it and those that it has disturbed are probed anew, each by itself.
 */
async function probeGroup(targets: readonly ProbeTarget[], context: ProbeContext): Promise<ReadonlyMap<string, ProbedMember>> {
  const { session } = context;
  const probed = new Map<string, ProbedMember>();
  const made: (readonly MadeCall[])[] = [];
  for (const target of targets) {
    probed.set(target.member.path, await probeOne(target, context));
    made.push(session.takeMade());
  }
  const places = await session.takeFarChanges();
  if (places.length === 0) return probed;
  return new Map([...probed, ...(await probeConcerned(targets, await repeatCalls(made, { session, places }), context))]);
}

async function probeConcerned(
  targets: readonly ProbeTarget[],
  { repeated, unexplained }: Repetition,
  context: ProbeContext,
): Promise<ReadonlyMap<string, ProbedMember>> {
  const { session } = context;
  const probed = new Map<string, ProbedMember>();
  for (const [at, target] of targets.entries()) {
    const { changes, isDisturbed } = repeated[at] as Repeated;
    const isSuspect = unexplained.length > 0 && target.member.kind !== 'constant';
    if (changes === false && !isDisturbed && !isSuspect) continue;
    if (changes === 'once') await session.renew();
    probed.set(target.member.path, await probeAlone(target, context));
  }
  session.takeMade();
  const found = new Set([...probed.values()].flatMap(placesOf));
  if ([...probed.values()].some(({ facts }) => facts.changesModule)) found.add(NO_PLACE);
  if (unexplained.every((place) => found.has(place))) return probed;
  // Something was changed once and never again: any of them may have done it.
  return new Map([...probed].map(([path, member]) => [path, asChanging(member)]));
}

/** Places of what its calls were seen to change. */
function placesOf({ observed: { caller } }: ProbedMember): readonly number[] {
  const effects = [...caller.trials.flatMap(({ outcome }) => ('effects' in outcome ? outcome.effects : [])), ...caller.asked];
  return effects.flatMap(({ places }) => places);
}

async function probeOne(target: ProbeTarget, context: ProbeContext): Promise<ProbedMember> {
  const member = await probeMember(target, context);
  // Code that was made for a member, or for what it was asked about, is there for the next one: that one would seem to make none.
  if (context.session.takeGenerated()) await context.session.renew();
  return member;
}

/** What it was seen to change is looked at after every call the next time, so that those that do it are told from others. */
async function probeAlone(target: ProbeTarget, context: ProbeContext): Promise<ProbedMember> {
  const { session } = context;
  let member = await probeOne(target, context);
  for (let looks = 1; (await session.takeFarChanges()).length > 0; looks++) {
    if (looks === MOST_LOOKS) return asChanging(member);
    member = await probeOne(target, context);
  }
  return member;
}
