import type { Signature, Verdict } from '@syft-libs/ast';

/**
 * A member as a comparison sees it, whether a manifest or a snapshot told of it. What only one of the two knows is a trait or
 * a note, so that both are compared by the same rules.
 */
export interface MemberView {
  readonly path: string;
  readonly kind: string;
  readonly verdict: Verdict;
  /** Why it has that verdict. */
  readonly reason: string;
  /** What it is called on pointers. */
  readonly remoteName: string;
  readonly signatures: readonly Signature[];
  readonly traits: readonly Trait[];
  /** What a change of which shows nobody who calls it: documentation, evidence. By subject, as text. */
  readonly notes: Readonly<Record<string, string>>;
}

/** Something that a member does besides taking and giving. */
export interface Trait {
  /** `draws random numbers`: how it reads after "it". */
  readonly name: string;
  /** `yes`, or what it does in detail. Absent traits are those that the member does not have. */
  readonly value: string;
  /** How much it weighs when it comes, goes, or has another value. */
  readonly weight: TraitWeight;
}

/**
 * `result`: the same call gives something else once it comes, and only becomes steadier when it goes. `rule`: rules about
 * releases may judge its results otherwise. `inside`: nobody outside sees it.
 */
export type TraitWeight = 'result' | 'rule' | 'inside';

/** A type as a comparison sees it. */
export interface TypeView {
  readonly id: string;
  /** How its values travel; `null` when they cannot. */
  readonly travels: string | null;
  readonly accepts: readonly string[];
  readonly extends: readonly string[];
  readonly notes: Readonly<Record<string, string>>;
}

/** One library, one version. */
export interface LibraryView {
  readonly name: string;
  readonly root: string;
  readonly version: string;
  readonly members: readonly MemberView[];
  readonly types: readonly TypeView[];
  readonly notes: Readonly<Record<string, string>>;
}
