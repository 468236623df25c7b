import {
  type DatasetInfo, formatUid, type GetOptions, type ObjectInfo, parseType, parseUid, type Pointer, type PrimitivePointer, type ReleaseRequest,
  type RequestInfo, type RequestOptions, type SupportPackage, SyftError, type TypeRef, type Uid, formatType,
} from '@syft-libs/ast';
import type { CallEntry } from '../lib/call-entry.ts';
import type { LibraryTable } from '../lib/library-table.ts';
import { typeOfValue } from '../lib/type-of-value.ts';
import { encodeReference } from '../pointer/encode-reference.ts';
import { type PointerHost, type PointerState, type RemotePointer, uidOf } from '../pointer/remote-pointer.ts';
import type { Established, LibraryInfo } from '../session/handshake.ts';
import type { Session } from '../session/session.ts';
import type { SessionStats } from '../session/session-stats.ts';
import { Caller } from './caller.ts';
import { createDataset, type Dataset } from './dataset.ts';
import type { Location } from './location.ts';
import { readDatasetInfos, readObjectInfo, readRequestInfo, readRequestInfos } from './read-infos.ts';

const COLUMN: TypeRef = { kind: 'ref', id: 'ast.Column' };

/** A location over a session; also the host of its pointers. */
export class RemoteLocation implements Location, PointerHost {
  readonly domain: string;
  readonly person: string;
  readonly roles: readonly string[];
  readonly libraries: readonly LibraryInfo[];
  readonly closed: Promise<SyftError | undefined>;
  readonly #session: Session;
  readonly #table: LibraryTable;
  readonly #caller: Caller;

  constructor(session: Session, table: LibraryTable, { domain, person, roles, libraries }: Established) {
    this.domain = domain;
    this.person = person;
    this.roles = roles;
    this.libraries = libraries;
    this.closed = session.closed;
    this.#session = session;
    this.#table = table;
    this.#caller = new Caller(session, table, this);
  }

  get stats(): SessionStats {
    return Object.freeze({ ...this.#session.stats });
  }

  lib<Remote>(support: SupportPackage<Remote>): Remote {
    return this.#table.add(support) as Remote;
  }

  dataset(name: string): Dataset {
    return createDataset(name, {
      datasets: () => this.datasets(),
      select: (dataset, columns, mock) => {
        const first = this.#session.select(dataset, columns, mock);
        return columns.map((_, index) => this.#caller.pointer(first + index, COLUMN, mock));
      },
    });
  }

  datasets(): Promise<readonly DatasetInfo[]> {
    return this.#session.ask({ op: 'datasets', json: () => ({}), read: readDatasetInfos });
  }

  async upload<T>(value: T, options: GetOptions = {}): Promise<PrimitivePointer<T, true>> {
    const type = typeOfValue(value, this.#table.registry);
    const { id, done } = this.#session.upload(this.#caller.encode(value), options);
    const pointer = this.#caller.pointer(id, type, true);
    await done;
    return pointer as unknown as PrimitivePointer<T, true>;
  }

  async pointer(uid: Uid): Promise<Pointer<unknown>> {
    const { prefix, counter } = parseUid(uid);
    const { type, readable } = await this.#describe(uid, 0);
    const isOwn = prefix === this.#session.epoch.prefix;
    return this.#caller.pointer(counter, parseType(type), readable, isOwn ? undefined : prefix) as unknown as Pointer<unknown>;
  }

  requests(): Promise<readonly RequestInfo[]> {
    return this.#session.ask({ op: 'requests', json: () => ({}), read: readRequestInfos });
  }

  request<T = unknown>(id: Uid): ReleaseRequest<T>;
  request(pointer: PointerState, options: RequestOptions): Promise<ReleaseRequest<unknown>>;
  request(subject: Uid | PointerState, options?: RequestOptions): ReleaseRequest<unknown> | Promise<ReleaseRequest<unknown>> {
    if (typeof subject === 'string') return this.#createRequest(formatUid(parseUid(subject).prefix, parseUid(subject).counter));
    return this.#requestRelease(subject, options);
  }

  close(): Promise<void> {
    return this.#session.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
