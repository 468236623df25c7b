import type { AllowlistEntry, Bound, ErrorCode, PointerFacts, TypeRef, Uid } from '@syft-libs/ast';
import type { VmFailure } from '../vm/vm.ts';

/** How an object came to be: its provenance, and the way to make it again. */
export type Origin =
  | {
      readonly kind: 'call';
      readonly entry: AllowlistEntry;
      readonly operands: readonly Uint8Array[];
      readonly inputs: readonly StoredObject[];
    }
  | {
      readonly kind: 'column';
      readonly dataset: string;
      readonly columns: readonly string[];
      readonly column: number;
      readonly mock: boolean;
    }
  | { readonly kind: 'upload'; readonly blob: string }
  /** It never came to be, for a public reason. */
  | { readonly kind: 'fault'; readonly code: ErrorCode; readonly message: string };

/** One dataset's columns that an object derives from; the same tuple of sources is one array, shared by many objects. */
export interface Source {
  readonly dataset: string;
  readonly columns: readonly string[];
}

/** What a domain keeps of an object. Immutable but for how its computation went; the value itself lives in a VM. */
export interface StoredObject extends PointerFacts {
  readonly uid: Uid;
  readonly prefix: string;
  readonly counter: number;
  readonly type: TypeRef;
  /** Whether its maker may read it. Use is theirs and the owner's, while every source is granted. */
  readonly readable: boolean;
  readonly sources: readonly Source[];
  readonly bound: Bound;
  /** Declared upper bound on its memory, which is what it is charged for. */
  readonly bytes: number;
  readonly origin: Origin;
  /** Set when its computation failed. Private unless `readable`. */
  failure?: { readonly code: VmFailure; readonly detail: string };
  /** Hash of the value as its holder saw it first; a recomputed value must match. */
  seen?: string;
}
