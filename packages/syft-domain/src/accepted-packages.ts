import { parseManifest, type SupportPackage, SyftError } from '@syft-libs/ast';
import { type AllowlistLock, compareLock, type LockDifference, lockPackage, readLock, writeLock } from './allowlist-lock.ts';

/** Which of the packages at hand the lock lets in, and what the others would change. */
export interface PackageCheck {
  readonly accepted: readonly SupportPackage[];
  readonly pending: readonly LockDifference[];
  readonly denied: readonly string[];
}

/**
 * Holds packages against the folder's lock. The first time there is none, and all are accepted; a domain without a
 * folder accepts what it is given. Importing a package never widens a domain.
 */
export async function checkPackages(dataDir: string | undefined, supports: readonly SupportPackage[]): Promise<PackageCheck> {
  const names = supports.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new SyftError('BAD_CONFIG', `cannot open domain: ${twice} is given twice`);
  if (dataDir === undefined) return { accepted: supports, pending: [], denied: [] };
  const lock = await readLock(dataDir);
  if (lock === undefined) {
    await acceptPackages(dataDir, supports);
    return { accepted: supports, pending: [], denied: [] };
  }
  const accepted: SupportPackage[] = [];
  const pending: LockDifference[] = [];
  for (const support of supports) {
    const difference = compareLock(
      support.name,
      lock.packages[support.name],
      lockPackage(support, parseManifest(await support.manifest())),
    );
    if (difference === undefined) accepted.push(support);
    else pending.push(difference);
  }
  return { accepted, pending, denied: lock.denied };
}

/** Writes packages into the lock as they are now; the owner's refusals stay. */
export async function acceptPackages(dataDir: string, supports: readonly SupportPackage[]): Promise<AllowlistLock> {
  const before = await readLock(dataDir);
  const packages = { ...before?.packages };
  for (const support of supports) packages[support.name] = lockPackage(support, parseManifest(await support.manifest()));
  const lock: AllowlistLock = { lock: 1, packages, denied: before?.denied ?? [] };
  await writeLock(dataDir, lock);
  return lock;
}
