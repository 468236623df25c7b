import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Every touch of the disk that a blob needs. Small, so that a test can record it and replay what a power cut would leave. */
export interface FileLayer {
  /** Creates a file, for its owner alone (0600). Fails when it exists. */
  open(path: string): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  /** Makes the names in a folder durable: what was created, renamed or removed. */
  syncFolder(path: string): Promise<void>;
  /** A file's bytes in memory that threads may share, or `undefined` when there is none. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Removes a file; no-op when there is none. */
  remove(path: string): Promise<void>;
  /** Names in a folder. */
  list(path: string): Promise<readonly string[]>;
}

export interface OpenFile {
  /** Appends all of the bytes. */
  write(bytes: Uint8Array): Promise<void>;
  /** Makes the content durable. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** One read or write call takes at most this much: the system's own bound lies at 2 GiB. */
const STEP_BYTES = 1024 * 1024 * 1024;

/** The real disk. */
export const diskFiles: FileLayer = {
  async open(path) {
    const file = await open(path, 'wx', 0o600);
    return { write: (bytes) => writeAll(file, bytes), sync: () => file.sync(), close: () => file.close() };
  },
  rename: (from, to) => rename(from, to),
  syncFolder,
  async read(path) {
    const file = await open(path, 'r').catch(ignoreMissing);
    if (file === undefined) return undefined;
    try {
      return await readAll(file);
    } finally {
      await file.close();
    }
  },
  remove: (path) => rm(path, { force: true }),
  list: (path) => readdir(path),
};

/** Makes the names in a folder durable. Windows has no such call, and keeps names in its journal. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, constants.O_RDONLY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Creates a folder and those above it that lack, for their owner alone (0700), durably. `path` is absolute. */
export async function createFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = path; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, at, Math.min(STEP_BYTES, bytes.length - at));
    at += bytesWritten;
  }
}

async function readAll(file: FileHandle): Promise<Uint8Array> {
  const { size } = await file.stat();
  const bytes = new Uint8Array(new SharedArrayBuffer(size));
  for (let at = 0; at < size; ) {
    const { bytesRead } = await file.read(bytes, at, Math.min(STEP_BYTES, size - at), at);
    if (bytesRead === 0) throw new Error('the file is shorter than it says');
    at += bytesRead;
  }
  return bytes;
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
