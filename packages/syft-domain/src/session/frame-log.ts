import { createHash } from 'node:crypto';
import type { Environment } from '../environment.ts';
import type { FrameRecord } from '../store/commit-buffer.ts';
import type { AuditInput } from '../store/store.ts';

const PREFIX_DIGITS = 16;

/** Where a session's frame is kept: the log from which the session is rebuilt, and every value's provenance. */
export function frameKey(prefix: string, seq: number): string {
  return `${prefix}/${String(seq).padStart(10, '0')}`;
}

/** The number of the frame at a key. */
export function frameOfKey(key: string): number {
  return Number(key.slice(PREFIX_DIGITS + 1));
}

/** One audit entry a session: which frames, and the hash of their bytes in order. */
export function auditFrames(environment: Environment): (frames: readonly FrameRecord[]) => readonly AuditInput[] {
  return (frames) => {
    const sessions = Map.groupBy(frames, ({ key }) => key.slice(0, PREFIX_DIGITS));
    return [...sessions].map(([session, theirs]) => {
      const hash = createHash('sha256');
      for (const { bytes } of theirs) hash.update(bytes);
      const [first, last] = [theirs[0], theirs.at(-1)].map((frame) => frameOfKey((frame as FrameRecord).key)) as [number, number];
      return { at: environment.now(), kind: 'frames', detail: { session, first, last, sha256: hash.digest('hex') } };
    });
  };
}
