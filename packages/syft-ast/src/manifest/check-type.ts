import { isPath } from '../path.ts';
import { everyPart, formatType, parseType, type TypeRef } from '../type/type-ref.ts';
import type { Problems } from './problems.ts';

const TYPE_KEYS = ['id', 'detect', 'extends', 'membersOf', 'codec', 'accepts', 'ownOnInstance'];

/** What a type is checked against: its library's root, and the types before it with those that they extend. */
export interface TypeContext {
  readonly root: string;
  readonly types: Map<string, readonly string[]>;
  /** The types of the grammar that have members already. */
  readonly given: Set<string>;
  readonly problems: Problems;
}

/** Notes every problem of one type of a manifest. */
export function checkType(value: unknown, place: string, { root, types, given, problems }: TypeContext): void {
  const type = problems.object(value, place, TYPE_KEYS);
  const id = problems.string(type['id'], `${place}.id`);
  if (!isPath(id) || !id.startsWith(`${root}.`)) problems.add(`${place}.id`, `expected a path below ${root}`);
  if (types.has(id)) problems.add(`${place}.id`, `${id} stands twice`);
  problems.oneOf(type['detect'], `${place}.detect`, ['shape', 'instance', 'primitive']);
  for (const key of ['accepts', 'ownOnInstance']) problems.strings(type[key], `${place}.${key}`);
  types.set(id, problems.strings(type['extends'], `${place}.extends`));
  if (type['codec'] !== null) problems.string(type['codec'], `${place}.codec`);
  if (type['membersOf'] !== null) checkMembersOf(type['membersOf'], `${place}.membersOf`, given, problems);
}

function checkMembersOf(value: unknown, place: string, given: Set<string>, problems: Problems): void {
  const text = problems.string(value, place);
  const type = typeof value === 'string' ? problems.attempt(place, () => parseType(text)) : undefined;
  if (type === undefined) return;
  if (!everyPart(type, isOfGrammar)) problems.add(place, 'expected a type of the core: a library’s own has its own members');
  if (given.has(formatType(type))) problems.add(place, `${formatType(type)} has members already`);
  given.add(formatType(type));
}

/** False for a library's own type, and for one that nothing fits. */
function isOfGrammar(type: TypeRef): boolean {
  return type.kind === 'ref' ? type.id.startsWith('ast.') : type.kind !== 'unknown' && type.kind !== 'callback';
}

/** Notes types that extend what is no type of the library, and such as extend themselves. */
export function checkInheritance(types: ReadonlyMap<string, readonly string[]>, problems: Problems): void {
  for (const [id, bases] of types) {
    for (const base of bases) if (!types.has(base)) problems.add(`${id}.extends`, `${base} is no type of the library`);
    const seen = new Set<string>();
    for (let near = [...bases]; near.length > 0; ) {
      if (near.includes(id)) problems.add(`${id}.extends`, 'extends itself');
      near = near.filter((base) => base !== id && !seen.has(base));
      for (const base of near) seen.add(base);
      near = near.flatMap((base) => types.get(base) ?? []);
    }
  }
}
