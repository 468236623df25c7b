// What a crawl learns by calling: stage by stage, each adding to what the ones before it showed.
import type { LibraryDecisions, ManifestMember } from '@syft-libs/ast';
import type { DecidedLibrary } from '../decide/decide-library.ts';
import { DecisionLookup } from '../decide/decision-lookup.ts';
import { type HoldOptions, holdMembers } from '../hold/hold-members.ts';
import type { Merged } from './merge/merged.ts';
import { holdResults } from './probe/hold-results.ts';
import { measureMembers, sweepMeasured } from './probe/measure-members.ts';
import { probeLibrary } from './probe/probe-library.ts';
import { CageSession } from './runtime/cage-session.ts';
import { noInsights } from './runtime/insights.ts';
import type { LibraryCageOptions } from './runtime/library-cage.ts';
import type { RuntimeWalk } from './runtime/runtime-walk.ts';
import { type WalkOptions, walkLibrary } from './runtime/walk-library.ts';
import { findTravel } from './travel/find-travel.ts';

/** What a person has decided that may let a member through. */
export type PersonsWord = Pick<LibraryDecisions, 'members' | 'types'>;

/** Members of a large library. */
const LARGE = 1_500;
/** Rules by which a member waits for a type to travel. */
const WAITING: readonly string[] = ['receiver-stays', 'type-stays'];

interface CallOptions extends Pick<HoldOptions, 'decide' | 'progress'> {
  readonly inCage: LibraryCageOptions;
  readonly decided: PersonsWord;
}

/** Calls the library's members, stage by stage, and adds what each shows. */
export async function callMembers(seen: Merged, walked: RuntimeWalk, { inCage, progress, decide, decided }: CallOptions): Promise<Merged> {
  const subpaths = walked.entryPoints.filter(({ loads }) => loads !== 'none').map(({ subpath }) => subpath);
  const only = await onlyWay(walked, { ...inCage, subpaths });
  const sessions: CageSession[] = [];
  const insights = noInsights();
  const open = (where?: 'elsewhere') => {
    const session = new CageSession({
      ...inCage,
      ...(where === 'elsewhere' && { elsewhere: true }),
      ...(only !== undefined && { only }),
      subpaths,
      insights,
    });
    sessions.push(session);
    return session;
  };
  try {
    const { merged, observed, book } = await probeLibrary(seen, { open, insights, progress });
    progress.stage('looking for ways to travel');
    const travelling = await findTravel(merged, open, insights);
    const isLarge = observed.size > LARGE;
    const paths = pathsToMeasure(decide(travelling), { isLarge, decided });
    const measured = await measureMembers(travelling, { open, progress, paths, isThorough: !isLarge, observed, book });
    const steady = await sweepMeasured(measured, { open, progress, paths: pathsToSweep(decide(measured.merged), isLarge) });
    const held = await holdResults(steady, open, progress);
    return await holdMembers(held, { open, insights, progress, decide });
  } finally {
    await Promise.all(sessions.map((session) => session.close()));
  }
}

/**
 * Members to measure: all, but for a large library, of which those are left out that are refused as things stand, or wait for a type
 * to travel, as long as no person has said a word that may change it.
 */
export function pathsToMeasure(
  { manifest }: DecidedLibrary,
  { isLarge, decided }: { readonly isLarge: boolean; readonly decided: PersonsWord },
): readonly string[] {
  const lookup = new DecisionLookup(manifest.root, decided.members);
  const waits = (rule: string) => decided.types === undefined && WAITING.includes(rule);
  const isHopeless = ({ path, rule, verdict }: ManifestMember) => (verdict === 'refuse' || waits(rule)) && lookup.find(path) === undefined;
  return manifest.members.filter((member) => !(isLarge && isHopeless(member))).map(({ path }) => path);
}

/** Members to look at for state: those that are not refused, of a large library those that are allowed. */
function pathsToSweep({ manifest }: DecidedLibrary, isLarge: boolean): readonly string[] {
  return manifest.members.filter(({ verdict }) => verdict === 'allow' || (verdict === 'review' && !isLarge)).map(({ path }) => path);
}

/** `import` where that alone shows the same names and types as both ways do: members are then called without the second copy. */
async function onlyWay(walked: RuntimeWalk, options: WalkOptions): Promise<'import' | undefined> {
  const loaded = walked.entryPoints.filter(({ loads }) => loads !== 'none');
  if (loaded.some(({ loads }) => loads === 'require') || loaded.every(({ loads }) => loads === 'import')) return undefined;
  const imported = await walkLibrary({ ...options, only: 'import' });
  // Where loading counts something, it counts twice for two copies.
  const textOf = ({ members, types }: RuntimeWalk) =>
    JSON.stringify([members.map(({ runtime, ...member }) => ({ ...member, runtime: { ...runtime, constant: null } })), types]);
  return textOf(imported) === textOf(walked) ? 'import' : undefined;
}
