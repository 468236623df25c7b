/**
 * Numbers that look random and follow from a seed alone, for mocks and tests, never for secrets. The generator is sfc32
 * of PractRand 0.95 by Chris Doty-Humphrey (public domain); its state comes from FNV-1a over the seed's text, spread by
 * the 32-bit finalizer of MurmurHash3 (public domain) in steps of the golden ratio, as SplitMix does it.
 */
export interface SeededRandom {
  /** Uniform in [0, 1), with 53 random bits. */
  unit(): number;
  /** A whole number, uniform from `lowest` to `highest`, both inclusive. */
  whole(lowest: number, highest: number): number;
}

const WARM_UP = 12;

/** Starts a sequence. Equal seeds give equal numbers on every engine. */
export function seededRandom(seed: string): SeededRandom {
  const spread = spreadFrom(hashText(seed));
  const next = sfc32([spread(), spread(), spread(), 1]);
  for (let round = 0; round < WARM_UP; round++) next();
  const unit = () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53;
  return { unit, whole: (lowest, highest) => lowest + Math.floor(unit() * (highest - lowest + 1)) };
}

function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash;
}

function spreadFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return mixed ^ (mixed >>> 16);
  };
}

function sfc32([first, second, third, fourth]: [number, number, number, number]): () => number {
  let [a, b, c, counter] = [first, second, third, fourth];
  return () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
}
