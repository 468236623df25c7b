import { formatType, parseType } from '@syft-libs/ast';
import { expect, test } from 'vitest';
import { keyedByData } from '../../src/decide/keyed-by-data.ts';

const found = (...texts: readonly string[]) => {
  const type = keyedByData(texts.map((text) => parseType(text)));
  return type === null ? null : formatType(type);
};

test('records of ever other names with one type below them are keyed by data', () => {
  expect(found('{ cat: number }', '{ dog: number, fish: number }')).toBe('Record<number>');
  expect(found('{ cat: number }', 'Record<unknown>')).toBe('Record<number>');
});

test.each([
  ['share a name', ['{ mean: number }', '{ mean: number, sd: number }']],
  ['are always the same', ['{ mean: number }', '{ mean: number }']],
  ['hold other things', ['{ cat: number }', '{ dog: string }']],
  ['are not all there is', ['{ cat: number }', '{ dog: number }', 'number']],
  ['are empty, all of them', ['Record<unknown>']],
])('records that %s have fields', (_, texts) => {
  expect(found(...texts)).toBeNull();
});
