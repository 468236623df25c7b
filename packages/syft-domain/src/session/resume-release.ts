import type { DomainCore } from '../core.ts';
import { stateOf } from '../request/release-request.ts';
import type { Released } from '../request/request-book.ts';
import type { Session } from './session.ts';

/**
 * A large release that was begun in this session and is to go on at an offset: it takes no further use, but is written
 * down. `undefined` when nothing was begun, or when the approval holds no longer.
 */
export async function resumeRelease(
  core: DomainCore,
  session: Session,
  { id, offset }: { readonly id: string; readonly offset: number },
): Promise<Released | undefined> {
  const released = offset > 0 ? session.released.get(id) : undefined;
  if (released === undefined) return undefined;
  const at = core.environment.now();
  const state = stateOf(core.requests.get(id, session.person), at);
  if (state !== 'approved' && state !== 'used-up') return undefined;
  await core.store.commit([], [{ at, kind: 'release-resumed', detail: { id, person: session.person, offset } }]);
  return released;
}
