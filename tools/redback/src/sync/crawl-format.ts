/**
 * The first RedBack whose crawl sees and writes down what this one does. Raise it to the version that comes next with every change
 * after which a snapshot would come out differently: each support package is then asked to crawl again.
 */
const ALIKE_SINCE = '1.0.0';

/** The version of a RedBack that was never released, which is the one that becomes 1.0.0. */
const UNRELEASED = '0.0.0';

/** True for a snapshot of a RedBack, by its version, that this one need not make anew. */
export function crawlsAlike(version: string): boolean {
  if (version === UNRELEASED) return true;
  const [made, oldest] = [numbersOf(version), numbersOf(ALIKE_SINCE)];
  const differing = oldest.findIndex((number, index) => number !== made[index]);
  return differing === -1 || (made[differing] ?? -1) > (oldest[differing] ?? 0);
}

function numbersOf(version: string): readonly number[] {
  return (/^\d+\.\d+\.\d+/.exec(version)?.[0] ?? '').split('.').map((part) => (part === '' ? -1 : Number(part)));
}
