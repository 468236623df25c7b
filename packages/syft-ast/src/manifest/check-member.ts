import { isPath, isPathSegment } from '../path.ts';
import { everyPart, parseType, type TypeAliases, type TypeRef } from '../type/type-ref.ts';
import { DISCLOSURES, IO_KINDS, MEMBER_KINDS, RESERVED_POINTER_NAMES, ROWS, VERDICTS } from './manifest.ts';
import type { Problems } from './problems.ts';

const MEMBER_KEYS = [
  'path',
  'kind',
  'aliasOf',
  'ownName',
  'remoteName',
  'signatures',
  'effects',
  'disclosure',
  'verdict',
  'rule',
  'reason',
  'doc',
  'evidence',
];
const EFFECT_KEYS = ['mutates', 'random', 'io', 'evals', 'moduleState', 'rows', 'shapeDependsOnData'];

/** What a member is checked against: its library's root, aliases and types, and the members before it with their `aliasOf`. */
export interface MemberContext {
  readonly root: string;
  readonly aliases: TypeAliases;
  readonly types: ReadonlySet<string>;
  readonly seen: Map<string, unknown>;
  readonly problems: Problems;
}

/** Notes every problem of one member of a manifest. */
export function checkMember(value: unknown, position: string, context: MemberContext): void {
  const { root, types, seen, problems } = context;
  const member = problems.object(value, position, MEMBER_KEYS);
  const path = problems.string(member['path'], `${position}.path`);
  const place = path || position;
  if (!isPath(path) || !path.startsWith(`${root}.`)) problems.add(place, `expected a path below ${root}`);
  if (seen.has(path)) problems.add(place, 'stands twice');
  if (member['aliasOf'] !== null && member['aliasOf'] !== undefined && !isPath(member['aliasOf']))
    problems.add(`${place}.aliasOf`, 'expected a path or null');
  seen.set(path, member['aliasOf'] ?? null);
  const kind = problems.oneOf(member['kind'], `${place}.kind`, MEMBER_KINDS);
  if (member['ownName'] !== null && !isPathSegment(problems.string(member['ownName'], `${place}.ownName`)))
    problems.add(`${place}.ownName`, 'expected an identifier or null');
  const remoteName = problems.string(member['remoteName'], `${place}.remoteName`);
  if (!isPathSegment(remoteName)) problems.add(`${place}.remoteName`, 'expected an identifier');
  if (kind !== 'function' && RESERVED_POINTER_NAMES.has(remoteName))
    problems.add(`${place}.remoteName`, `${remoteName} is reserved on pointers`);
  const allowed = problems.oneOf(member['verdict'], `${place}.verdict`, VERDICTS) === 'allow';
  if (allowed && kind === 'method' && !types.has(path.slice(0, path.lastIndexOf('.')))) {
    problems.add(place, 'an allowed method belongs to one of the library’s types');
  }
  problems.oneOf(member['disclosure'], `${place}.disclosure`, DISCLOSURES);
  problems.string(member['doc'], `${place}.doc`);
  if (problems.string(member['rule'], `${place}.rule`) === '') problems.add(`${place}.rule`, 'a verdict names its rule');
  if (problems.string(member['reason'], `${place}.reason`) === '') problems.add(`${place}.reason`, 'a verdict needs its reason');

  checkEvidence(member['evidence'], `${place}.evidence`, problems);
  const mutates = checkEffects(member['effects'], place, allowed, problems);
  const signatures = problems.list(member['signatures'], `${place}.signatures`);
  if (allowed && signatures.length === 0) problems.add(`${place}.signatures`, 'an allowed entry has at least one');
  signatures.forEach((signature, index) => {
    const returns = checkSignature(signature, `${place}.signatures[${index}]`, allowed, context);
    const givesAll = returns?.kind === 'tuple' && returns.items.length === mutates.length;
    if (allowed && mutates.length > 1 && returns !== undefined && !givesAll)
      problems.add(`${place}.signatures[${index}].returns`, 'an allowed entry that changes several operands gives a tuple of them');
  });
}

/** Gives the type of the result, where it can be read. */
function checkSignature(value: unknown, place: string, allowed: boolean, { aliases, problems }: MemberContext): TypeRef | undefined {
  const signature = problems.object(value, place, ['params', 'returns', 'async']);
  problems.boolean(signature['async'], `${place}.async`);
  const params = problems.list(signature['params'], `${place}.params`);
  const types: unknown[] = [];
  params.forEach((item, index) => {
    const at = `${place}.params[${index}]`;
    const param = problems.object(item, at, ['name', 'type', 'optional', 'rest', 'public']);
    if (!isPathSegment(problems.string(param['name'], `${at}.name`))) problems.add(`${at}.name`, 'expected an identifier');
    for (const key of ['optional', 'rest', 'public']) problems.boolean(param[key], `${at}.${key}`);
    if (param['rest'] === true && index < params.length - 1) problems.add(`${at}.rest`, 'only the last parameter takes the rest');
    types.push(param['type']);
  });
  const read = [...types, signature['returns']].map((text, index) => {
    const at = index < params.length ? `${place}.params[${index}].type` : `${place}.returns`;
    const type = typeof text === 'string' ? problems.attempt(at, () => parseType(text, aliases)) : void problems.string(text, at);
    if (allowed && type !== undefined && !everyPart(type, isKnown))
      problems.add(at, 'an allowed entry takes and returns known types, and no callback');
    return type;
  });
  return read.at(-1);
}

/** False for `unknown` and for a callback. */
function isKnown({ kind }: TypeRef): boolean {
  return kind !== 'unknown' && kind !== 'callback';
}

/** Gives what the member mutates. */
function checkEffects(value: unknown, place: string, allowed: boolean, problems: Problems): readonly string[] {
  const effects = problems.object(value, `${place}.effects`, EFFECT_KEYS);
  const mutates = problems.strings(effects['mutates'], `${place}.effects.mutates`);
  for (const target of mutates) if (!/^(self|arg:\d+)$/.test(target)) problems.add(`${place}.effects.mutates`, `not a target: ${target}`);
  const io = problems.oneOf(effects['io'], `${place}.effects.io`, IO_KINDS);
  problems.oneOf(effects['rows'], `${place}.effects.rows`, ROWS);
  for (const key of ['random', 'evals', 'moduleState', 'shapeDependsOnData']) problems.boolean(effects[key], `${place}.effects.${key}`);
  if (!allowed) return mutates;
  if ((io !== undefined && io !== 'none') || effects['evals'] === true || effects['moduleState'] === true) {
    problems.add(`${place}.effects`, 'an allowed entry does no i/o, makes no code and keeps no state');
  }
  return mutates;
}

function checkEvidence(value: unknown, place: string, problems: Problems): void {
  const evidence = problems.object(value, place, ['runtime', 'declared', 'jsdoc', 'probe', 'conflict']);
  for (const key of ['runtime', 'conflict']) problems.boolean(evidence[key], `${place}.${key}`);
  for (const key of ['declared', 'jsdoc']) if (evidence[key] !== null) problems.string(evidence[key], `${place}.${key}`);
  if (evidence['probe'] === null || evidence['probe'] === undefined) return;
  const probe = problems.object(evidence['probe'], `${place}.probe`, ['ok', 'types']);
  problems.count(probe['ok'], `${place}.probe.ok`);
  problems.strings(probe['types'], `${place}.probe.types`);
}
