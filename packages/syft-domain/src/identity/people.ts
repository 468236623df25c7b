import { createHash, timingSafeEqual } from 'node:crypto';
import { assertPublicKey, formatInvitation, fromHex, type Role, SyftError, toHex } from '@syft-libs/ast';
import type { Environment } from '../environment.ts';
import type { Store, StoreChange } from '../store/store.ts';

/** Somebody whom the owner invited. Without a key they have not connected yet. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Their public key, hexadecimal. */
  readonly key: string | null;
  readonly invited: number;
}

/** A one-time invitation; only the hash of its secret is kept. */
interface StoredInvitation {
  readonly person: string;
  readonly secretHash: string;
  readonly until: number;
}

export interface InviteOptions {
  readonly name: string;
  /** Milliseconds since 1970, or a date's text; seven days from now unless said otherwise. */
  readonly until?: number;
}

const WEEK = 7 * 24 * 60 * 60 * 1000;
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._@'-]{0,99}$/u;

/** Who may connect. Changes are durable when their promise resolves. */
export class People {
  readonly #store: Store;
  readonly #environment: Environment;
  readonly #byId = new Map<string, Person>();
  readonly #byKey = new Map<string, Person>();
  readonly #invitations = new Map<string, StoredInvitation>();

  private constructor(store: Store, environment: Environment) {
    this.#store = store;
    this.#environment = environment;
  }

  static async open(store: Store, environment: Environment): Promise<People> {
    const people = new People(store, environment);
    for (const [, value] of await store.scan('people')) people.#remember(JSON.parse(value as string) as Person);
    for (const [id, value] of await store.scan('invitations')) people.#invitations.set(id, JSON.parse(value as string) as StoredInvitation);
    return people;
  }

  list(): readonly Person[] {
    return [...this.#byId.values()];
  }

  /** By id or by name. Throws `NOT_FOUND`. */
  find(idOrName: string): Person {
    const person = this.#byId.get(idOrName) ?? this.list().find(({ name }) => name === idOrName);
    if (person === undefined) throw new SyftError('NOT_FOUND', 'cannot find person: nobody of that name or id');
    return person;
  }

  byKey(key: string): Person | undefined {
    return this.#byKey.get(key);
  }

  /** Adds a person and gives the invitation to hand over, once. Throws `EXISTS` or `BAD_ARGUMENT`. */
  async invite(
    options: InviteOptions,
    domain: { readonly key: Uint8Array; readonly name: string },
  ): Promise<{ person: Person; invitation: string }> {
    if (!NAME.test(options.name)) throw new SyftError('BAD_ARGUMENT', 'cannot invite: a name has 1 to 100 letters, digits or spaces');
    const known = this.list().find(({ name }) => name === options.name);
    if (known !== undefined && known.key !== null) throw new SyftError('EXISTS', 'cannot invite: somebody of that name is here already');
    const now = this.#environment.now();
    const person = known ?? {
      id: `p-${toHex(this.#environment.randomBytes(8))}`,
      name: options.name,
      role: 'scientist',
      key: null,
      invited: now,
    };
    const id = toHex(this.#environment.randomBytes(8));
    const secret = this.#environment.randomBytes(32);
    const stored: StoredInvitation = { person: person.id, secretHash: hash(secret), until: options.until ?? now + WEEK };
    const stale = [...this.#invitations].filter(([, { person: owner }]) => owner === person.id).map(([old]) => old);
    await this.#store.commit(
      [
        put('people', person.id, person),
        put('invitations', id, stored),
        ...stale.map((key): StoreChange => ({ kind: 'delete', table: 'invitations', key })),
      ],
      [{ at: now, kind: 'invite', detail: { person: person.id, name: person.name, until: stored.until } }],
    );
    for (const old of stale) this.#invitations.delete(old);
    this.#remember(person);
    this.#invitations.set(id, stored);
    return { person, invitation: formatInvitation({ id, secret, domainKey: domain.key, domainName: domain.name }) };
  }

  /** Spends an invitation on a key. Throws `NOT_AUTHENTICATED`, in the same words for whatever is wrong. */
  async redeem(invitation: string, secret: Uint8Array, key: Uint8Array): Promise<Person> {
    assertPublicKey(key);
    const stored = this.#invitations.get(invitation);
    const matches = stored !== undefined && timingSafeEqual(fromHex(stored.secretHash), fromHex(hash(secret)));
    if (!matches || stored.until < this.#environment.now() || this.#byKey.has(toHex(key))) {
      throw new SyftError('NOT_AUTHENTICATED', 'cannot enrol: the invitation is unknown, spent or past its date');
    }
    this.#invitations.delete(invitation);
    const person: Person = { ...this.find(stored.person), key: toHex(key) };
    this.#remember(person);
    await this.#store.commit(
      [put('people', person.id, person), { kind: 'delete', table: 'invitations', key: invitation }],
      [{ at: this.#environment.now(), kind: 'enrol', detail: { person: person.id, key: toHex(key) } }],
    );
    return person;
  }

  /** Ends a person's access. Their key is forgotten; what the audit says of them stays. */
  async remove(idOrName: string): Promise<Person> {
    const person = this.find(idOrName);
    this.#byId.delete(person.id);
    if (person.key !== null) this.#byKey.delete(person.key);
    const invitations = [...this.#invitations].filter(([, { person: owner }]) => owner === person.id).map(([id]) => id);
    for (const id of invitations) this.#invitations.delete(id);
    await this.#store.commit(
      [
        { kind: 'delete', table: 'people', key: person.id },
        ...invitations.map((key): StoreChange => ({ kind: 'delete', table: 'invitations', key })),
      ],
      [{ at: this.#environment.now(), kind: 'remove-person', detail: { person: person.id, name: person.name } }],
    );
    return person;
  }

  #remember(person: Person): void {
    this.#byId.set(person.id, person);
    if (person.key !== null) this.#byKey.set(person.key, person);
  }
}

function put(table: 'people' | 'invitations', key: string, value: unknown): StoreChange {
  return { kind: 'put', table, key, value: JSON.stringify(value) };
}

function hash(secret: Uint8Array): string {
  return createHash('sha256').update(secret).digest('hex');
}
