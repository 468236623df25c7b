// The tables of a README that come from data. Each is found again by its mark.
import { allowedMembers, type ManifestMember, type Verdict } from '@syft-libs/ast';
import type { PackagePlan } from '../surface/package-plan.ts';
import { packageNames } from './package-names.ts';

/** The generated tables of a package's README, by their marks. */
export function readmeTables(plan: PackagePlan): Readonly<Record<string, string>> {
  return { libraries: librariesTable(plan), verdicts: verdictsTable(plan), allowed: allowedTable(plan), reasons: reasonsTable(plan) };
}

function librariesTable(plan: PackagePlan): string {
  const { support } = packageNames(plan);
  const isSingle = plan.libraries.length === 1;
  const rows = plan.libraries.map(({ name, version, range, root }) => {
    return [`\`${name}\``, version, `\`${range}\``, `\`lib(${support})${isSingle ? '' : `.${root}`}\``];
  });
  return markdownTable(['library', 'crawled', 'versions', 'as'], rows);
}

const VERDICT_NAMES: Readonly<Record<Verdict, string>> = { allow: 'allowed', refuse: 'refused', review: 'under review' };

function verdictsTable({ manifest }: PackagePlan): string {
  const rows = manifest.libraries.map(({ name, members }) => {
    const count = (verdict: Verdict): string => String(members.filter((member) => member.verdict === verdict).length);
    return [`\`${name}\``, String(members.length), count('allow'), count('refuse'), count('review')];
  });
  return markdownTable(['library', 'found', 'allowed', 'refused', 'under review'], rows);
}

/** The allowed members by what they are called on: a library, a part of one, or a value of a type. Other names of a member stay out. */
function allowedTable({ manifest }: PackagePlan): string {
  const names = new Map<string, string[]>();
  for (const { path, kind, remoteName } of manifest.libraries.flatMap(allowedMembers).filter(({ aliasOf }) => aliasOf === null)) {
    const holder = path.slice(0, path.lastIndexOf('.'));
    names.set(holder, [...(names.get(holder) ?? []), kind === 'constructor' ? `new ${remoteName}` : remoteName]);
  }
  const rows = [...names]
    .sort(([left], [right]) => compare(left, right))
    .map(([holder, members]) => [`\`${holder}\``, String(members.length), [...new Set(members)].map((name) => `\`${name}\``).join(' ')]);
  return rows.length === 0 ? 'No member is allowed.' : markdownTable(['on', 'allowed', 'by these names'], rows);
}

/** Reasons that the table shows; the manifest has all. */
const MOST_REASONS = 20;
/** Paths that stand for a reason. */
const MOST_PATHS = 3;

function reasonsTable({ manifest }: PackagePlan): string {
  const groups = new Map<string, ManifestMember[]>();
  for (const member of manifest.libraries.flatMap(({ members }) => members)) {
    if (member.verdict === 'allow') continue;
    const key = `${member.verdict} ${member.rule}`;
    groups.set(key, [...(groups.get(key) ?? []), member]);
  }
  const ordered = [...groups.values()].sort((a, b) => b.length - a.length || compare(keyOf(a), keyOf(b)));
  if (ordered.length === 0) return 'Every member is allowed.';
  const shown = ordered.slice(0, ordered.length > MOST_REASONS ? MOST_REASONS - 1 : MOST_REASONS);
  const rest = ordered.slice(shown.length).flat();
  const rows = shown.map((members) => {
    const first = members[0] as ManifestMember;
    const paths = members.slice(0, MOST_PATHS).map(({ path }) => `\`${path}\``);
    const more = members.length > MOST_PATHS ? ' …' : '';
    return [VERDICT_NAMES[first.verdict], first.rule, String(members.length), sharedReason(members), paths.join(', ') + more];
  });
  if (rest.length > 0) rows.push(['', 'other rules', String(rest.length), 'see `manifest.json`', '']);
  return markdownTable(['verdict', 'rule', 'members', 'reason', 'such as'], rows);
}

function keyOf([first]: readonly ManifestMember[]): string {
  return `${first?.verdict} ${first?.rule}`;
}

/** The reason that most members give. */
function sharedReason(members: readonly ManifestMember[]): string {
  const counts = new Map<string, number>();
  for (const { reason } of members) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const [[reason] = ['']] = [...counts].sort(([a, left], [b, right]) => right - left || compare(a, b));
  return reason;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** Code stands as it is; elsewhere a `<` would begin a tag, or the comment that ends a table. */
function escapeCell(text: string): string {
  const line = text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
  return line.startsWith('`') ? line : line.replaceAll('<', '&lt;');
}
