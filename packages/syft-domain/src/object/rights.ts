import { SyftError } from '@syft-libs/ast';
import type { GrantBook } from '../grants/grants.ts';
import type { Source, StoredObject } from './stored-object.ts';

/** Verdicts on sources, good until a grant changes or ends. Objects share their lists of sources, so there are few. */
const verdicts = new WeakMap<readonly Source[], Map<string, Verdict>>();

interface Verdict {
  readonly allowed: boolean;
  readonly epoch: object;
}

/**
 * Whether a person may still use an object that they made: every column that it derives from has to be granted to them
 * now, so that a revoked grant ends use at the next action.
 */
export function mayUse(person: string, { sources }: StoredObject, grants: GrantBook): boolean {
  if (sources.length === 0) return true;
  const { epoch } = grants;
  const byPerson = verdicts.get(sources) ?? new Map<string, Verdict>();
  verdicts.set(sources, byPerson);
  const known = byPerson.get(person);
  if (known?.epoch === epoch) return known.allowed;
  const allowed = sources.every(({ dataset, columns }) => {
    const granted = grants.columnsFor(person, dataset);
    return granted !== undefined && columns.every((column) => granted.has(column));
  });
  byPerson.set(person, { allowed, epoch });
  return allowed;
}

/** The one answer to what is unknown, another person's, revoked or deleted. */
export function notFound(what: 'object' | 'dataset' | 'request' = 'object'): SyftError {
  return new SyftError('NOT_FOUND', `cannot find ${what}: none of that name that you may use`);
}
