import { parseSignature, parseType, type Signature, type TypeRef, unionOf, type Verdict } from '@syft-libs/ast';
import type { Growth, ProbeFacts, SeenMember, SeenType, Snapshot } from '../surface/snapshot.ts';
import type { LibraryDiff } from './change.ts';
import { type DiffOptions, diffViews } from './diff-views.ts';
import type { LibraryView, MemberView, Trait } from './member-view.ts';

/** Verdicts that stages after the crawl came to, by path. */
export type Verdicts = Readonly<Record<string, { readonly verdict: Verdict; readonly reason: string }>>;

export interface SnapshotDiffOptions extends DiffOptions {
  /** Without them a member counts as allowed when it is public, there, and was not seen to do what no rule allows. */
  readonly verdicts?: { readonly before: Verdicts; readonly after: Verdicts };
}

/**
 * What was observed of two versions of a library, compared: also what manifests do not keep, as clocks, instability and how
 * cost grows. The bump is that of a package which allows what the verdicts say.
 */
export function diffSnapshots(before: Snapshot, after: Snapshot, { verdicts, ...options }: SnapshotDiffOptions = {}): LibraryDiff {
  return diffViews([viewOf(before, verdicts?.before)], [viewOf(after, verdicts?.after)], options);
}

/** Of what was never called nothing is known. */
const UNPROBED: readonly Trait[] = [{ name: 'moves rows otherwise', value: 'mix', weight: 'rule' }, ...growthTraits(null)];

function viewOf({ library, observer, entryPoints, types, members }: Snapshot, verdicts: Verdicts | undefined): LibraryView {
  return {
    name: library.name,
    root: library.root,
    version: library.version,
    notes: { 'entry points': JSON.stringify(entryPoints), observer: JSON.stringify(observer) },
    types: types.map(typeView),
    members: members.map((member) => memberView(member, verdicts ?? judgeAll(members))),
  };
}

function typeView({ id, travel, extends: bases, ownOnInstance, builtin, problem }: SeenType): LibraryView['types'][number] {
  const notes = { 'instance members': ownOnInstance.join(', '), evidence: JSON.stringify([builtin, problem]) };
  return { id, travels: travel === null ? null : JSON.stringify(travel), accepts: [], extends: bases, notes };
}

function memberView(member: SeenMember, verdicts: Verdicts): MemberView {
  const { path, kind, declared, probe, aliasOf, runtime } = member;
  const judged = verdicts[path] ?? { verdict: 'review' as const, reason: 'no verdict' };
  return {
    path,
    kind,
    ...judged,
    remoteName: path.slice(path.lastIndexOf('.') + 1),
    signatures: signaturesOf(member),
    traits: probe === null ? UNPROBED : traitsOf(probe),
    notes: {
      documentation: declared?.doc ?? '',
      evidence: JSON.stringify([aliasOf, member.ownName, declared?.source, declared?.isDeprecated, runtime, probe?.isAsync]),
    },
  };
}

/** A snapshot of a crawl that called nothing is judged by what it saw: that a member was never called says nothing there. */
function judgeAll(members: readonly SeenMember[]): Verdicts {
  const wasCalled = members.some(({ probe }) => probe !== null);
  return Object.fromEntries(members.map((member) => [member.path, judge(member, wasCalled)]));
}

/** What no rule allows by itself, as far as a crawl alone can tell. */
function judge(
  { isPrivate, kind, runtime, probe }: SeenMember,
  wasCalled: boolean,
): { readonly verdict: Verdict; readonly reason: string } {
  const refuse = (reason: string) => ({ verdict: 'refuse' as const, reason });
  if (isPrivate) return refuse('not meant for others');
  if (kind === 'namespace' || kind === 'class') return refuse('stands for its members alone');
  if (runtime === null) return refuse('declared, and not there');
  if (probe === null) {
    const isData = kind === 'constant' || kind === 'property';
    return { verdict: isData || !wasCalled ? 'allow' : 'review', reason: 'never called' };
  }
  if (probe.reached.length > 0) return refuse(`reaches for ${probe.reached.join(', ')}`);
  if (probe.generates) return refuse('makes code from text');
  if (probe.changesModule) return refuse('keeps state between calls');
  if (probe.callsBack) return refuse('calls back');
  if (probe.isUnstable) return refuse('gives different results for the same call');
  if (probe.crash !== null) return refuse(`ends its process: ${probe.crash}`);
  return probe.ok > 0
    ? { verdict: 'allow', reason: 'pure as far as calling it shows' }
    : { verdict: 'review', reason: 'no call succeeded' };
}

/** What declarations say where no call contradicts them, else what calls showed; results that nobody declared come from calls. */
function signaturesOf({ declared, probe }: SeenMember): readonly Signature[] {
  const kept = (declared?.signatures ?? []).filter((_, index) => probe?.contradicts.includes(index) !== true);
  const told = kept.length > 0 ? kept : (probe?.signatures ?? []);
  const seen = unionOf((probe?.results ?? []).map(({ type }) => parseType(type)));
  return told.map((text) => {
    const { params, returns, async } = parseSignature(text);
    const result: TypeRef = returns.kind === 'unknown' ? seen : returns;
    return {
      params: params.map((param, index) => ({ ...param, public: param.public || probe?.publicParams.includes(index) === true })),
      returns: result,
      async: async || probe?.isAsync === true,
    };
  });
}

function traitsOf(probe: ProbeFacts): readonly Trait[] {
  const traits: readonly (Trait | null)[] = [
    probe.mutates.length > 0
      ? {
          name: 'changes a private copy of an operand',
          value: `${probe.mutates.join(', ')}, and gives back ${probe.givesBack}`,
          weight: 'inside',
        }
      : null,
    probe.aliases.length > 0 ? { name: 'shares memory with an operand', value: probe.aliases.join(', '), weight: 'inside' } : null,
    probe.usesRandom ? { name: 'draws random numbers', value: 'yes', weight: 'result' } : null,
    probe.usesClock ? { name: 'reads the clock', value: 'yes', weight: 'result' } : null,
    probe.usesLocale ? { name: 'follows the locale', value: 'yes', weight: 'result' } : null,
    { name: 'moves rows otherwise', value: probe.rows, weight: 'rule' },
    probe.shapeDependsOnData ? { name: 'gives a shape that depends on private values', value: 'yes', weight: 'rule' } : null,
    ...growthTraits(probe.growth),
    probe.hazards.length > 0
      ? {
          name: 'needs a guard',
          value: probe.hazards.map(({ param, values }) => `${values} for argument ${param}`).join(', '),
          weight: 'inside',
        }
      : null,
  ];
  return traits.filter((trait) => trait !== null);
}

/** Powers alone: factors are measured, and two measurements differ. Powers may too, so that they make no more than a patch. */
function growthTraits(growth: ProbeFacts['growth']): readonly Trait[] {
  const powers = ({ terms }: Growth): string => terms.map(({ of, power }) => `${of}^${power}`).join(' × ') || 'constant';
  return (['size', 'time'] as const).map((side) => ({
    name: `grows otherwise in ${side}`,
    value: growth === null ? 'unknown' : powers(growth[side]),
    weight: 'inside',
  }));
}
