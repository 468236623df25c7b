import type { DomainCore } from '../core.ts';
import type { Person } from './people.ts';

/** Ends a person's access at once: key, invitations, grants and open connections. Throws `NOT_FOUND`. */
export async function removePerson(core: DomainCore, idOrName: string): Promise<Person> {
  const person = core.people.find(idOrName);
  for (const session of core.sessions.openOf(person.id)) session.disconnect?.();
  for (const grant of core.grants.list()) if (grant.person === person.id) await core.grants.revoke(grant.id);
  return core.people.remove(person.id);
}
