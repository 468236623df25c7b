import { expect, test } from 'vitest';
import { unpackEntries } from '../../src/support/unpack-entries.ts';

test('entries come by path, each with the owner, kind and signatures of its line', () => {
  const text = [
    '',
    ' mod add:function (x: number) => number',
    'Vec',
    ' length:property () => number',
    ' get=get_:method () => Vec',
    '',
  ].join('\n');
  expect(unpackEntries(text)).toEqual([
    ['Vec.get', 'method', '() => Vec', 'get_'],
    ['Vec.length', 'property', '() => number'],
    ['add', 'function', '(x: number) => number'],
    ['mod', 'function', '(x: number) => number'],
  ]);
  expect(unpackEntries('')).toEqual([]);
});

test('signatures may hold whatever separates the rest of a line', () => {
  const signatures = '(by: "a:b" | " = ", ...rest: number[]) => { a: number } ; () => Map<string, number>';
  expect(unpackEntries(`a.b\n pick:function ${signatures}\n`)).toEqual([['a.b.pick', 'function', signatures]]);
});
