import type { Verdict } from '@syft-libs/ast';
import type { Candidate } from '../candidate.ts';

/** One line of the table by which members are judged: the first that applies gives its verdict. */
export interface Rule {
  readonly name: string;
  readonly verdict: Verdict;
  /** A short plain sentence for a reader. */
  readonly reason: string | ((candidate: Candidate) => string);
  /** `absent`: nothing public to call. `safety`: kept from callers for what it does. `open`: all else. */
  readonly standing: 'absent' | 'safety' | 'open';
  /** True for what a person's `allow` does not reach past. */
  readonly isHard?: boolean;
  /** What `allow` asks for besides, where anything lets a member past a hard rule. */
  readonly asks?: string;
  readonly applies: (candidate: Candidate) => boolean;
}

/** What lets members past the rules that miss their types: a person's own. */
export const ASKS_SIGNATURES =
  "decide its signatures too, with the types that it takes and gives: signatures: ['(values: number[], public axis?: number) => number']";

/** The rule's sentence for one member. */
export function reasonOf({ reason }: Rule, candidate: Candidate): string {
  return typeof reason === 'string' ? reason : reason(candidate);
}
