import type { Verdict } from './manifest.ts';

/** A person's word on one member, with the reason that the manifest and the README will show. */
export interface MemberDecision {
  readonly verdict?: Verdict;
  readonly reason: string;
  /** Signatures that replace what was found: `(x: NdArray, public axis?: number) => NdArray`. */
  readonly signatures?: readonly string[];
  /** Names of parameters that are public, or `copy` and `out` parameters that leave the signature. */
  readonly publicParams?: readonly string[];
  readonly dropParams?: readonly string[];
  readonly rows?: 'keep' | 'select' | 'reduce' | 'mix' | 'permute';
  readonly disclosure?: 'assign' | 'aggregate' | 'metadata';
  readonly shapeDependsOnData?: boolean;
}

export interface LibraryDecisions {
  /** The npm package. */
  readonly name: string;
  /** Versions that the support package is for; bounded above. */
  readonly range: string;
  readonly root: string;
  readonly aliases?: Readonly<Record<string, string>>;
  /** By path below the root; `images.*` stands for every member below `images`. */
  readonly members?: Readonly<Record<string, MemberDecision>>;
}

/** The one hand-written input of a support package: `support.config.ts`. Regenerating never touches it. */
export interface Decisions {
  readonly libraries: readonly LibraryDecisions[];
}

/** Types a `support.config.ts`. */
export function defineDecisions(decisions: Decisions): Decisions {
  return decisions;
}
