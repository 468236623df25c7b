import { fromHex, messages, type SigningKey, SyftError, sign, toHex, verify } from '@syft-libs/ast';
import type { Environment } from '../environment.ts';
import type { Store } from '../store/store.ts';

/** The owner's signed word that a person may use some columns of a dataset. */
export interface Grant {
  readonly id: string;
  readonly person: string;
  readonly dataset: string;
  readonly columns: readonly string[];
  /** Milliseconds since 1970; `null`: no end. */
  readonly until: number | null;
  readonly purpose: string;
  readonly issued: number;
}

interface StoredGrant {
  readonly record: string;
  readonly signature: string;
}

export interface GrantBookOptions {
  readonly store: Store;
  readonly environment: Environment;
  readonly owner: SigningKey;
  /** The domain's public key, hexadecimal: a grant holds for one domain. */
  readonly domain: string;
}

const { GrantRecord } = messages;

/** All grants in force. A dataset without one for you does not exist for you. */
export class GrantBook {
  readonly #options: GrantBookOptions;
  readonly #grants = new Map<string, Grant>();
  #epoch: { readonly ends: number } = { ends: 0 };

  private constructor(options: GrantBookOptions) {
    this.#options = options;
  }

  /** Reads the grants; one whose signature does not verify is `CORRUPT`. */
  static async open(options: GrantBookOptions): Promise<GrantBook> {
    const book = new GrantBook(options);
    for (const [id, value] of await options.store.scan('grants')) {
      const { record, signature } = JSON.parse(value as string) as StoredGrant;
      const bytes = fromHex(record);
      if (!(await verify(options.owner.publicKey, 'grant', bytes, fromHex(signature)))) {
        throw new SyftError('CORRUPT', `cannot read grant ${id}: its signature is not the owner’s`);
      }
      book.#grants.set(id, readGrant(bytes));
    }
    return book;
  }

  /** An object that stays the same for as long as no grant is added, ended or past its date. */
  get epoch(): object {
    if (this.#options.environment.now() >= this.#epoch.ends) this.#renew();
    return this.#epoch;
  }

  #renew(): void {
    const now = this.#options.environment.now();
    const ends = this.list().map(({ until }) => until ?? Number.POSITIVE_INFINITY);
    this.#epoch = { ends: Math.min(Number.POSITIVE_INFINITY, ...ends.filter((end) => end > now)) };
  }

  list(): readonly Grant[] {
    return [...this.#grants.values()];
  }

  /** Signs and keeps a grant; in force when the promise resolves. */
  async add(grant: Omit<Grant, 'id' | 'issued'>): Promise<Grant> {
    const { store, environment, owner, domain } = this.#options;
    const full: Grant = { ...grant, id: `g-${toHex(environment.randomBytes(8))}`, issued: environment.now() };
    const record = GrantRecord.encode({
      domain,
      id: full.id,
      person: full.person,
      dataset: full.dataset,
      columns: [...full.columns],
      until: full.until ?? 0,
      purpose: full.purpose,
      issued: full.issued,
    }).finish();
    const stored: StoredGrant = { record: toHex(record), signature: toHex(await sign(owner, 'grant', record)) };
    await store.commit(
      [{ kind: 'put', table: 'grants', key: full.id, value: JSON.stringify(stored) }],
      [{ at: full.issued, kind: 'grant', detail: { ...full } }],
    );
    this.#grants.set(full.id, full);
    this.#renew();
    return full;
  }

  /** Ends grants: one by its id, or all of a person on a dataset. In force for the very next action. Throws `NOT_FOUND`. */
  async revoke(which: string | { readonly person: string; readonly dataset: string }): Promise<readonly Grant[]> {
    const ended = this.list().filter((grant) =>
      typeof which === 'string' ? grant.id === which : grant.person === which.person && grant.dataset === which.dataset,
    );
    if (ended.length === 0) throw new SyftError('NOT_FOUND', 'cannot revoke grant: there is none');
    for (const { id } of ended) this.#grants.delete(id);
    this.#renew();
    await this.#options.store.commit(
      ended.map(({ id }) => ({ kind: 'delete', table: 'grants', key: id })),
      ended.map(({ id, person, dataset }) => ({ at: this.#options.environment.now(), kind: 'revoke', detail: { id, person, dataset } })),
    );
    return ended;
  }

  /** The columns of a dataset that a person may use now, or `undefined` when for them it does not exist. */
  columnsFor(person: string, dataset: string): ReadonlySet<string> | undefined {
    const now = this.#options.environment.now();
    let columns: Set<string> | undefined;
    for (const grant of this.#grants.values()) {
      if (grant.person !== person || grant.dataset !== dataset || (grant.until !== null && grant.until <= now)) continue;
      columns ??= new Set();
      for (const column of grant.columns) columns.add(column);
    }
    return columns;
  }

  /** A person's grants in force on a dataset. */
  inForce(person: string, dataset: string): readonly Grant[] {
    const now = this.#options.environment.now();
    return this.list().filter(
      (grant) => grant.person === person && grant.dataset === dataset && (grant.until === null || grant.until > now),
    );
  }
}

function readGrant(bytes: Uint8Array): Grant {
  const { id, person, dataset, columns, until, purpose, issued } = GrantRecord.decode(bytes);
  return { id, person, dataset, columns: [...columns], until: until === 0 ? null : until, purpose, issued };
}
