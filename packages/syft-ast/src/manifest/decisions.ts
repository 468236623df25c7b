import type { ManifestMember, ManifestType, Verdict } from './manifest.ts';

/**
 * A person's word on one member, with the reason that the manifest and the README will show. Without a verdict it adds to what
 * was found, and the rules judge the result.
 */
export interface MemberDecision {
  /** `allow` reaches past a rule that asks for a person; never past i/o, generated code, kept state or types that are unknown. */
  readonly verdict?: Verdict;
  readonly reason: string;
  /** Signatures that replace what was found: `(x: NdArray, public axis?: number) => NdArray`. */
  readonly signatures?: readonly string[];
  /** Names of parameters that are public, or `copy` and `out` parameters that leave the signature. */
  readonly publicParams?: readonly string[];
  readonly dropParams?: readonly string[];
  /** Whose word holds where a declaration and what probing saw differ. */
  readonly accept?: 'probe' | 'declaration';
  /** What was seen, and what a person who has read the code knows to be harmless: why, for each. */
  readonly clears?: Readonly<Partial<Record<Danger, string>>>;
  readonly rows?: ManifestMember['effects']['rows'];
  readonly disclosure?: ManifestMember['disclosure'];
  readonly shapeDependsOnData?: boolean;
}

/** What only a reason of its own can clear. `mutates` says that no operand is changed once dropped parameters are gone. */
export type Danger = 'io' | 'evals' | 'moduleState' | 'mutates';

/** A person's word on a type of the library. */
export interface TypeDecision {
  readonly reason: string;
  /** `hand-written`: a codec of the package's own does it; `none`: its values never travel. Else what was seen decides. */
  readonly codec?: 'hand-written' | 'none';
  /** The codec's tag where it is not `<root>/<name>`. */
  readonly tag?: string;
  readonly detect?: ManifestType['detect'];
  /** Types that stand for it as an argument, in place of those that a rule gives. */
  readonly accepts?: readonly string[];
  /**
   * For an exported object that is nothing but members of a type of the grammar: that type, `number[]`. Functions in it that
   * declare `this` are methods of such values, fields that these have are properties; all else stays what it is.
   */
  readonly membersOf?: string;
  /** The full id of the type of another library that this one is: `ndarray.NdArray`. */
  readonly sameAs?: string;
}

/** A module of the support package itself that stands for a library: members of the language's own values, say. */
export interface OwnModule {
  /** From the package's folder: `./src/library/index.ts`. The file's own folder holds all that the module is made of, and nothing else. */
  readonly file: string;
  /** What it is a version of: the edition of a standard, or its own. */
  readonly version: string;
}

export interface LibraryDecisions {
  /** The npm package, or what a module of the support package itself is called. */
  readonly name: string;
  readonly module?: OwnModule;
  /** Versions that the support package is for; bounded above. */
  readonly range: string;
  readonly root: string;
  readonly aliases?: Readonly<Record<string, string>>;
  /**
   * By path below the root. A `*` stands for any text: `images.*` for every member below `images`. A whole path goes before
   * a pattern, a longer pattern before a shorter one.
   */
  readonly members?: Readonly<Record<string, MemberDecision>>;
  /** By id below the root. */
  readonly types?: Readonly<Record<string, TypeDecision>>;
}

/** The one hand-written input of a support package: `support.config.ts`. Regenerating never touches it. */
export interface Decisions {
  readonly libraries: readonly LibraryDecisions[];
  /** `elsewhere`: `@syft-libs/testing` stands on this package, and so runs its cases itself. */
  readonly tests?: 'elsewhere';
}

/** Types a `support.config.ts`. */
export function defineDecisions(decisions: Decisions): Decisions {
  return decisions;
}
