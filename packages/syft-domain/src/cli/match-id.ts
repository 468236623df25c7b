import { SyftError } from '@syft-libs/ast';
import type { Grant } from '../grants/grants.ts';
import type { Person } from '../identity/people.ts';

/** Fewer characters of an id are not shown, so that a short one stays good for a while. */
const SHORTEST = 4;

/** A person by name, id or the beginning of an id. Throws `NOT_FOUND`, or `BAD_ARGUMENT` when several fit. */
export function matchPerson(people: readonly Person[], typed: string): Person {
  const exact = people.find(({ id }) => id === typed) ?? people.find(({ name }) => name === typed);
  return (
    exact ??
    onlyOne(
      people.filter(({ id }) => beginsWith(id, typed)),
      { typed, noun: 'person', hint: 'syft-domain people lists them' },
    )
  );
}

/** A grant by its id or the beginning of it. */
export function matchGrant(grants: readonly Grant[], typed: string): Grant {
  const fitting = grants.filter(({ id }) => beginsWith(id, typed));
  return onlyOne(fitting, { typed, noun: 'grant', hint: 'syft-domain grants lists them' });
}

/** A request by its id, or by its last number after the beginning of the rest: `9f86:42`, or `:42` when one alone ends so. */
export function matchRequest<T extends { readonly id: string }>(requests: readonly T[], typed: string): T {
  const [prefix = '', counter] = typed.split(':');
  const fitting = requests.filter(({ id }) => {
    const [ownPrefix = '', ownCounter] = id.split(':');
    return ownPrefix.startsWith(prefix) && (counter === undefined || counter === ownCounter);
  });
  return onlyOne(fitting, { typed, noun: 'request', hint: 'syft-domain requests --all lists them' });
}

/** The shortest name that still tells an id from its like: `p-1a2b`, `9f86:42`. */
export function shortId(id: string, all: readonly string[]): string {
  const [, lead = '', digits = '', rest = ''] = /^([a-z]-)?([0-9a-f]*)(:.*)?$/.exec(id) ?? [];
  const others = all.filter((other) => other !== id && other.endsWith(rest));
  for (let length = SHORTEST; length < digits.length; length++) {
    const start = lead + digits.slice(0, length);
    if (!others.some((other) => other.startsWith(start))) return start + rest;
  }
  return id;
}

function beginsWith(id: string, typed: string): boolean {
  return typed !== '' && (id.startsWith(typed) || id.replace(/^[a-z]-/, '').startsWith(typed));
}

interface Wanted {
  readonly typed: string;
  readonly noun: string;
  readonly hint: string;
}

function onlyOne<T extends { readonly id: string }>(fitting: readonly T[], { typed, noun, hint }: Wanted): T {
  const [first, ...others] = fitting;
  if (first === undefined) throw new SyftError('NOT_FOUND', `cannot find ${noun}: none goes by ${JSON.stringify(typed)}; ${hint}`);
  if (others.length === 0) return first;
  const shown = fitting.slice(0, 5).map(({ id }) => id);
  const more = fitting.length > shown.length ? ', …' : '';
  throw new SyftError('BAD_ARGUMENT', `cannot find ${noun}: ${JSON.stringify(typed)} may be any of ${shown.join(', ')}${more}`);
}
