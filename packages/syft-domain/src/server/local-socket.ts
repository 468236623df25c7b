/** The socket by which an owner's tools on the same machine reach a running domain. Who connects proves a key there too. */

import { createHash } from 'node:crypto';
import { chmod, realpath, unlink } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Limits, SyftError, type Transport } from '@syft-libs/ast';
import { createLocalTransport, type LocalTransportOptions } from './local-transport.ts';

export interface LocalListener {
  readonly path: string;
  close(): Promise<void>;
}

export interface LocalListenOptions {
  readonly dataDir: string;
  readonly limits: Limits;
  readonly admit: (transport: Transport) => void;
}

/** Socket addresses end at 104 bytes on macOS and 108 on Linux; beyond that they are cut without a word. */
const LONGEST_PATH = 100;

/** How long what is left to say may take when the domain closes. */
const GOODBYE = 1_000;

/** What an owner's tool reads at most: a domain answers it with lists. */
const CLIENT_OPTIONS: LocalTransportOptions = { messageBytes: 64 * 1024 * 1024, sendBufferBytes: 64 * 1024 * 1024 };

/**
 * Where the domain of a folder listens: `domain.sock` in it, a name made from the folder's in the system's temporary folder
 * when that path is too long for a socket, a named pipe on Windows.
 */
export async function localSocketPath(dataDir: string): Promise<string> {
  const folder = await realpath(dataDir);
  const name = `syft-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  const path = join(folder, 'domain.sock');
  return Buffer.byteLength(path) <= LONGEST_PATH ? path : join(tmpdir(), `${name}.sock`);
}

/** Listens. A socket that a killed process left behind is replaced; throws `LOCKED` when somebody answers on it. */
export async function listenLocalSocket({ dataDir, limits, admit }: LocalListenOptions): Promise<LocalListener> {
  const path = await localSocketPath(dataDir);
  const options: LocalTransportOptions = {
    messageBytes: Math.max(limits.frameBytes, limits.chunkBytes + 16),
    sendBufferBytes: limits.sendBufferBytes,
  };
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    admit(createLocalTransport(socket, options));
  });
  await listenOrReplace(server, path);
  if (process.platform !== 'win32') await chmod(path, 0o600);
  return {
    path,
    close: async () => {
      // Closing takes the socket's file away.
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of open) socket.destroySoon();
      const hangUp = (): void => {
        for (const socket of open) socket.destroy();
      };
      setTimeout(hangUp, GOODBYE).unref();
      await closed;
    },
  };
}

/** A transport to the domain that runs on a folder, or `undefined` when none answers. */
export async function connectLocalSocket(dataDir: string): Promise<Transport | undefined> {
  const socket = await dial(await localSocketPath(dataDir));
  return socket && createLocalTransport(socket, CLIENT_OPTIONS);
}

async function listenOrReplace(server: Server, path: string): Promise<void> {
  try {
    await listen(server, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cannotListen(error);
    const living = await dial(path);
    living?.destroy();
    if (living !== undefined) throw new SyftError('LOCKED', 'cannot listen on local socket: another process answers there');
    await unlink(path).catch(() => {});
    await listen(server, path).catch((cause: unknown) => Promise.reject(cannotListen(cause)));
  }
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function dial(path: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const failed = (): void => resolve(undefined);
    socket.once('error', failed);
    socket.once('connect', () => {
      socket.off('error', failed);
      resolve(socket);
    });
  });
}

function cannotListen(cause: unknown): SyftError {
  return new SyftError('BAD_CONFIG', `cannot listen on local socket: ${(cause as NodeJS.ErrnoException).code ?? 'unknown reason'}`, {
    cause,
  });
}
