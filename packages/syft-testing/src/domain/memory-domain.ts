import { createInProcessPair, type Limits, type SupportPackage, type Transport } from '@syft-libs/ast';
import { type ConnectOptions, connect, type Identity, type Location, pinInvitation } from '@syft-libs/client';
import { Domain, type DomainOptions, type Environment, type Person, type Table } from '@syft-libs/domain';
import { type PeerOptions, RawPeer } from '../peer/raw-peer.ts';
import { FixedEnvironment } from './fixed-environment.ts';
import { createMemoryIdentity } from './memory-identity.ts';

export interface MemoryDataset {
  readonly table: Table;
  readonly mock?: Table;
  readonly description?: string;
}

/** What one person is granted: by dataset, the columns, or `all`. */
export type MemoryGrants = Readonly<Record<string, readonly string[] | 'all'>>;

export interface MemoryDomainOptions<Name extends string> {
  readonly libraries?: readonly SupportPackage[];
  readonly datasets?: Readonly<Record<string, Table | MemoryDataset>>;
  /** Who is enrolled, and what each is granted. */
  readonly people?: Readonly<Record<Name, MemoryGrants>>;
  /** Makes ids, keys, nonces and random entries repeatable, and stops the clock. */
  readonly seed?: number;
  /** `in-thread` unless said otherwise. */
  readonly vm?: DomainOptions['vm'];
  readonly limits?: Partial<Limits>;
  readonly log?: DomainOptions['log'];
  /** Signing keys to use for people instead of fresh ones. */
  readonly keys?: Readonly<Partial<Record<Name, Identity['key']>>>;
  /** Stands between a domain and each of its in-process peers; gets the domain's end. */
  readonly wrapTransport?: (transport: Transport) => Transport;
}

/** A domain in this process, with people who have been through the real handshake. Ends with everything that hangs on it. */
export interface MemoryDomain<Name extends string> extends AsyncDisposable {
  readonly domain: Domain;
  /** Given with a seed. */
  readonly environment: FixedEnvironment | undefined;
  readonly people: Readonly<Record<Name, Person>>;
  readonly identities: Readonly<Record<Name, Identity>>;
  /** A session for each person, connected. */
  readonly clients: Readonly<Record<Name, Location>>;
  /** A further session. */
  connect(name: Name, options?: Partial<ConnectOptions>): Promise<Location>;
  /** A further session that speaks in bytes. */
  peer(name: Name, options?: PeerOptions): Promise<RawPeer>;
  /** The client's end of a fresh in-process connection. */
  dial(): Transport;
}

/**
 * Opens a domain that keeps nothing on disk, adds datasets, enrols people, grants, and connects a client for each: over
 * in-process transports, with real frames. Throws what `Domain` and `connect` throw.
 */
export async function createMemoryDomain<const Name extends string = never>(
  options: MemoryDomainOptions<Name> = {},
): Promise<MemoryDomain<Name>> {
  const { libraries = [], datasets = {}, people = {} as Record<Name, MemoryGrants>, seed, vm = 'in-thread', limits, log } = options;
  const environment = seed === undefined ? undefined : new FixedEnvironment(seed);
  const domain = await Domain.open({
    libraries,
    vm,
    name: 'memory',
    ...(environment === undefined ? {} : { environment: environment satisfies Environment }),
    ...(limits === undefined ? {} : { limits }),
    ...(log === undefined ? {} : { log }),
  });
  const dial = dialler(domain, options.wrapTransport);
  const enrolled = {} as Record<Name, Person>;
  const identities = {} as Record<Name, Identity>;
  const clients = {} as Record<Name, Location>;
  const open = async (name: Name, more: Partial<ConnectOptions> = {}): Promise<Location> =>
    connect(dial(), { identity: identities[name], libraries: libraries as SupportPackage[], ...more });
  try {
    for (const [name, given] of Object.entries(datasets)) await addDataset(domain, name, given);
    for (const [name, grants] of Object.entries(people) as [Name, MemoryGrants][]) {
      const { person, invitation } = await domain.invite({ name });
      enrolled[name] = person;
      const identity = await createMemoryIdentity(invitation);
      const key = options.keys?.[name];
      identities[name] = key === undefined ? identity : { key, domains: pinInvitation([], invitation), save: async () => {} };
      for (const [dataset, columns] of Object.entries(grants)) {
        await domain.grant({ to: person, dataset, ...(columns === 'all' ? {} : { columns: [...columns] }) });
      }
      clients[name] = await open(name);
    }
  } catch (error) {
    await domain.close();
    throw error;
  }
  const peer = (name: Name, more: PeerOptions = {}): Promise<RawPeer> => RawPeer.connect(dial(), { key: identities[name].key, ...more });
  const close = async (): Promise<void> => {
    for (const client of Object.values(clients) as Location[]) await client.close().catch(() => undefined);
    await domain.close();
  };
  return { domain, environment, people: enrolled, identities, clients, connect: open, peer, dial, [Symbol.asyncDispose]: close };
}

function dialler(domain: Domain, wrap: ((transport: Transport) => Transport) | undefined): () => Transport {
  if (wrap === undefined) return () => domain.connectInProcess();
  return () => {
    const [ours, theirs] = createInProcessPair();
    domain.serve(wrap(ours), { local: true });
    return theirs;
  };
}

function addDataset(domain: Domain, name: string, given: Table | MemoryDataset): Promise<unknown> {
  if (!('table' in given)) return domain.addDataset(name, given);
  const { table, ...options } = given;
  return domain.addDataset(name, table, options);
}
