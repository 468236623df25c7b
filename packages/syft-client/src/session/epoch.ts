import type { SyftError } from '@syft-libs/ast';

/** What belongs to one id prefix. It ends when the domain no longer knows the prefix; its pointers end with it. */
export interface Epoch {
  readonly prefix: string;
  /** Numbers of the entries that have been declared, by the entry. */
  readonly entries: Map<object, number>;
  /** Actions and uploads that failed, by the id of their result. */
  readonly faults: Map<number, SyftError>;
  /** Arrays that were uploaded as arguments, by identity. */
  readonly uploads: WeakMap<object, number>;
}

/** An entry of the allowlist as it is declared to a domain. */
export interface Declarable {
  readonly path: string;
  readonly text: string;
}

export function createEpoch(prefix: string): Epoch {
  return { prefix, entries: new Map(), faults: new Map(), uploads: new WeakMap() };
}
