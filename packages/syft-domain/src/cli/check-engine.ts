import { SyftError } from '@syft-libs/ast';

/** What `engines` in package.json says: the oldest of each line that has what a domain stands on. */
const OLDEST: ReadonlyMap<number, readonly [minor: number, patch: number]> = new Map([
  [22, [22, 3]],
  [24, [11, 1]],
]);
const NEWEST_LINE = 26;

/** Throws `UNSUPPORTED` for a Node on which nothing here would work, before a folder is touched. `version` as in `24.11.1`. */
export function checkEngine(version: string): void {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const oldest = OLDEST.get(major);
  const isKnown = oldest === undefined ? major >= NEWEST_LINE : minor > oldest[0] || (minor === oldest[0] && patch >= oldest[1]);
  if (!isKnown)
    throw new SyftError('UNSUPPORTED', `cannot run on Node ${version}: it needs 22.22.3, 24.11.1 or 26, or a later one of these`);
}
