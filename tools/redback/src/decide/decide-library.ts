import { isPath, type LibraryDecisions, type ManifestLibrary, type ManifestMember, type ManifestType, nameOfMember } from '@syft-libs/ast';
import type { BoundPlan, LibraryPlan } from '../surface/package-plan.ts';
import type { Example, Sample } from '../surface/sample.ts';
import type { Hazard, SeenMember, SeenType, Snapshot } from '../surface/snapshot.ts';
import { boundWithAbsent } from './absent-values.ts';
import { type Candidate, candidateOf, type LibraryContext } from './candidate.ts';
import { DecisionLookup, rangeOf } from './decision-lookup.ts';
import { OutcomeBook } from './decision-outcomes.ts';
import { memberProblems, withoutRoot } from './decision-problems.ts';
import { describeMember } from './describe-member.ts';
import { describeTypes, planCodecs } from './describe-types.ts';
import { AliasFolder } from './fold-aliases.ts';
import { judge } from './judge.ts';
import { KnownTypes } from './known-types.ts';

export interface DecidedLibrary {
  readonly manifest: ManifestLibrary;
  readonly plan: LibraryPlan;
  /** What of the decisions cannot be followed. */
  readonly problems: readonly string[];
}

/** What would be allowed of a library by itself, as long as no person has said a word. */
export function decideAlone(snapshot: Snapshot): DecidedLibrary {
  return decideLibrary(snapshot, undefined, new KnownTypes([snapshot], new Map()));
}

/** Judges every member of one library. */
export function decideLibrary(snapshot: Snapshot, decided: LibraryDecisions | undefined, types: KnownTypes): DecidedLibrary {
  const { library, entryPoints } = snapshot;
  const aliases = decided?.aliases ?? {};
  const listed = offeredMembers(snapshot.members);
  const context: LibraryContext = {
    types,
    aliases,
    owners: new Map(snapshot.types.map((type) => [type.id, type])),
    members: snapshot.members,
  };
  const lookup = new DecisionLookup(library.root, decided?.members);
  const folder = new AliasFolder(aliases);
  const taken = new Set(listed.map(({ path }) => path));
  const allowed: Candidate[] = [];
  const problems: string[] = [];
  const book = new OutcomeBook(library.name);
  const members = listed.map((member): ManifestMember => {
    const canonical = canonicalOf(member, snapshot.members);
    const found = lookup.find((canonical ?? member).path);
    const candidate = candidateOf(withFacts(member, canonical), found?.decision, context);
    const judgement = judge(candidate);
    if (found !== undefined && canonical === undefined) {
      problems.push(...memberProblems(candidate, found));
      book.add(found, candidate, judgement);
    }
    if (judgement.problem !== null && !found?.isPattern && canonical === undefined) problems.push(`${found?.key}: ${judgement.problem}`);
    if (judgement.verdict === 'allow') allowed.push(candidate);
    return describeMember(candidate, judgement, { folder, taken });
  });
  problems.push(...aliasProblems(listed, lookup));
  const manifestTypes = describeTypes(snapshot, members, { types, aliases });
  return {
    manifest: { name: library.name, version: library.version, root: library.root, aliases, types: manifestTypes, members },
    plan: {
      name: library.name,
      version: library.version,
      root: library.root,
      range: rangeOf(snapshot, decided),
      ...(decided?.module !== undefined && { module: decided.module.file }),
      entryPoints: entryPoints.filter(({ loads }) => loads !== 'none'),
      codecs: planCodecs(manifestTypes, types),
      ...entryPlans(allowed),
      ...typePlans(allowed, manifestTypes, snapshot),
      outcomes: book.outcomes,
    },
    problems,
  };
}

/** Members by path. A namespace is no entry: it stands in its members' paths, and by itself only when it has none. */
function offeredMembers(members: readonly SeenMember[]): readonly SeenMember[] {
  const parents = new Set(members.map(({ path }) => path.slice(0, path.lastIndexOf('.'))));
  const isOffered = ({ kind, path, aliasOf }: SeenMember) =>
    isPath(path) && path.includes('.') && (kind !== 'namespace' || (aliasOf === null && !parents.has(path)));
  const offered = members.filter(isOffered);
  const paths = new Set(offered.map(({ path }) => path));
  return offered
    .map((member) => (member.aliasOf === null || paths.has(member.aliasOf) ? member : { ...member, aliasOf: null }))
    .sort((left, right) => (left.path < right.path ? -1 : 1));
}

/** The member that an alias is another name of, where it is called the same way. */
function canonicalOf({ aliasOf, kind, isStatic }: SeenMember, members: readonly SeenMember[]): SeenMember | undefined {
  const canonical = aliasOf === null ? undefined : members.find(({ path }) => path === aliasOf);
  if (canonical === undefined) return undefined;
  const onInstance = (one: Pick<SeenMember, 'kind' | 'isStatic'>) => !one.isStatic && (one.kind === 'method' || one.kind === 'property');
  return onInstance(canonical) === onInstance({ kind, isStatic }) ? canonical : undefined;
}

/** An alias is what its canonical member is, under a name of its own. */
function withFacts(member: SeenMember, canonical: SeenMember | undefined): SeenMember {
  if (canonical === undefined) return member;
  const runtime =
    member.runtime === null || canonical.runtime === null ? canonical.runtime : { ...canonical.runtime, access: member.runtime.access };
  return {
    ...member,
    kind: canonical.kind,
    declared: canonical.declared ?? member.declared,
    probe: canonical.probe ?? member.probe,
    runtime,
  };
}

function aliasProblems(members: readonly SeenMember[], lookup: DecisionLookup): readonly string[] {
  return members.flatMap(({ path, aliasOf }) => {
    if (aliasOf === null) return [];
    const found = lookup.find(path);
    return found === undefined || found.isPattern ? [] : [`${found.key}: is another name of ${withoutRoot(aliasOf)}; decide on that`];
  });
}

function entryPlans(allowed: readonly Candidate[]): Pick<LibraryPlan, 'bounds' | 'hazards' | 'cases'> {
  const bounds: Record<string, BoundPlan> = {};
  const hazards: Record<string, readonly Hazard[]> = {};
  const cases: Record<string, readonly Example[]> = {};
  for (const { member, signatures, cases: examples } of allowed) {
    const { path, probe } = member;
    const most = Math.max(...signatures.map(({ params }) => (params.at(-1)?.rest === true ? Number.POSITIVE_INFINITY : params.length)));
    const found = (probe?.hazards ?? []).filter(({ param }) => param < most);
    if (probe?.growth != null) bounds[path] = boundWithAbsent(probe.growth, { examples, mutates: probe.mutates });
    if (found.length > 0) hazards[path] = found;
    if (examples.length > 0) cases[path] = examples;
  }
  return { bounds, hazards, cases };
}

/** Samples to bind members by where no export leads to them, and recipes for every listed type that has one. */
function typePlans(
  allowed: readonly Candidate[],
  listed: readonly ManifestType[],
  { types }: Snapshot,
): Pick<LibraryPlan, 'samples' | 'recipes'> {
  const samples: Record<string, Sample> = {};
  const recipes: Record<string, readonly Sample[]> = {};
  for (const { id, exportedAs, recipes: made, membersOf, travel } of types) {
    if (membersOf !== undefined && listed.some((type) => type.id === id)) samples[id] = { $: 'member', path: id };
    if (!listed.some((type) => type.id === id)) continue;
    const sendable = travel === null ? types.filter((type) => type.extends.includes(id) && type.travel !== null) : [];
    const given = travel === null ? sendable.flatMap((type) => type.recipes.slice(0, 2)) : made;
    if (given.length > 0) recipes[id] = given;
    const own = allowed.filter(({ owner }) => owner?.id === id);
    const onInstance = own.flatMap(({ member }) => (member.runtime?.isOnInstanceOnly === true ? [nameOfMember(member)] : []));
    if (own.length === 0 || (exportedAs === id && onInstance.length === 0)) continue;
    // What is declared of a base may be a field of the classes below it alone.
    const bearers = types.filter((type) => type.id === id || type.extends.includes(id));
    const has = ({ ownOnInstance }: SeenType) => onInstance.every((name) => ownOnInstance.includes(name));
    const sample = (bearers.find((type) => has(type) && type.recipes.length > 0)?.recipes ?? made)[0];
    if (sample !== undefined) samples[id] = sample;
  }
  return { samples, recipes };
}
