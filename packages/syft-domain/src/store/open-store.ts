import { chmod, open, readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { SyftError } from '@syft-libs/ast';
import { CHAIN_START } from './audit-chain.ts';
import { BlobFolder } from './blob-folder.ts';
import { assertText, isolateCommit } from './check-input.ts';
import { createFolder, diskFiles, type FileLayer, syncFolder } from './file-layer.ts';
import type { AuditEntry, AuditInput, AuditPoint, AuditVerdict, Store, StoreChange, StoredValue, StoreTable } from './store.ts';
import { ThreadClient } from './thread-client.ts';

export interface OpenStoreOptions {
  /** Pages of 4 KiB that the write-ahead log may reach before it is folded into the database; 0 waits for the close. */
  readonly checkpointPages?: number;
  /** How blobs reach the disk. */
  readonly files?: FileLayer;
}

/** Entries of the audit that are checked at a stretch; commits are served in between. */
const STRETCH = 4_096;

/**
 * Opens, or makes, the store in `dataDir`: `store.db` with its log for records and audit, `blobs/` for blobs. Rejects with
 * `LOCKED` while anybody else holds it, `CORRUPT` when it is damaged, `BAD_CONFIG` when a newer release wrote it or the folder
 * cannot be used. Then nothing in the folder is removed or altered, except that SQLite may fold a log that a kill left behind.
 */
export async function openStore(dataDir: string, { checkpointPages = 1_000, files = diskFiles }: OpenStoreOptions = {}): Promise<Store> {
  const folder = resolve(dataDir);
  const path = join(folder, 'store.db');
  const blobs = join(folder, 'blobs');
  await prepareFolder(folder, path, blobs);
  const thread = await ThreadClient.start({ path, checkpointPages });
  try {
    // Only now: whoever sweeps unfinished blobs must be the one who holds the lock.
    return new FolderStore(thread, await BlobFolder.open(blobs, files));
  } catch (error) {
    await thread.close();
    throw error;
  }
}

async function prepareFolder(folder: string, path: string, blobs: string): Promise<void> {
  try {
    await createFolder(blobs);
    if ((await sizeOf(path)) === 0) await prepareDatabase(folder, path, blobs);
  } catch (cause) {
    if (cause instanceof SyftError) throw cause;
    throw new SyftError('BAD_CONFIG', 'cannot open the store: the folder cannot be used', { cause });
  }
}

/** Makes the empty file of a new store, unless the folder shows that there was one before. */
async function prepareDatabase(folder: string, path: string, blobs: string): Promise<void> {
  const kept = (await readdir(blobs)).some((file) => !file.startsWith('.'));
  if (kept || (await sizeOf(`${path}-wal`)) > 0) {
    throw new SyftError('CORRUPT', 'cannot open the store: its database is gone and other files of it are there');
  }
  await chmod(folder, 0o700);
  // An existing database is never opened here: closing it again would end the locks that this process holds on it.
  const file = await open(path, 'wx', 0o600).catch(ignoreExisting);
  await file?.close();
  await syncFolder(folder);
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return 0;
      throw error;
    },
  );
}

function ignoreExisting(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'EEXIST') throw error;
}

class FolderStore implements Store {
  readonly #thread: ThreadClient;
  readonly #blobs: BlobFolder;
  #closing: Promise<void> | undefined;

  constructor(thread: ThreadClient, blobs: BlobFolder) {
    this.#thread = thread;
    this.#blobs = blobs;
  }

  async get(table: StoreTable, key: string): Promise<StoredValue | undefined> {
    this.#assertOpen();
    assertText(key, 'record');
    return this.#thread.call('get', { table, key });
  }

  async scan(table: StoreTable, prefix = ''): Promise<readonly (readonly [key: string, value: StoredValue])[]> {
    this.#assertOpen();
    assertText(prefix, 'record');
    return this.#thread.call('scan', { table, prefix });
  }

  async commit(changes: readonly StoreChange[], audit: readonly AuditInput[] = []): Promise<void> {
    this.#assertOpen();
    await this.#thread.call('commit', isolateCommit(changes, audit));
  }

  async putBlob(name: string, parts: readonly Uint8Array[]): Promise<void> {
    this.#assertOpen();
    await this.#blobs.put(name, parts);
  }

  async getBlob(name: string): Promise<Uint8Array | undefined> {
    this.#assertOpen();
    return this.#blobs.get(name);
  }

  async deleteBlob(name: string): Promise<void> {
    this.#assertOpen();
    await this.#blobs.delete(name);
  }

  async listBlobs(): Promise<readonly string[]> {
    this.#assertOpen();
    return this.#blobs.list();
  }

  async audit(after: number, limit: number): Promise<readonly AuditEntry[]> {
    this.#assertOpen();
    return this.#thread.call('audit', { after, limit: Math.max(0, limit) });
  }

  async verifyAudit(known?: AuditPoint): Promise<AuditVerdict> {
    this.#assertOpen();
    let checked = 0;
    let from: AuditPoint | undefined = CHAIN_START;
    let verdict: AuditVerdict = { ok: true, entries: 0, head: CHAIN_START.hash };
    while (from !== undefined) {
      const stretch: { readonly verdict: AuditVerdict; readonly next?: AuditPoint } = await this.#thread.call('verify', {
        from,
        known,
        limit: STRETCH,
      });
      verdict = { ...stretch.verdict, entries: checked + stretch.verdict.entries };
      checked = verdict.entries;
      from = stretch.next;
    }
    return verdict;
  }

  close(): Promise<void> {
    this.#closing ??= this.#blobs.settle().then(() => this.#thread.close());
    return this.#closing;
  }

  #assertOpen(): void {
    if (this.#closing !== undefined) throw new SyftError('CLOSED', 'cannot use the store: it is closed');
  }
}
