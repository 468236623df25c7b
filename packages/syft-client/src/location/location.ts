import type {
  AutoloadedLibraries,
  DatasetInfo,
  GetOptions,
  Pointer,
  PrimitivePointer,
  ReleaseRequest,
  RequestInfo,
  SupportPackage,
  SyftError,
  Uid,
} from '@syft-libs/ast';
import type { LibraryInfo } from '../session/handshake.ts';
import type { SessionStats } from '../session/session-stats.ts';
import type { Dataset } from './dataset.ts';

/** A domain that you are connected to: where its pointers point. Made by `connect`. */
export interface Location extends AsyncDisposable {
  /** The domain's public key, hexadecimal. */
  readonly domain: string;
  /** Your name at the domain. */
  readonly person: string;
  readonly roles: readonly string[];
  /** What the domain said of the libraries that were known when this connection was made. */
  readonly libraries: readonly LibraryInfo[];
  readonly stats: SessionStats;
  /** Resolves when the session is over: with the reason, or with nothing after `close`. Never rejects. */
  readonly closed: Promise<SyftError | undefined>;
  /**
   * The allowed functions of a library, typed by its support package. Calls return pointers at once; they throw
   * `BAD_ARGUMENT`, `NEEDS_PUBLIC_ARGUMENT` or `LIMIT` when the arguments do not fit. Large arrays among the arguments are
   * uploaded once, and must not change afterwards.
   */
  lib<Remote>(support: SupportPackage<Remote>): Remote;
  /**
   * The same by the name under which the program imports the library, for one whose support package was loaded beside it before
   * `connect`: by autoload, or by an import of its `./autoload`. Throws `NOT_LOADED` for any other.
   */
  lib<Name extends keyof AutoloadedLibraries>(library: Name): AutoloadedLibraries[Name];
  /** A handle on a dataset. Nothing is asked: whether it exists for you shows when it is used. */
  dataset(name: string): Dataset;
  /** The datasets that you were granted. */
  datasets(): Promise<readonly DatasetInfo[]>;
  /** Stores a value at the domain, for you to use and read. Resolves when it is durable. */
  upload<T>(value: T, options?: GetOptions): Promise<PrimitivePointer<T, true>>;
  /** A pointer to an object by its uid, one of an earlier session too. Throws `NOT_FOUND`. */
  pointer(uid: Uid): Promise<Pointer<unknown>>;
  /** Your requests, open and answered: the newest 500, oldest first. */
  requests(): Promise<readonly RequestInfo[]>;
  /** A request by its id, from whichever process it was made. */
  request<T = unknown>(id: Uid): ReleaseRequest<T>;
  /** Sends what was started, waits until it is durable, and disconnects. Throws `CLOSED` when that can no longer be. */
  close(): Promise<void>;
}
