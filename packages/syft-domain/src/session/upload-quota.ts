import { SyftError } from '@syft-libs/ast';
import type { DomainCore } from '../core.ts';
import type { SessionRecord, StoredUpload } from './session.ts';

/** A domain has one; it begins empty and learns from the store what a person already keeps. */
const QUOTAS = new WeakMap<DomainCore, UploadQuota>();

/** The quota of a domain. */
export function uploadQuotaOf(core: DomainCore): UploadQuota {
  const quota = QUOTAS.get(core) ?? new UploadQuota(core);
  QUOTAS.set(core, quota);
  return quota;
}

/** Counts the bytes of uploads that each person keeps stored, in all sessions, in memory or not. */
export class UploadQuota {
  readonly #core: DomainCore;
  readonly #kept = new Map<string, Promise<{ bytes: number }>>();

  constructor(core: DomainCore) {
    this.#core = core;
  }

  /** Counts what is stored of a person, before any of it is removed: what was never counted must not be given back. */
  async count(person: string): Promise<void> {
    await this.#keptBy(person);
  }

  /** Counts bytes that are about to be stored. Throws `LIMIT` when they are too many for the person. */
  async take(person: string, bytes: number): Promise<void> {
    const kept = await this.#keptBy(person);
    if (kept.bytes + bytes > this.#core.limits.personBytes)
      throw new SyftError('LIMIT', 'cannot keep upload: personBytes would be exceeded');
    kept.bytes += bytes;
  }

  /** The opposite of {@link take}: the bytes are not stored after all, or no longer. */
  async giveBack(person: string, bytes: number): Promise<void> {
    const kept = await this.#keptBy(person);
    kept.bytes -= bytes;
  }

  #keptBy(person: string): Promise<{ bytes: number }> {
    let kept = this.#kept.get(person);
    if (kept === undefined) {
      kept = this.#scan(person);
      this.#kept.set(person, kept);
      kept.catch(() => this.#kept.delete(person));
    }
    return kept;
  }

  async #scan(person: string): Promise<{ bytes: number }> {
    const { store } = this.#core;
    let bytes = 0;
    for (const [prefix, session] of await store.scan('sessions')) {
      if ((JSON.parse(session as string) as SessionRecord).person !== person) continue;
      for (const [, upload] of await store.scan('objects', `${prefix}:`)) bytes += (JSON.parse(upload as string) as StoredUpload).bytes;
    }
    return { bytes };
  }
}
