/** Keeps what a domain must not lose. One writer holds it; a value that was acknowledged survives a kill at any instant. */
export interface Store {
  /** One record, or `undefined`. Reads see every commit that was handed in before. */
  get(table: StoreTable, key: string): Promise<StoredValue | undefined>;
  /** Records whose keys begin with `prefix`, in the order of their keys' UTF-8 bytes. */
  scan(table: StoreTable, prefix?: string): Promise<readonly (readonly [key: string, value: StoredValue])[]>;
  /**
   * Applies changes and audit entries as one: all or none, in the order of the calls. Resolves when they are durable;
   * commits that come close together share one sync. Bytes are copied at the call. Rejects with `BAD_ARGUMENT` (a key or a
   * text that cannot be stored), `CORRUPT` (the folder is damaged), `INTERNAL` (the disk is full or failed) or `CLOSED`, and
   * then nothing of it is kept. After a failed disk every later call rejects: what it holds is known again once it is reopened.
   */
  commit(changes: readonly StoreChange[], audit?: readonly AuditInput[]): Promise<void>;
  /**
   * Writes a blob whole: temporary file, sync, rename, sync of the folder. Resolves when durable; until then the parts must
   * not change. An existing name is `EXISTS`; a name that is not made of `a-z 0-9 . _ : -` (a uid is) is `BAD_ARGUMENT`.
   */
  putBlob(name: string, parts: readonly Uint8Array[]): Promise<void>;
  /** A blob in fresh memory (a `SharedArrayBuffer`, so that VMs share it), or `undefined`. */
  getBlob(name: string): Promise<Uint8Array | undefined>;
  /** Removes a blob durably; no-op when there is none. */
  deleteBlob(name: string): Promise<void>;
  /** Names of the blobs that are whole, sorted. */
  listBlobs(): Promise<readonly string[]>;
  /** Audit entries after `after` (a sequence number), at most `limit`, oldest first. */
  audit(after: number, limit: number): Promise<readonly AuditEntry[]>;
  /** Checks the whole chain; with `known`, a point noted earlier, also that the chain still runs through it. */
  verifyAudit(known?: AuditPoint): Promise<AuditVerdict>;
  /** Waits for what was handed in, then lets go of the folder. */
  close(): Promise<void>;
}

/** Tables are closed, so that a misspelt one is a type error. */
export const STORE_TABLES = [
  'settings',
  'tags',
  'people',
  'invitations',
  'grants',
  'datasets',
  'sessions',
  'frames',
  'objects',
  'requests',
  'decisions',
] as const;
export type StoreTable = (typeof STORE_TABLES)[number];

/** JSON as text, or messages as bytes. */
export type StoredValue = string | Uint8Array;

export type StoreChange =
  | { readonly kind: 'put'; readonly table: StoreTable; readonly key: string; readonly value: StoredValue }
  | { readonly kind: 'delete'; readonly table: StoreTable; readonly key: string };

/** What the audit records: a kind (`grant`, `frame`, `request`, `decision`, `release` …) and its details as JSON values. */
export interface AuditInput {
  readonly at: number;
  readonly kind: string;
  readonly detail: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/** Where a chain stands: the number of its last entry, from 1, and that entry's hash. An owner may note it down elsewhere. */
export interface AuditPoint {
  readonly sequence: number;
  readonly hash: string;
}

/** `hash` is SHA-256 over the previous entry's hash and this entry's canonical JSON; all hexadecimal. */
export interface AuditEntry extends AuditInput, AuditPoint {}

/** `entries` counts those that check out; `firstBad` is the sequence number at which the chain breaks. */
export type AuditVerdict =
  | { readonly ok: true; readonly entries: number; readonly head: string }
  | { readonly ok: false; readonly entries: number; readonly firstBad: number; readonly reason: string };
