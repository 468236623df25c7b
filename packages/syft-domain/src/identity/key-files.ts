import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type SigningKey, SyftError } from '@syft-libs/ast';
import type { Environment } from '../environment.ts';

/** The two keys that a domain's folder holds: the owner's signs grants and decisions, the domain's proves who answers. */
export interface DomainKeys {
  readonly owner: SigningKey;
  readonly domain: SigningKey;
}

/** Reads `owner.key` and `domain.key` (PKCS#8 PEM, readable by their owner alone), making them the first time. */
export async function openKeys(dataDir: string, environment: Environment): Promise<DomainKeys> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  return { owner: await openKey(join(dataDir, 'owner.key'), environment), domain: await openKey(join(dataDir, 'domain.key'), environment) };
}

/** Makes keys that live in memory alone. */
export async function createKeys(environment: Environment): Promise<DomainKeys> {
  return { owner: await toSigningKey(makeKey(environment)), domain: await toSigningKey(makeKey(environment)) };
}

/** RFC 8410: what stands before the 32 secret bytes of an Ed25519 key in PKCS #8. */
const PKCS8_HEADER = Buffer.from('302e020100300506032b657004220420', 'hex');

/** An Ed25519 key's secret is any 32 bytes, so that chance comes from the environment here as everywhere. */
function makeKey(environment: Environment): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8_HEADER, environment.randomBytes(32)]), format: 'der', type: 'pkcs8' });
}

async function openKey(file: string, environment: Environment): Promise<SigningKey> {
  const pem = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined;
    throw new SyftError('BAD_CONFIG', `cannot read key file ${file}: ${cause.code ?? 'unknown reason'}`, { cause });
  });
  if (pem !== undefined) return readKey(file, pem);
  const privateKey = makeKey(environment);
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(privateKey.export({ format: 'pem', type: 'pkcs8' }));
    await handle.sync();
  } finally {
    await handle.close();
  }
  return toSigningKey(privateKey);
}

async function readKey(file: string, pem: string): Promise<SigningKey> {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return await toSigningKey(key);
  } catch (cause) {
    throw new SyftError('BAD_CONFIG', `cannot read key file ${file}: not a PKCS#8 private key`, { cause });
  }
  throw new SyftError('BAD_CONFIG', `cannot read key file ${file}: not an Ed25519 key`);
}

async function toSigningKey(key: KeyObject): Promise<SigningKey> {
  const pkcs8 = Uint8Array.from(key.export({ format: 'der', type: 'pkcs8' }));
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  return {
    publicKey: Uint8Array.from(Buffer.from(x as string, 'base64url')),
    privateKey: await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']),
  };
}
