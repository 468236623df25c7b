/**
 * What a crawl saw of one library: plain data, without a verdict. `crawl` makes it, `decide` reads it, `redback crawl`
 * prints it as JSON. Everything is in a stable order, so that two crawls of the same library are byte for byte alike.
 */
export interface Snapshot {
  readonly snapshot: 1;
  readonly library: LibraryIdentity;
  readonly observer: Observer;
  /** Every entry point that was tried: `.` first, then the others by name. */
  readonly entryPoints: readonly EntryPoint[];
  readonly types: readonly SeenType[];
  readonly members: readonly SeenMember[];
}

export interface LibraryIdentity {
  /** The npm package, and the version that was installed. */
  readonly name: string;
  readonly version: string;
  /** An identifier: the first segment of every path. */
  readonly root: string;
}

/** What the crawl was made with. */
export interface Observer {
  readonly redback: string;
  /** `typescript@6.0.3`. */
  readonly oracle: string;
  /** The Node that ran the library, and what it was held by: `node@26.10.0 permission+fs+net+child+worker`. */
  readonly cage: string;
}

export interface EntryPoint {
  /** `.` or `./linalg`. */
  readonly subpath: string;
  readonly loads: 'import' | 'require' | 'both' | 'none';
  /** Where its declarations came from: `package`, `@types`, `jsdoc` or `none`. */
  readonly declarations: 'package' | '@types' | 'jsdoc' | 'none';
  /** Why it did not load, or what was cut short. */
  readonly problem: string | null;
}

/** A class or an object type whose instances have members of interest. */
export interface SeenType {
  /** `numjs.NdArray`; the root first. */
  readonly id: string;
  /** How an instance is told from other values: by its class, or by own properties that all instances were seen to have. */
  readonly detect: 'instance' | 'shape';
  readonly shape: readonly string[];
  readonly extends: readonly string[];
  readonly ownOnInstance: readonly string[];
  /** The path of the class among the exports; `null` when instances come from calls alone. */
  readonly exportedAs: string | null;
}

export type SeenKind = 'function' | 'class' | 'constructor' | 'method' | 'property' | 'constant' | 'namespace';

export interface SeenMember {
  /** Full path: `numjs.NdArray.add`. */
  readonly path: string;
  readonly kind: SeenKind;
  /** The first path under which the same object was found. */
  readonly aliasOf: string | null;
  /** The type that declares it, where it was inherited: it is not repeated. */
  readonly inheritedFrom: string | null;
  readonly runtime: RuntimeFacts | null;
  readonly declared: DeclaredFacts | null;
  readonly probe: ProbeFacts | null;
}

/** What walking the loaded library showed. No getter was fired. */
export interface RuntimeFacts {
  readonly typeof: string;
  /** `fn.length`: a hint, no parameter list. */
  readonly arity: number | null;
  readonly access: 'value' | 'get' | 'get-set' | 'set';
  readonly isOnInstanceOnly: boolean;
  /** For a constant of a primitive type, its value as text. */
  readonly constant: string | null;
  /** Words in the function's source that ask for a closer look: `Math.random`, `Date`, `new Function`, `require`, `fetch`, `process` … */
  readonly smells: readonly string[];
}

/** What declarations or JSDoc say. */
export interface DeclaredFacts {
  readonly source: 'declaration' | 'jsdoc' | 'inferred';
  /** In the grammar of `parseSignature`, `unknown` and `callback` where the text has no better word. */
  readonly signatures: readonly string[];
  readonly doc: string;
  readonly deprecated: boolean;
}

/** What calling it with made values showed. */
export interface ProbeFacts {
  readonly calls: number;
  readonly ok: number;
  /** Types of the results, in the grammar of types, by how often. */
  readonly results: readonly { readonly type: string; readonly count: number }[];
  /** For each argument place, the types with which calls succeeded. */
  readonly accepted: readonly (readonly string[])[];
  /** Fewest and most arguments of a call that succeeded. */
  readonly arity: readonly [fewest: number, most: number] | null;
  /** `self` and `arg:<index>` whose contents a call has changed. */
  readonly mutates: readonly string[];
  /** What a call that changes something gives back: the changed thing, nothing, or something else. */
  readonly returnsMutated: boolean;
  /** The result shared memory with `self` or `arg:<index>`. */
  readonly aliases: readonly string[];
  /** The same call twice gave different results, though `Math.random` and the clock were held. */
  readonly isUnstable: boolean;
  readonly usesRandom: boolean;
  readonly usesClock: boolean;
  readonly usesLocale: boolean;
  readonly changesModule: boolean;
  /** It reached for what the cage holds back: `fs`, `net`, `child_process`, `native`, `eval`. */
  readonly reached: readonly string[];
  /** Argument places whose value decides shape, cost or failure. */
  readonly publicParams: readonly number[];
  /** How rows of the input move: unknown is `mix`. */
  readonly rows: 'keep' | 'select' | 'reduce' | 'mix' | 'permute';
  readonly shapeDependsOnData: boolean;
  /** How the size of the result and the time grow with the largest input: 0 constant, 1 linear, 2 quadratic … */
  readonly growth: { readonly size: number; readonly time: number } | null;
  readonly timeouts: number;
  /** The probe of this member ended its process: how. */
  readonly crash: string | null;
  /** Arguments, as JSON of samples, of a few calls that succeeded: they become conformance cases. */
  readonly examples: readonly string[];
}
