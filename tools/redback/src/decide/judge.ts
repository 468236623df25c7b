import type { Verdict } from '@syft-libs/ast';
import type { Candidate } from './candidate.ts';
import { type Rule, reasonOf } from './rules/rule.ts';
import { DECISION, RULES } from './rules/table.ts';

export interface Judgement {
  readonly verdict: Verdict;
  readonly rule: string;
  readonly reason: string;
  /** What keeps a person's `allow` from being followed. */
  readonly problem: string | null;
}

/** The verdict on a member: a person's, else that of the first rule that applies. What a person refuses goes by the safety rule that would too. */
export function judge(candidate: Candidate): Judgement {
  const { decision } = candidate;
  const rule = RULES.find(({ applies }) => applies(candidate)) as Rule;
  if (decision?.verdict === undefined) {
    return { verdict: rule.verdict, rule: rule.name, reason: reasonOf(rule, candidate), problem: null };
  }
  if (decision.verdict === 'refuse') {
    // What would be refused without that word counts as unsafe all the same.
    const unsafe = RULES.find(({ standing, applies }) => standing === 'safety' && applies(candidate));
    return { verdict: 'refuse', rule: unsafe?.name ?? DECISION, reason: reasonWithClears(candidate), problem: null };
  }
  const hard = decision.verdict === 'allow' ? RULES.find(({ isHard, applies }) => isHard === true && applies(candidate)) : undefined;
  if (hard === undefined) return { verdict: decision.verdict, rule: DECISION, reason: reasonWithClears(candidate), problem: null };
  const reason = reasonOf(hard, candidate);
  const asked = hard.asks === undefined ? '' : `; ${hard.asks}`;
  return { verdict: hard.verdict, rule: hard.name, reason, problem: `cannot be allowed (${hard.name}): ${reason}${asked}` };
}

function reasonWithClears({ decision }: Candidate): string {
  return [decision?.reason, ...Object.values(decision?.clears ?? {})].join('; ');
}
