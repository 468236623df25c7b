import type { ManifestMember, Verdict } from '@syft-libs/ast';
import type { PackagePlan } from '../surface/package-plan.ts';
import type { Rule } from './rules/rule.ts';
import { RULES } from './rules/table.ts';

/** What came of a crawl, as numbers and lists to print. */
export interface Summary {
  readonly packageName: string;
  readonly libraries: readonly LibrarySummary[];
}

export interface LibrarySummary {
  readonly name: string;
  readonly version: string;
  /** Every member of the manifest, aliases among them. */
  readonly found: number;
  readonly allowed: number;
  readonly refused: number;
  readonly review: number;
  readonly aliases: number;
  /** Allowed members that have an example to be tested with. */
  readonly tested: number;
  /** By rule, in the order of the table; aliases are not counted again. */
  readonly rules: readonly RuleSummary[];
  readonly callables: CallableSummary;
}

export interface RuleSummary {
  readonly rule: string;
  readonly verdict: Verdict;
  /** What its members count as: `absent` and `safety` are no callables that could be allowed. */
  readonly standing: Rule['standing'];
  readonly count: number;
  readonly paths: readonly string[];
}

/** Public functions, constructors and methods, aliases and inherited ones counted once. */
export interface CallableSummary {
  /** Those that no named safety rule refuses: what could be allowed. */
  readonly open: number;
  readonly allowed: number;
  /** `allowed` of `open`, from 0 to 1; 1 where there are none. */
  readonly share: number;
  /** What is taken out of the count, and by which rule. */
  readonly unsafe: readonly { readonly path: string; readonly rule: string; readonly reason: string }[];
}

const STANDING: ReadonlyMap<string, Rule['standing']> = new Map(RULES.map(({ name, standing }) => [name, standing]));
const ORDER: ReadonlyMap<string, number> = new Map(RULES.map(({ name }, index) => [name, index]));

/** Counts a plan's verdicts by rule, and the share of callables that is allowed. */
export function summarize({ packageName, manifest, libraries }: PackagePlan): Summary {
  return {
    packageName,
    libraries: manifest.libraries.map(({ name, version, members }, index): LibrarySummary => {
      const cases = libraries[index]?.cases ?? {};
      const count = (verdict: Verdict) => members.filter((member) => member.verdict === verdict).length;
      return {
        name,
        version,
        found: members.length,
        allowed: count('allow'),
        refused: count('refuse'),
        review: count('review'),
        aliases: members.filter(({ aliasOf }) => aliasOf !== null).length,
        tested: members.filter(({ verdict, path }) => verdict === 'allow' && cases[path] !== undefined).length,
        rules: countRules(members.filter(({ aliasOf }) => aliasOf === null)),
        callables: countCallables(members),
      };
    }),
  };
}

function countRules(members: readonly ManifestMember[]): readonly RuleSummary[] {
  const groups = new Map<string, ManifestMember[]>();
  for (const member of members) {
    const key = `${member.rule} ${member.verdict}`;
    groups.set(key, [...(groups.get(key) ?? []), member]);
  }
  const found = [...groups.values()].map((group): RuleSummary => {
    const [{ rule, verdict }] = group as [ManifestMember];
    return { rule, verdict, standing: STANDING.get(rule) ?? 'open', count: group.length, paths: group.map(({ path }) => path) };
  });
  return found.sort((left, right) => (ORDER.get(left.rule) ?? -1) - (ORDER.get(right.rule) ?? -1));
}

function countCallables(members: readonly ManifestMember[]): CallableSummary {
  const callables = members.filter(
    ({ kind, aliasOf }) => aliasOf === null && (kind === 'function' || kind === 'constructor' || kind === 'method'),
  );
  const standing = ({ rule }: ManifestMember) => STANDING.get(rule) ?? 'open';
  const open = callables.filter((member) => standing(member) === 'open');
  const allowed = open.filter(({ verdict }) => verdict === 'allow').length;
  const unsafe = callables.filter((member) => standing(member) === 'safety').map(({ path, rule, reason }) => ({ path, rule, reason }));
  return { open: open.length, allowed, share: open.length === 0 ? 1 : allowed / open.length, unsafe };
}
