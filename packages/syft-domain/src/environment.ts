import { randomBytes } from 'node:crypto';
import type { Uid } from '@syft-libs/ast';

/** Where a domain takes time and chance from. Tests give their own, so that two domains can be made alike. */
export interface Environment {
  /** Milliseconds since 1970. The domain trusts no other clock. */
  now(): number;
  /** Fresh bytes from a cryptographic source. */
  randomBytes(length: number): Uint8Array;
  /**
   * Makes a call, and stops it when so many milliseconds are over. With it, the VM in the domain's own thread ends what does not
   * end by itself; without it, a late call is noticed when it is over. `object` is the uid of what the call makes.
   */
  readonly stopAfter?: <T>(milliseconds: number, call: () => T, object: Uid) => Stopped<T>;
}

/** What a call gave, or that it was stopped. */
export type Stopped<T> = { readonly value: T } | 'stopped';

export const SYSTEM_ENVIRONMENT: Environment = {
  now: () => Date.now(),
  randomBytes: (length) => Uint8Array.from(randomBytes(length)),
};
