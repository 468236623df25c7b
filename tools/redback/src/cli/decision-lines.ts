import type { DecidedMember, DecisionOutcome, PackagePlan } from '../surface/package-plan.ts';
import type { DecisionNote } from '../sync/open-points.ts';
import { countOf, tableLines } from './terminal.ts';

/** Of more decisions than these, those that came to what they ask for are counted, not listed. */
const LISTED = 20;
const DONE = { allow: 'allowed', refuse: 'refused', review: 'left for review' } as const;

/** What each decision came to, and what it leaves to do; nothing where nobody decided on a member. */
export function decisionLines({ libraries }: Pick<PackagePlan, 'libraries'>, notes: readonly DecisionNote[]): readonly string[] {
  const outcomes = libraries.flatMap((library) => library.outcomes ?? []);
  if (outcomes.length === 0) return [];
  const listed = outcomes.length > LISTED ? outcomes.filter((outcome) => !isAsAsked(outcome)) : outcomes;
  const rest = outcomes.length - listed.length;
  const shown = listed.length === 0 ? [] : tableLines([['decision', 'came to'], ...listed.map((one) => [one.key, cameTo(one)])]);
  return [
    '',
    ...shown,
    ...(rest === 0
      ? []
      : [`${countOf(rest, 'decision')}${listed.length === 0 ? '' : ' more'} came to what ${rest === 1 ? 'it asks' : 'they ask'} for`]),
    ...(notes.length === 0 ? [] : ['', ...notes.map(({ code, path, text }) => `warning ${code}  ${path}: ${text}`)]),
  ];
}

function isAsAsked({ asked, members }: DecisionOutcome): boolean {
  return members.every(({ verdict }) => verdict === (asked ?? 'allow'));
}

/** `3 members allowed; refused by io: reaches outside the library: fs`. */
function cameTo({ members }: DecisionOutcome): string {
  const groups = new Map<string, DecidedMember[]>();
  for (const member of members) {
    const key = outcomeOf(member);
    groups.set(key, [...(groups.get(key) ?? []), member]);
  }
  return [...groups].map(([text, group]) => (members.length === 1 ? text : `${countOf(group.length, 'member')} ${text}`)).join('; ');
}

function outcomeOf({ verdict, rule, reason, hasOwnSignatures }: DecidedMember): string {
  if (verdict === 'allow') return DONE.allow;
  if (rule === 'decision') return DONE[verdict];
  return `${DONE[verdict]} by ${rule}${hasOwnSignatures ? ', with the signatures given' : ''}: ${reason}`;
}
