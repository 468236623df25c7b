import type { SeenMember, SeenType } from '../../surface/snapshot.ts';

/** What declarations and run time say together: what probing starts from, and what it fills in. */
export interface Merged {
  /** By id. */
  readonly types: readonly SeenType[];
  /** By path. */
  readonly members: readonly SeenMember[];
}

/** The order of everything that stands in a snapshot: by code units, alike on every machine. */
export function inOrder(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** What a path names in the end: its last segment. */
export function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** The path that a path stands below; empty for a root. */
export function ownerIn(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('.'), 0));
}
