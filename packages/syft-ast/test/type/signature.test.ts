import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatSignature, joinSignatures, parseSignature, type Signature, splitSignatures } from '../../src/index.ts';
import { errorOf } from '../syft-error.ts';
import { arbitraryType } from './arbitrary-type.ts';

const param = fc.record({
  name: fc.oneof(fc.constantFrom('public', 'x', 'Promise'), fc.stringMatching(/^[A-Za-z_$][A-Za-z0-9_$]{0,6}$/)),
  type: arbitraryType,
  optional: fc.boolean(),
  rest: fc.boolean(),
  public: fc.boolean(),
});
const signature: fc.Arbitrary<Signature> = fc.record({
  params: fc.array(param, { maxLength: 3 }),
  returns: arbitraryType,
  async: fc.boolean(),
});

test('the text of any signature reads back to an equal one', () => {
  fc.assert(
    fc.property(signature, (value) => {
      expect(parseSignature(formatSignature(value))).toEqual(value);
    }),
    { numRuns: 1_000 },
  );
});

test('overloads join into one text and split again, whatever their literals hold', () => {
  fc.assert(
    fc.property(fc.array(signature.map(formatSignature), { minLength: 1, maxLength: 4 }), (texts) => {
      expect(splitSignatures(joinSignatures(texts))).toEqual(texts);
    }),
  );
  const texts = ['(x: " ; ") => number', '(x: "\\" ; ") => string'];
  expect(splitSignatures(joinSignatures(texts))).toEqual(texts);
});

test('every mark of a parameter is read: public, optional, rest; and so is async', () => {
  const parsed = parseSignature('(x: number, public axis?: number, ...public: string[]) => Promise<number>');
  expect(parsed.params.map(({ name, optional, rest, public: isPublic }) => [name, optional, rest, isPublic])).toEqual([
    ['x', false, false, false],
    ['axis', true, false, true],
    ['public', false, true, false],
  ]);
  expect(parsed.async).toBe(true);
});

test.each([
  '',
  '()',
  '() =>',
  '(x) => number',
  '(x: number',
  '(..x: number) => number',
  '(x: number) => number;',
  '(1: number) => number',
  '() => Promise<number',
])('what is no signature is refused: %s', (text) => {
  errorOf(() => parseSignature(text), 'BAD_MANIFEST');
});
