import { randomBytes } from 'node:crypto';

/** Where a domain takes time and chance from. Tests give their own, so that two domains can be made alike. */
export interface Environment {
  /** Milliseconds since 1970. The domain trusts no other clock. */
  now(): number;
  /** Fresh bytes from a cryptographic source. */
  randomBytes(length: number): Uint8Array;
}

export const SYSTEM_ENVIRONMENT: Environment = {
  now: () => Date.now(),
  randomBytes: (length) => Uint8Array.from(randomBytes(length)),
};
