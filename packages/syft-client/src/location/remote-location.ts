import {
  type AutoloadedLibraries,
  type DatasetInfo,
  type GetOptions,
  type Pointer,
  type PrimitivePointer,
  parseType,
  parseUid,
  type ReleaseRequest,
  type RequestInfo,
  type SupportPackage,
  type SyftError,
  type TypeRef,
  type Uid,
} from '@syft-libs/ast';
import type { LibraryTable } from '../lib/library-table.ts';
import type { Established, LibraryInfo } from '../session/handshake.ts';
import type { Session } from '../session/session.ts';
import type { SessionStats } from '../session/session-stats.ts';
import { createDataset, type Dataset } from './dataset.ts';
import type { Location } from './location.ts';
import type { PointerService } from './pointer-service.ts';
import { readDatasetInfos, readRequestInfos } from './read-infos.ts';

const COLUMN: TypeRef = { kind: 'ref', id: 'ast.Column' };

interface LocationParts {
  readonly session: Session;
  readonly libraries: LibraryTable;
  readonly pointers: PointerService;
}

/** A location over a session. */
export class RemoteLocation implements Location {
  readonly domain: string;
  readonly person: string;
  readonly roles: readonly string[];
  readonly libraries: readonly LibraryInfo[];
  readonly closed: Promise<SyftError | undefined>;
  readonly #session: Session;
  readonly #libraries: LibraryTable;
  readonly #pointers: PointerService;

  constructor({ session, libraries, pointers }: LocationParts, established: Established) {
    this.domain = established.domain;
    this.person = established.person;
    this.roles = established.roles;
    this.libraries = established.libraries;
    this.closed = session.closed;
    this.#session = session;
    this.#libraries = libraries;
    this.#pointers = pointers;
  }

  get stats(): SessionStats {
    return Object.freeze({ ...this.#session.stats });
  }

  lib<Remote>(support: SupportPackage<Remote>): Remote;
  lib<Name extends keyof AutoloadedLibraries>(library: Name): AutoloadedLibraries[Name];
  lib(library: SupportPackage | string): unknown {
    return typeof library === 'string' ? this.#libraries.named(library) : this.#libraries.add(library);
  }

  dataset(name: string): Dataset {
    return createDataset(name, {
      datasets: () => this.datasets(),
      select: (dataset, columns, mock) => {
        const first = this.#session.select(dataset, columns, mock);
        return columns.map((_, index) => this.#pointers.caller.pointer(first + index, COLUMN, { readable: mock }));
      },
    });
  }

  datasets(): Promise<readonly DatasetInfo[]> {
    return this.#session.ask({ op: 'datasets', json: () => ({}), read: readDatasetInfos });
  }

  async upload<T>(value: T, options: GetOptions = {}): Promise<PrimitivePointer<T, true>> {
    const encoded = this.#pointers.caller.encode(value);
    const type = this.#libraries.typeOf(value);
    const { id, done } = this.#session.upload(encoded, options);
    const pointer = this.#pointers.caller.pointer(id, type, { readable: true });
    await done;
    return pointer as unknown as PrimitivePointer<T, true>;
  }

  async pointer(uid: Uid): Promise<Pointer<unknown>> {
    const { prefix, counter } = parseUid(uid);
    const { type, readable } = await this.#pointers.describeObject(uid, 0);
    const isOwn = prefix === this.#session.epoch.prefix;
    const pointer = this.#pointers.caller.pointer(counter, parseType(type), { readable, prefix: isOwn ? undefined : prefix });
    return pointer as unknown as Pointer<unknown>;
  }

  requests(): Promise<readonly RequestInfo[]> {
    return this.#session.ask({ op: 'requests', json: () => ({}), read: readRequestInfos });
  }

  request<T = unknown>(id: Uid): ReleaseRequest<T> {
    parseUid(id);
    return this.#pointers.releaseRequest(id) as ReleaseRequest<T>;
  }

  close(): Promise<void> {
    return this.#session.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
