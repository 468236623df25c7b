import type { DeclaredFacts, EntryPoint, SeenKind } from '../../surface/snapshot.ts';

/** What a library's declarations say of it, before anything of it has run. In a stable order. */
export interface DeclaredLibrary {
  /** `typescript@6.0.3`. */
  readonly oracle: string;
  readonly entryPoints: readonly DeclaredEntryPoint[];
  readonly types: readonly DeclaredType[];
  /** Sorted by path, then kind. A path stands twice where a class has a static and an instance member of one name. */
  readonly members: readonly DeclaredMember[];
}

export interface DeclaredEntryPoint {
  readonly subpath: string;
  readonly declarations: EntryPoint['declarations'];
  readonly problem: string | null;
}

/** A class or an object type: one that is exported, or that a call or a member gives. */
export interface DeclaredType {
  /** `tinyLib.Circle`; the first segment is the root of the package that declares it. */
  readonly id: string;
  readonly package: string;
  readonly isClass: boolean;
  /** The path of the class among the exports; `null` when instances come from calls alone. */
  readonly exportedAs: string | null;
  /** Ids of the library's own types; those of the language stand in `extendsBuiltin` (`Array`, `Error`). */
  readonly extends: readonly string[];
  readonly extendsBuiltin: readonly string[];
  /** `result`: instances can be had. `parameter`: it is only asked for, and its members are not listed. */
  readonly reached: 'result' | 'parameter';
  /** Fields, which instances usually have for themselves. Whether they do, run time knows. */
  readonly fields: readonly string[];
}

export interface DeclaredMember {
  readonly path: string;
  readonly kind: SeenKind;
  /** Entry points that offer it; none for members of a type. */
  readonly subpaths: readonly string[];
  readonly aliasOf: string | null;
  /** The type that declares it; such a member has no facts of its own. */
  readonly inheritedFrom: string | null;
  readonly declared: DeclaredFacts | null;
  readonly access: 'value' | 'get' | 'set' | 'get-set';
  /** A member of the class itself, not of its instances. */
  readonly isStatic: boolean;
  /** Declared as a field: where it is called, it is likely a property of each instance. */
  readonly isField: boolean;
  readonly isOptional: boolean;
  /** `private`, `protected`, `@private` or `@internal`: there at run time, and not meant for others. */
  readonly isPrivate: boolean;
  /** It gives what it was called on, or another of the same class: a class that inherits it gives its own. */
  readonly returnsThis: boolean;
  /** Some signature has type parameters of its own. */
  readonly isGeneric: boolean;
}
