import type { ProbeFacts } from './snapshot.ts';

/** What probing showed as it stands for those who call a member by its inferred signatures, and by no others. */
export function asMeant<P extends ProbeFacts | null>(probe: P): P {
  return probe === null ? probe : { ...probe, ...probe.meant };
}
