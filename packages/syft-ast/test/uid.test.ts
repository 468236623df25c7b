import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatUid, isUid, LAST_COUNTER, parseUid, prefixFromBytes, prefixToBytes } from '../src/index.ts';
import { errorOf } from './syft-error.ts';

const prefix = fc.stringMatching(/^[0-9a-f]{16}$/);

test('a prefix and a counter join into a uid that splits back', () => {
  fc.assert(
    fc.property(prefix, fc.integer({ min: 1, max: LAST_COUNTER }), (text, counter) => {
      expect(parseUid(formatUid(text, counter))).toEqual({ prefix: text, counter });
      expect(isUid(formatUid(text, counter))).toBe(true);
      expect(prefixFromBytes(prefixToBytes(text))).toBe(text);
    }),
  );
});

test.each([
  '9f86d081884c7d65:0',
  '9f86d081884c7d65:01',
  '9f86d081884c7d65:-1',
  '9f86d081884c7d65:4294967296',
  '9f86d081884c7d65:1e3',
  '9f86d081884c7d65:NaN',
  '9F86D081884C7D65:1',
  '9f86d081884c7d6:1',
  '__proto__',
  '',
  1,
  null,
  ['9f86d081884c7d65:1'],
])('what is no prefix with a counter is no uid: %j', (value) => {
  expect(isUid(value)).toBe(false);
  errorOf(() => parseUid(value), 'BAD_ARGUMENT');
});

test('a prefix has eight bytes', () => {
  for (const length of [0, 1, 7, 9, 16]) errorOf(() => prefixFromBytes(new Uint8Array(length)), 'PROTOCOL');
});
