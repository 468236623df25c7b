import type { LibrarySummary, RuleSummary, Summary } from '../decide/summary.ts';
import { tableLines } from './terminal.ts';

const NAMES_SHOWN = 3;
/** Why members of a rule are not among the callables that could be allowed. */
const COUNTS_AS: Readonly<Record<RuleSummary['standing'], string>> = { absent: 'nothing to call', safety: 'unsafe', open: '' };

/** A plan's verdicts as text: the counts of each library, then for each of its rules how many members it judged, and some of them. */
export function summaryLines({ libraries }: Summary): readonly string[] {
  const counts = libraries.map(({ name, version, found, allowed, refused, review, callables }) => {
    const share = `${Math.floor(callables.share * 100)} %`;
    return [`${name} ${version}`, ...[found, allowed, refused, review].map(String), `${callables.allowed} of ${callables.open}`, share];
  });
  const heading = ['library', 'found', 'allowed', 'refused', 'review', 'callables', ''];
  return [...tableLines([heading, ...counts], [1, 2, 3, 4, 5, 6]), ...libraries.flatMap((library) => ['', ...ruleLines(library)])];
}

/** Each alias counts in the head of a library, and not again in the row of a rule. */
function aliasRows({ rules, allowed, refused, review }: LibrarySummary): readonly (readonly string[])[] {
  const counts = { refuse: refused, review, allow: allowed };
  return Object.entries(counts).flatMap(([verdict, count]) => {
    const listed = rules.filter((rule) => rule.verdict === verdict).reduce((sum, rule) => sum + rule.count, 0);
    return count === listed ? [] : [[verdict, 'the same', '', String(count - listed), 'other names of members above']];
  });
}

function ruleLines(library: LibrarySummary): readonly string[] {
  const { name, rules } = library;
  const rows = rules.map(({ verdict, rule, standing, count, paths }) => [
    verdict,
    rule,
    COUNTS_AS[standing],
    String(count),
    shownPaths(paths),
  ]);
  return tableLines([['verdict', `rule for ${name}`, 'not counted', 'members', 'such as'], ...rows, ...aliasRows(library)], [3]);
}

function shownPaths(paths: RuleSummary['paths']): string {
  return paths.slice(0, NAMES_SHOWN).join(', ') + (paths.length > NAMES_SHOWN ? ' …' : '');
}
