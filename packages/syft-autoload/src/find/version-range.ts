// Ranges of versions are npm's own. The form that RedBack writes is read here, since to load what reads all others takes longer than the
// rest of autoload together.
import { createRequire } from 'node:module';
import type satisfies from 'semver/functions/satisfies.js';
import type validRange from 'semver/ranges/valid.js';

const load = createRequire(import.meta.url);

const VERSION = String.raw`(\d{1,9})\.(\d{1,9})\.(\d{1,9})`;
const RELEASE = new RegExp(`^${VERSION}$`);
const USUAL = new RegExp(`^>=${VERSION} <${VERSION}$`);

/** True for a range as npm writes them. */
export function isRange(range: unknown): range is string {
  return typeof range === 'string' && (USUAL.test(range) || (load('semver/ranges/valid.js') as typeof validRange)(range) !== null);
}

/** True when the version is in the range. */
export function isInRange(version: string, range: string): boolean {
  const bounds = USUAL.exec(range)?.slice(1).map(Number);
  const release = RELEASE.exec(version)?.slice(1).map(Number);
  if (bounds === undefined || release === undefined) return (load('semver/functions/satisfies.js') as typeof satisfies)(version, range);
  return !isBelow(release, bounds.slice(0, 3)) && isBelow(release, bounds.slice(3));
}

function isBelow(version: readonly number[], bound: readonly number[]): boolean {
  const differing = version.findIndex((part, place) => part !== bound[place]);
  return differing !== -1 && (version[differing] as number) < (bound[differing] as number);
}
