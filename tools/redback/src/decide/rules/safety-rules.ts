import type { Danger } from '@syft-libs/ast';
import type { Candidate } from '../candidate.ts';
import type { Rule } from './rule.ts';

const asksClearance = (danger: Danger) => `where its code shows that this is harmless, say why: clears: { ${danger}: '…' }`;
const ASKS_NO_FUNCTION = 'where it can be called without a function, decide those signatures';

/** What no caller may do, by what was seen while it ran. */
export const SAFETY_RULES: readonly Rule[] = [
  {
    name: 'io',
    asks: asksClearance('io'),
    verdict: 'refuse',
    reason: ({ member }) => `reaches outside the library: ${(member.probe?.reached ?? []).join(', ')}`,
    standing: 'safety',
    isHard: true,
    applies: ({ effects }) => effects.io !== 'none',
  },
  {
    name: 'code',
    asks: asksClearance('evals'),
    verdict: 'refuse',
    reason: 'makes code from text',
    standing: 'safety',
    isHard: true,
    applies: ({ effects }) => effects.evals,
  },
  {
    name: 'crash',
    verdict: 'refuse',
    reason: ({ member }) => `ended its process with ordinary arguments: ${member.probe?.crash}`,
    standing: 'safety',
    applies: ({ member }) => (member.probe?.crash ?? null) !== null,
  },
  {
    name: 'state',
    asks: asksClearance('moduleState'),
    verdict: 'refuse',
    reason: 'changes something that every caller shares',
    standing: 'safety',
    isHard: true,
    applies: ({ effects }) => effects.moduleState,
  },
  {
    name: 'clock',
    verdict: 'refuse',
    reason: 'reads the clock',
    standing: 'safety',
    applies: ({ member }) => member.probe?.usesClock === true,
  },
  {
    name: 'locale',
    verdict: 'refuse',
    reason: 'depends on the language or time zone of the machine',
    standing: 'safety',
    applies: ({ member }) => member.probe?.usesLocale === true,
  },
  {
    name: 'unstable',
    verdict: 'refuse',
    reason: 'gives another result for the same call',
    standing: 'safety',
    applies: ({ member }) => member.probe?.isUnstable === true,
  },
  {
    name: 'random-promise',
    verdict: 'refuse',
    reason: 'draws at random after it has returned, so that its draws cannot be repeated',
    standing: 'safety',
    isHard: true,
    applies: ({ effects, signatures }) => effects.random && signatures.some(({ async }) => async),
  },
  {
    name: 'error-class',
    verdict: 'refuse',
    reason: 'belongs to an error, and what fails inside is sealed',
    standing: 'safety',
    isHard: true,
    applies: ({ types, owner, member }) => types.isError(owner?.id ?? member.path),
  },
  {
    name: 'callback',
    asks: ASKS_NO_FUNCTION,
    verdict: 'refuse',
    reason: 'takes or gives a function, which cannot be sent',
    standing: 'safety',
    isHard: true,
    applies: takesFunction,
  },
  {
    name: 'changes-several',
    asks: asksClearance('mutates'),
    verdict: 'refuse',
    reason: 'changes more than one of its operands and gives something else back',
    standing: 'safety',
    isHard: true,
    applies: (candidate) => candidate.effects.mutates.length > 1 && !givesCopies(candidate),
  },
  {
    name: 'changes-and-gives-other',
    verdict: 'refuse',
    reason: 'changes an operand and gives something else back, so its result is not the changed thing',
    standing: 'safety',
    applies: ({ effects, member }) => effects.mutates.length === 1 && !['changed', 'nothing'].includes(member.probe?.givesBack ?? ''),
  },
];

/** It gives nothing back by itself, and so the copies that it changed. */
export function givesCopies({ effects, member, signatures }: Candidate): boolean {
  const count = effects.mutates.length;
  const areAll = signatures.every(({ returns }) => returns.kind === 'tuple' && returns.items.length === count);
  return member.probe?.givesBack === 'nothing' && signatures.length > 0 && areAll;
}

/** A function in every way to call it, among its results, or called in a way that no signature accounts for. */
function takesFunction({ member, flaw, types, signatures, decision, chosen }: Candidate): boolean {
  const { probe, declared } = member;
  if (flaw?.kind === 'callback') return true;
  if ((probe?.results ?? []).some(({ type }) => types.flawOf(types.read(type)) === 'callback')) return true;
  if (probe?.callsBack !== true || decision?.signatures !== undefined) return false;
  // What was learned from calls says all that it takes: without a function among it, none can be handed over.
  if (chosen.isInferred === true) return signatures.length === 0;
  const texts = [...(declared?.signatures ?? []), ...probe.signatures];
  return signatures.length === 0 || !texts.some((text) => /\bcallback\b/.test(text));
}
