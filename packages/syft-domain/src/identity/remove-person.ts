import type { DomainCore } from '../core.ts';
import type { Person } from './people.ts';

/**
 * Ends a person's access at once: first the key, so that nobody new comes in, then the open connections and the grants.
 * Throws `NOT_FOUND`.
 */
export async function removePerson(core: DomainCore, idOrName: string): Promise<Person> {
  const person = core.people.find(idOrName);
  const removed = core.people.remove(person.id);
  for (const session of core.sessions.openOf(person.id)) session.disconnect?.();
  await removed;
  for (const grant of core.grants.list()) if (grant.person === person.id) await core.grants.revoke(grant.id);
  return person;
}
