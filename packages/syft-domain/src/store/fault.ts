import type { ErrorCode } from '@syft-libs/ast';

/** Why an operation failed, as plain data: it crosses from the store's thread. */
export interface Fault {
  readonly code: ErrorCode;
  readonly reason: string;
  /** The engine's own words. They stay in the error's `cause`. */
  readonly detail?: string;
  /** What is on disk is no longer known: nothing may be answered until the store is opened anew. */
  readonly fatal?: boolean;
}

/** Carries a {@link Fault} through the store's thread, which loads no other package. */
export class StoreFault extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.reason);
    this.fault = fault;
  }
}

// Primary result codes of SQLite (https://www.sqlite.org/rescode.html).
const SQLITE_FAULTS: Readonly<Record<number, Fault>> = {
  5: { code: 'LOCKED', reason: 'another process or another store holds the folder' },
  6: { code: 'LOCKED', reason: 'another process or another store holds the folder' },
  8: { code: 'INTERNAL', reason: 'the database cannot be written' },
  10: { code: 'INTERNAL', reason: 'the disk failed', fatal: true },
  11: { code: 'CORRUPT', reason: 'the database is damaged', fatal: true },
  13: { code: 'INTERNAL', reason: 'the disk is full' },
  14: { code: 'BAD_CONFIG', reason: 'the database cannot be opened' },
  26: { code: 'CORRUPT', reason: 'the database is damaged', fatal: true },
};

/** The fault behind anything that was thrown by the engine or by us. */
export function faultOf(error: unknown): Fault {
  if (error instanceof StoreFault) return error.fault;
  const { errcode, message } = error as { errcode?: unknown; message?: unknown };
  const known = typeof errcode === 'number' ? SQLITE_FAULTS[errcode & 0xff] : undefined;
  return { ...(known ?? { code: 'INTERNAL', reason: 'the database refused' }), detail: String(message) };
}
