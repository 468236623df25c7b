// State that an odd call leaves behind and the next ordinary one clears: a note of the last error, or of an input that was empty.
import type { CageSession, SessionOutcome } from '../runtime/cage-session.ts';
import { inLanes } from '../runtime/lanes.ts';
import type { CallRequest } from '../runtime/samples.ts';
import type { StateCheck } from './probe-member.ts';
import type { SweptMember } from './state-sweep.ts';

/** A member with the odd ones among its calls. */
export interface OddMember extends SweptMember {
  readonly odd: readonly CallRequest[];
}

/** Calls for all of it. */
const MOST_CALLS = 8_000;
const MOST_FINDS = 32;
/** Members after whose odd calls all that the library exports is looked at. */
const GROUP = 64;

/**
 * Makes odd calls of each member, and after each of them asks the member itself and others whether they still give what they gave:
 * first those that take nothing, which have nothing else to tell of. Gives the members that do not leave others as they were.
 */
export async function sweepOdd(members: readonly OddMember[], open: () => CageSession): Promise<readonly string[]> {
  const writers = members.filter(({ odd }) => odd.length > 0);
  const readers = readersOf(members);
  const count = writers.reduce((sum, { odd }) => sum + odd.length, 0);
  const most = Math.max(1, Math.floor(MOST_CALLS / Math.max(count, 1)) - 2);
  const found = await inLanes(open, (lanes) =>
    lanes.share(writers, async (share, session) => {
      session.keepProcess();
      const far = await findFar(share, session, open);
      const rest = share.filter(({ path }) => !far.includes(path));
      return [...far, ...(await findRead(rest, { session, open, readersOf: (at) => turned(readers, at, most) }))];
    }),
  );
  return [...new Set(found.flat())].sort();
}

interface Reader extends StateCheck {
  readonly path: string;
}

/** One check of each member: first of those that are handed nothing. */
function readersOf(members: readonly SweptMember[]): { readonly bare: readonly Reader[]; readonly others: readonly Reader[] } {
  const all = members.flatMap(({ path, checks: [check] }) => (check === undefined ? [] : [{ path, ...check }]));
  // What a constant holds is looked at whenever the module is.
  const isConstant = ({ request: { mode, receiver } }: Reader) => mode === 'get' && receiver === undefined;
  const isBare = ({ request: { receiver, args } }: Reader) => receiver === undefined && args.length === 0;
  const readers = all.filter((reader) => !isConstant(reader));
  return { bare: readers.filter(isBare), others: readers.filter((reader) => !isBare(reader)) };
}

/** So many readers for the writer in a place: others than the last one had, where there are too many for each. */
function turned({ bare, others }: ReturnType<typeof readersOf>, at: number, most: number): readonly Reader[] {
  const some = (readers: readonly Reader[], count: number) => {
    const from = readers.length === 0 ? 0 : (at * count) % readers.length;
    return [...readers.slice(from), ...readers.slice(0, from)].slice(0, Math.max(count, 0));
  };
  return [...some(bare, most), ...some(others, most - bare.length)];
}

interface Search {
  readonly session: CageSession;
  readonly open: () => CageSession;
  readonly readersOf: (at: number) => readonly Reader[];
}

async function findRead(writers: readonly OddMember[], { session, open, readersOf }: Search): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [at, writer] of writers.entries()) {
    if (found.length >= MOST_FINDS) return [...found, ...writers.slice(at).map(({ path }) => path)];
    const others = readersOf(at).filter(({ path }) => path !== writer.path);
    const own = writer.checks.slice(0, 1).map((check) => ({ ...check, path: writer.path }));
    // Its own check may clear what it has left.
    const reader = await disturbedBy(writer, [...others, ...own], session);
    if (reader === undefined) continue;
    // What has been left behind is there for all that follow.
    await session.renew();
    const isWriter = await isDisturbing(writer, reader, open);
    found.push(isWriter ? writer.path : reader.path);
  }
  return found;
}

async function isDisturbing(writer: OddMember, reader: Reader, open: () => CageSession): Promise<boolean> {
  const session = open();
  try {
    return (await disturbedBy(writer, [reader], session)) !== undefined;
  } finally {
    await session.close();
  }
}

/** The first reader that gives something else after one of the odd calls. */
async function disturbedBy(writer: OddMember, readers: readonly Reader[], session: CageSession): Promise<Reader | undefined> {
  const plan = writer.odd.flatMap((request) => [
    { request, reader: null },
    ...readers.map((reader) => ({ request: reader.request, reader })),
  ]);
  const outcomes = await session.callMany(plan.map(({ request }) => request));
  const at = plan.findIndex(({ reader }, index) => reader !== null && isOther(outcomes[index], reader));
  return plan[at]?.reader ?? undefined;
}

function isOther(outcome: SessionOutcome | undefined, { digest }: StateCheck): boolean {
  return outcome?.kind === 'returned' ? outcome.value.digest !== digest : outcome?.kind === 'threw';
}

/** Of a module too large to be looked at after each call: those whose odd calls change something of it until the next ordinary one. */
async function findFar(members: readonly OddMember[], session: CageSession, open: () => CageSession): Promise<readonly string[]> {
  if (members.length === 0 || (await session.seesAll())) return [];
  const suspects: OddCall[] = [];
  for (let from = 0; from < members.length; from += GROUP) {
    const group = members.slice(from, from + GROUP);
    const most = Math.max(...group.map(({ odd }) => odd.length));
    for (let turn = 0; turn < most; turn++) {
      const calls = group.flatMap((writer) => writer.odd.slice(turn, turn + 1).map((request) => ({ writer, request })));
      suspects.push(...(await findFarOf(calls, session)));
    }
  }
  return suspects.length === 0 ? [] : clearedAmong(suspects, open);
}

interface OddCall {
  readonly writer: OddMember;
  readonly request: CallRequest;
}

async function findFarOf(calls: readonly OddCall[], session: CageSession): Promise<readonly OddCall[]> {
  await session.callMany(calls.map(({ request }) => request));
  if ((await session.takeFarChanges()).length === 0) return [];
  const changing = await findChanging(calls, session);
  if (changing.length > 0) return changing;
  // What happens once only has happened in the process that goes on.
  await session.renew();
  return findChanging(calls, session);
}

/** What has changed before is looked at after each call by now. */
async function findChanging(calls: readonly OddCall[], session: CageSession): Promise<readonly OddCall[]> {
  const outcomes = await session.callMany(calls.map(({ request }) => request));
  return calls.filter((_, index) => isChange(outcomes[index]));
}

function isChange(outcome: SessionOutcome | undefined): boolean {
  return outcome !== undefined && 'effects' in outcome && outcome.effects.changesModule;
}

/** Members after whose ordinary call the change is gone again. One that stays was seen when the member was probed, for what it is. */
async function clearedAmong(suspects: readonly OddCall[], open: () => CageSession): Promise<readonly string[]> {
  const session = open();
  const cleared: string[] = [];
  try {
    for (const { writer, request } of suspects) {
      const checks = writer.checks.map((check) => check.request);
      await session.callMany([request, ...checks]);
      if ((await session.takeFarChanges()).length === 0) cleared.push(writer.path);
    }
    return cleared;
  } finally {
    await session.close();
  }
}
