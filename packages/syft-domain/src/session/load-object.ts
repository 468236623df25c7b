import { type Encoded, fromBytes, SyftError } from '@syft-libs/ast';
import type { DomainCore } from '../core.ts';
import type { StoredObject } from '../object/stored-object.ts';

/** The bytes of an object that no call of the given session makes. Rejects with `LOST` when they are gone. */
export async function loadObject(core: DomainCore, object: StoredObject, prefix: string): Promise<Encoded> {
  const { origin } = object;
  if (object.prefix !== prefix) {
    const session = await core.sessions.restore(object.prefix);
    if (session === undefined) throw new SyftError('LOST', 'cannot load object: its session is gone');
    return session.encode(object);
  }
  if (origin.kind === 'column') return core.datasets.encodeColumn(origin);
  if (origin.kind === 'upload') {
    const bytes = await core.store.getBlob(origin.blob);
    if (bytes === undefined) throw new SyftError('LOST', 'cannot load object: its upload is gone');
    return fromBytes(bytes);
  }
  throw new SyftError('LOST', 'cannot load object: nothing says how it was made');
}
