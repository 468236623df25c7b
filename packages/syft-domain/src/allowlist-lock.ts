import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { allowedMembers, joinSignatures, type Manifest, type SupportPackage, SyftError, signatureText } from '@syft-libs/ast';

/** What a domain may load, as its owner accepted it. Lives in the domain's folder as `allowlist.lock`. */
export interface AllowlistLock {
  readonly lock: 1;
  readonly packages: Readonly<Record<string, LockedPackage>>;
  /** Paths that the owner refuses although their package allows them. */
  readonly denied: readonly string[];
}

export interface LockedPackage {
  /** Each library's version and its manifest's digest, by root. */
  readonly libraries: Readonly<Record<string, { readonly version: string; readonly digest: string }>>;
  /** Every allowed entry and its signatures. */
  readonly entries: Readonly<Record<string, string>>;
}

/** What a new or changed package would alter. */
export interface LockDifference {
  readonly package: string;
  readonly isNew: boolean;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

const FILE = 'allowlist.lock';

/** The lock of a folder; `undefined` when there is none yet. Throws `BAD_CONFIG` when it cannot be read. */
export async function readLock(dataDir: string): Promise<AllowlistLock | undefined> {
  let text: string;
  try {
    text = await readFile(join(dataDir, FILE), 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new SyftError('BAD_CONFIG', `cannot read ${FILE}`, { cause });
  }
  try {
    const lock = JSON.parse(text) as AllowlistLock;
    if (lock.lock === 1 && typeof lock.packages === 'object' && Array.isArray(lock.denied)) return lock;
  } catch {
    // Falls through to the one answer.
  }
  throw new SyftError('BAD_CONFIG', `cannot read ${FILE}: it is damaged; restore it from a backup`);
}

/** Writes the lock whole: a kill leaves the old or the new one. */
export async function writeLock(dataDir: string, lock: AllowlistLock): Promise<void> {
  const file = join(dataDir, FILE);
  const handle = await open(`${file}.tmp`, 'w', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(lock, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.tmp`, file);
}

/** What a package is locked as. */
export function lockPackage(support: SupportPackage, manifest: Manifest): LockedPackage {
  const libraries = support.surfaces.map(({ root, version, digest }) => [root, { version, digest }] as const);
  const entries = manifest.libraries.flatMap((library) =>
    allowedMembers(library).map((member) => [member.path, joinSignatures(member.signatures.map(signatureText))] as const),
  );
  return { libraries: Object.fromEntries(libraries), entries: Object.fromEntries(entries) };
}

/** What differs between a package and its lock; `undefined` when nothing does. */
export function compareLock(name: string, locked: LockedPackage | undefined, current: LockedPackage): LockDifference | undefined {
  if (locked === undefined) return { package: name, isNew: true, added: Object.keys(current.entries), removed: [], changed: [] };
  const added = Object.keys(current.entries).filter((path) => !Object.hasOwn(locked.entries, path));
  const removed = Object.keys(locked.entries).filter((path) => !Object.hasOwn(current.entries, path));
  const changed = Object.keys(current.entries).filter(
    (path) => Object.hasOwn(locked.entries, path) && locked.entries[path] !== current.entries[path],
  );
  const same = JSON.stringify(locked.libraries) === JSON.stringify(current.libraries);
  return same && added.length + removed.length + changed.length === 0
    ? undefined
    : { package: name, isNew: false, added, removed, changed };
}
