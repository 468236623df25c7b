import { SyftError } from '@syft-libs/ast';
import { CHAIN_START, linkEntry, verifyChain } from './audit-chain.ts';
import { assertBlobName, assertText, isolateCommit } from './check-input.ts';
import type { AuditEntry, AuditInput, AuditPoint, AuditVerdict, Store, StoreChange, StoredValue, StoreTable } from './store.ts';

/** A store that lasts as long as its process: for a domain in memory, and for tests. It answers like the one on disk. */
export function createMemoryStore(): Store {
  return new MemoryStore();
}

class MemoryStore implements Store {
  readonly #tables = new Map<StoreTable, Map<string, StoredValue>>();
  readonly #blobs = new Map<string, Uint8Array>();
  readonly #entries: AuditEntry[] = [];
  #closed = false;

  async get(table: StoreTable, key: string): Promise<StoredValue | undefined> {
    this.#assertOpen();
    assertText(key, 'record');
    const value = this.#tables.get(table)?.get(key);
    return value === undefined ? undefined : copy(value);
  }

  async scan(table: StoreTable, prefix = ''): Promise<readonly (readonly [key: string, value: StoredValue])[]> {
    this.#assertOpen();
    assertText(prefix, 'record');
    const found = [...(this.#tables.get(table) ?? [])].filter(([key]) => key.startsWith(prefix));
    return found.sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b))).map(([key, value]) => [key, copy(value)] as const);
  }

  async commit(changes: readonly StoreChange[], audit: readonly AuditInput[] = []): Promise<void> {
    this.#assertOpen();
    const commit = isolateCommit(changes, audit);
    for (const change of commit.changes) {
      const table = this.#tables.get(change.table) ?? new Map<string, StoredValue>();
      this.#tables.set(change.table, table);
      if (change.kind === 'put') table.set(change.key, change.value);
      else table.delete(change.key);
    }
    for (const input of commit.audit) this.#entries.push(linkEntry(this.#entries.at(-1) ?? CHAIN_START, input));
  }

  async putBlob(name: string, parts: readonly Uint8Array[]): Promise<void> {
    this.#assertOpen();
    assertBlobName(name);
    if (this.#blobs.has(name)) throw new SyftError('EXISTS', 'cannot write blob: its name is taken');
    this.#blobs.set(name, share(parts));
  }

  async getBlob(name: string): Promise<Uint8Array | undefined> {
    this.#assertOpen();
    assertBlobName(name);
    const blob = this.#blobs.get(name);
    return blob === undefined ? undefined : share([blob]);
  }

  async deleteBlob(name: string): Promise<void> {
    this.#assertOpen();
    assertBlobName(name);
    this.#blobs.delete(name);
  }

  async listBlobs(): Promise<readonly string[]> {
    this.#assertOpen();
    return [...this.#blobs.keys()].sort();
  }

  async audit(after: number, limit: number): Promise<readonly AuditEntry[]> {
    this.#assertOpen();
    const start = Math.max(0, after);
    return structuredClone(this.#entries.slice(start, start + Math.max(0, limit)));
  }

  async verifyAudit(known?: AuditPoint): Promise<AuditVerdict> {
    this.#assertOpen();
    return verifyChain(this.#entries, { known });
  }

  async close(): Promise<void> {
    this.#closed = true;
  }

  #assertOpen(): void {
    if (this.#closed) throw new SyftError('CLOSED', 'cannot use the store: it is closed');
  }
}

const copy = (value: StoredValue): StoredValue => (typeof value === 'string' ? value : new Uint8Array(value));

function share(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(new SharedArrayBuffer(parts.reduce((size, part) => size + part.length, 0)));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
