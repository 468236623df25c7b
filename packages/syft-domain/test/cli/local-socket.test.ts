import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSigningKey, DEFAULT_LIMITS, type Transport } from '@syft-libs/ast';
import { expect, onTestFinished, test } from 'vitest';
import { OwnerConnection } from '../../src/cli/owner-connection.ts';
import { Domain } from '../../src/domain.ts';
import { SYSTEM_ENVIRONMENT } from '../../src/environment.ts';
import { openKeys } from '../../src/identity/key-files.ts';
import { connectLocalSocket, listenLocalSocket, localSocketPath } from '../../src/server/local-socket.ts';

function scratchFolder(name = 'clinic'): string {
  const scratch = mkdtempSync(join(tmpdir(), 'syft-socket-'));
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }));
  mkdirSync(join(scratch, name), { recursive: true });
  return join(scratch, name);
}

async function dial(dataDir: string): Promise<Transport> {
  const transport = await connectLocalSocket(dataDir);
  if (transport === undefined) throw new Error('nobody answers');
  onTestFinished(() => transport.close());
  return transport;
}

/** Listens on a folder's socket and sends back whatever comes. */
async function listenEcho(dataDir: string): Promise<void> {
  const admit = (transport: Transport): void =>
    transport.open({ message: (bytes) => transport.send([bytes.subarray(0, 1), bytes.subarray(1)]), close: () => {}, drain: () => {} });
  const listener = await listenLocalSocket({ dataDir, limits: { ...DEFAULT_LIMITS, frameBytes: 100_000, chunkBytes: 1 }, admit });
  onTestFinished(() => listener.close());
}

test('messages of any length up to the limit arrive whole and in order, however the stream cuts them', async () => {
  const folder = scratchFolder();
  await listenEcho(folder);
  const transport = await dial(folder);
  const lengths = [1, 2, 3, 65_535, 65_536, 100_000, 5];
  const received: Uint8Array[] = [];
  await new Promise<void>((resolve) => {
    transport.open({ message: (bytes) => received.push(bytes) === lengths.length && resolve(), close: () => {}, drain: () => {} });
    for (const length of lengths) transport.send([new Uint8Array(length).fill(length)]);
  });
  expect(received.map((bytes) => bytes.byteLength)).toEqual(lengths);
  expect(received.every((bytes, index) => bytes.every((byte) => byte === (lengths[index]! & 255)))).toBe(true);
});

test('a length beyond the limit, or of nothing, ends the connection and nothing else', async () => {
  const folder = scratchFolder();
  await listenEcho(folder);
  for (const header of [
    [0xff, 0xff, 0xff, 0xff],
    [0xa1, 0x86, 1, 0],
    [0, 0, 0, 0],
  ]) {
    const socket = connect(await localSocketPath(folder));
    socket.write(Uint8Array.from(header));
    await once(socket, 'close');
  }
  await dial(folder);
});

test('a folder whose path is too long for a socket is served under a short one', { skip: process.platform === 'win32' }, async () => {
  const folder = scratchFolder('x'.repeat(120));
  const path = await localSocketPath(folder);
  expect(Buffer.byteLength(path)).toBeLessThanOrEqual(100);
  expect(path.startsWith(tmpdir())).toBe(true);
  await using domain = await Domain.open({ dataDir: folder, libraries: [], vm: 'in-thread' });
  await domain.listenLocal();
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const { owner, domain: key } = await openKeys(folder, SYSTEM_ENVIRONMENT);
  const connection = await OwnerConnection.open(await dial(folder), { owner, domainKey: key.publicKey });
  expect(await connection.call('owner.people')).toEqual([]);
  connection.close();
});

test('the owner’s side refuses a domain of another key, and the domain an owner of another key', async () => {
  const folder = scratchFolder();
  await using domain = await Domain.open({ dataDir: folder, libraries: [], vm: 'in-thread' });
  await domain.listenLocal();
  const { owner, domain: key } = await openKeys(folder, SYSTEM_ENVIRONMENT);
  const stranger = await createSigningKey(false);
  await expect(OwnerConnection.open(await dial(folder), { owner, domainKey: stranger.publicKey })).rejects.toMatchObject({
    code: 'UNKNOWN_DOMAIN',
  });
  await expect(OwnerConnection.open(await dial(folder), { owner: stranger, domainKey: key.publicKey })).rejects.toMatchObject({
    code: 'NOT_AUTHENTICATED',
  });
});

test('a socket on which another process answers is LOCKED; calls end with the connection', async () => {
  const folder = scratchFolder();
  const squatter = createServer((socket) => socket.on('error', () => {}));
  squatter.listen(await localSocketPath(folder));
  await once(squatter, 'listening');
  const domain = await Domain.open({ dataDir: folder, libraries: [], vm: 'in-thread' });
  await expect(domain.listenLocal()).rejects.toMatchObject({ code: 'LOCKED' });
  squatter.close();
  await once(squatter, 'close');
  await domain.listenLocal();
  const { owner, domain: key } = await openKeys(folder, SYSTEM_ENVIRONMENT);
  const connection = await OwnerConnection.open(await dial(folder), { owner, domainKey: key.publicKey });
  await domain.close();
  await expect(connection.call('owner.people')).rejects.toMatchObject({ code: 'CLOSED' });
});
