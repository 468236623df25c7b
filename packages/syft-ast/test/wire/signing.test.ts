import { describe, expect, test } from 'vitest';
import {
  assertPublicKey,
  createSigningKey,
  fromHex,
  joinParts,
  SIGNATURE_BYTES,
  type SigningContext,
  sign,
  toHex,
  verify,
} from '../../src/index.ts';
import { errorOf } from '../syft-error.ts';

const bytes = new TextEncoder().encode('grant 1');

test('a signature verifies under its key, over its bytes, for its purpose, and under nothing else', async () => {
  const key = await createSigningKey(false);
  const other = await createSigningKey(false);
  const signature = await sign(key, 'grant', bytes);
  expect(signature).toHaveLength(SIGNATURE_BYTES);
  expect(await verify(key.publicKey, 'grant', bytes, signature)).toBe(true);
  expect(await verify(key.publicKey, 'grant', Buffer.from(bytes), Buffer.from(signature))).toBe(true);

  expect(await verify(other.publicKey, 'grant', bytes, signature)).toBe(false);
  expect(await verify(key.publicKey, 'decision', bytes, signature)).toBe(false);
  expect(await verify(key.publicKey, 'grant', joinParts([bytes, new Uint8Array(1)]), signature)).toBe(false);
  for (let place = 0; place < SIGNATURE_BYTES; place++) {
    const bent = signature.slice();
    bent[place] = (bent[place] ?? 0) ^ 1;
    expect(await verify(key.publicKey, 'grant', bytes, bent)).toBe(false);
  }
  for (const length of [0, 63, 65]) expect(await verify(key.publicKey, 'grant', bytes, new Uint8Array(length))).toBe(false);
});

test('no two purposes sign the same bytes', async () => {
  const key = await createSigningKey(false);
  const contexts: readonly SigningContext[] = ['domain-hello', 'client-proof', 'grant', 'decision', 'audit-head'];
  const signatures = await Promise.all(contexts.map((context) => sign(key, context, bytes)));
  expect(new Set(signatures.map(toHex)).size).toBe(contexts.length);
});

// RFC 8032, section 7.1. The engine's Ed25519 is the one that stands behind sign and verify.
const VECTORS = [
  {
    name: 'TEST 1',
    secret: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    name: 'TEST 2',
    secret: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
];

describe.each(VECTORS)('vector $name of RFC 8032', ({ secret, publicKey, message, signature }) => {
  const pkcs8 = fromHex(`302e020100300506032b657004220420${secret}`).slice();

  test('is what this engine signs, and accepts', async () => {
    const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']);
    const made = new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, fromHex(message).slice()));
    expect(toHex(made)).toBe(signature);
    const key = await crypto.subtle.importKey('raw', fromHex(publicKey).slice(), 'Ed25519', false, ['verify']);
    expect(await crypto.subtle.verify('Ed25519', key, fromHex(signature).slice(), fromHex(message).slice())).toBe(true);
  });

  test('does not verify here, since every signature of ours names its purpose', async () => {
    expect(await verify(fromHex(publicKey), 'grant', fromHex(message), fromHex(signature))).toBe(false);
  });
});

test('hexadecimal digits read back, and nothing else is read', () => {
  expect(fromHex(toHex(Uint8Array.of(0, 255, 16)))).toEqual(Uint8Array.of(0, 255, 16));
  for (const text of ['0', 'AB', '0x00', 'zz', ' 00']) errorOf(() => fromHex(text), 'BAD_ARGUMENT');
});

test('a key has 32 bytes', () => {
  for (const length of [0, 31, 33]) errorOf(() => assertPublicKey(new Uint8Array(length).fill(7)), 'NOT_AUTHENTICATED');
});
