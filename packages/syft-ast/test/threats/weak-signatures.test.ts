// Keys and signatures that a lax verifier would take.
import { expect, test } from 'vitest';
import { assertPublicKey, createSigningKey, fromHex, sign, toHex, verify } from '../../src/index.ts';
import { errorOf } from '../syft-error.ts';

const bytes = new TextEncoder().encode('approve request 1');
/** The order of the group, little-endian: 2^252 + 27742317777372353535851937790883648493. */
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

const smallOrder = [
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000080',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  '0100000000000000000000000000000000000000000000000000000000000080',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
];

test.each(smallOrder)('a key of small order is refused, under which anything would verify: %s', async (text) => {
  const key = fromHex(text);
  errorOf(() => assertPublicKey(key), 'NOT_AUTHENTICATED');
  // R = the identity and S = 0 verifies under the identity wherever the key is not looked at.
  const universal = fromHex(`01${'00'.repeat(63)}`);
  expect(await verify(key, 'decision', bytes, universal)).toBe(false);
  expect(await verify(key, 'decision', bytes, new Uint8Array(64))).toBe(false);
});

test('a signature has one form: adding the order of the group to its S makes it worthless', async () => {
  const key = await createSigningKey(false);
  const signature = await sign(key, 'decision', bytes);
  expect(await verify(key.publicKey, 'decision', bytes, signature)).toBe(true);
  const s = BigInt(`0x${toHex(signature.slice(32).reverse())}`) + ORDER;
  const malleated = signature.slice();
  malleated.set(fromHex(s.toString(16).padStart(64, '0')).reverse(), 32);
  expect(await verify(key.publicKey, 'decision', bytes, malleated)).toBe(false);
});

test('an honest key is taken', async () => {
  const { publicKey } = await createSigningKey(false);
  expect(() => assertPublicKey(publicKey)).not.toThrow();
});
