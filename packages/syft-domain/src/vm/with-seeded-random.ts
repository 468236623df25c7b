// Entries that draw random numbers do it through Math.random. Seeding that one source makes them repeatable, so that a
// value can be computed again from its provenance, on either VM.

import { createHash } from 'node:crypto';
import type { Uid } from '@syft-libs/ast';

/** The seed of the call that makes an object: for those who know its session's secret, and for nobody else. */
export function seedOfCall(secret: Uint8Array, object: Uid): Uint8Array {
  return Uint8Array.from(createHash('sha256').update(secret).update(object).digest());
}

/**
 * Runs `call` with `Math.random` drawing from a generator seeded with `seed`; the engine's own is back when it returns
 * or throws. Only the synchronous part of `call` is seeded.
 */
export function withSeededRandom<T>(seed: Uint8Array, call: () => T): T {
  const before = { global: Math.random, seeded };
  seeded = createRandom(seed);
  Math.random = seeded;
  try {
    return call();
  } finally {
    Math.random = before.global;
    seeded = before.seeded;
  }
}

let seeded: (() => number) | undefined;

const own = Math.random;

/**
 * Stands in for the engine's generator from here on. A library may keep the function that it finds while it is loaded, instead of
 * looking it up: what it keeps then follows the seed of each call. So this module has to be there before any library is.
 */
Math.random = function random() {
  return seeded === undefined ? own() : seeded();
};

/** A generator of doubles in [0, 1) with 53 random bits: xoshiro128** by Blackman and Vigna, its state filled from all of the seed. */
function createRandom(seed: Uint8Array): () => number {
  let [a, b, c, d] = spread(seed);
  const next = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
  return () => ((next() >>> 5) * 0x400_0000 + (next() >>> 6)) / 0x20_0000_0000_0000;
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

/** Four words that each depend on every byte (FNV-1a with a different start, then the finisher of MurmurHash3). Never all zero. */
function spread(seed: Uint8Array): [number, number, number, number] {
  const words = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35].map((start) => {
    let hash = start ^ seed.length;
    for (const byte of seed) hash = Math.imul(hash ^ byte, 0x0100_0193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return hash ^ (hash >>> 16);
  }) as [number, number, number, number];
  if (words.every((word) => word === 0)) words[0] = 1;
  return words;
}
