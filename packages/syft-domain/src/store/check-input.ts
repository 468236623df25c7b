import { SyftError } from '@syft-libs/ast';
import type { Commit } from './record-database.ts';
import type { AuditInput, StoreChange, StoredValue } from './store.ts';

/** Lower case, so that two names never meet on a disk that ignores case; no separator and no leading dot, so that none leaves its folder. */
const BLOB_NAME = /^[a-z0-9][a-z0-9._:-]{0,127}$/;

/** True for a name that a blob may have. */
export function isBlobName(name: unknown): name is string {
  return typeof name === 'string' && BLOB_NAME.test(name);
}

/** Throws `BAD_ARGUMENT` for a name that no blob may have. */
export function assertBlobName(name: unknown): asserts name is string {
  if (!isBlobName(name)) throw new SyftError('BAD_ARGUMENT', 'cannot name blob: only a-z, 0-9 and . _ : - may stand in its name');
}

/** Throws `BAD_ARGUMENT` for a text that would not come back as it went in: a lone surrogate, or the character 0. */
export function assertText(text: unknown, noun: string): asserts text is string {
  if (typeof text === 'string' && text.isWellFormed() && !text.includes('\0')) return;
  throw new SyftError('BAD_ARGUMENT', `cannot store ${noun}: it is not well-formed text`);
}

/** Checks a commit and copies its bytes, so that nothing that happens to the caller's objects afterwards reaches the store. */
export function isolateCommit(changes: readonly StoreChange[], audit: readonly AuditInput[]): Commit {
  return { changes: changes.map(isolateChange), audit: audit.map(isolateAudit) };
}

function isolateChange(change: StoreChange): StoreChange {
  const { kind, table, key } = change;
  assertText(key, 'record');
  return kind === 'put' ? { kind, table, key, value: copyValue(change.value) } : { kind, table, key };
}

function copyValue(value: StoredValue): StoredValue {
  if (typeof value !== 'string') return new Uint8Array(value);
  assertText(value, 'record');
  return value;
}

function isolateAudit({ at, kind, detail }: AuditInput): AuditInput {
  assertText(kind, 'audit entry');
  if (!Number.isFinite(at)) throw unfitDetail();
  const members = Object.entries(detail).map(([name, value]) => {
    assertText(name, 'audit entry');
    return [name, isolateDetail(value)];
  });
  return { at, kind, detail: Object.fromEntries(members) };
}

function isolateDetail(value: AuditInput['detail'][string]): AuditInput['detail'][string] {
  if (value === null || typeof value === 'boolean') return value;
  // JSON has no -0: the sum makes it 0.
  if (typeof value === 'number' && Number.isFinite(value)) return value + 0;
  if (Array.isArray(value)) {
    for (const text of value) assertText(text, 'audit entry');
    return [...value];
  }
  if (typeof value !== 'string') throw unfitDetail();
  assertText(value, 'audit entry');
  return value;
}

function unfitDetail(): SyftError {
  return new SyftError('BAD_ARGUMENT', 'cannot store audit entry: it holds something that JSON cannot');
}
