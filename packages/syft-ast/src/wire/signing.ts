import { SyftError } from '../errors.ts';
import { joinParts } from './transport.ts';

/** An Ed25519 key pair (RFC 8032) as WebCrypto holds it. */
export interface SigningKey {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly privateKey: CryptoKey;
}

/** What a signature is for; it stands before the signed bytes, so that none can serve for another purpose. */
export type SigningContext = 'domain-hello' | 'client-proof' | 'grant' | 'decision' | 'audit-head';

const PUBLIC_KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;

/** The little-endian y coordinates of the points of order 1, 2, 4 and 8, sign bit cleared, non-canonical forms included. */
const SMALL_ORDER = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);

/** Makes a key pair. `extractable` only where the key has to be written to a file. */
export async function createSigningKey(extractable: boolean): Promise<SigningKey> {
  const pair = (await crypto.subtle.generateKey('Ed25519', extractable, ['sign', 'verify'])) as CryptoKeyPair;
  return { publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)), privateKey: pair.privateKey };
}

/** Throws `NOT_AUTHENTICATED` for what is no key, or a key under which anything verifies. */
export function assertPublicKey(publicKey: Uint8Array): void {
  const last = publicKey[PUBLIC_KEY_BYTES - 1];
  if (publicKey.byteLength !== PUBLIC_KEY_BYTES || last === undefined)
    throw new SyftError('NOT_AUTHENTICATED', 'cannot use key: not 32 bytes');
  const y = [...publicKey.subarray(0, PUBLIC_KEY_BYTES - 1), last & 0x7f];
  if (SMALL_ORDER.has(toHex(Uint8Array.from(y)))) throw new SyftError('NOT_AUTHENTICATED', 'cannot use key: a point of small order');
}

export async function sign(key: SigningKey, context: SigningContext, bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.sign('Ed25519', key.privateKey, contextBytes(context, bytes)));
}

/** True when the signature is the key's, over these bytes, for this purpose. */
export async function verify(publicKey: Uint8Array, context: SigningContext, bytes: Uint8Array, signature: Uint8Array): Promise<boolean> {
  if (signature.byteLength !== SIGNATURE_BYTES) return false;
  try {
    assertPublicKey(publicKey);
    const key = await crypto.subtle.importKey('raw', publicKey.slice(), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, signature.slice(), contextBytes(context, bytes));
  } catch {
    return false;
  }
}

function contextBytes(context: SigningContext, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return joinParts([new TextEncoder().encode(`syft/1 ${context}\0`), bytes]);
}

/** Lower-case hexadecimal digits. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The inverse of {@link toHex}. Throws `BAD_ARGUMENT`. */
export function fromHex(text: string): Uint8Array {
  if (!/^([0-9a-f]{2})*$/.test(text)) throw new SyftError('BAD_ARGUMENT', 'cannot read hexadecimal digits');
  return Uint8Array.from({ length: text.length / 2 }, (_, index) => Number.parseInt(text.slice(index * 2, index * 2 + 2), 16));
}
