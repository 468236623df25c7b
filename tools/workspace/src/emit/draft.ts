import type { Effects, LoadedLibrary, ManifestMember, ManifestType } from '@syft-libs/ast';

/** Operands of one example call: the receiver first for methods and properties. */
export type DraftCall = readonly unknown[];

/** `list:0` is argument 0 only where it is a plain list; the manifest says `arg:0`, which covers it. */
export type DraftMutation = 'self' | `arg:${number}` | `list:${number}`;

/** What a person knows of one member. What is left out is the usual: a pure function that mixes rows and assigns. */
export interface DraftMember extends Partial<Pick<Effects, 'random' | 'io' | 'evals' | 'moduleState' | 'rows' | 'shapeDependsOnData'>> {
  /** The full path, root first. */
  readonly path: string;
  readonly kind: ManifestMember['kind'];
  readonly verdict: ManifestMember['verdict'];
  readonly reason: string;
  /** Overloads in the grammar of `parseSignature`, the first fit first; empty for what is refused as a whole. */
  readonly signatures: readonly string[];
  readonly aliasOf?: string;
  readonly ownName?: string;
  readonly remoteName?: string;
  readonly mutates?: readonly DraftMutation[];
  readonly disclosure?: ManifestMember['disclosure'];
  /** One line for an editor. */
  readonly doc?: string;
  /** Calls that succeed on the library as it is: the evidence. */
  readonly ok?: readonly DraftCall[];
}

/** A library as a person drafted it, until a crawler observes it. `draft/library.ts` of a package exports `LIBRARIES`, a list of these. */
export interface DraftLibrary {
  /** The npm package. */
  readonly name: string;
  readonly version: string;
  readonly root: string;
  readonly aliases: Readonly<Record<string, string>>;
  readonly types: readonly ManifestType[];
  readonly members: readonly DraftMember[];
  /** Loads the library just as its support package does, with a sample of each type whose members no export leads to. */
  load(): Promise<LoadedLibrary>;
  /** Makes an operand of an example, where examples stand for values by something plainer. Called anew for every call. */
  revive?(operand: unknown): unknown;
}
