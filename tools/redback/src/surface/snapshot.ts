import type { Example, Sample } from './sample.ts';

/**
 * What a crawl saw of one library: plain data, without a verdict. `crawl` makes it, `decide` reads it, and a support package
 * keeps it. Everything is in a stable order and no time is in it, so that two crawls of one library are byte for byte alike.
 */
export interface Snapshot {
  readonly snapshot: 1;
  readonly library: LibraryIdentity;
  readonly observer: Observer;
  /** Every entry point that was tried: `.` first, then the others by name. */
  readonly entryPoints: readonly EntryPoint[];
  /** By id. */
  readonly types: readonly SeenType[];
  /** By path. */
  readonly members: readonly SeenMember[];
}

export interface LibraryIdentity {
  /** The npm package, and the version that was installed. */
  readonly name: string;
  readonly version: string;
  /** An identifier: the first segment of every path. */
  readonly root: string;
  /** SHA-256 over the installed files, hexadecimal: the same files need no second crawl. */
  readonly digest: string;
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
  /** Where its members stand: `tinyLib`, `tinyLib.linalg`; `null` for one whose name is no path. */
  readonly path: string | null;
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
  /** Ids of the library's own types that it extends, nearest first. */
  readonly extends: readonly string[];
  /** The class of the language that it extends: `Array`, `Error`. */
  readonly builtin: string | null;
  /** Names that instances have and the prototype has not. */
  readonly ownOnInstance: readonly string[];
  /** The path of the class among the exports; `null` when instances come from calls alone. */
  readonly exportedAs: string | null;
  /** Calls that make an instance, plainest first; none when no probe got one. */
  readonly recipes: readonly Sample[];
  readonly travel: Travel | null;
  /** Why no way to travel held. */
  readonly problem: string | null;
  /** For an exported object that is the members of a type of the grammar: that type. */
  readonly membersOf?: string;
}

/** How instances can be taken apart and made again elsewhere, as trying it on samples showed. */
export type Travel =
  /**
   * A strided view of a flat buffer: `data`, `shape`, `stride` and `offset` stand on the instance, or on what its field `view`
   * holds. `factory(data, shape)` makes an equal one of a row-major buffer.
   */
  | {
      readonly kind: 'array';
      readonly view: string | null;
      readonly factory: string;
      readonly how: 'call' | 'construct';
      readonly dtypes: readonly string[];
    }
  /** Own data fields; an object with the class's prototype and equal fields answers every member alike. */
  | {
      readonly kind: 'structure';
      readonly fields: readonly TravelField[];
      readonly lengths: readonly TravelLength[];
      readonly sizes?: TravelSizes;
      /** The class's own name, where that is not the last segment of its type's id. */
      readonly className?: string;
      /** The class has no name, or shares name and fields with others: instances are told by the class itself. */
      readonly byClass?: true;
    }
  /**
   * What the method `exporter` gives of an instance, in the grammar of types, is all there is to it: `importer` makes an instance
   * of that which answers every member alike. For classes that keep their state to themselves.
   */
  | {
      readonly kind: 'pair';
      readonly exporter: string;
      readonly type: string;
      readonly importer: string;
      readonly how: 'call' | 'construct';
      readonly className?: string;
    };

export interface TravelField {
  readonly name: string;
  /** In the grammar of types. */
  readonly type: string;
  /** Some instances have it, and others have not. */
  readonly optional?: true;
  /** Not a property: the list of what instances hold under 0, 1 and so on. */
  readonly items?: true;
}

/** Number fields that are sizes of what an instance holds, or places in it; `sides` are those that are multiplied. */
export interface TravelSizes {
  readonly fields: readonly string[];
  readonly sides?: readonly string[];
}

/** A number field that is, in every sample, the length of another field along an axis: `rows` of `data` along 0. */
export interface TravelLength {
  readonly field: string;
  readonly of: string;
  readonly axis: number;
}

export type SeenKind = 'function' | 'class' | 'constructor' | 'method' | 'property' | 'constant' | 'namespace';

export interface SeenMember {
  /** Full path, root first; unique. A static whose name an instance's member has as well ends in `_`: `matrix.Matrix.add_`. */
  readonly path: string;
  /** The library's own name for it, where that is not the path's last segment. */
  readonly ownName: string | null;
  readonly kind: SeenKind;
  /** A member of a class itself, not of its instances. */
  readonly isStatic: boolean;
  /** The path of the member that is the same object. */
  readonly aliasOf: string | null;
  /** `private`, `protected`, `@private`, `@internal`, or a name that begins with `_`: there, and not meant for others. */
  readonly isPrivate: boolean;
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
  /**
   * Where a type parameter has neither constraint nor default, so that the signatures say `unknown`: the same signatures
   * with it read as `number`, then as `string`.
   */
  readonly instances: readonly string[];
  readonly doc: string;
  readonly isDeprecated: boolean;
}

/** What calling it with made values showed. */
export interface ProbeFacts {
  readonly calls: number;
  readonly ok: number;
  /** Types of the results, in the grammar of types, by how often. Of a promise, what it came to. */
  readonly results: readonly { readonly type: string; readonly count: number }[];
  readonly isAsync: boolean;
  /** Argument lists that worked, as types, in signatures of the grammar: for members whose declarations say little or nothing. */
  readonly signatures: readonly string[];
  /** Declared signatures, by index, that no call satisfied, or whose result was never what they say. */
  readonly contradicts: readonly number[];
  /** `self` and `arg:<index>` whose contents a call has changed. */
  readonly mutates: readonly string[];
  /** Types that changed operands had then, where they were of another one before: a list with holes in it. */
  readonly becomes?: readonly { readonly operand: string; readonly type: string }[];
  /** What calls that change something give back: the changed thing, nothing, or something else. */
  readonly givesBack: 'changed' | 'nothing' | 'other' | null;
  /** Operands that the result shared memory, or an object, with. */
  readonly aliases: readonly string[];
  /** The same call twice, in one process or in two, gave different results, though chance and clock were held. */
  readonly isUnstable: boolean;
  readonly usesRandom: boolean;
  readonly usesClock: boolean;
  readonly usesLocale: boolean;
  /** Something that outlives the call is not as before: an export, a global, or what a second call gives. */
  readonly changesModule: boolean;
  /** It reached for what the cage holds back: `fs`, `net`, `child_process`, `native` … */
  readonly reached: readonly string[];
  /** It made code from text. */
  readonly generates: boolean;
  /** It took a function and called it, or gave one back. */
  readonly callsBack: boolean;
  /** Argument places whose value decides shape, cost, branch or failure. */
  readonly publicParams: readonly number[];
  /** How rows of the input move: `mix` when unknown. */
  readonly rows: 'keep' | 'select' | 'reduce' | 'mix' | 'permute';
  /** Inputs of equal shape gave results of different shape. */
  readonly shapeDependsOnData: boolean;
  /** Upper bounds for the elements of a result and for the steps to it; `null` where nothing held. */
  readonly growth: {
    readonly size: Growth;
    readonly time: Growth;
    /** The result's length along each axis, where all results have the same axes: as a term's `of` says it, or `count:<length>`. */
    readonly dims?: readonly string[];
  } | null;
  /** Values of public arguments with which it did not end, took its process along, or filled the memory. */
  readonly hazards: readonly Hazard[];
  /** How it ended its process with ordinary arguments. */
  readonly crash: string | null;
  /**
   * Of calls that fit `signatures` alone, what differs: a function that nobody has typed was tried with much that it is not meant
   * to take. It holds where these signatures are all that can be called.
   */
  readonly meant?: MeantFacts;
  /** Calls of allowed members, by what would be their signatures, whose results were of another type than these say. */
  readonly odd?: readonly OddCall[];
  /** A few calls that succeeded and say most: they become conformance cases. */
  readonly examples: readonly Example[];
}

export interface OddCall {
  /** The types of the arguments: of a union the member. */
  readonly takes: readonly string[];
  /** The type of the result; of several copies that a call gives, a tuple of theirs. `unknown` for what is of no known type. */
  readonly gives: string;
}

/** What calls did besides giving a result. */
export type EffectFacts = Pick<
  ProbeFacts,
  | 'mutates'
  | 'becomes'
  | 'givesBack'
  | 'aliases'
  | 'usesRandom'
  | 'usesClock'
  | 'usesLocale'
  | 'changesModule'
  | 'reached'
  | 'generates'
  | 'callsBack'
  | 'isAsync'
>;

export type MeantFacts = Partial<EffectFacts & Pick<ProbeFacts, 'crash'>> & {
  /** Smells of its source that other calls account for: what they speak of happens for functions alone that it was handed. */
  readonly explained?: readonly string[];
};

/** An upper bound: `factor` times all terms to their powers. */
export interface Growth {
  readonly factor: number;
  readonly terms: readonly GrowthTerm[];
}

export interface GrowthTerm {
  /**
   * `elements`: those of all operands together. `operand:<index>`: those of one, the receiver counted as 0 where there is one.
   * `axis:<index>:<axis>`: its length along an axis, where it has two, or all of its elements.
   * `value:<index>`: the number that this public operand is, or the product of those that it lists. `value:<index>.<field>`: the
   * number in a public record, or in a record of it. `choose:<index>:<index>`: in
   * how many ways as many elements can be chosen of the former operand as the latter says, each more than once.
   */
  readonly of: string;
  readonly power: number;
  /** What stands for a value whose operand is left out, the first that is there: `value:0` of a square, `operand:0` of what is as large as its data. */
  readonly absentAs?: readonly string[];
  /** What a value counts as where it is left out. */
  readonly absent?: number;
}

export interface Hazard {
  /** The argument's index. */
  readonly param: number;
  readonly values: 'zero' | 'negative' | 'fraction' | 'nan' | 'infinite' | 'huge';
}
