import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPath, parsePath } from '../src/index.ts';
import { errorOf } from './syft-error.ts';

const segment = fc.stringMatching(/^[A-Za-z_$][A-Za-z0-9_$]{0,12}$/).filter((text) => !/^(__.*__|prototype)$/.test(text));

test('a path of identifiers splits into them and joins back', () => {
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 8 }), (segments) => {
      expect(parsePath(segments.join('.'))).toEqual(segments);
    }),
  );
});

test.each(['', '.', 'a.', '.a', 'a..b', 'a b', 'a.b ', ' a', 'a["b"]', '1a', 'a.1', 'a-b', 'a.b()', 'a\0b', 'naïve', 'a.\u0455um'])(
  'what is not identifiers joined by single dots is no path: %j',
  (text) => {
    expect(isPath(text)).toBe(false);
    errorOf(() => parsePath(text), 'BAD_ARGUMENT');
  },
);

test('a ninth segment and a 257th character are one too many', () => {
  expect(isPath(Array(8).fill('a').join('.'))).toBe(true);
  expect(isPath(Array(9).fill('a').join('.'))).toBe(false);
  expect(isPath('a'.repeat(256))).toBe(true);
  expect(isPath('a'.repeat(257))).toBe(false);
});

test('only a string is a path', () => {
  for (const value of [undefined, null, 1, ['numjs', 'sum'], { toString: () => 'numjs.sum' }]) expect(isPath(value)).toBe(false);
});
