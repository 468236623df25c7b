import { type Encoded, fromBytes, SyftError } from '@syft-libs/ast';
import type { DomainCore } from '../core.ts';
import type { StoredObject } from '../object/stored-object.ts';

/** The bytes of a column or an upload. Rejects with `LOST` when they are gone. */
export async function loadObject(core: DomainCore, { origin }: StoredObject): Promise<Encoded> {
  if (origin.kind === 'column') return core.datasets.encodeColumn(origin);
  if (origin.kind === 'upload') {
    const bytes = await core.store.getBlob(origin.blob);
    if (bytes === undefined) throw new SyftError('LOST', 'cannot load object: its upload is gone');
    return fromBytes(bytes);
  }
  throw new SyftError('LOST', 'cannot load object: nothing says how it was made');
}

/** The bytes of another session's object; it need not be restored to its end. Rejects with `LOST`, or the object's failure. */
export async function loadForeign(
  core: DomainCore,
  object: StoredObject,
  options: { readonly canonical?: boolean } = {},
): Promise<Encoded> {
  const session = await core.sessions.open(object.prefix);
  if (session === undefined) throw new SyftError('LOST', 'cannot load object: its session is gone');
  return session.encode(object, options);
}
