import type { Candidate } from '../candidate.ts';
import type { Rule } from './rule.ts';

/** Whether there is something to call, and in a way that a domain binds: own values alone, no getter. */
export const PRESENCE_RULES: readonly Rule[] = [
  {
    name: 'namespace',
    verdict: 'refuse',
    reason: 'a namespace is no value, and this one has no members',
    standing: 'absent',
    isHard: true,
    applies: ({ member }) => member.kind === 'namespace',
  },
  {
    name: 'private',
    verdict: 'refuse',
    reason: 'not meant for others by its author',
    standing: 'absent',
    applies: ({ member }) => member.isPrivate,
  },
  {
    name: 'unseen',
    verdict: 'review',
    reason: 'no instance of its type was ever made, so it was never seen',
    standing: 'open',
    isHard: true,
    applies: ({ member, owner }) => member.runtime === null && owner !== undefined && owner.recipes.length === 0,
  },
  {
    name: 'overridden',
    verdict: 'refuse',
    reason: 'every class that extends its own has another one in its place',
    standing: 'absent',
    applies: ({ isOverridden }) => isOverridden,
  },
  {
    name: 'missing',
    verdict: 'refuse',
    reason: 'declared, and not there at run time',
    standing: 'absent',
    isHard: true,
    applies: ({ member }) => member.runtime === null,
  },
  {
    name: 'nothing',
    verdict: 'refuse',
    reason: 'a name without a value',
    standing: 'absent',
    isHard: true,
    applies: ({ member, kind }) => kind === 'constant' && member.runtime?.access === 'value' && member.runtime.typeof === 'undefined',
  },
  {
    name: 'abstract',
    verdict: 'refuse',
    reason: 'declared without a way to make one: only classes that extend it are made',
    standing: 'absent',
    applies: ({ member, kind }) =>
      kind === 'constructor' && member.declared?.source === 'declaration' && member.declared.signatures.length === 0,
  },
  {
    name: 'setter',
    verdict: 'refuse',
    reason: 'can only be written to',
    standing: 'safety',
    isHard: true,
    applies: ({ member }) => member.runtime?.access === 'set',
  },
  {
    name: 'accessor',
    verdict: 'refuse',
    reason: 'stands behind a getter, which runs code when it is looked up',
    standing: 'absent',
    isHard: true,
    applies: ({ member, kind }) => kind !== 'property' && member.runtime?.access !== 'value',
  },
  {
    name: 'other-kind',
    verdict: 'refuse',
    reason: 'declared as something that it is not at run time',
    standing: 'absent',
    isHard: true,
    applies: ({ member, kind }) =>
      isCallable(kind) !== (member.runtime?.typeof === 'function') && !(kind === 'property' && member.runtime?.access !== 'value'),
  },
];

function isCallable(kind: Candidate['kind']): boolean {
  return kind === 'function' || kind === 'constructor' || kind === 'method';
}
