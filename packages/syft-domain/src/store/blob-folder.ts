import { join } from 'node:path';
import { SyftError } from '@syft-libs/ast';
import { assertBlobName, isBlobName } from './check-input.ts';
import type { FileLayer } from './file-layer.ts';

/** Unfinished files begin so; no blob's name does. */
const UNFINISHED = '.new-';

/**
 * One file for each blob. A name appears in the folder only once its content is durable, so a kill leaves a blob whole or
 * not there. What it says is right as long as nobody else writes in the folder: whoever opens it holds the store's lock.
 */
export class BlobFolder {
  readonly #path: string;
  readonly #files: FileLayer;
  readonly #names: Set<string>;
  /** The last operation on each name: operations on one name run in their order, on different names at the same time. */
  readonly #turns = new Map<string, Promise<unknown>>();

  /** Sweeps what a killed writer left unfinished, and lists the rest. */
  static async open(path: string, files: FileLayer): Promise<BlobFolder> {
    const found = await attempt('open the store', () => files.list(path));
    const left = found.filter((file) => file.startsWith(UNFINISHED));
    for (const file of left) await attempt('open the store', () => files.remove(join(path, file)));
    return new BlobFolder(path, files, found);
  }

  private constructor(path: string, files: FileLayer, found: readonly string[]) {
    this.#path = path;
    this.#files = files;
    this.#names = new Set(found.map(nameOf).filter(isBlobName));
  }

  put(name: string, parts: readonly Uint8Array[]): Promise<void> {
    return this.#inTurn(name, async () => {
      if (this.#names.has(name)) throw new SyftError('EXISTS', 'cannot write blob: its name is taken');
      const unfinished = join(this.#path, UNFINISHED + fileOf(name));
      try {
        await attempt('write blob', () => this.#write(unfinished, name, parts));
      } catch (error) {
        await this.#undo([unfinished, join(this.#path, fileOf(name))]);
        throw error;
      }
      this.#names.add(name);
    });
  }

  get(name: string): Promise<Uint8Array | undefined> {
    return this.#inTurn(name, async () => {
      if (!this.#names.has(name)) return undefined;
      const bytes = await attempt('read blob', () => this.#files.read(join(this.#path, fileOf(name))));
      if (bytes === undefined) throw new SyftError('CORRUPT', 'cannot read blob: its file is gone');
      return bytes;
    });
  }

  delete(name: string): Promise<void> {
    return this.#inTurn(name, async () => {
      if (!this.#names.has(name)) return;
      await attempt('remove blob', async () => {
        await this.#files.remove(join(this.#path, fileOf(name)));
        this.#names.delete(name);
        await this.#files.syncFolder(this.#path);
      });
    });
  }

  list(): readonly string[] {
    return [...this.#names].sort();
  }

  /** Waits for all that was handed in. */
  async settle(): Promise<void> {
    await Promise.allSettled([...this.#turns.values()]);
  }

  async #write(unfinished: string, name: string, parts: readonly Uint8Array[]): Promise<void> {
    const file = await this.#files.open(unfinished);
    try {
      for (const part of parts) await file.write(part);
      await file.sync();
    } finally {
      await file.close();
    }
    await this.#files.rename(unfinished, join(this.#path, fileOf(name)));
    await this.#files.syncFolder(this.#path);
  }

  /** Takes back a blob that could not be made durable; its name is free again. */
  async #undo(paths: readonly string[]): Promise<void> {
    for (const path of paths) await this.#files.remove(path).catch(() => undefined);
  }

  async #inTurn<Result>(name: string, run: () => Promise<Result>): Promise<Result> {
    assertBlobName(name);
    const before = this.#turns.get(name);
    const turn = (before ?? Promise.resolve()).catch(() => undefined).then(run);
    this.#turns.set(name, turn);
    try {
      return await turn;
    } finally {
      if (this.#turns.get(name) === turn) this.#turns.delete(name);
    }
  }
}

// A colon, which uids hold, is not a character of file names everywhere; no name holds a plus sign.
const fileOf = (name: string) => name.replaceAll(':', '+');
const nameOf = (file: string) => file.replaceAll('+', ':');

async function attempt<Result>(doing: string, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const reason = code === 'ENOSPC' || code === 'EDQUOT' ? 'the disk is full' : 'the file system refused';
    throw new SyftError('INTERNAL', `cannot ${doing}: ${reason}`, { cause });
  }
}
