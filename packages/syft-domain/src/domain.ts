import {
  CallMatcher,
  createInProcessPair,
  createMessagePortTransport,
  type DatasetInfo,
  type Limits,
  type MessagePortLike,
  resolveLimits,
  type SupportPackage,
  SyftError,
  TagTable,
  type Transport,
  toHex,
} from '@syft-libs/ast';
import { js } from '@syft-libs/js';
import { checkPackages, type PackageCheck } from './accepted-packages.ts';
import type { LockDifference } from './allowlist-lock.ts';
import type { DomainCore } from './core.ts';
import { type AddDatasetOptions, type Dataset, DatasetCatalogue } from './dataset/dataset-catalogue.ts';
import { type Environment, SYSTEM_ENVIRONMENT } from './environment.ts';
import { type GrantOptions, grantColumns, parseTime } from './grants/grant-columns.ts';
import { type Grant, GrantBook } from './grants/grants.ts';
import { createKeys, openKeys } from './identity/key-files.ts';
import { People, type Person } from './identity/people.ts';
import { removePerson } from './identity/remove-person.ts';
import { SourceSets } from './object/source-sets.ts';
import { type ApproveOptions, RequestBook } from './request/request-book.ts';
import { type RequestReview, type RequestSummary, reviewRequest, summarizeRequest } from './request/review-request.ts';
import { ConnectionDesk } from './server/connection-desk.ts';
import { listenLocalSocket } from './server/local-socket.ts';
import { type Listener, type ListenOptions, listenWebSocket } from './server/websocket-server.ts';
import { auditFrames } from './session/frame-log.ts';
import { resolvedObject } from './session/read-operands.ts';
import { SessionDirectory } from './session/session-directory.ts';
import { CommitBuffer } from './store/commit-buffer.ts';
import { createMemoryStore } from './store/memory-store.ts';
import { openStore } from './store/open-store.ts';
import type { AuditEntry, AuditVerdict, Store } from './store/store.ts';
import type { Table } from './table/table.ts';
import { InThreadVmPool } from './vm/in-thread-vm.ts';
import { loadLibraries } from './vm/load-libraries.ts';
import { WorkerVmPool } from './vm/worker-vm-pool.ts';

export interface DomainOptions {
  /** Where everything is kept. Without it the domain lives in memory and forgets. */
  readonly dataDir?: string;
  /** Support packages; `@syft-libs/js` is always among them. The first opening of a folder accepts them. */
  readonly libraries: readonly SupportPackage[];
  /** What people call the domain; the folder's name unless said otherwise. */
  readonly name?: string;
  readonly limits?: Partial<Limits>;
  /** `worker` (a thread a session, with deadlines) unless said otherwise; `in-thread` for tests and small things. */
  readonly vm?: 'worker' | 'in-thread';
  readonly environment?: Environment;
  /** Told of failures and faults, for the owner's log. Never told a stored value. */
  readonly log?: (event: string, detail: Readonly<Record<string, unknown>>) => void;
}

/** A data owner's server: keeps tables, checks and runs what people ask, releases what the owner approves. */
export class Domain {
  readonly #core: DomainCore;
  readonly #desk: ConnectionDesk;
  readonly #listeners: { close(): Promise<void> }[] = [];
  readonly #dataDir: string | undefined;
  /** Packages that were left out: new, or not as they were accepted. `syft-domain allowlist accept` takes them in. */
  readonly pending: readonly LockDifference[];
  #closed: Promise<void> | undefined;

  private constructor(core: DomainCore, { pending }: PackageCheck, dataDir: string | undefined) {
    this.#core = core;
    this.#dataDir = dataDir;
    this.#desk = new ConnectionDesk(core);
    this.pending = pending;
  }

  /**
   * Opens a folder, making keys, store and lock the first time. Throws `LOCKED` while another process has it, `CORRUPT`
   * when what is stored is damaged, `BAD_MANIFEST` when a package does not match its library.
   */
  static async open(options: DomainOptions): Promise<Domain> {
    const { dataDir, environment = SYSTEM_ENVIRONMENT } = options;
    const supports = [js as SupportPackage, ...options.libraries.filter(({ name }) => name !== js.name)];
    const keys = dataDir === undefined ? await createKeys(environment) : await openKeys(dataDir, environment);
    const store = dataDir === undefined ? createMemoryStore() : await openStore(dataDir);
    try {
      const check = await checkPackages(dataDir, supports);
      const core = await assemble({ ...options, environment, keys, store, check });
      return new Domain(core, check, dataDir);
    } catch (error) {
      await store.close();
      throw error;
    }
  }

  get name(): string {
    return this.#core.name;
  }

  /** The domain's public key, hexadecimal: what an invitation pins. */
  get key(): string {
    return toHex(this.#core.keys.domain.publicKey);
  }

  /** Stores a table under a name. Durable when it resolves. Throws `EXISTS` or `BAD_ARGUMENT`. */
  addDataset(name: string, table: Table, options?: AddDatasetOptions): Promise<Dataset> {
    return this.#core.datasets.add(name, table, options);
  }

  datasets(): readonly DatasetInfo[] {
    return this.#core.datasets.describeAll();
  }

  /** Adds a person. The invitation is shown this once: hand it over on a channel of your own. */
  invite({
    name,
    until,
  }: {
    readonly name: string;
    readonly until?: string | number | Date;
  }): Promise<{ person: Person; invitation: string }> {
    const end = until === undefined ? {} : { until: parseTime(until) };
    return this.#core.people.invite({ name, ...end }, { key: this.#core.keys.domain.publicKey, name: this.name });
  }

  people(): readonly Person[] {
    return this.#core.people.list();
  }

  /** Ends a person's access: key, invitations, grants and open connections. */
  removePerson(idOrName: string): Promise<Person> {
    return removePerson(this.#core, idOrName);
  }

  /** Lets a person use columns of a dataset. Throws `NOT_FOUND` or `BAD_ARGUMENT`. */
  grant(options: GrantOptions): Promise<Grant> {
    return grantColumns(this.#core, options);
  }

  grants(): readonly Grant[] {
    return this.#core.grants.list();
  }

  /** Ends a grant by its id, or all of a person on a dataset; it holds for the next action. */
  revoke(which: string | { readonly person: Person | string; readonly dataset: string }): Promise<readonly Grant[]> {
    if (typeof which === 'string') return this.#core.grants.revoke(which);
    const person = this.#core.people.find(typeof which.person === 'string' ? which.person : which.person.id).id;
    return this.#core.grants.revoke({ person, dataset: which.dataset });
  }

  /** All requests, oldest first. */
  requests(): readonly RequestSummary[] {
    return this.#core.requests.list().map((request) => summarizeRequest(this.#core, request));
  }

  /** Everything that an owner should know before deciding. Waits until the value was computed and bound. */
  review(id: string): Promise<RequestReview> {
    return reviewRequest(this.#core, id);
  }

  /** Signs the release of exactly the bytes that were bound, to their requester. Throws `EXISTS` when it was decided. */
  async approve(id: string, { expires, uses }: { readonly expires?: string | number | Date; readonly uses?: number } = {}): Promise<void> {
    if (uses !== undefined && !(Number.isSafeInteger(uses) && uses > 0))
      throw new SyftError('BAD_ARGUMENT', 'cannot approve: uses is a positive whole number');
    const options: ApproveOptions = {
      ...(expires === undefined ? {} : { expires: parseTime(expires) }),
      ...(uses === undefined ? {} : { uses }),
    };
    await this.#core.requests.decide(id, true, options);
  }

  /** Denies; the requester learns that and nothing more. */
  async deny(id: string): Promise<void> {
    await this.#core.requests.decide(id, false);
  }

  audit(after = 0, limit = 1_000): Promise<readonly AuditEntry[]> {
    return this.#core.store.audit(after, limit);
  }

  verifyAudit(): Promise<AuditVerdict> {
    return this.#core.store.verifyAudit();
  }

  /** Serves over WebSocket. Loopback unless told otherwise. */
  async listen(options?: ListenOptions): Promise<Listener> {
    this.#assertOpen();
    const listener = await listenWebSocket(this.#core, this.#desk, options);
    this.#listeners.push(listener);
    return listener;
  }

  /**
   * Serves the owner's command line over a socket in the folder, which only the folder's owner may open. Throws
   * `BAD_CONFIG` for a domain without a folder, `LOCKED` when another process answers there.
   */
  async listenLocal(): Promise<void> {
    this.#assertOpen();
    if (this.#dataDir === undefined) throw new SyftError('BAD_CONFIG', 'cannot listen on local socket: the domain has no folder');
    const admit = (transport: Transport): void => this.#desk.admit(transport, { address: transport.kind, local: true });
    this.#listeners.push(await listenLocalSocket({ dataDir: this.#dataDir, limits: this.#core.limits, admit }));
  }

  /** Serves one peer over a transport of yours. `local` peers may be the owner; give it to your own process alone. */
  serve(
    transport: Transport,
    { local = false, address = transport.kind }: { readonly local?: boolean; readonly address?: string } = {},
  ): void {
    this.#assertOpen();
    this.#desk.admit(transport, { address, local });
  }

  /** A transport to this domain, for a client in the same process. */
  connectInProcess(): Transport {
    const [ours, theirs] = createInProcessPair();
    this.serve(ours, { local: true });
    return theirs;
  }

  /** Serves a `MessagePort`: another thread, or a page in the same process. */
  servePort(port: MessagePortLike): void {
    this.serve(createMessagePortTransport(port), { local: true });
  }

  /** Stops serving, finishes what is being written, lets go of the folder. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #close(): Promise<void> {
    this.#desk.close();
    for (const listener of this.#listeners) await listener.close();
    await this.#core.requests.close();
    await this.#core.sessions.close();
    await this.#core.vms.close();
    await this.#core.store.close();
  }

  #assertOpen(): void {
    if (this.#closed !== undefined) throw new SyftError('CLOSED', 'cannot use domain: it is closed');
  }
}

interface Assembly extends DomainOptions {
  readonly environment: Environment;
  readonly keys: DomainCore['keys'];
  readonly store: Store;
  readonly check: PackageCheck;
}

async function assemble(options: Assembly): Promise<DomainCore> {
  const { environment, keys, check, dataDir, vm = 'worker' } = options;
  const frames = new CommitBuffer(options.store, auditFrames(environment));
  const store = frames.inStep();
  const limits = resolveLimits(options.limits);
  const libraries = await loadLibraries(check.accepted, check.denied);
  const { allowlist, registry } = libraries;
  const tags = await openTags(store, registry.libraryTags());
  const serde = { registry, tags };
  const resolved: DomainCore['resolved'] = new WeakMap();
  const matcher = new CallMatcher({
    accepts: (id) => allowlist.accepts(id),
    detect: (id, value) => registry.byType(id)?.detect(value) === true,
    factsOf: (pointer) => resolvedObject(resolved, pointer) ?? internal('a pointer was not resolved'),
  });
  const sessions = new SessionDirectory();
  const requests = new RequestBook();
  const core: DomainCore = {
    name: options.name ?? dataDir?.split(/[\\/]/).findLast(Boolean) ?? 'domain',
    keys,
    limits,
    environment,
    store,
    frames,
    allowlist,
    registry,
    tags,
    resolved,
    matcher,
    sources: new SourceSets(),
    sessions,
    requests,
    libraries: check.accepted.flatMap((support) =>
      support.surfaces.map(({ root, version, digest }) => ({ support, root, version, digest })),
    ),
    vms:
      vm === 'worker'
        ? new WorkerVmPool({ supports: check.accepted, denied: check.denied, tags: tags.libraryTags(), limits })
        : new InThreadVmPool({
            libraries,
            tags: tags.libraryTags(),
            limits,
            ...(environment.stopAfter === undefined ? {} : { stopAfter: environment.stopAfter }),
          }),
    people: await People.open(store, environment),
    grants: await GrantBook.open({ store, environment, owner: keys.owner, domain: toHex(keys.domain.publicKey) }),
    datasets: await DatasetCatalogue.open(store, environment, serde),
    log: options.log ?? (() => {}),
  };
  sessions.attach(core);
  await requests.open(core);
  await store.commit(
    [],
    [
      {
        at: environment.now(),
        kind: 'open',
        detail: { name: core.name, libraries: core.libraries.map(({ root, version }) => `${root}@${version}`) },
      },
    ],
  );
  return core;
}

/** Numbers the libraries' tags, once and for good: stored bytes carry the numbers. */
async function openTags(store: Store, names: readonly string[]): Promise<TagTable> {
  const known = await store.scan('tags');
  const tags = new TagTable(known.map(([name, number]) => [name, Number(number)] as const));
  tags.addAll(names);
  const fresh = tags.libraryTags().filter(([name]) => !known.some(([other]) => other === name));
  if (fresh.length > 0) await store.commit(fresh.map(([key, number]) => ({ kind: 'put', table: 'tags', key, value: String(number) })));
  return tags;
}

function internal(reason: string): never {
  throw new SyftError('INTERNAL', `cannot go on: ${reason}`);
}
