import type { CageSession } from '../runtime/cage-session.ts';
import type { StateCheck } from './probe-member.ts';

/** A member's calls that should give the same at any time. */
export interface SweptMember {
  readonly path: string;
  readonly checks: readonly StateCheck[];
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
}

const MOST_FINDS = 6;

/**
 * Calls all members one after another in one process, forwards and backwards, and looks for results that are not as before:
 * what one call leaves behind, hidden in a module, for the call of another member, or backwards for an earlier one of its own.
 */
export async function sweepState(members: readonly SweptMember[], open: () => CageSession): Promise<SweepFacts> {
  const writers: string[] = [];
  const disturbed: string[] = [];
  for (const isForward of [true, false]) {
    const order = isForward ? [...members] : [...members].reverse();
    for (let finds = 0; finds < MOST_FINDS; finds++) {
      const swept = order.filter(({ path }) => !writers.includes(path) && !disturbed.includes(path));
      const sweep = { open, isForward };
      const at = await firstDifference(swept, sweep);
      if (at === null) break;
      const victim = swept[at] as SweptMember;
      if (await differsAlone(victim, open)) disturbed.push(victim.path);
      else if (await differsAfter([], victim, sweep)) writers.push(victim.path);
      else writers.push((await findWriter(swept.slice(0, at), victim, sweep)).path);
    }
  }
  return { writers: writers.sort(), disturbed: disturbed.sort() };
}

/** Whether a member gives something else in a process of its own, where its calls are made in the order in which they were probed. */
export async function differsAlone(member: SweptMember, open: () => CageSession): Promise<boolean> {
  return differsAfter([], member, { open, isForward: true });
}

async function firstDifference(members: readonly SweptMember[], sweep: Sweep): Promise<number | null> {
  const session = sweep.open();
  session.keepProcess();
  try {
    for (const [index, member] of members.entries()) if (await differs(member, session, sweep)) return index;
    return null;
  } finally {
    await session.close();
  }
}

/** The earliest member after which the victim gives something else, by halving. */
async function findWriter(before: readonly SweptMember[], victim: SweptMember, sweep: Sweep): Promise<SweptMember> {
  let [low, high] = [0, before.length];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (await differsAfter(before.slice(0, middle), victim, sweep)) high = middle;
    else low = middle;
  }
  return before[low] ?? victim;
}

async function differsAfter(before: readonly SweptMember[], victim: SweptMember, sweep: Sweep): Promise<boolean> {
  const session = sweep.open();
  session.keepProcess();
  try {
    for (const member of before) await differs(member, session, sweep);
    return await differs(victim, session, sweep);
  } finally {
    await session.close();
  }
}

async function differs({ checks }: SweptMember, session: CageSession, { isForward }: Sweep): Promise<boolean> {
  const ordered = isForward ? checks : [...checks].reverse();
  const outcomes = await session.callMany(ordered.map(({ request }) => request));
  return outcomes.some((outcome, index) => outcome.kind !== 'returned' || outcome.value.digest !== ordered[index]?.digest);
}
