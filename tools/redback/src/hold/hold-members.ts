// Whether what may run gives what its signatures say: each entry is called, in the cage, with the very operands that the conformance
// test of the package will make. What comes back of another type is told by the types of the operands that it came of.
import { parseType, type TypeRef } from '@syft-libs/ast';
import { GENERATED_CALLS, isDegenerate, makeArgumentLists, makeGrownLists, type Samples } from '@syft-libs/testing/operands';
import { inOrder, type Merged } from '../crawl/merge/merged.ts';
import { targetOf } from '../crawl/probe/probe-target.ts';
import type { Progress } from '../crawl/progress.ts';
import type { CageSession } from '../crawl/runtime/cage-session.ts';
import type { Insights } from '../crawl/runtime/insights.ts';
import { inLanes, type Lanes } from '../crawl/runtime/lanes.ts';
import type { OperandFacts } from '../crawl/runtime/samples.ts';
import type { DecidedLibrary } from '../decide/decide-library.ts';
import type { Agreement } from '../decide/type-agreement.ts';
import type { OddCall, ProbeFacts, SeenMember, SeenType } from '../surface/snapshot.ts';
import { type HeldCall, heldCall } from './held-call.ts';
import { type HeldChecks, type HeldEntry, heldChecks, heldEntries } from './held-entry.ts';
import { regrown } from './held-growth.ts';
import { isAsSaid, resultType } from './held-result.ts';
import { sampleMaker, standIns } from './stand-ins.ts';

export interface HoldOptions {
  readonly open: () => CageSession;
  readonly insights: Pick<Insights, 'fields'>;
  readonly progress: Progress;
  /** What would be allowed of the library as it is known by then. */
  readonly decide: (merged: Merged) => DecidedLibrary;
}

/** Signatures that are cut to what holds take other calls: these are asked as well. */
const MOST_ROUNDS = 4;
const DEADLINE = 500;
/** Instances are those that recipes make, of whatever shape. */
const NONE: ReadonlyMap<readonly number[], Samples> = new Map();
const PLAIN: readonly string[] = ['undefined', 'null', 'boolean', 'number', 'bigint', 'string'];

/** Calls all that may run, and notes what of it gives something else than it should, until nothing new comes of it. */
export async function holdMembers(merged: Merged, { open, insights, ...options }: HoldOptions): Promise<Merged> {
  Object.assign(insights.fields, fieldsOf(merged.types));
  return inLanes(open, (lanes) => holdInRounds(merged, lanes, options));
}

async function holdInRounds(merged: Merged, lanes: Lanes, { progress, decide }: Pick<HoldOptions, 'progress' | 'decide'>): Promise<Merged> {
  const asked = new Set<string>();
  let known = merged;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { manifest, plan } = decide(known);
    const entries = heldEntries(manifest, plan).filter((entry) => !asked.has(keyOf(entry)));
    if (entries.length === 0) break;
    for (const entry of entries) asked.add(keyOf(entry));
    progress.stage(round === 0 ? 'holding results to what was decided' : 'holding them again', entries.length);
    const holding = { known, checks: heldChecks(manifest), by: agreementOf(known.types) };
    const found = await lanes.map(entries, async (entry, session) => {
      const held = await holdEntry(entry, { ...holding, session });
      progress.tick();
      return [entry.path, held] as const;
    });
    known = withOdd(known, new Map(found));
  }
  return known;
}

/** Calls follow from a path and from what is taken; what is given makes no difference to them. */
function keyOf({ path, signatures }: HeldEntry): string {
  return JSON.stringify([path, signatures.map(({ params }) => params)]);
}

/** What calls have shown of an entry; a bound only where the one that it has does not hold. */
interface Held {
  readonly odd: readonly OddCall[];
  readonly growth: ProbeFacts['growth'] | undefined;
}

interface Holding {
  readonly known: Merged;
  readonly session: CageSession;
  readonly checks: HeldChecks;
  readonly by: Agreement;
}

async function holdEntry(entry: HeldEntry, { known, session, checks, by }: Holding): Promise<Held> {
  const { types, members } = known;
  const member = members.find(({ path }) => path === entry.path) as SeenMember;
  const { path, mode } = targetOf(member, new Set(types.map(({ id }) => id)), null);
  const isArray = (id: string) => types.some((type) => type.id === id && type.travel?.kind === 'array');
  const registry = { byType: (id: string) => (isArray(id) ? { schema: 'ArrayBody' } : undefined) };
  const samples = standIns(types);
  const lists = [
    ...makeArgumentLists({ registry }, entry, { count: GENERATED_CALLS, samples }),
    ...makeGrownLists({ registry }, entry, { samples, shaped: NONE }),
  ];
  const make = sampleMaker(types);
  // Of nothing, or of rows of several lengths, a call may give something else: conformance takes that as it is.
  const calls = lists
    .filter((operands) => !operands.some(isDegenerate))
    .flatMap((operands) => heldCall(entry, operands, { checks, make }) ?? []);
  const outcomes = await session.callMany(
    calls.map(({ request }) => ({ ...request, path, mode })),
    DEADLINE,
  );
  const returned = outcomes.flatMap((outcome, index) =>
    outcome.kind !== 'returned' || outcome.operands.some(isLeftOut) ? [] : [{ call: calls[index] as HeldCall, outcome }],
  );
  const odd = returned.flatMap(({ call: { signature, takes }, outcome }): readonly OddCall[] => {
    const gives = outcome.isPromise === signature.async ? resultType(outcome, entry) : 'unknown';
    return isAsSaid(gives, outcome.value.shape, signature.returns, by) ? [] : [{ takes, gives }];
  });
  return { odd: inOrderOnce(odd), growth: regrown(returned, member.probe?.growth ?? null) };
}

/** An instance that is none of those that travel is handed over by nobody, and of one that holds nothing conformance asks nothing either. */
function isLeftOut({ type, shape, hasEmpty }: OperandFacts): boolean {
  return type === 'unknown' || hasEmpty || shape?.includes(0) === true;
}

function inOrderOnce(odd: readonly OddCall[]): readonly OddCall[] {
  const known = new Map(odd.map((one) => [JSON.stringify([one.takes, one.gives]), one]));
  return [...known].sort(([a], [b]) => inOrder(a, b)).map(([, one]) => one);
}

/** What an alias has shown stands with the member that it is another name of. */
function withOdd(known: Merged, found: ReadonlyMap<string, Held>): Merged {
  const byMember = new Map<string, Held>();
  for (const [path, { odd, growth }] of found) {
    const member = known.members.find((one) => one.path === path) as SeenMember;
    const place = member.probe === null ? (member.aliasOf ?? path) : path;
    const before = byMember.get(place);
    byMember.set(place, { odd: [...(before?.odd ?? []), ...odd], growth: growth === undefined ? before?.growth : growth });
  }
  const members = known.members.map((member): SeenMember => {
    const held = byMember.get(member.path);
    if (held === undefined || member.probe === null) return member;
    const odd = inOrderOnce([...(member.probe.odd ?? []), ...held.odd]);
    return {
      ...member,
      probe: { ...member.probe, ...(odd.length > 0 && { odd }), ...(held.growth !== undefined && { growth: held.growth }) },
    };
  });
  return { ...known, members };
}

function agreementOf(types: readonly SeenType[]): Agreement {
  return { subtypes: (id) => types.filter((type) => type.extends.includes(id)).map((type) => type.id) };
}

/** The fields without which, or beside which, an instance is none that travels. */
function fieldsOf(types: readonly SeenType[]): Insights['fields'] {
  const kindsOf = (type: TypeRef): readonly string[] => {
    if (type.kind === 'union') return type.of.flatMap(kindsOf);
    if (type.kind === 'literal') return [typeof type.value];
    if (type.kind === 'list' || type.kind === 'tuple') return ['list'];
    return [type.kind === 'prim' && PLAIN.includes(type.name) ? type.name : 'object'];
  };
  return Object.fromEntries(
    types.flatMap(({ id, travel }) => {
      if (travel?.kind !== 'structure' || travel.fields.some(({ items }) => items === true)) return [];
      const fields = travel.fields.map(({ name, type, optional }) => ({
        name,
        kinds: kindsOf(parseType(type)),
        isOptional: optional === true,
      }));
      return [[id, fields] as const];
    }),
  );
}
