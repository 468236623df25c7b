import type { Decisions, LibraryDecisions, ManifestMember } from '@syft-libs/ast';
import { decidePackage } from '../../src/decide/decide-package.ts';
import type { PackagePlan } from '../../src/surface/package-plan.ts';
import type { DeclaredFacts, ProbeFacts, RuntimeFacts, SeenMember, SeenType, Snapshot } from '../../src/surface/snapshot.ts';

const RUNTIME: RuntimeFacts = { typeof: 'function', arity: 1, access: 'value', isOnInstanceOnly: false, constant: null, smells: [] };

const PROBE: ProbeFacts = {
  calls: 12,
  ok: 8,
  results: [{ type: 'number', count: 8 }],
  isAsync: false,
  signatures: [],
  contradicts: [],
  mutates: [],
  givesBack: null,
  aliases: [],
  isUnstable: false,
  usesRandom: false,
  usesClock: false,
  usesLocale: false,
  changesModule: false,
  reached: [],
  generates: false,
  callsBack: false,
  publicParams: [],
  rows: 'mix',
  shapeDependsOnData: false,
  growth: { size: { factor: 1, terms: [] }, time: { factor: 1, terms: [{ of: 'elements', power: 1 }] } },
  hazards: [],
  crash: null,
  examples: [],
};

const DECLARED: DeclaredFacts = { source: 'declaration', signatures: [], instances: [], doc: '', isDeprecated: false };

/** What differs from a plain pure function that takes numbers and gives a number. */
export interface MemberTraits extends Partial<Omit<SeenMember, 'runtime' | 'declared' | 'probe'>> {
  readonly runtime?: Partial<RuntimeFacts> | null;
  /** Declared signatures, or more of what is declared. */
  readonly declared?: Partial<DeclaredFacts> | readonly string[] | null;
  readonly probe?: Partial<ProbeFacts> | null;
}

/** A member of `lib`, by its path below the root: a pure function unless told otherwise. */
export function member(
  name: string,
  { runtime = {}, declared = ['(x: number[]) => number'], probe = {}, ...traits }: MemberTraits = {},
): SeenMember {
  const said = Array.isArray(declared) ? { signatures: declared as readonly string[] } : (declared as Partial<DeclaredFacts> | null);
  return {
    path: `lib.${name}`,
    ownName: null,
    kind: 'function',
    isStatic: false,
    aliasOf: null,
    isPrivate: false,
    ...traits,
    runtime: runtime === null ? null : { ...RUNTIME, ...runtime },
    declared: said === null ? null : { ...DECLARED, ...said },
    probe: probe === null ? null : { ...PROBE, ...probe },
  };
}

/** Results of one type, seen eight times. */
export function results(...types: readonly string[]): Pick<ProbeFacts, 'results'> {
  return { results: types.map((type) => ({ type, count: 8 })) };
}

/** A class of `lib` whose instances travel by their one field, unless told otherwise. */
export function type(name: string, traits: Partial<SeenType> = {}): SeenType {
  return {
    id: `lib.${name}`,
    extends: [],
    builtin: null,
    ownOnInstance: ['items'],
    exportedAs: `lib.${name}`,
    recipes: [{ $: 'new', path: `lib.${name}`, args: [{ $: 'list', items: [1, 2] }] }],
    travel: { kind: 'structure', fields: [{ name: 'items', type: 'number[]' }], lengths: [] },
    problem: null,
    ...traits,
  };
}

/** The snapshot of `lib` 1.2.3, or of a library by another name. */
export function snapshotOf(
  members: readonly SeenMember[],
  { types = [], name = 'lib' }: { types?: readonly SeenType[]; name?: string } = {},
): Snapshot {
  return {
    snapshot: 1,
    library: { name, version: '1.2.3', root: name, digest: '00' },
    observer: { redback: '1.0.0', oracle: 'typescript@6.0.3', cage: 'node@26 permission' },
    entryPoints: [{ subpath: '.', path: name, loads: 'both', declarations: 'package', problem: null }],
    types,
    members,
  };
}

/** Decisions on `lib`, and the types that were seen in it. */
export interface DecidedBy extends Partial<LibraryDecisions> {
  readonly seen?: readonly SeenType[];
}

/** The plan for `lib` of some members, by some decisions. */
export function plan(members: readonly SeenMember[], { seen = [], ...decided }: DecidedBy = {}): PackagePlan {
  const library = { name: 'lib', range: '^1.2.3', root: 'lib', ...decided };
  const decisions: Decisions = { libraries: [library] };
  return decidePackage([snapshotOf(members, { types: seen })], decisions, { packageName: '@syft-libs/lib' });
}

/** The one member that a plan has, or the one of that name below the root. */
export function judged(made: PackagePlan, name?: string): ManifestMember {
  const members = made.manifest.libraries[0]?.members ?? [];
  const found = name === undefined ? members[0] : members.find(({ path }) => path === `lib.${name}`);
  if (found === undefined) throw new Error(`no member ${name}`);
  return found;
}
