/** How far a support package's version has to move, from not at all. */
export const BUMPS = ['none', 'patch', 'minor', 'major'] as const;
export type Bump = (typeof BUMPS)[number];

/** What a change is about. */
export type ChangeKind =
  | 'library'
  | 'appeared'
  | 'vanished'
  | 'verdict'
  | 'kind'
  | 'takes-more'
  | 'takes-less'
  | 'gives'
  | 'behaviour'
  | 'type'
  | 'evidence'
  | 'text';

/** One difference between two versions, and how far it alone moves the version of the support package. */
export interface Change {
  /** A member's path, a type's id, or the name of the library. */
  readonly path: string;
  readonly kind: ChangeKind;
  readonly bump: Bump;
  /** What is different and why that is the bump, in words for people. */
  readonly reason: string;
}

/** A library on both sides; `null` where it is not there. */
export interface ComparedLibrary {
  readonly name: string;
  readonly root: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** All that is different between two versions of one library, or of the libraries of one support package. */
export interface LibraryDiff {
  readonly libraries: readonly ComparedLibrary[];
  /** Largest bump first, then by path. */
  readonly changes: readonly Change[];
  /** The largest of all changes; `none` when nothing changed. */
  readonly bump: Bump;
}

/** The larger of two bumps. */
export function largerBump(left: Bump, right: Bump): Bump {
  return BUMPS.indexOf(left) >= BUMPS.indexOf(right) ? left : right;
}

/** Puts changes in order and sums them up. */
export function diffOf(libraries: readonly ComparedLibrary[], changes: readonly Change[]): LibraryDiff {
  const order = (left: Change, right: Change): number =>
    BUMPS.indexOf(right.bump) - BUMPS.indexOf(left.bump) || compareText(left.path, right.path) || compareText(left.reason, right.reason);
  return {
    libraries,
    changes: [...changes].sort(order),
    bump: changes.reduce<Bump>((bump, change) => largerBump(bump, change.bump), 'none'),
  };
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
