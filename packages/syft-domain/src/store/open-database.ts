import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { StoreFault } from './fault.ts';
import { loadSqlite } from './sqlite.ts';

/** The schema's version, in `user_version`. Raise it with every change, and teach {@link prepareSchema} the way from the last. */
export const SCHEMA_VERSION = 1;

/** Marks the file as ours, in `application_id`: "SYFT". */
const APPLICATION_ID = 0x53594654;

/** Up to this size the structure of the whole file is checked at each start (some 0.5 s per GB); damage in a larger one shows when it is read. */
const CHECKED_BYTES = 256 * 1024 * 1024;

const SCHEMA = `
  CREATE TABLE records (tbl TEXT NOT NULL, key TEXT NOT NULL, value ANY NOT NULL, PRIMARY KEY (tbl, key)) STRICT, WITHOUT ROWID;
  CREATE TABLE audit (sequence INTEGER PRIMARY KEY, entry TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

export interface DatabaseOptions {
  readonly path: string;
  /** Pages that the write-ahead log may reach before it is folded into the file; 0 waits for the close. */
  readonly checkpointPages: number;
}

/**
 * Opens the database as its only user and brings its schema up to date. The lock is the operating system's on the open file,
 * so it ends with the process that holds it. Throws {@link StoreFault} or the engine's error.
 */
export function openDatabase({ path, checkpointPages }: DatabaseOptions): DatabaseSync {
  const { DatabaseSync } = loadSqlite();
  const database = new DatabaseSync(path, { timeout: 50 });
  try {
    // Exclusive from the first access on: then the log's index lives in our memory and nobody else can join.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    assertKnown(database);
    database.exec('COMMIT');
    setDurability(database, checkpointPages);
    prepareSchema(database);
    assertSound(database, path);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function assertKnown(database: DatabaseSync): void {
  const version = Number(pragma(database, 'user_version'));
  const application = pragma(database, 'application_id');
  const isEmpty = pragma(database, 'schema_version') === 0;
  if (isEmpty && version === 0) return;
  if (application !== APPLICATION_ID) throw new StoreFault({ code: 'CORRUPT', reason: 'the file is not a database of a Syft domain' });
  if (version <= SCHEMA_VERSION) return;
  const reason = `it was written by a newer release (schema ${version}, this one reads up to ${SCHEMA_VERSION}); install that release`;
  throw new StoreFault({ code: 'BAD_CONFIG', reason });
}

function setDurability(database: DatabaseSync, checkpointPages: number): void {
  if (pragma(database, 'journal_mode = WAL') !== 'wal') {
    throw new StoreFault({ code: 'BAD_CONFIG', reason: 'its file system cannot hold a write-ahead log' });
  }
  // FULL syncs the log at every commit. The two below matter on macOS, where a plain sync stops at the drive's cache.
  database.exec('PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON');
  database.exec(`PRAGMA wal_autocheckpoint = ${Math.trunc(checkpointPages)}; PRAGMA journal_size_limit = 67108864`);
  database.exec('PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY');
}

/** Version and tables are written in one transaction, so a kill leaves either none of them or all. */
function prepareSchema(database: DatabaseSync): void {
  if (pragma(database, 'user_version') === SCHEMA_VERSION) return;
  database.exec(`BEGIN IMMEDIATE; ${SCHEMA} COMMIT`);
}

function assertSound(database: DatabaseSync, path: string): void {
  if (statSync(path).size > CHECKED_BYTES) return;
  const answer = pragma(database, 'quick_check(1)');
  if (answer !== 'ok') throw new StoreFault({ code: 'CORRUPT', reason: 'the database is damaged', detail: String(answer) });
}

function pragma(database: DatabaseSync, text: string): unknown {
  return Object.values(database.prepare(`PRAGMA ${text}`).get() ?? {})[0];
}
