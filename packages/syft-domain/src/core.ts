import type { Allowlist, CallMatcher, CodecRegistry, Limits, SupportPackage, TagTable } from '@syft-libs/ast';
import type { DatasetCatalogue } from './dataset/dataset-catalogue.ts';
import type { Environment } from './environment.ts';
import type { GrantBook } from './grants/grants.ts';
import type { DomainKeys } from './identity/key-files.ts';
import type { People } from './identity/people.ts';
import type { SourceSets } from './object/source-sets.ts';
import type { StoredObject } from './object/stored-object.ts';
import type { RequestBook } from './request/request-book.ts';
import type { SessionDirectory } from './session/session-directory.ts';
import type { CommitBuffer } from './store/commit-buffer.ts';
import type { Store } from './store/store.ts';
import type { VmPool } from './vm/vm.ts';

/** A library that the domain runs, as its hello tells it. */
export interface RunningLibrary {
  readonly support: SupportPackage;
  readonly root: string;
  readonly version: string;
  readonly digest: string;
}

/** What the parts of a domain share. Made by `Domain.open`, the same for its whole life. */
export interface DomainCore {
  readonly name: string;
  readonly keys: DomainKeys;
  readonly limits: Limits;
  readonly environment: Environment;
  /** In step with `frames`: a commit comes after every frame that was taken before it. */
  readonly store: Store;
  readonly frames: CommitBuffer;
  readonly allowlist: Allowlist;
  readonly registry: CodecRegistry;
  readonly tags: TagTable;
  readonly libraries: readonly RunningLibrary[];
  readonly matcher: CallMatcher;
  /** Which object a pointer inside a decoded operand was resolved to, while its action is checked. */
  readonly resolved: WeakMap<object, StoredObject>;
  readonly vms: VmPool;
  readonly people: People;
  readonly grants: GrantBook;
  readonly datasets: DatasetCatalogue;
  readonly sources: SourceSets;
  readonly sessions: SessionDirectory;
  readonly requests: RequestBook;
  /** Tells the owner's log of something that no peer may learn. */
  log(event: string, detail: Readonly<Record<string, unknown>>): void;
}
