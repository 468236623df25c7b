import type { Candidate } from '../candidate.ts';
import type { Rule } from './rule.ts';
import { givesCopies } from './safety-rules.ts';

/** What is allowed, each by what it was seen to be. They say again what they need, and lean on no rule above them. */
export const ALLOW_RULES: readonly Rule[] = [
  {
    name: 'constant',
    verdict: 'allow',
    reason: 'a value that never changes',
    standing: 'open',
    applies: (candidate) => candidate.kind === 'constant' && isClean(candidate) && candidate.effects.mutates.length === 0,
  },
  {
    name: 'changes-a-copy',
    verdict: 'allow',
    reason: 'changes one operand, of which it gets a copy; the copy is its result',
    standing: 'open',
    applies: (candidate) => isClean(candidate) && candidate.effects.mutates.length === 1,
  },
  {
    name: 'changes-copies',
    verdict: 'allow',
    reason: 'changes several operands, of which it gets copies; the copies are its result, as a list',
    standing: 'open',
    applies: (candidate) => isClean(candidate) && candidate.effects.mutates.length > 1 && givesCopies(candidate),
  },
  {
    name: 'random',
    verdict: 'allow',
    reason: 'pure but for its random source, which is marked',
    standing: 'open',
    applies: (candidate) => isClean(candidate) && candidate.effects.random && candidate.effects.mutates.length === 0,
  },
  {
    name: 'pure',
    verdict: 'allow',
    reason: 'pure, as far as probing shows',
    standing: 'open',
    applies: (candidate) => isClean(candidate) && candidate.effects.mutates.length === 0 && candidate.kind !== 'constant',
  },
];

function isClean({ member, signatures, flaw, effects, chosen, types, decision }: Candidate): boolean {
  const areKnown = signatures.every(
    ({ params, returns }) => types.flawOf(returns) === null && params.every(({ type }) => types.flawOf(type) === null),
  );
  return (
    member.runtime !== null &&
    signatures.length > 0 &&
    flaw === null &&
    areKnown &&
    chosen.isConfirmed &&
    (!chosen.conflict || decision?.accept !== undefined) &&
    effects.io === 'none' &&
    !effects.evals &&
    !effects.moduleState
  );
}
