import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sign, verify } from '@syft-libs/ast';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from '../src/index.ts';
import { enrol, loadIdentity, saveIdentity } from '../src/node.ts';
import { ScriptedDomain } from './scripted-domain.ts';

let folder: string;
let path: string;
let domain: ScriptedDomain;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'syft-identity-'));
  path = join(folder, 'deep', 'identity.json');
  domain = await ScriptedDomain.create();
});
afterEach(async () => {
  await domain.stop();
  await rm(folder, { recursive: true });
});

test('enrol makes a key once and pins each domain', async () => {
  const first = await enrol(domain.invitation, { path });
  const other = await ScriptedDomain.create();
  const second = await enrol(other.invitation, { path });
  expect(second.key.publicKey).toEqual(first.key.publicKey);
  expect(second.domains.map(({ key }) => key)).toEqual([domain.publicKey, other.publicKey]);
  const bytes = Uint8Array.of(1);
  expect(await verify(first.key.publicKey, 'client-proof', bytes, await sign(second.key, 'client-proof', bytes))).toBe(true);
  expect(second.key.privateKey.extractable).toBe(false);
});

test('only its owner can read the file, and one that others can read is refused', async () => {
  await enrol(domain.invitation, { path });
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, 'deep'))).mode & 0o777).toBe(0o700);
  await chmod(path, 0o644);
  await expect(loadIdentity({ path })).rejects.toMatchObject({ code: 'BAD_CONFIG' });
});

test('the first connection spends the invitation, in the file too', async () => {
  const identity = await enrol(domain.invitation, { path });
  const url = await domain.listen();
  await (await connect(url, { identity })).close();
  const loaded = await loadIdentity({ path });
  expect(loaded.domains).toEqual([{ key: domain.publicKey, name: 'clinic', urls: [url] }]);
  await (await connect(url, { identity: loaded })).close();
  expect(domain.peer.proof?.invitation).toBe('');
});

test('saving keeps the pins that another process has added', async () => {
  const identity = await enrol(domain.invitation, { path });
  const other = await ScriptedDomain.create();
  await enrol(other.invitation, { path });
  await saveIdentity(identity, { path });
  expect((await loadIdentity({ path })).domains).toHaveLength(2);
  expect(await readdir(join(folder, 'deep'))).toEqual(['identity.json']);
});

test('without an identity there is nothing to load', async () => {
  await expect(loadIdentity({ path })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test.for([
  ['not JSON', () => '{'],
  ['of another version', () => '{"identity":2}'],
  ['without a key', (text: string) => text.replace(/"privateKey": "[0-9a-f]+"/, '"privateKey": "00"')],
  ['with a pin that is no key', (text: string) => text.replace(/"key": "[0-9a-f]+"/, '"key": "zz"')],
] as const)('a file that is %s is refused', async ([, change]) => {
  await enrol(domain.invitation, { path });
  await writeFile(path, change(await readFile(path, 'utf8')));
  await expect(loadIdentity({ path })).rejects.toMatchObject({ code: 'BAD_CONFIG' });
});

test('an invitation that is none is refused', async () => {
  await expect(enrol('hello', { path })).rejects.toMatchObject({ code: 'BAD_ARGUMENT' });
});
