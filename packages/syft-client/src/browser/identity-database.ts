import { createSigningKey, isRecord, type SigningKey, SyftError } from '@syft-libs/ast';
import { type Identity, type PinnedDomain, pinInvitation } from '../identity/identity.ts';
import { parseDomains } from '../identity/stored-identity.ts';

export interface IdentityDatabaseOptions {
  /** The IndexedDB database that keeps the identity. Default: `syft`. */
  readonly database?: string;
}

/** What is kept. The private key is a `CryptoKey` that no script can export. */
interface StoredIdentity {
  readonly key: SigningKey;
  readonly domains: readonly PinnedDomain[];
}

const STORE = 'identities';
const KEY = 'identity';

/** Takes an invitation in: makes the key the first time, and pins the domain. The invitation is handed in by `connect`. */
export async function enrol(invitation: string, options: IdentityDatabaseOptions = {}): Promise<Identity> {
  const stored = (await readStored(options)) ?? { key: await createSigningKey(false), domains: [] };
  await writeStored(options, { ...stored, domains: pinInvitation(stored.domains, invitation) });
  return loadIdentity(options);
}

/** Loads the identity. Throws `NOT_FOUND` when there is none, `BAD_CONFIG` when what is kept is damaged. */
export async function loadIdentity(options: IdentityDatabaseOptions = {}): Promise<Identity> {
  const stored = await readStored(options);
  if (stored === undefined) throw new SyftError('NOT_FOUND', 'cannot load identity: there is none yet; enrol an invitation first');
  let { domains } = stored;
  return {
    key: stored.key,
    get domains() {
      return domains;
    },
    async save(changed) {
      domains = changed;
      await updateDomains(options, changed);
    },
  };
}

/** Keeps an identity's pins. `connect` does this by itself. */
export async function saveIdentity(identity: Identity, options: IdentityDatabaseOptions = {}): Promise<void> {
  await updateDomains(options, identity.domains);
}

/** Replaces the pins that changed; those that another tab has added meanwhile stay. */
async function updateDomains(options: IdentityDatabaseOptions, domains: readonly PinnedDomain[]): Promise<void> {
  const stored = await readStored(options);
  if (stored === undefined) throw new SyftError('NOT_FOUND', 'cannot save identity: it is gone');
  const others = stored.domains.filter(({ key }) => !domains.some((domain) => domain.key === key));
  await writeStored(options, { ...stored, domains: [...domains, ...others] });
}

async function readStored(options: IdentityDatabaseOptions): Promise<StoredIdentity | undefined> {
  const value: unknown = await transact(options, 'readonly', (store) => store.get(KEY));
  if (value === undefined) return undefined;
  const key = isRecord(value) && isRecord(value['key']) ? value['key'] : {};
  if (!(key['publicKey'] instanceof Uint8Array) || !(key['privateKey'] instanceof CryptoKey)) {
    throw new SyftError('BAD_CONFIG', 'cannot load identity: its key is damaged');
  }
  return {
    key: { publicKey: key['publicKey'], privateKey: key['privateKey'] },
    domains: parseDomains((value as Partial<StoredIdentity>).domains),
  };
}

async function writeStored(options: IdentityDatabaseOptions, stored: StoredIdentity): Promise<void> {
  await transact(options, 'readwrite', (store) => store.put(stored, KEY));
}

/** Runs one request in a transaction of its own, and waits until that is complete. */
async function transact<T>(
  { database = 'syft' }: IdentityDatabaseOptions,
  mode: IDBTransactionMode,
  run: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = indexedDB.open(database, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const connection = await settled(opening);
  try {
    const transaction = connection.transaction(STORE, mode);
    const request = run(transaction.objectStore(STORE));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new SyftError('CORRUPT', 'cannot keep identity: the browser gave no reason'));
    });
    return request.result;
  } finally {
    connection.close();
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new SyftError('CORRUPT', 'cannot open identity: the browser gave no reason'));
  });
}
