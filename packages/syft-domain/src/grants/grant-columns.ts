import { SyftError } from '@syft-libs/ast';
import type { DomainCore } from '../core.ts';
import type { Person } from '../identity/people.ts';
import type { Grant } from './grants.ts';

export interface GrantOptions {
  /** A person, their id or their name. */
  readonly to: Person | string;
  readonly dataset: string;
  /** All columns unless given. */
  readonly columns?: readonly string[];
  /** A date's text (its day ends it, UTC), or milliseconds since 1970; no end unless given. */
  readonly until?: string | number | Date;
  readonly purpose?: string;
}

/** Checks what is granted against what there is, then grants it. Throws `NOT_FOUND` or `BAD_ARGUMENT`. */
export async function grantColumns(core: DomainCore, options: GrantOptions): Promise<Grant> {
  const person = core.people.find(typeof options.to === 'string' ? options.to : options.to.id);
  const dataset = core.datasets.get(options.dataset);
  if (dataset === undefined) throw new SyftError('NOT_FOUND', `cannot grant: no dataset is named ${options.dataset}`);
  const columns = options.columns ?? [...dataset.table.columns.keys()];
  const unknown = columns.filter((column) => !dataset.table.columns.has(column));
  if (unknown.length > 0 || columns.length === 0)
    throw new SyftError('BAD_ARGUMENT', `cannot grant: ${dataset.name} has no column ${unknown.join(', ')}`);
  const until = options.until === undefined ? null : parseTime(options.until);
  if (until !== null && until <= core.environment.now()) throw new SyftError('BAD_ARGUMENT', 'cannot grant: its end is in the past');
  return core.grants.add({
    person: person.id,
    dataset: dataset.name,
    columns: [...new Set(columns)],
    until,
    purpose: options.purpose ?? '',
  });
}

/** Milliseconds since 1970; a bare day (`2027-06-30`) lasts to its end, UTC. Throws `BAD_ARGUMENT`. */
export function parseTime(time: string | number | Date): number {
  const text = typeof time === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(time) ? `${time}T23:59:59.999Z` : time;
  const at = new Date(text).getTime();
  if (Number.isNaN(at)) throw new SyftError('BAD_ARGUMENT', 'cannot read time: expected a date such as 2027-06-30');
  return at;
}
