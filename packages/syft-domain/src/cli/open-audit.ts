import { openStore } from '../store/open-store.ts';
import type { AuditEntry, AuditVerdict } from '../store/store.ts';
import { connectRunning, type OwnedDomain, whileLocked } from './open-owner.ts';

/** An audit as its owner reads it. */
export interface OpenAudit {
  /** Entries after a sequence number, oldest first. */
  read(after: number, limit: number): Promise<readonly AuditEntry[]>;
  verify(): Promise<AuditVerdict>;
  close(): Promise<void>;
}

/** The domain need not run, nor its libraries be installed: then the audit is read from the folder, and stays as it is. */
export async function openAudit(folder: string): Promise<OpenAudit> {
  return whileLocked(async () => {
    const running = await connectRunning(folder);
    if (running !== undefined) return auditOf(running);
    const store = await openStore(folder);
    return { read: (after, limit) => store.audit(after, limit), verify: () => store.verifyAudit(), close: () => store.close() };
  });
}

function auditOf({ connection, close }: OwnedDomain): OpenAudit {
  return {
    read: (after, limit) => connection.call('owner.audit', { args: { after, limit } }),
    verify: () => connection.call('owner.verifyAudit'),
    close,
  };
}

/** Entries that are asked for at a time. */
const PAGE = 500;

/** The last `count` entries. The end is found by asking for one entry at a time, ever further on, then between. */
export async function readTail({ read }: Pick<OpenAudit, 'read'>, count: number): Promise<readonly AuditEntry[]> {
  const isPast = async (sequence: number): Promise<boolean> => (await read(sequence, 1)).length === 0;
  let low = 0;
  let high = 1;
  while (!(await isPast(high))) [low, high] = [high, high * 2];
  // Entry `low` exists, or is 0; none follows `high`.
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (await isPast(middle)) high = middle;
    else low = middle;
  }
  const last = (await isPast(low)) ? low : high;
  const entries: AuditEntry[] = [];
  for (let after = Math.max(0, last - count); after < last; after = entries.at(-1)?.sequence ?? last) {
    entries.push(...(await read(after, Math.min(PAGE, last - after))));
  }
  return entries;
}
