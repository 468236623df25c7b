import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { exactVersion, lookupIn } from '../../src/generators/support-package/registry.ts';

vi.setConfig({ testTimeout: 60_000 });

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  vi.unstubAllEnvs();
});

/** A registry on loopback that has one version of one package; npm, wherever it runs, asks it. */
async function startRegistry(): Promise<void> {
  const manifest = { name: 'small-lib', version: '1.2.3', dist: { tarball: 'http://127.0.0.1/none.tgz' } };
  const packument = { name: 'small-lib', 'dist-tags': { latest: '1.2.3' }, versions: { '1.2.3': manifest } };
  const server = createServer(({ url }, response) => {
    const isThere = url === '/small-lib';
    response
      .writeHead(isThere ? 200 : 404, { 'content-type': 'application/json' })
      .end(JSON.stringify(isThere ? packument : { error: 'not found' }));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  useRegistry((server.address() as AddressInfo).port);
}

function useRegistry(port: number): void {
  vi.stubEnv('npm_config_registry', `http://127.0.0.1:${port}/`);
  vi.stubEnv('npm_config_fetch_retries', '0');
}

/** A port of loopback on which nobody listens. */
async function useNoRegistry(): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  useRegistry(port);
}

async function diff(from: string): Promise<string> {
  let told = '';
  const stderr = { write: (text: string) => (told += text) };
  const code = await runCli(['diff', 'small-lib', '--from', from], { stdout: { write: () => {} }, stderr, cwd: () => import.meta.dirname });
  return `${code} ${told.trim().split('\n').at(-1)}`;
}

test('a version, a tag and a package that the registry has not are told apart', async () => {
  await startRegistry();
  const lookup = lookupIn(import.meta.dirname);
  expect(await lookup('small-lib')).toBe('1.2.3');
  expect(await lookup('small-lib', '9.9.9')).toBeUndefined();
  await expect(exactVersion(lookup, 'no-such-lib', undefined)).rejects.toThrow('cannot find library no-such-lib: there is no such package');
});

test('a registry that cannot be reached is no registry without the package', async () => {
  await useNoRegistry();
  await expect(lookupIn(import.meta.dirname)('small-lib')).rejects.toMatchObject({
    code: 'NOT_FOUND',
    message: 'cannot find library small-lib: npm gets no answer from the registry; `npm ping` says why',
  });
});

test('diff says that there is no such version', async () => {
  await startRegistry();
  expect(await diff('9.9.9')).toBe(
    '1 NOT_FOUND  cannot find library small-lib 9.9.9: there is no such version; `npm view small-lib versions` lists them',
  );
});

test('diff says that the registry gives no answer', async () => {
  await useNoRegistry();
  expect(await diff('1.2.3')).toBe('1 NOT_FOUND  cannot find library small-lib: npm gets no answer from the registry; `npm ping` says why');
});
