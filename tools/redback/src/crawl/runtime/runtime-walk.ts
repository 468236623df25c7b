import type { RuntimeFacts, SeenKind } from '../../surface/snapshot.ts';

/** What loading a library and walking its exports showed. In a stable order: entry points as given, members by path. */
export interface RuntimeWalk {
  readonly entryPoints: readonly RuntimeEntryPoint[];
  readonly members: readonly RuntimeMember[];
  readonly types: readonly RuntimeType[];
}

export interface RuntimeEntryPoint {
  readonly subpath: string;
  readonly loads: 'import' | 'require' | 'both' | 'none';
  /** Why it did not load, or what was cut short. */
  readonly problem: string | null;
}

/** An entry point as the cage tells of it. */
export interface ToldEntryPoint extends RuntimeEntryPoint {
  /** What of the language or the platform loading it has changed: `Array.prototype.last`, `Math.random`. */
  readonly patches: readonly string[];
}

export interface RuntimeMember {
  readonly path: string;
  readonly kind: SeenKind;
  /** A class can have a static and a prototype member of one name: then two members share a path. */
  readonly isStatic: boolean;
  readonly aliasOf: string | null;
  readonly runtime: RuntimeFacts;
}

export interface RuntimeType {
  readonly id: string;
  /** Paths of the classes it extends, nearest first; members of those are not repeated. */
  readonly extends: readonly string[];
  /** The class of the language that ends the chain: `Array`, `Error`; `null` for plain `Object`. */
  readonly builtin: string | null;
  readonly exportedAs: string | null;
  /** The text of its `class` or constructor function asks to be called with `new`. */
  readonly needsNew: boolean;
}

/** A member as the cage tells of it. */
export interface ToldMember extends RuntimeMember {
  /** The text of the function behind it; empty where there is none. */
  readonly source: string;
}

/** What an instance has that its class alone does not show. */
export interface InstanceFacts {
  /** Its class: a path, or the root and a name for a class that is not exported. `null` for a plain object. */
  readonly type: string | null;
  readonly types: readonly RuntimeType[];
  /** Own members, and those of classes that the walk of exports had not met. */
  readonly members: readonly RuntimeMember[];
  readonly ownOnInstance: readonly string[];
}
