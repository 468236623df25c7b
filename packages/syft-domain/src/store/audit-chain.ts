import { createHash } from 'node:crypto';
import type { AuditEntry, AuditInput, AuditPoint, AuditVerdict } from './store.ts';

// Entry n's hash is SHA-256, in lower-case hexadecimal, over the UTF-8 bytes of
//   <hash of entry n-1, 64 hexadecimal digits> <canonical JSON of {at, detail, kind, sequence}>
// with nothing between them; entry 1 follows CHAIN_START. Canonical JSON is RFC 8785: members sorted by UTF-16 code units,
// no white space, strings and numbers as ECMAScript writes them.
//
// A bare chain shows any edit, any removal or reordering before its end. It cannot show that its last entries are gone, nor
// that all of it was computed anew: both need a point noted elsewhere, given as `known`.

/** The point before the first entry. */
export const CHAIN_START: AuditPoint = { sequence: 0, hash: '0'.repeat(64) };

/** JSON with sorted members and no white space (RFC 8785). `value` holds JSON values only. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
}

/** The entry that follows `previous`. */
export function linkEntry(previous: AuditPoint, { at, kind, detail }: AuditInput): AuditEntry {
  const sequence = previous.sequence + 1;
  return { at, kind, detail, sequence, hash: hashEntry(previous, { at, kind, detail, sequence }) };
}

function hashEntry(previous: AuditPoint, { at, kind, detail, sequence }: Omit<AuditEntry, 'hash'>): string {
  const text = previous.hash + canonicalJson({ at, detail, kind, sequence });
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

export interface ChainOptions {
  /** The point before the first of the entries: {@link CHAIN_START} unless told otherwise. */
  readonly from?: AuditPoint | undefined;
  /** A point that the chain must run through. */
  readonly known?: AuditPoint | undefined;
}

/** Checks a run of entries, link by link. Needs nothing but the entries, so that anyone who was handed them can do it. */
export function verifyChain(entries: Iterable<AuditEntry>, { from = CHAIN_START, known }: ChainOptions = {}): AuditVerdict {
  let point = from;
  for (const entry of entries) {
    const reason = checkLink(point, entry) ?? checkKnown(entry, known);
    if (reason !== undefined) return broken(point.sequence - from.sequence, point, reason);
    point = { sequence: entry.sequence, hash: entry.hash };
  }
  const count = point.sequence - from.sequence;
  if (known !== undefined && known.sequence > point.sequence) return broken(count, point, 'the chain ends before the known entry');
  return { ok: true, entries: count, head: point.hash };
}

function broken(entries: number, point: AuditPoint, reason: string): AuditVerdict {
  return { ok: false, entries, firstBad: point.sequence + 1, reason };
}

function checkLink(previous: AuditPoint, entry: AuditEntry): string | undefined {
  if (entry.sequence !== previous.sequence + 1) return 'the entry is missing or out of order';
  if (entry.hash !== hashEntry(previous, entry)) return 'the entry, its hash or the one before it was altered';
  return undefined;
}

function checkKnown(entry: AuditEntry, known: AuditPoint | undefined): string | undefined {
  return known?.sequence === entry.sequence && known.hash !== entry.hash ? 'the entry is not the known one' : undefined;
}
