import type { Encoded, ErrorCode, Uid } from '@syft-libs/ast';

/** Puts a stored value (a dataset column, an upload, a kept result) into the VM. Its buffers may be shared, and are never written. */
export interface VmLoad {
  readonly kind: 'load';
  readonly object: Uid;
  readonly value: Encoded;
}

/** Runs one allowlist entry. `operands` are encoded values; pointers in them without a prefix belong to `prefix`. */
export interface VmCall {
  readonly kind: 'call';
  readonly object: Uid;
  readonly entry: number;
  readonly prefix: string;
  readonly operands: readonly Uint8Array[];
  /** Seeds `Math.random` for an entry that is marked random, which without one is `UNSUPPORTED`: the same seed gives the same result. */
  readonly seed?: Uint8Array;
  /** What the call was declared to give at most, in bytes. A result far beyond it fails with `MEMORY`: what follows was admitted by that figure. */
  readonly declared?: number;
}

export type VmStep = VmLoad | VmCall;

/**
 * Codes of a step that failed: the library raised, ran too long, grew too large, or its operands were of the wrong run-time
 * type or failed themselves. `LOST` alone says nothing of the object: its step has to be planned again.
 */
export type VmFailure = Extract<ErrorCode, 'LIBRARY_FAILED' | 'DEADLINE' | 'MEMORY' | 'BAD_ARGUMENT' | 'UNSUPPORTED' | 'LOST'>;

/** How one step ended. Private: it goes to the owner's log and, only for readable results, to the caller. */
export interface VmOutcome {
  readonly object: Uid;
  /** Bytes that the value keeps in memory; 0 for a failure. */
  readonly weight: number;
  readonly failure?: VmFailure;
  /** The library's own words, for the owner alone. */
  readonly detail?: string;
}

export interface VmResult {
  /**
   * One for each step, in order. After a stop exactly one step bears the reason, and all others, those before it too, are
   * `LOST`: planned again without it they run again, so that every stop leaves a step less.
   */
  readonly outcomes: readonly VmOutcome[];
  /** Objects that the VM no longer holds, results of this run among them: evicted to stay within `vmBytes`, or all after a stop. */
  readonly evicted: readonly Uid[];
}

/**
 * Executes calls. A VM is a cache: it holds values by uid, may be killed at any time and then loses only work. It knows
 * nothing of people or rights; whoever calls it has checked them. Implementations pass one contract suite.
 */
export interface Vm {
  /**
   * Runs steps in order. A step whose operand failed fails likewise; one whose operand is not held fails with `LOST`.
   * What a later step of the same run needs is not evicted before. Never rejects for what a library does; rejects with
   * `CLOSED`, or when no worker can be started.
   */
  run(steps: readonly VmStep[]): Promise<VmResult>;
  /**
   * A held value, encoded; NaNs made canonical when `canonical`. Its parts may be the VM's own memory: they are read, never
   * written. Rejects with the failure's code, or `LOST` when it is not held.
   */
  encode(object: Uid, options?: { readonly canonical?: boolean }): Promise<Encoded>;
  /** Drops values, after what was asked before. */
  forget(objects: readonly Uid[]): void;
  close(): Promise<void>;
}

/** Gives each session its VM. */
export interface VmPool {
  acquire(): Promise<Vm>;
  close(): Promise<void>;
}
