/** Libraries that RedBack was not made with: of each character one, small, without install scripts. */
export interface TrialLibrary {
  readonly name: string;
  readonly version: string;
  /** What of it asks something of RedBack. */
  readonly character: string;
}

export const TRIAL_LIBRARIES: readonly TrialLibrary[] = [
  { name: 'fraction.js', version: '5.3.4', character: 'an immutable value class of bigints, typed, ESM and CommonJS' },
  { name: 'fft.js', version: '4.0.4', character: 'a typed class with tables of its own, whose methods write into an argument' },
  { name: 'gamma', version: '1.0.0', character: 'one untyped function with another one on it' },
  { name: 'kdbush', version: '4.1.0', character: 'a typed ESM class that is filled and finished before it answers' },
  { name: 'ml-regression-polynomial', version: '4.0.0', character: 'typed ESM classes that extend another package’s' },
  { name: 'complex.js', version: '2.4.2', character: 'a typed value class that takes numbers, text, pairs and records of three kinds' },
  { name: 'd3-array', version: '3.2.4', character: 'untyped ES modules that take a function nearly everywhere, and need none' },
  { name: 'geolib', version: '3.3.4', character: 'typed functions on records and pairs, in forty entry points and a bundle' },
  { name: 'gl-vec3', version: '1.1.3', character: 'untyped CommonJS functions that write into their first argument' },
  { name: 'quaternion', version: '2.0.2', character: 'a typed value class that is called with and without new' },
  { name: 'stats-lite', version: '2.2.0', character: 'untyped CommonJS functions' },
];
