import { type CageSession, whatCame } from '../runtime/cage-session.ts';
import type { CallRequest } from '../runtime/samples.ts';
import type { StateCheck } from './probe-member.ts';

/** A member's calls that should give the same at any time. */
export interface SweptMember {
  readonly path: string;
  readonly checks: readonly StateCheck[];
  /** Near twins of the first check, in groups: made right after it, or in the other order before it. */
  readonly twins?: readonly (readonly CallRequest[])[];
  /** Calls that are made after these, for what they may leave behind: what they give has to be the same in both orders. */
  readonly more?: readonly CallRequest[];
}

export interface SweepFacts {
  /** Members after whose calls another member gives something else. */
  readonly writers: readonly string[];
  /** Members that give something else in a process of their own than they gave when they were probed. */
  readonly disturbed: readonly string[];
}

interface Sweep {
  readonly open: () => CageSession;
  /** Forwards, a member's own calls are made in the order in which they were probed; else in the other. */
  readonly isForward: boolean;
  /** Beyond so many finds, all that was not looked at yet counts as disturbing others. */
  readonly most?: number;
  /** What further calls gave, by member and by call: more than one thing where the same call was made more than once. */
  readonly gave?: Gave;
}

type Gave = Map<string, Map<string, ReadonlySet<string>>>;

const MOST_FINDS = 64;

/**
 * Calls all members one after another in one process, forwards, and in another backwards, and looks for results that are not as before:
 * what one call leaves behind, hidden in a module, for the call of another member, or backwards for an earlier one of its own.
 */
export async function sweepState(members: readonly SweptMember[], open: () => CageSession, most = MOST_FINDS): Promise<SweepFacts> {
  const [there, back]: readonly [Gave, Gave] = [new Map(), new Map()];
  const found = await both(
    sweepOneWay(members, { open, isForward: true, most, gave: there }),
    sweepOneWay([...members].reverse(), { open, isForward: false, most, gave: back }),
  );
  const isUnlike = ({ path }: SweptMember) =>
    [...(there.get(path) ?? [])].some(([call, came]) => new Set([...came, ...(back.get(path)?.get(call) ?? [])]).size > 1);
  const unlike = members.filter(isUnlike).map(({ path }) => path);
  return { ...found, disturbed: [...new Set([...found.disturbed, ...unlike])].sort() };
}

/**
 * Whether members that were probed anew, by themselves, give something else after all others: what has disturbed them then is
 * found, which it could not be as long as they were known by what they gave when they were disturbed.
 */
export async function sweepAfter(
  others: readonly SweptMember[],
  members: readonly SweptMember[],
  open: () => CageSession,
): Promise<SweepFacts> {
  const after = (before: readonly SweptMember[]) => sweepOneWay([...before, ...members], { open, isForward: true });
  return both(after(others), after([...others].reverse()));
}

async function both(one: Promise<SweepFacts>, other: Promise<SweepFacts>): Promise<SweepFacts> {
  const found = await Promise.all([one, other]);
  const sorted = (paths: readonly string[]) => [...new Set(paths)].sort();
  return { writers: sorted(found.flatMap(({ writers }) => writers)), disturbed: sorted(found.flatMap(({ disturbed }) => disturbed)) };
}

async function sweepOneWay(members: readonly SweptMember[], sweep: Sweep): Promise<SweepFacts> {
  const writers: string[] = [];
  const disturbed: string[] = [];
  let isDone = false;
  while (!isDone) {
    const left = (sweep.most ?? MOST_FINDS) - writers.length - disturbed.length;
    const swept = members.filter(({ path }) => !writers.includes(path) && !disturbed.includes(path));
    const found = await findDifferences(swept, left, sweep);
    writers.push(...found.writers);
    disturbed.push(...found.disturbed);
    isDone = found.isDone;
  }
  return { writers, disturbed };
}

/** Up to the first one after which another member gives something else: what it has left behind is there for all that follow. */
async function findDifferences(
  members: readonly SweptMember[],
  most: number,
  { gave, ...sweep }: Sweep,
): Promise<SweepFacts & { readonly isDone: boolean }> {
  const session = sweep.open();
  session.keepProcess();
  const writers: string[] = [];
  const disturbed: string[] = [];
  try {
    for (const [at, member] of members.entries()) {
      if (!(await differs(member, session, { ...sweep, ...(gave !== undefined && { gave }) }))) continue;
      if (writers.length + disturbed.length >= most) {
        writers.push(...members.slice(at).map(({ path }) => path));
        break;
      }
      if (await differsAlone(member, sweep.open)) disturbed.push(member.path);
      else if (await disturbsItself(member, sweep)) writers.push(member.path);
      else return { writers: [...writers, (await findWriter(members.slice(0, at), member, sweep)).path], disturbed, isDone: false };
    }
    return { writers, disturbed, isDone: true };
  } finally {
    await session.close();
  }
}

/** Whether its own calls, in the order of the sweep or made once more, make a member give something else. */
async function disturbsItself(member: SweptMember, sweep: Sweep): Promise<boolean> {
  // Forwards it was called alone before.
  return (!sweep.isForward && (await differsAfter([], member, sweep))) || differsAfter([member], member, sweep);
}

/** Whether a member gives something else in a process of its own, where its calls are made in the order in which they were probed. */
export async function differsAlone(member: SweptMember, open: () => CageSession): Promise<boolean> {
  return differsAfter([], member, { open, isForward: true });
}

/** The member after which the victim gives something else: the victim where no single one is. */
async function findWriter(before: readonly SweptMember[], victim: SweptMember, sweep: Sweep): Promise<SweptMember> {
  const byBlocks = await findByBlocks(before, victim, sweep);
  if (byBlocks !== null) return byBlocks;
  const byHalves = await findByHalves(before, victim, sweep);
  return (await differsAfter([byHalves], victim, sweep)) ? byHalves : victim;
}

/** Asks the victim after each of some blocks, then after each member of one. `null` where that, asked so often, shows no single one. */
async function findByBlocks(before: readonly SweptMember[], victim: SweptMember, sweep: Sweep): Promise<SweptMember | null> {
  const size = Math.ceil(Math.sqrt(before.length));
  const blocks = Array.from({ length: Math.ceil(before.length / size) }, (_, index) => before.slice(index * size, (index + 1) * size));
  const block = await firstDisturbing(blocks, victim, sweep);
  const found =
    block === null
      ? null
      : await firstDisturbing(
          block.map((member) => [member]),
          victim,
          sweep,
        );
  const [writer] = found ?? [];
  return writer !== undefined && (await differsAfter([writer], victim, sweep)) ? writer : null;
}

async function firstDisturbing(
  blocks: readonly (readonly SweptMember[])[],
  victim: SweptMember,
  sweep: Sweep,
): Promise<readonly SweptMember[] | null> {
  const session = sweep.open();
  session.keepProcess();
  try {
    for (const block of blocks) {
      for (const member of block) await differs(member, session, sweep);
      if (await differs(victim, session, sweep)) return block;
    }
    return null;
  } finally {
    await session.close();
  }
}

/** The earliest one, by halving. */
async function findByHalves(before: readonly SweptMember[], victim: SweptMember, sweep: Sweep): Promise<SweptMember> {
  let [low, high] = [0, before.length];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (await differsAfter(before.slice(0, middle), victim, sweep)) high = middle;
    else low = middle;
  }
  return before[low] ?? victim;
}

async function differsAfter(before: readonly SweptMember[], victim: SweptMember, sweep: Sweep): Promise<boolean> {
  return (await firstDisturbing([before], victim, sweep)) !== null;
}

/** Whether some of a member's calls give something else in this session. */
export async function differs(
  member: SweptMember,
  session: CageSession,
  { isForward, gave }: Pick<Sweep, 'isForward' | 'gave'>,
): Promise<boolean> {
  const requests = callsOf(member, isForward);
  const digests = new Map(member.checks.map(({ request, digest }) => [request, digest]));
  const outcomes = await session.callMany(requests);
  const came = new Map<string, Set<string>>();
  let isOther = false;
  for (const [index, outcome] of outcomes.entries()) {
    const request = requests[index] as CallRequest;
    const digest = digests.get(request);
    if (digest !== undefined) isOther ||= outcome.kind !== 'returned' || outcome.value.digest !== digest || outcome.strays.length > 0;
    // One that does not come to an end tells what the machine did.
    else if (outcome.kind !== 'ended') addTo(came, JSON.stringify(request), whatCame(outcome));
  }
  gave?.set(member.path, came);
  return isOther;
}

/**
 * Forwards: its checks, between them the twins of the first one, which is made again after each group of them but the last, then all
 * further ones. Else in the other order, and the first check once.
 */
function callsOf({ checks, twins = [], more = [] }: SweptMember, isForward: boolean): readonly CallRequest[] {
  const [check, ...others] = checks.map(({ request }) => request);
  if (check === undefined) return isForward ? more : [...more].reverse();
  if (!isForward) return [...[check, ...twins.flat(), ...others].reverse(), ...[...more].reverse()];
  return [check, ...twins.flatMap((group, index) => (index === 0 ? group : [check, ...group])), ...others, ...more];
}

function addTo(all: Map<string, Set<string>>, key: string, one: string): void {
  all.set(key, (all.get(key) ?? new Set()).add(one));
}
