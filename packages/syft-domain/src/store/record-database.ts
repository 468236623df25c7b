import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { CHAIN_START, canonicalJson, linkEntry, verifyChain } from './audit-chain.ts';
import { type Fault, faultOf, StoreFault } from './fault.ts';
import { type DatabaseOptions, openDatabase } from './open-database.ts';
import type { AuditEntry, AuditInput, AuditPoint, AuditVerdict, StoreChange, StoredValue, StoreTable } from './store.ts';

/** What one call of `commit` brings: all of it is kept, or none. */
export interface Commit {
  readonly changes: readonly StoreChange[];
  readonly audit: readonly AuditInput[];
}

/** A stretch of the chain that was checked. `next` is where to go on; it is absent when the verdict is final. */
export interface CheckedStretch {
  readonly verdict: AuditVerdict;
  readonly next?: AuditPoint;
}

/** The records and the audit in one SQLite file. Synchronous: it runs in the store's own thread. */
export class RecordDatabase {
  readonly #database: DatabaseSync;
  readonly #statements: ReturnType<typeof prepareStatements>;
  #head: AuditPoint;

  constructor(options: DatabaseOptions) {
    this.#database = openDatabase(options);
    this.#statements = prepareStatements(this.#database);
    const last = this.#statements.lastAudit.get() as { sequence: number; hash: string } | undefined;
    this.#head = last === undefined ? CHAIN_START : { sequence: last.sequence, hash: last.hash };
  }

  get(table: StoreTable, key: string): StoredValue | undefined {
    return this.#statements.get.get(table, key)?.['value'] as StoredValue | undefined;
  }

  scan(table: StoreTable, prefix: string): readonly (readonly [string, StoredValue])[] {
    const found: [string, StoredValue][] = [];
    // Keys with a common prefix stand together in byte order: the first one without it ends the scan.
    for (const { key, value } of this.#statements.scan.iterate(table, prefix)) {
      if (!(key as string).startsWith(prefix)) break;
      found.push([key as string, value as StoredValue]);
    }
    return found;
  }

  /**
   * Keeps commits in one transaction, with one sync. When one of them fails they are kept one by one, so that it takes no other
   * with it. Answers with one fault or `undefined` for each; after a fatal fault the rest carry the same.
   */
  commitAll(commits: readonly Commit[]): readonly (Fault | undefined)[] {
    const together = this.#transact(commits);
    if (together === undefined || together.fatal === true || commits.length === 1) return commits.map(() => together);
    let fatal: Fault | undefined;
    return commits.map((commit) => {
      const fault = fatal ?? this.#transact([commit]);
      if (fault?.fatal === true) fatal = fault;
      return fault;
    });
  }

  /** Entries after `after`, oldest first. Throws `CORRUPT` when one cannot be read. */
  audit(after: number, limit: number): readonly AuditEntry[] {
    return this.#statements.audit.all(after, limit).map((row) => {
      const entry = readEntry(row);
      if (entry === undefined) throw new StoreFault({ code: 'CORRUPT', reason: 'an audit entry cannot be read' });
      return entry;
    });
  }

  /** Checks at most `limit` entries after `from`. */
  verify(from: AuditPoint, known: AuditPoint | undefined, limit: number): CheckedStretch {
    const rows = this.#statements.audit.all(from.sequence, limit);
    const isLast = rows.length < limit;
    // Before the chain's end, a known point beyond this stretch is none of its business.
    const isNear = isLast || (known !== undefined && known.sequence <= from.sequence + limit);
    const entries = rows.map((row) => readEntry(row) ?? unreadable(row));
    const verdict = verifyChain(entries, { from, known: isNear ? known : undefined });
    return isLast || !verdict.ok ? { verdict } : { verdict, next: { sequence: from.sequence + limit, hash: verdict.head } };
  }

  /** Folds the log into the file and lets go of the lock. */
  close(): void {
    this.#database.close();
  }

  #transact(commits: readonly Commit[]): Fault | undefined {
    const database = this.#database;
    try {
      database.exec('BEGIN IMMEDIATE');
      let head = this.#head;
      for (const commit of commits) head = this.#apply(commit, head);
      database.exec('COMMIT');
      this.#head = head;
      return undefined;
    } catch (error) {
      const fault = faultOf(error);
      try {
        if (database.isTransaction) database.exec('ROLLBACK');
      } catch {
        return { ...fault, fatal: true };
      }
      return fault;
    }
  }

  #apply({ changes, audit }: Commit, head: AuditPoint): AuditPoint {
    const { put, remove, append } = this.#statements;
    for (const change of changes) {
      if (change.kind === 'put') put.run(change.table, change.key, change.value);
      else remove.run(change.table, change.key);
    }
    let point = head;
    for (const input of audit) {
      const { at, detail, kind, sequence, hash } = linkEntry(point, input);
      append.run(sequence, canonicalJson({ at, detail, kind }), hash);
      point = { sequence, hash };
    }
    return point;
  }
}

function prepareStatements(database: DatabaseSync) {
  return {
    get: database.prepare('SELECT value FROM records WHERE tbl = ? AND key = ?'),
    scan: database.prepare('SELECT key, value FROM records WHERE tbl = ? AND key >= ? ORDER BY key'),
    // Node 22 binds empty bytes as NULL.
    put: database.prepare("INSERT OR REPLACE INTO records (tbl, key, value) VALUES (?, ?, coalesce(?, x''))"),
    remove: database.prepare('DELETE FROM records WHERE tbl = ? AND key = ?'),
    append: database.prepare('INSERT INTO audit (sequence, entry, hash) VALUES (?, ?, ?)'),
    audit: database.prepare('SELECT sequence, entry, hash FROM audit WHERE sequence > ? ORDER BY sequence LIMIT ?'),
    lastAudit: database.prepare('SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1'),
  } satisfies Record<string, StatementSync>;
}

type Row = ReturnType<StatementSync['all']>[number];

function readEntry(row: Row): AuditEntry | undefined {
  try {
    const { at, kind, detail } = JSON.parse(row['entry'] as string) as AuditInput;
    return { at, kind, detail, sequence: row['sequence'] as number, hash: row['hash'] as string };
  } catch {
    return undefined;
  }
}

/** Stands for an entry that is not JSON any more: no hash fits it. */
function unreadable(row: Row): AuditEntry {
  return { at: 0, kind: '', detail: {}, sequence: row['sequence'] as number, hash: '' };
}
