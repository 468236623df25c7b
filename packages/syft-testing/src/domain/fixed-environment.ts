import { equalBytes, type Uid } from '@syft-libs/ast';
import type { Environment } from '@syft-libs/domain';
import { Chance } from '../samples/chance.ts';
import { stopAfter } from './stop-after.ts';

/** Where fixed time begins: 2026-01-01, UTC. */
const START = Date.UTC(2026, 0, 1);

/**
 * A clock that moves when it is told to, and chance from a seed: two domains with equal ones behave alike. Each length of
 * bytes has a stream of its own, so that what draws salts does not shift what draws ids. Not for anything but tests.
 */
export class FixedEnvironment implements Environment {
  readonly #streams = new Map<number, Chance>();
  readonly #drawn: Uint8Array[] = [];
  readonly #seed: number;
  #now = START;

  constructor(seed: number) {
    this.#seed = seed;
  }

  now(): number {
    return this.#now;
  }

  /** Moves the clock on. */
  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** Told, right before each call of a library, of the object that it makes. */
  onCall: ((object: Uid) => void) | undefined;

  /** A library that does not end would end the test. */
  readonly stopAfter = <T>(milliseconds: number, call: () => T, object: Uid): { readonly value: T } | 'stopped' => {
    this.onCall?.(object);
    return stopAfter(milliseconds, call);
  };

  randomBytes(length: number): Uint8Array {
    let stream = this.#streams.get(length);
    if (stream === undefined) {
      stream = new Chance(this.#seed * 1_000 + length);
      this.#streams.set(length, stream);
    }
    const bytes = stream.bytes(length);
    this.#drawn.push(bytes.slice());
    return bytes;
  }

  /** What was drawn right after some bytes: how a test knows the secret of the session whose prefix they are. */
  drawnAfter(bytes: Uint8Array): Uint8Array | undefined {
    const index = this.#drawn.findIndex((drawn) => equalBytes(drawn, bytes));
    return index < 0 ? undefined : this.#drawn[index + 1]?.slice();
  }
}
