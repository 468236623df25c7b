// What calls cost, how rows move, and with which numbers they do not end: measured last, of members that may be allowed at all.
import { asMeant } from '../../surface/as-meant.ts';
import type { SeenMember } from '../../surface/snapshot.ts';
import type { Merged } from '../merge/merged.ts';
import type { Progress } from '../progress.ts';
import { type CageSession, type MadeCall, QUICK } from '../runtime/cage-session.ts';
import { inLanes } from '../runtime/lanes.ts';
import type { CallRequest } from '../runtime/samples.ts';
import { requestOf } from './caller.ts';
import { groupsOf, repeatCalls } from './far-changes.ts';
import { measureLimits, measureSizes } from './measure-member.ts';
import { fractionsIn, twinsOf } from './near-twins.ts';
import type { GrowthFacts } from './observe-growth.ts';
import { type KnownCall, oddCalls } from './odd-calls.ts';
import { kindsOf } from './plain-samples.ts';
import { changing, checksOf, factsOf, isSteady, type Measures, type Observed } from './probe-member.ts';
import type { RecipeBook } from './recipe-book.ts';
import { sweepState } from './state-sweep.ts';
import { type OddMember, sweepOdd } from './sweep-odd.ts';

export interface MeasureOptions {
  readonly open: () => CageSession;
  readonly progress: Progress;
  /** Those to measure. */
  readonly paths: readonly string[];
  /** Calls by which members were probed are swept as well, and huge numbers are tried among data: of a large library both are too many. */
  readonly isThorough: boolean;
  readonly observed: ReadonlyMap<string, Observed>;
  readonly book: RecipeBook;
}

/** Members after which all that the library exports is looked at. */
const GROUP = 32;
/** Odd calls of a member: fewer where all its calls are too many, and near twins of none there. */
const MOST_ODD = { all: 8, few: 1 };

interface Measured {
  readonly member: SeenMember;
  readonly observed: Observed;
  measures: Measures & Pick<GrowthFacts, 'untimed'>;
  /** Something has changed while it was measured, or its calls give something else since. */
  isChanging: boolean;
  /** Those calls by which it was measured that came to an end. */
  calls: readonly CallRequest[];
}

/** A library whose members were measured, and by which calls. */
export interface MeasuredLibrary {
  readonly merged: Merged;
  readonly swept: readonly OddMember[];
}

/** Measures members, and fills in what that shows. */
export async function measureMembers(
  merged: Merged,
  { open, progress, paths, isThorough, observed, book }: MeasureOptions,
): Promise<MeasuredLibrary> {
  const wanted = paths.flatMap((path): readonly Measured[] => {
    const known = observed.get(path);
    if (known === undefined) return [];
    const unmeasured = { growth: null, untimed: null, rows: 'mix', hazards: known.blamed.hazards } as const;
    return [{ member: known.caller.target.member, observed: known, measures: unmeasured, isChanging: false, calls: [] }];
  });
  progress.stage('measuring what calls cost', wanted.length);
  await inLanes(open, (lanes) => lanes.share(wanted, (share, session) => measureShare(share, { session, progress, book, isThorough })));
  const byPath = new Map(wanted.map((one) => [one.member.path, one]));
  const members = merged.members.map((member): SeenMember => {
    const measured = byPath.get(member.path);
    return measured === undefined || member.probe === null ? member : withMeasures(member, measured);
  });
  return { merged: { ...merged, members }, swept: wanted.map((one) => sweptAs(one, isThorough)) };
}

/** The calls of a member that are swept: all, or those by which it was measured, and a few of the others. */
function sweptAs({ member: { path }, observed, calls }: Measured, isThorough: boolean): OddMember {
  const trials = trialCalls(observed);
  const tried = trials.map(({ request }) => request);
  const takesFractions = fractionsIn(tried);
  const twinned = checksOf(observed).map((check) => ({ check, twins: isThorough ? twinsOf(check.request, takesFractions) : [] }));
  // The one that has twins goes first.
  const [first, ...others] = [...twinned].sort((a, b) => Number(b.twins.length > 0) - Number(a.twins.length > 0));
  const most = isThorough ? 'all' : 'few';
  const checks = first === undefined ? [] : [first.check, ...others.map(({ check }) => check)];
  const twins = first?.twins ?? [];
  const odd = oddCalls([...trials.filter(isMeantBy(observed)), ...calls.map((request) => ({ request }))], MOST_ODD[most]);
  return { path, checks, twins, more: eachOnce(isThorough ? [...tried, ...calls] : calls), odd };
}

interface TrialCall extends KnownCall {
  readonly isDeclared: boolean;
}

function trialCalls({ caller: { target, trials } }: Observed): readonly TrialCall[] {
  return trials
    .filter(({ outcome }) => 'effects' in outcome && outcome.effects.milliseconds < QUICK && outcome.strays.length === 0)
    .map((trial) => ({ request: requestOf(target, trial), threw: trial.outcome.kind === 'threw', isDeclared: trial.declared !== null }));
}

/** Of calls that nobody has declared only those count that were made with kinds of arguments which tell what a member takes. */
function isMeantBy({ telling }: Observed): (call: TrialCall) => boolean {
  const kinds = new Set(telling.map(kindsOf));
  return ({ request, isDeclared }) => isDeclared || kinds.has(kindsOf(request));
}

function eachOnce(calls: readonly CallRequest[]): readonly CallRequest[] {
  return [...new Map(calls.map((call) => [JSON.stringify(call), call])).values()];
}

/** Whether anything else gives something else after those calls: their operands are larger than any by which a member was probed. */
export async function sweepMeasured(
  { merged, swept }: MeasuredLibrary,
  { open, progress, paths }: Pick<MeasureOptions, 'open' | 'progress' | 'paths'>,
): Promise<Merged> {
  const facts = new Map(merged.members.map(({ path, probe }) => [path, probe]));
  const wanted = new Set(paths);
  const isLeft = (path: string, probe = facts.get(path) ?? null) => wanted.has(path) && probe !== null && isSteady(probe);
  const members = swept.filter(({ path }) => isLeft(path));
  progress.stage('looking for state after larger calls', members.length);
  const { writers, disturbed } = await sweepState(members, open);
  const found = new Set([...writers, ...disturbed]);
  progress.stage('looking for state after odd calls', members.length);
  const steady = members.filter(({ path }) => !found.has(path));
  for (const path of await sweepOdd(steady, open)) found.add(path);
  const withState = (member: SeenMember): SeenMember =>
    found.has(member.path) && member.probe !== null ? { ...member, probe: changing(member.probe) } : member;
  return { ...merged, members: merged.members.map(withState) };
}

function withMeasures(member: SeenMember, { observed, measures, isChanging }: Measured): SeenMember {
  const facts = { ...factsOf(observed, measures), isUnstable: member.probe?.isUnstable ?? false };
  // What is never the same is known for that, and leaves nothing behind.
  return { ...member, probe: (isChanging && !facts.isUnstable) || isMarked(member) ? changing(facts) : facts };
}

/** It was found by what other members gave after it that it changes something. */
function isMarked({ probe }: SeenMember): boolean {
  return asMeant(probe)?.changesModule === true;
}

async function measureShare(
  members: readonly Measured[],
  { session, progress, book, isThorough }: Pick<MeasureOptions, 'progress' | 'book' | 'isThorough'> & { readonly session: CageSession },
): Promise<void> {
  await inGroups(members, session, async (one) => {
    const { isSteady, ...sizes } = await measureSizes(one.observed, { session, book });
    one.measures = { ...one.measures, ...sizes };
    one.isChanging ||= !isSteady;
    progress.tick();
  });
  // Calls may be broken off here: nothing else is asked of a process in which one was.
  await inGroups(members, session, async (one) => {
    const { isSteady, ...limits } = await measureLimits(one.observed, { session, ...one.measures, isThorough });
    one.measures = { ...one.measures, ...limits };
    one.isChanging ||= !isSteady;
  });
}

/** Marks those which change something that is near none of those that were called. */
async function inGroups(members: readonly Measured[], session: CageSession, measure: (one: Measured) => Promise<void>): Promise<void> {
  session.takeMade();
  for (const group of groupsOf(members, GROUP)) {
    const made: (readonly MadeCall[])[] = [];
    for (const one of group) {
      await measure(one);
      const calls = session.takeMade();
      made.push(calls);
      one.calls = [...one.calls, ...calls.map(({ request }) => request)];
    }
    const places = await session.takeFarChanges();
    if (places.length === 0) continue;
    const { repeated, unexplained } = await repeatCalls(made, { session, places });
    // What none of them does again any of them may have done.
    for (const [at, one] of group.entries()) one.isChanging ||= unexplained.length > 0 || repeated[at]?.changes !== false;
  }
}
