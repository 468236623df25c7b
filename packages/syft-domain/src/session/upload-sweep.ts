import { isSyftError, type Uid } from '@syft-libs/ast';
import type { DomainCore } from '../core.ts';
import type { StoredObject } from '../object/stored-object.ts';
import { uploadQuotaOf } from './upload-quota.ts';

export interface SweptSession {
  readonly prefix: string;
  readonly person: string;
  /** All objects that the session holds now. */
  readonly live: () => Iterable<StoredObject>;
}

/** How long a deletion waits for others, in milliseconds; a look at very many objects waits longer, so that it costs little. */
const WAIT = 1_000;
const SHARE = 20;

/**
 * Removes deleted uploads from the store: record and blob, once no object of their session is made from them, directly or
 * through others, since such an object is recomputed from the upload’s bytes. What is needed stays until that is deleted.
 */
export class UploadSweep {
  readonly #core: DomainCore;
  readonly #session: SweptSession;
  readonly #deleted = new Map<Uid, StoredObject>();
  #timer: NodeJS.Timeout | undefined;
  #took = 0;

  constructor(core: DomainCore, session: SweptSession) {
    this.#core = core;
    this.#session = session;
  }

  /** Takes note of deleted objects, uploads among them or not: each may have been the last that needed one. */
  deleted(objects: readonly StoredObject[]): void {
    for (const object of objects) if (object.origin.kind === 'upload') this.#deleted.set(object.uid, object);
    if (this.#deleted.size === 0 || this.#timer !== undefined) return;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        this.run().catch((error: unknown) => {
          if (!isSyftError(error) || error.code !== 'CLOSED') this.#core.log('upload not removed', { error });
        });
      },
      Math.max(WAIT, SHARE * this.#took),
    ).unref();
  }

  /** Removes what nothing needs now. A session that is still being restored is waited for: its later frames count too. */
  async run(): Promise<void> {
    const { store, sessions } = this.#core;
    const { prefix, person } = this.#session;
    const quota = uploadQuotaOf(this.#core);
    await sessions.restore(prefix);
    await quota.count(person);
    for (const { uid, origin, bytes } of this.#unneeded()) {
      this.#deleted.delete(uid);
      if (origin.kind !== 'upload') continue;
      await store.commit([{ kind: 'delete', table: 'objects', key: uid }]);
      await store.deleteBlob(origin.blob);
      await quota.giveBack(person, bytes);
    }
  }

  #unneeded(): readonly StoredObject[] {
    const started = performance.now();
    const needed = new Set<StoredObject>();
    const stack = [...this.#session.live()];
    for (let object = stack.pop(); object !== undefined; object = stack.pop()) {
      if (needed.has(object)) continue;
      needed.add(object);
      if (object.origin.kind === 'call') stack.push(...object.origin.inputs);
    }
    this.#took = performance.now() - started;
    return [...this.#deleted.values()].filter((object) => !needed.has(object));
  }
}
