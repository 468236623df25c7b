// Ranges of versions are npm's own; they are read only where a supported library has been loaded, and so is the code that reads them.
import { createRequire } from 'node:module';
import type satisfies from 'semver/functions/satisfies.js';
import type validRange from 'semver/ranges/valid.js';

const load = createRequire(import.meta.url);

/** True for a range as npm writes them. */
export function isRange(range: unknown): range is string {
  return typeof range === 'string' && (load('semver/ranges/valid.js') as typeof validRange)(range) !== null;
}

/** True when the version is in the range. */
export function isInRange(version: string, range: string): boolean {
  return (load('semver/functions/satisfies.js') as typeof satisfies)(version, range);
}
