import { setTimeout as delay } from 'node:timers/promises';
import { isSyftError, type SigningKey, SyftError } from '@syft-libs/ast';
import { Domain, type DomainOptions } from '../domain.ts';
import { SYSTEM_ENVIRONMENT } from '../environment.ts';
import { type DomainKeys, openKeys } from '../identity/key-files.ts';
import { connectLocalSocket } from '../server/local-socket.ts';
import { assertInitialised, readConfig } from './domain-folder.ts';
import { importLibraries } from './import-libraries.ts';
import { OwnerConnection } from './owner-connection.ts';

/** A domain as its owner's command line has it at hand, running elsewhere or opened for this command. */
export interface OwnedDomain {
  readonly connection: OwnerConnection;
  readonly owner: SigningKey;
  readonly domainKey: Uint8Array;
  /** Whether another process serves it. */
  readonly isRunning: boolean;
  close(): Promise<void>;
}

/** How long a command waits for another one that has the folder open. */
const PATIENCE = 15_000;
const PAUSE = 100;

/**
 * Connects to the domain that runs on a folder, or opens the folder for as long as the command takes. Both speak the same
 * protocol over the same handshake. Throws `LOCKED` when a process has the folder and does not answer.
 */
export async function openOwner(folder: string): Promise<OwnedDomain> {
  return whileLocked(async () => (await connectRunning(folder)) ?? (await openStraight(folder)));
}

/** Connects to the domain that runs on a folder; `undefined` when none does. */
export async function connectRunning(folder: string): Promise<OwnedDomain | undefined> {
  const { owner, domain } = await readKeys(folder);
  const transport = await connectLocalSocket(folder);
  if (transport === undefined) return undefined;
  const connection = await OwnerConnection.open(transport, { owner, domainKey: domain.publicKey });
  return { connection, owner, domainKey: domain.publicKey, isRunning: true, close: async () => connection.close() };
}

/** Opens a folder as its domain, waiting for a short command that has it. Throws `LOCKED`. */
export async function openFolder(folder: string, options: Pick<DomainOptions, 'log'> = {}): Promise<Domain> {
  const { name, libraries } = await readConfig(folder);
  return Domain.open({ ...options, dataDir: folder, name, libraries: await importLibraries(libraries, folder) });
}

/** Tries again while a short command has the folder. */
export async function whileLocked<T>(task: () => Promise<T>): Promise<T> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      return await task();
    } catch (error) {
      if (!isSyftError(error) || error.code !== 'LOCKED') throw error;
      if (performance.now() > end) {
        throw new SyftError('LOCKED', 'cannot open domain: another process has the folder and does not answer on its local socket', {
          cause: error,
        });
      }
      await delay(PAUSE);
    }
  }
}

/** Keys are made by `init` and by programs alone: a folder without them holds no domain. */
async function readKeys(folder: string): Promise<DomainKeys> {
  await assertInitialised(folder);
  return openKeys(folder, SYSTEM_ENVIRONMENT);
}

async function openStraight(folder: string): Promise<OwnedDomain> {
  const {
    owner,
    domain: { publicKey },
  } = await readKeys(folder);
  const domain = await openFolder(folder);
  try {
    const connection = await OwnerConnection.open(domain.connectInProcess(), { owner, domainKey: publicKey });
    const close = async (): Promise<void> => {
      connection.close();
      await domain.close();
    };
    return { connection, owner, domainKey: publicKey, isRunning: false, close };
  } catch (error) {
    await domain.close();
    throw error;
  }
}
