// What calls cost and what public arguments they refuse, as probing showed.
import { formatType, type ManifestLibrary, type ManifestMember, parseType } from '@syft-libs/ast';
import type { BoundPlan, PackagePlan, PlannedGrowth } from '../surface/package-plan.ts';
import type { Hazard } from '../surface/snapshot.ts';
import type { EmittedFile } from './emitted-file.ts';
import { quote } from './generated-text.ts';
import { head } from './package-head.ts';

/** `src/gen/bounds.ts`: `costs` and `guards`, by path. */
export function emitBounds(plan: PackagePlan): EmittedFile {
  const members = new Map(
    plan.manifest.libraries.flatMap((library) => library.members.map((member) => [member.path, { member, library }] as const)),
  );
  const costs = plan.libraries.flatMap(({ bounds }) =>
    Object.entries(bounds).map(([path, bound]) => `  ${quote(path)}: ${printCost(bound, resultOf(members.get(path)))},\n`),
  );
  const guards = plan.libraries.flatMap(({ hazards }) =>
    Object.entries(hazards)
      .filter(([, list]) => list.length > 0)
      .map(([path, list]) => `  ${quote(path)}: ${printGuard(list, hasReceiver(members.get(path)))},\n`),
  );
  const makers = [...(costs.length === 0 ? [] : ['observedCost']), ...(guards.length === 0 ? [] : ['hazardGuard'])].sort();
  const text = [
    head(plan),
    "import type { CostFunction, Guard } from '@syft-libs/ast';",
    ...(makers.length === 0 ? [] : [`import { ${makers.join(', ')} } from '@syft-libs/ast/codegen';`]),
    '',
    '/** What a call gives and takes at most, from public facts alone: bounds that held for every call that was tried. */',
    `export const costs: Readonly<Record<string, CostFunction>> = ${table(costs)};`,
    '',
    '/** Public arguments with which a call did not end, or took its process along. */',
    `export const guards: Readonly<Record<string, Guard>> = ${table(guards)};`,
    '',
  ];
  return { path: 'src/gen/bounds.ts', text: text.join('\n'), kind: 'generated' };
}

function table(lines: readonly string[]): string {
  return lines.length === 0 ? '{}' : `{\n${lines.join('')}}`;
}

interface MemberInLibrary {
  readonly member: ManifestMember;
  readonly library: ManifestLibrary;
}

function hasReceiver(found: MemberInLibrary | undefined): boolean {
  if (found === undefined) return false;
  const { member, library } = found;
  return member.kind === 'method' || (member.kind === 'property' && library.types.some(({ id }) => id === ownerOf(member.path)));
}

function ownerOf(path: string): string {
  return path.slice(0, path.lastIndexOf('.'));
}

const SCALARS: ReadonlySet<string> = new Set(['number', 'boolean', 'bigint', 'null', 'undefined', 'Date']);

/** What the declared results of a member bound by themselves: single values have one element, and text is as long as it is. */
function resultOf(found: MemberInLibrary | undefined): 'scalar' | 'text' | undefined {
  const returns = found?.member.signatures.map((signature) => parseType(signature.returns, found.library.aliases)) ?? [];
  if (returns.length === 0) return undefined;
  if (returns.some((type) => /\bstring\b|"/.test(formatType(type)))) return 'text';
  const members = returns.flatMap((type) => (type.kind === 'union' ? type.of : [type]));
  const isScalar = members.every((type) => (type.kind === 'prim' ? SCALARS.has(type.name) : type.kind === 'literal'));
  return isScalar ? 'scalar' : undefined;
}

function printCost({ size, time, dims }: BoundPlan, result: 'scalar' | 'text' | undefined): string {
  const lengths = dims === undefined ? '' : `, dims: [${dims.map(quote).join(', ')}]`;
  const told = result === undefined ? lengths : `, result: ${quote(result)}`;
  return `observedCost({ size: ${printGrowth(size)}, time: ${printGrowth(time)}${told} })`;
}

function printGrowth({ factor, terms }: PlannedGrowth): string {
  return `{ factor: ${factor}, terms: [${terms.map(printTerm).join(', ')}] }`;
}

function printTerm({ of, power, absentAs, ...counts }: PlannedGrowth['terms'][number]): string {
  const others = absentAs === undefined ? [] : [`, absentAs: [${absentAs.map(quote).join(', ')}]`];
  const told = [...Object.entries(counts).map(([where, count]) => `, ${where}: ${count}`), ...others];
  return `{ of: ${quote(of)}, power: ${power}${told.join('')} }`;
}

function printGuard(hazards: readonly Hazard[], onReceiver: boolean): string {
  const list = hazards.map(({ param, values }) => `{ param: ${param}, values: ${quote(values)} }`).join(', ');
  return `hazardGuard([${list}]${onReceiver ? ', 1' : ''})`;
}
