/**
 * The manifest: what a library really offers, the evidence for each member and the verdict on it. Generated, committed,
 * read by domains and by people; browsers get the compact surface instead. `manifest.schema.json` is its JSON Schema.
 */
export interface Manifest {
  /** The format's version: 1. */
  readonly manifest: 1;
  /** The contract between core and support package that it was made for. */
  readonly contract: number;
  readonly crawler: { readonly version: string; readonly oracle: string; readonly node: string };
  readonly libraries: readonly ManifestLibrary[];
}

export interface ManifestLibrary {
  /** The npm package. */
  readonly name: string;
  readonly version: string;
  /** An identifier, unique among all libraries: the first segment of every path. */
  readonly root: string;
  /** Short names used in this library's types. */
  readonly aliases: Readonly<Record<string, string>>;
  readonly types: readonly ManifestType[];
  readonly members: readonly ManifestMember[];
}

export interface ManifestType {
  /** `numjs.NdArray`. */
  readonly id: string;
  readonly detect: 'shape' | 'instance' | 'primitive';
  /** The library's types that it extends, the nearest first: its values stand for theirs and have their members. */
  readonly extends: readonly string[];
  /**
   * For a type that is nothing but members: the type of the grammar that has them (`number[]`, `ast.Column`); `null` for a type
   * with values of its own.
   */
  readonly membersOf: string | null;
  /** The codec's tag; `null` when values of the type cannot travel. */
  readonly codec: string | null;
  /** Types that stand for this one as an argument. */
  readonly accepts: readonly string[];
  /** Names that instances have and the prototype has not. */
  readonly ownOnInstance: readonly string[];
}

export const MEMBER_KINDS = ['function', 'constructor', 'method', 'property', 'constant'] as const;
export type MemberKind = (typeof MEMBER_KINDS)[number];

export const VERDICTS = ['allow', 'refuse', 'review'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How an entry moves contributors. Unknown means `mix`. */
export const ROWS = ['keep', 'select', 'reduce', 'mix', 'permute'] as const;
/** What kind of result it gives. Unknown means `assign`. */
export const DISCLOSURES = ['assign', 'aggregate', 'metadata'] as const;
export const IO_KINDS = ['none', 'fs', 'net', 'dom', 'native'] as const;

export interface Effects {
  /** `self`, or `arg:<index>`; such a call runs on a private copy, which is its result when it returns nothing. */
  readonly mutates: readonly string[];
  readonly random: boolean;
  readonly io: (typeof IO_KINDS)[number];
  readonly evals: boolean;
  readonly moduleState: boolean;
  readonly rows: (typeof ROWS)[number];
  readonly shapeDependsOnData: boolean;
}

export interface ManifestSignature {
  readonly params: readonly ManifestParam[];
  readonly returns: string;
  readonly async: boolean;
}

export interface ManifestParam {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  readonly rest: boolean;
  readonly public: boolean;
}

export interface Evidence {
  readonly runtime: boolean;
  readonly declared: string | null;
  readonly jsdoc: string | null;
  readonly probe: { readonly ok: number; readonly types: readonly string[] } | null;
  readonly conflict: boolean;
}

export interface ManifestMember {
  readonly path: string;
  readonly kind: MemberKind;
  /** The path of the member that this one is the same object as. */
  readonly aliasOf: string | null;
  /** The library's own name of it, where the path's last segment differs: two members may not share a path. Else `null`. */
  readonly ownName: string | null;
  /** Its name on pointers, where the library's own is reserved there. */
  readonly remoteName: string;
  readonly signatures: readonly ManifestSignature[];
  readonly effects: Effects;
  readonly disclosure: (typeof DISCLOSURES)[number];
  readonly verdict: Verdict;
  /** The name of the rule that gave the verdict; `decision` where a person did. */
  readonly rule: string;
  readonly reason: string;
  /** One line for an editor, in our words. */
  readonly doc: string;
  readonly evidence: Evidence;
}

/** The name by which the library itself has a member. */
export function nameOfMember({ ownName, path }: Pick<ManifestMember, 'ownName' | 'path'>): string {
  return ownName ?? path.slice(path.lastIndexOf('.') + 1);
}

/** Names that every pointer has for itself; a member so named gets a `remoteName` that ends in `_`. */
export const RESERVED_POINTER_NAMES: ReadonlySet<string> = new Set([
  'get',
  'request',
  'describe',
  'delete',
  'preview',
  'then',
  'constructor',
  'toString',
  'valueOf',
  'toJSON',
]);
