import type { Sample } from '../../surface/sample.ts';

/**
 * One call. `construct` uses `new`; `get` reads a property of the receiver, or of the library; `apply` calls a function that the
 * library exports as a method of its first argument, or reads the field of that name off it.
 */
export interface CallRequest {
  readonly path: string;
  readonly mode?: 'call' | 'construct' | 'get' | 'apply';
  readonly receiver?: Sample;
  readonly args: readonly Sample[];
  /** What `Math.random` starts from; the clock stands still at `clock` milliseconds. */
  readonly seed?: number;
  readonly clock?: number;
  /** Also tells rows of operands and result, each by a digest. */
  readonly rows?: boolean;
  /** Milliseconds of processor time after which the call is broken off. Its process goes on, for calls with a limit alone. */
  readonly limit?: number;
}

/** What exports hold, beside what it was. `putBack`: something had changed, and is again as it was. `left`: it could not be put back. */
export type Look = 'same' | 'putBack' | 'left';

/** A look at all of it, and what had changed: each object by its place among all, which is the same in every process. */
export interface FarLook {
  readonly look: Look;
  readonly places: readonly number[];
}

/** What a call left behind, whether it returned or threw. `self` and `arg:<index>` name the receiver and arguments. */
export interface CallEffects {
  /** Of processor time, so that what else the machine does is not in it. */
  readonly milliseconds: number;
  /** What the call has changed. */
  readonly mutates: readonly string[];
  /** What the changed ones are now, in the order of `mutates`. */
  readonly becomes: readonly Pick<ValueFacts, 'type' | 'elements' | 'weight' | 'distinct'>[];
  readonly random: number;
  readonly clock: number;
  readonly locale: number;
  /** Code made from text. */
  readonly generated: number;
  /** Timers that it has set, and microtasks that it has queued by name. */
  readonly timers: number;
  /** How often sample callbacks were called. */
  readonly callbacks: number;
  readonly reached: readonly string[];
  /** Something that the library exports, or holds in an export, is not as before, nor what the call before was given. */
  readonly changesModule: boolean;
  /** Places of what has changed in making the operands, and by the call. */
  readonly places: readonly number[];
  /** Places near its member that some call before has changed. */
  readonly placesBefore: readonly number[];
  /** A global is not as before, or some of the module could not be put back: the next call belongs into a fresh process. */
  readonly isLeft: boolean;
  /** Names of globals that are not as before. */
  readonly globals: readonly string[];
}

/** What a value is, without its class's own word for it. */
export interface ValueFacts {
  /** In the grammar of types. */
  readonly type: string;
  /** Lengths, outermost first, of nested lists, of a strided view, or of an instance's largest list; `null` where there is none. */
  readonly shape: readonly number[] | null;
  /** Plain values inside, at every depth; of a string its length, of a strided view what it shows. */
  readonly elements: number;
  /** Elements as a domain counts them against what a call was declared to give: those of an instance's objects too, and the names in a record. */
  readonly weight: number;
  /** How many of them differ, counted up to 64. */
  readonly distinct: number;
  /** Nothing inside but `NaN`, `undefined` and `null`, or nothing at all. */
  readonly isBlank: boolean;
  /** Some text stands inside, at any depth. */
  readonly hasText: boolean;
  /** A list without items stands inside, at any depth. */
  readonly hasEmpty: boolean;
  /** Equal for equal values, whatever their identity. */
  readonly digest: string;
  /** The value itself where it is small and made of plain values and arrays. */
  readonly sample: Sample | null;
  /** Digests of what stands along the first axis, where the request asks for them. */
  readonly rows: readonly string[] | null;
}

/** What went into a call, as it was before. */
export interface OperandFacts {
  /** `self` or `arg:<index>`. */
  readonly name: string;
  readonly type: string;
  readonly shape: readonly number[] | null;
  readonly elements: number;
  readonly weight: number;
  readonly hasText: boolean;
  readonly hasEmpty: boolean;
  readonly rows: readonly string[] | null;
}

export type CallOutcome =
  | {
      readonly kind: 'returned';
      readonly value: ValueFacts;
      readonly isPromise: boolean;
      /** The result is this very thing: `self`, `arg:<index>`. */
      readonly returns: string | null;
      /** It shares memory, or an object, with these. */
      readonly aliases: readonly string[];
      readonly operands: readonly OperandFacts[];
      readonly effects: CallEffects;
    }
  | { readonly kind: 'threw'; readonly error: string; readonly effects: CallEffects }
  /** The receiver or an argument could not be made. */
  | { readonly kind: 'unmade'; readonly error: string };

/**
 * What a cage tells of a call: it may have been broken off at its limit, or ended before it since the machine was busy. `isLeft` as
 * in `CallEffects`.
 */
export type ToldOutcome = CallOutcome | { readonly kind: 'brokenOff'; readonly isLeft: boolean } | { readonly kind: 'endedEarly' };

/** A member whose source is to be read: of a class itself, or of its instances. */
export interface NamedMember {
  readonly path: string;
  readonly isStatic: boolean;
}
