import type { Verdict } from '@syft-libs/ast';
import type { DecidedMember, DecisionOutcome, OpenPoint } from '../surface/package-plan.ts';
import type { Candidate } from './candidate.ts';
import type { FoundDecision } from './decision-lookup.ts';
import type { Judgement } from './judge.ts';

/** Gathers what became of each decision, in the order in which its first member is judged. */
export class OutcomeBook {
  readonly #library: string;
  readonly #outcomes = new Map<string, { readonly asked: Verdict | null; readonly members: DecidedMember[] }>();

  constructor(library: string) {
    this.#library = library;
  }

  add({ key, decision }: FoundDecision, candidate: Candidate, { verdict, rule, reason }: Judgement): void {
    const outcome = this.#outcomes.get(key) ?? { asked: decision.verdict ?? null, members: [] };
    this.#outcomes.set(key, outcome);
    outcome.members.push({
      path: candidate.member.path,
      verdict,
      rule,
      reason,
      hasOwnSignatures: decision.signatures !== undefined,
      open: verdict === 'allow' && decision.verdict === 'allow' ? openPoints(candidate) : [],
    });
  }

  get outcomes(): readonly DecisionOutcome[] {
    return [...this.#outcomes].map(([key, outcome]) => ({ library: this.#library, key, ...outcome }));
  }
}

/** What a person's `allow` leaves open: nothing that was seen bounds the costs of such calls, or is one to test with. */
function openPoints({ kind, member, cases }: Candidate): readonly OpenPoint[] {
  if (kind === 'constant' || kind === 'property') return [];
  return [
    ...((member.probe?.growth ?? null) === null ? (['no-cost'] as const) : []),
    ...(cases.length === 0 ? (['no-cases'] as const) : []),
  ];
}
