import type { Decisions } from '@syft-libs/ast';
import { rangeOf } from '../../decide/decision-lookup.ts';
import type { Snapshot } from '../../surface/snapshot.ts';

/** What a support package starts from: the libraries and their ranges, and no word of a person on any member. */
export function initialDecisions(snapshots: readonly Snapshot[]): Decisions {
  return {
    libraries: snapshots.map((snapshot) => {
      const { name, root } = snapshot.library;
      return { name, range: rangeOf(snapshot, undefined), root };
    }),
  };
}
