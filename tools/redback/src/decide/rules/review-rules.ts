import { formatSignature, formatType } from '@syft-libs/ast';
import { RECEIVER_SMELL } from '../../surface/smells.ts';
import type { Candidate } from '../candidate.ts';
import { ASKS_SIGNATURES, type Rule } from './rule.ts';

/**
 * Words that say nothing bad about a source: chance is marked, promises, `arguments` and native code are seen from outside, and what
 * a library prints goes nowhere: a domain's workers pass nothing on. Any other may do more than calls with made values brought to light.
 */
const HARMLESS: readonly string[] = ['Math.random', 'async', 'arguments', 'native code', 'console'];

const ASKS_CODEC = "write a codec for the type, and decide on it: types: { Matrix: { codec: 'hand-written', reason: '…' } }";

const suspicionsOf = ({ smells, member, chosen, effects }: Candidate) => {
  const explained = chosen.isInferred === true ? (member.probe?.meant?.explained ?? []) : [];
  const seen = effects.mutates.includes('self') ? [RECEIVER_SMELL] : [];
  return smells.filter((smell) => ![...HARMLESS, ...explained, ...seen].includes(smell));
};

/** What waits for a person: nothing bad was seen, and not enough good. */
export const REVIEW_RULES: readonly Rule[] = [
  {
    name: 'suspicious',
    verdict: 'review',
    reason: (candidate) => `its source speaks of ${suspicionsOf(candidate).join(', ')}, which no call brought to light`,
    standing: 'open',
    applies: (candidate) => suspicionsOf(candidate).length > 0,
  },
  {
    name: 'receiver-stays',
    asks: ASKS_CODEC,
    verdict: 'review',
    reason: ({ owner, member }) =>
      owner === undefined ? `belongs to no type that was seen: ${member.path}` : `no way was found for ${owner.id} to travel`,
    standing: 'open',
    isHard: true,
    applies: ({ kind, owner, types }) =>
      (kind === 'method' || kind === 'property') && (owner === undefined || types.get(owner.id) === undefined || !types.travels(owner.id)),
  },
  {
    name: 'no-sample',
    verdict: 'review',
    reason: 'no export leads to it, and no instance of its type was made',
    standing: 'open',
    isHard: true,
    applies: ({ owner, member, types }) =>
      owner !== undefined &&
      (owner.exportedAs !== owner.id || member.runtime?.isOnInstanceOnly === true) &&
      owner.recipes.length === 0 &&
      !types.isMade(owner.id),
  },
  {
    name: 'no-success',
    verdict: 'review',
    reason: 'no call succeeded when it was probed',
    standing: 'open',
    applies: ({ chosen }) => !chosen.isConfirmed,
  },
  {
    name: 'conflict',
    verdict: 'review',
    reason: ({ member, chosen }) =>
      `declared to give ${declaredResults(member.declared?.signatures ?? [])}, and gives ${chosen.signatures.length === 0 ? 'something else' : observed(member)}`,
    standing: 'open',
    applies: ({ chosen, decision }) => chosen.conflict && decision?.accept === undefined,
  },
  {
    name: 'many-types',
    verdict: 'review',
    reason: ({ member }) => `gives more than one type of result: ${observed(member)}`,
    standing: 'open',
    applies: ({ chosen }) => chosen.isMixed,
  },
  {
    name: 'unknown-param',
    asks: ASKS_SIGNATURES,
    verdict: 'review',
    reason: ({ flaw }) => `the type of its parameter ${flaw?.name} is unknown`,
    standing: 'open',
    isHard: true,
    applies: ({ flaw }) => flaw?.place === 'param' && flaw.kind === 'unknown',
  },
  {
    name: 'unknown-result',
    asks: ASKS_SIGNATURES,
    verdict: 'review',
    reason: 'the type of its result is unknown',
    standing: 'open',
    isHard: true,
    applies: ({ flaw }) => flaw?.place === 'result' && flaw.kind === 'unknown',
  },
  {
    name: 'type-stays',
    asks: ASKS_CODEC,
    verdict: 'review',
    reason: ({ chosen, types }) => `takes or gives a type for which no way to travel was found: ${stuckIn(chosen, types)}`,
    standing: 'open',
    isHard: true,
    applies: ({ flaw }) => flaw?.kind === 'stuck',
  },
  {
    name: 'odd-results',
    asks: ASKS_SIGNATURES,
    verdict: 'review',
    reason: ({ odd, chosen }) =>
      `for operands that it takes it gives something else than ${declaredResults(chosen.signatures.map((one) => formatSignature(one)))}: ${odd.slice(0, 4).join(' | ')}`,
    standing: 'open',
    isHard: true,
    applies: ({ odd, signatures }) => signatures.length === 0 && odd.length > 0,
  },
  {
    name: 'no-signature',
    asks: ASKS_SIGNATURES,
    verdict: 'review',
    reason: 'no way to call it is known',
    standing: 'open',
    isHard: true,
    applies: ({ signatures }) => signatures.length === 0,
  },
  {
    name: 'unconfirmed',
    verdict: 'review',
    reason: 'no call succeeded with what may be handed over',
    standing: 'open',
    applies: ({ member, cases }) => cases.length === 0 && (member.probe?.examples.length ?? 0) > 0,
  },
  {
    name: 'no-bound',
    verdict: 'review',
    reason: 'no bound was found for what a call costs: it may grow beyond any power of its operands',
    standing: 'open',
    applies: ({ kind, member }) => kind !== 'constant' && kind !== 'property' && member.probe !== null && member.probe.growth === null,
  },
];

function declaredResults(signatures: readonly string[]): string {
  return [...new Set(signatures.map((text) => text.slice(text.lastIndexOf(' => ') + ' => '.length)))].join(' | ');
}

function observed({ probe, runtime }: Candidate['member']): string {
  const types = (probe?.results ?? []).map(({ type }) => type);
  return types.length > 0 ? types.slice(0, 4).join(' | ') : (runtime?.typeof ?? 'nothing');
}

function stuckIn({ signatures }: Candidate['chosen'], types: Candidate['types']): string {
  const all = signatures.flatMap(({ params, returns }) => [...params.map(({ type }) => type), returns]);
  const stuck = all.filter((type) => types.flawOf(type) === 'stuck').map(formatType);
  return [...new Set(stuck)].slice(0, 2).join(', ');
}
