import type { DomainCore } from '../core.ts';
import { isClosed, type StoredRequest } from './release-request.ts';

const PREFIX = 'request-';

/** The name of the blob that holds what a request would release. */
export function blobOf(id: string): string {
  return `${PREFIX}${id.replace(':', '-')}`;
}

/** Removes what a request would have released. The request is closed by then: a failure is logged, and a sweep makes up for it. */
export async function dropBlob({ store, log }: DomainCore, id: string): Promise<void> {
  try {
    await store.deleteBlob(blobOf(id));
  } catch (error) {
    log('cannot remove the value of a closed request', { id, error });
  }
}

/** Removes what a kill has left: values of requests that were denied or cancelled, or whose binding was never recorded. */
export async function sweepBlobs(core: DomainCore, requests: Iterable<StoredRequest>): Promise<void> {
  const needed = new Set<string>();
  for (const request of requests) if (request.prepared !== null && !isClosed(request)) needed.add(blobOf(request.id));
  for (const name of await core.store.listBlobs()) {
    if (name.startsWith(PREFIX) && !needed.has(name)) await core.store.deleteBlob(name);
  }
}
