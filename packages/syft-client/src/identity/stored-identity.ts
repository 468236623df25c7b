import { createSigningKey, fromHex, isRecord, type SigningKey, SyftError, toHex } from '@syft-libs/ast';
import type { PinnedDomain } from './identity.ts';

/** An identity as JSON: the key pair hexadecimal, the private half as PKCS #8. */
export interface StoredIdentity {
  readonly identity: 1;
  readonly publicKey: string;
  readonly privateKey: string;
  readonly domains: readonly PinnedDomain[];
}

/** A new key pair as it is stored. The only time that a private key leaves WebCrypto. */
export async function createStoredKey(): Promise<Pick<StoredIdentity, 'publicKey' | 'privateKey'>> {
  const { publicKey, privateKey } = await createSigningKey(true);
  return { publicKey: toHex(publicKey), privateKey: toHex(new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey))) };
}

/** The key pair, not extractable. Throws `BAD_CONFIG`. */
export async function importStoredKey({ publicKey, privateKey }: Pick<StoredIdentity, 'publicKey' | 'privateKey'>): Promise<SigningKey> {
  try {
    const key = await crypto.subtle.importKey('pkcs8', fromHex(privateKey).slice(), 'Ed25519', false, ['sign']);
    return { publicKey: fromHex(publicKey), privateKey: key };
  } catch (cause) {
    throw new SyftError('BAD_CONFIG', 'cannot load identity: its key is damaged', { cause });
  }
}

const KEY = /^[0-9a-f]{64}$/;

/** Checks stored JSON. Throws `BAD_CONFIG`. */
export function parseStoredIdentity(value: unknown): StoredIdentity {
  if (!isRecord(value) || value['identity'] !== 1) throw malformed('not an identity of version 1');
  const { publicKey, privateKey, domains } = value as Record<keyof StoredIdentity, unknown>;
  if (typeof publicKey !== 'string' || !KEY.test(publicKey)) throw malformed('publicKey is no key');
  if (typeof privateKey !== 'string' || !/^([0-9a-f]{2})+$/.test(privateKey)) throw malformed('privateKey is no key');
  return { identity: 1, publicKey, privateKey, domains: parseDomains(domains) };
}

/** Checks stored pins. Throws `BAD_CONFIG`. */
export function parseDomains(value: unknown): readonly PinnedDomain[] {
  if (!Array.isArray(value)) throw malformed('domains is no list');
  return value.map((domain: unknown) => {
    if (!isRecord(domain)) throw malformed('a domain is no object');
    const { key, name, urls, invitation } = domain;
    if (typeof key !== 'string' || !KEY.test(key) || typeof name !== 'string') throw malformed('a domain has no key or no name');
    if (!Array.isArray(urls) || !urls.every((url) => typeof url === 'string')) throw malformed('a domain has no list of urls');
    return invitation === undefined ? { key, name, urls } : { key, name, urls, invitation: parseInvitation(invitation) };
  });
}

function parseInvitation(value: unknown): { readonly id: string; readonly secret: string } {
  const { id, secret } = isRecord(value) ? value : {};
  if (typeof id !== 'string' || typeof secret !== 'string' || !KEY.test(secret)) throw malformed('an invitation is damaged');
  return { id, secret };
}

function malformed(reason: string): SyftError {
  return new SyftError('BAD_CONFIG', `cannot load identity: ${reason}`);
}
