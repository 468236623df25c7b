import { expect, test } from 'vitest';
import { layoutTable } from '../../src/cli/layout.ts';
import { matchPerson, matchRequest, shortId } from '../../src/cli/match-id.ts';
import { plainJson, plainText } from '../../src/cli/plain-text.ts';
import { warnOfMask } from '../../src/cli/show-review.ts';
import { Terminal } from '../../src/cli/terminal.ts';

test('text from elsewhere cannot steer a terminal, and JSON keeps its value', () => {
  const hostile = 'a\u001b[2Jb\u009bc\u202ed\u2028e';
  expect(plainText(hostile)).toBe('a\\u{1b}[2Jb\\u{9b}c\\u{202e}d\\u{2028}e');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there.
  expect(plainJson({ hostile }, 2)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u2028]/);
  expect(JSON.parse(plainJson({ hostile }, 2))).toEqual({ hostile });
});

test('columns are aligned by what a terminal shows, and the last one is cut at its edge', () => {
  const rows = [
    ['日本', '1', 'a long reason that has no place here'],
    ['\u001b[32mann\u001b[39m', '10', 'short'],
  ];
  const lines = layoutTable({ headings: ['NAME', 'N', 'REASON'], rows, width: 30, heading: (text) => text });
  expect(lines).toEqual(['NAME  N   REASON', '日本  1   a long reason that…', '\u001b[32mann\u001b[39m   10  short']);
});

test('colours are for a terminal alone, unless NO_COLOR is set', () => {
  const styled = (isTTY: boolean, environment: Record<string, string>): string => {
    const output = { isTTY, write: () => {} };
    return new Terminal({ output, errors: output, environment, json: false }).style('red', 'no');
  };
  expect(styled(true, {})).toBe('\u001b[31mno\u001b[39m');
  expect([styled(false, {}), styled(true, { NO_COLOR: '1' }), styled(true, { TERM: 'dumb' })]).toEqual(['no', 'no', 'no']);
});

test('ids are shortened as far as they stay apart, and found by what is shown', () => {
  const ids = ['9f86d081884c7d65:4', '9f86d081884c7d65:42', '9f8600001111aaaa:4'];
  expect(ids.map((id) => shortId(id, ids))).toEqual(['9f86d:4', '9f86:42', '9f860:4']);
  const requests = ids.map((id) => ({ id }));
  expect(ids.map((id) => matchRequest(requests, shortId(id, ids)).id)).toEqual(ids);
  expect(matchRequest(requests, ':42').id).toBe(ids[1]);
  expect(() => matchRequest(requests, '9f86:4')).toThrow('may be any of');
  expect(() => matchRequest(requests, 'abc')).toThrow('none goes by "abc"');
});

test('a person’s own name or id comes before the beginning of another’s id', () => {
  const person = (id: string, name: string) => ({ id, name, role: 'scientist' as const, key: null, invited: 0 });
  const people = [person('p-abc1', 'ann'), person('p-abc2', 'ben'), person('p-ffff', 'abc1')];
  expect(matchPerson(people, 'abc1').name).toBe('abc1');
  expect(matchPerson(people, 'p-abc1').name).toBe('ann');
  expect(matchPerson(people, 'abc2').name).toBe('ben');
  expect(() => matchPerson(people, 'abc')).toThrow('may be any of p-abc1, p-abc2');
});

test('an array that picks out or leaves out few rows is pointed at', () => {
  const supplied = (elements: number, nonZero: number, distinct = 2) => ({
    step: 's1',
    shape: [elements],
    elements,
    sampled: elements,
    distinct,
    distinctIsFloor: false,
    nonZeroShare: nonZero / elements,
    rarest: distinct === 2 ? Math.min(nonZero, elements - nonZero) : 1,
    heaviestShare: 1 / nonZero,
  });
  expect(warnOfMask(supplied(344, 1))).toBe('may pick out 1 row of 344');
  expect(warnOfMask(supplied(344, 3, 4))).toBe('may pick out 3 rows of 344');
  expect(warnOfMask(supplied(344, 343))).toBe('may leave out 1 row of 344');
  expect(warnOfMask(supplied(344, 172))).toBeUndefined();
  expect(warnOfMask(supplied(344, 343, 300))).toBeUndefined();
  expect(warnOfMask(supplied(2, 1))).toBeUndefined();
});
