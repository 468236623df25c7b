import type { Manifest, Verdict } from '@syft-libs/ast';
import type { Example, Sample } from './sample.ts';
import type { EntryPoint, GrowthTerm, Hazard, Travel } from './snapshot.ts';

/** All that a support package is printed from: `decide` makes it of snapshots and a person's decisions, `emit` reads it. */
export interface PackagePlan {
  /** `@syft-libs/ml-matrix`. */
  readonly packageName: string;
  readonly manifest: Manifest;
  /** One for each library of the manifest, in its order. */
  readonly libraries: readonly LibraryPlan[];
  /** Another package runs its cases, since what runs cases stands on it. */
  readonly tests?: 'elsewhere';
}

/** What of a library the manifest does not say, and the package needs. */
export interface LibraryPlan {
  readonly name: string;
  readonly version: string;
  readonly root: string;
  /** Versions that the package is for: `>=6.15.1 <7.0.0`. */
  readonly range: string;
  /** The file of a module of the package itself, where that is the library: `./src/library/index.ts`. */
  readonly module?: string;
  /** Those that load. */
  readonly entryPoints: readonly EntryPoint[];
  /** Types whose codec is generated. */
  readonly codecs: readonly CodecPlan[];
  /** By path, allowed entries alone. */
  readonly bounds: Readonly<Record<string, BoundPlan>>;
  readonly hazards: Readonly<Record<string, readonly Hazard[]>>;
  readonly cases: Readonly<Record<string, readonly Example[]>>;
  /** How to make a sample of each type whose members no export leads to, by type id. */
  readonly samples: Readonly<Record<string, Sample>>;
  /** How to make instances, by type id: what the generated tests take for operands. */
  readonly recipes: Readonly<Record<string, readonly Sample[]>>;
  /** What a person's decisions on its members came to. */
  readonly outcomes?: readonly DecisionOutcome[];
}

/** What one decision on members of a library came to. */
export interface DecisionOutcome {
  readonly library: string;
  /** The path or pattern that it stands under. */
  readonly key: string;
  /** The verdict that it asks for; `null` where it leaves that to the rules. */
  readonly asked: Verdict | null;
  readonly members: readonly DecidedMember[];
}

/** A member that a decision is about, as it was judged. */
export interface DecidedMember {
  readonly path: string;
  readonly verdict: Verdict;
  readonly rule: string;
  readonly reason: string;
  /** A person's signatures stand in place of those that were found. */
  readonly hasOwnSignatures: boolean;
  /** What the person who allowed it still has to see to. */
  readonly open: readonly OpenPoint[];
}

/** `no-cost`: nothing bounds what a call costs. `no-cases`: no call that was seen is one by its signatures, so tests make all of them up. */
export type OpenPoint = 'no-cost' | 'no-cases';

export interface CodecPlan {
  /** `matrix.Matrix`. */
  readonly type: string;
  /** `matrix/Matrix`. */
  readonly tag: string;
  readonly travel: Travel;
}

export interface BoundPlan {
  readonly size: PlannedGrowth;
  readonly time: PlannedGrowth;
  /** What the result's lengths along its axes are, where they are known. */
  readonly dims?: readonly string[];
}

export interface PlannedGrowth {
  readonly factor: number;
  /** What a value counts as where its operand is left out, and where it is data; without it such a call is refused. */
  readonly terms: readonly (GrowthTerm & { readonly other?: number })[];
}
