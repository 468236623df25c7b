import { randomUUID } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { SyftError } from '@syft-libs/ast';
import { type Identity, type PinnedDomain, pinInvitation } from '../identity/identity.ts';
import { createStoredKey, importStoredKey, parseStoredIdentity, type StoredIdentity } from '../identity/stored-identity.ts';

export interface IdentityFileOptions {
  /** Where the identity is kept. Default: `.syft/identity.json` in the home folder. */
  readonly path?: string;
}

/** The default place of an identity. */
function pathOf({ path }: IdentityFileOptions): string {
  return path ?? join(homedir(), '.syft', 'identity.json');
}

/** Takes an invitation in: makes the key the first time, and pins the domain. The invitation is handed in by `connect`. */
export async function enrol(invitation: string, options: IdentityFileOptions = {}): Promise<Identity> {
  const path = pathOf(options);
  const stored = (await readStored(path)) ?? { identity: 1, ...(await createStoredKey()), domains: [] };
  await writeStored(path, { ...stored, domains: pinInvitation(stored.domains, invitation) });
  return loadIdentity(options);
}

/**
 * Loads the identity. Throws `NOT_FOUND` when there is none, `BAD_CONFIG` when the file is damaged or when others than
 * its owner may read it.
 */
export async function loadIdentity(options: IdentityFileOptions = {}): Promise<Identity> {
  const path = pathOf(options);
  const stored = await readStored(path);
  if (stored === undefined) throw new SyftError('NOT_FOUND', 'cannot load identity: there is none yet; enrol an invitation first');
  const key = await importStoredKey(stored);
  let { domains } = stored;
  return {
    key,
    get domains() {
      return domains;
    },
    async save(changed) {
      domains = changed;
      await updateDomains(path, changed);
    },
  };
}

/** Keeps an identity's pins in its file. `connect` does this by itself. */
export async function saveIdentity(identity: Identity, options: IdentityFileOptions = {}): Promise<void> {
  await updateDomains(pathOf(options), identity.domains);
}

/** Replaces the pins that changed; those that another process has added meanwhile stay. */
async function updateDomains(path: string, domains: readonly PinnedDomain[]): Promise<void> {
  const stored = await readStored(path);
  if (stored === undefined) throw new SyftError('NOT_FOUND', 'cannot save identity: its file is gone');
  const others = stored.domains.filter(({ key }) => !domains.some((domain) => domain.key === key));
  await writeStored(path, { ...stored, domains: [...domains, ...others] });
}

async function readStored(path: string): Promise<StoredIdentity | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
    if (process.platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0) {
      throw new SyftError('BAD_CONFIG', 'cannot load identity: others may read its file; run chmod 600 on it');
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new SyftError('BAD_CONFIG', 'cannot load identity: its file is not JSON');
  }
  return parseStoredIdentity(json);
}

/** Writes a new file beside the old one and swaps them, so that a crash leaves one or the other. */
async function writeStored(path: string, stored: StoredIdentity): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await chmod(draft, 0o600);
      await file.writeFile(`${JSON.stringify(stored, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
