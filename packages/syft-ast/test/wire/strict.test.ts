import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeStrict, equalBytes, messages } from '../../src/index.ts';
import { errorOf } from '../syft-error.ts';

const { ClientHello, GrantRecord } = messages;

test('what our own encoder wrote is read', () => {
  const record = fc.record({
    domain: fc.string(),
    id: fc.string(),
    columns: fc.array(fc.string({ minLength: 1 })),
    until: fc.double({ noNaN: true }),
  });
  fc.assert(
    fc.property(record, (grant) => {
      expect(decodeStrict(GrantRecord, GrantRecord.encode(grant).finish())).toMatchObject(grant);
    }),
  );
});

test('any single change of a byte is either another message or refused, and never the same message', () => {
  const hello = ClientHello.encode({
    protocol: 1,
    nonce: Uint8Array.of(1, 2, 3),
    origin: 'https://a.example',
    libraries: [{ root: 'numjs', digest: 'ab' }],
  }).finish();
  for (let place = 0; place < hello.length; place++) {
    for (const change of [1, 2, 4, 8, 16, 32, 64, 128, 255]) {
      const bent = Uint8Array.from(hello);
      bent[place] = (bent[place] ?? 0) ^ change;
      let read: unknown;
      try {
        read = decodeStrict(ClientHello, bent);
      } catch (error) {
        errorOf(() => {
          throw error;
        }, 'PROTOCOL');
        continue;
      }
      expect(read).not.toEqual(decodeStrict(ClientHello, hello));
    }
  }
});

test('equal bytes are compared by content and length', () => {
  expect(equalBytes(Uint8Array.of(1, 2), Buffer.from([1, 2]))).toBe(true);
  expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2, 0))).toBe(false);
  expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false);
});
