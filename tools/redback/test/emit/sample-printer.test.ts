import { expect, test } from 'vitest';
import { isPrintable, ownPath, SamplePrinter } from '../../src/emit/sample-printer.ts';
import type { Sample } from '../../src/surface/sample.ts';
import { pairPlan } from './hand-made-plan.ts';

const printer = new SamplePrinter(pairPlan.manifest);
const evaluate = (sample: Sample, scope: Readonly<Record<string, unknown>> = {}): unknown =>
  new Function(...Object.keys(scope), `return (${printer.print(sample)});`)(...Object.values(scope)) as unknown;

test('plain samples are printed as code that makes them again', () => {
  const pairs: readonly (readonly [Sample, unknown])[] = [
    [null, null],
    [-1.5, -1.5],
    ["it's \n \\ ’ \u2028", "it's \n \\ ’ \u2028"],
    [{ $: 'undefined' }, undefined],
    [{ $: 'number', value: 'NaN' }, Number.NaN],
    [{ $: 'number', value: '-0' }, -0],
    [{ $: 'number', value: '-Infinity' }, Number.NEGATIVE_INFINITY],
    [{ $: 'bigint', value: '-12' }, -12n],
    [{ $: 'list', items: [1, { $: 'list', items: ['a', true] }] }, [1, ['a', true]]],
    [
      { $: 'record', fields: { a: 1, 'b c': { $: 'record', fields: {} } } },
      { a: 1, 'b c': {} },
    ],
    [{ $: 'array', dtype: 'uint8clamped', items: [1, 300] }, Uint8ClampedArray.of(1, 300)],
    [{ $: 'array', dtype: 'bigint64', items: [{ $: 'bigint', value: '3' }] }, BigInt64Array.of(3n)],
    [{ $: 'array', dtype: 'bytes', items: [1, 2] }, Uint8Array.of(1, 2).buffer],
    [{ $: 'date', milliseconds: 5 }, new Date(5)],
    [{ $: 'map', entries: [['a', 1]] }, new Map([['a', 1]])],
    [{ $: 'set', items: [1] }, new Set([1])],
  ];
  for (const [sample, value] of pairs) expect(evaluate(sample)).toStrictEqual(value);
  expect(Object.keys(evaluate({ $: 'record', fields: JSON.parse('{ "__proto__": 1 }') as Record<string, Sample> }) as object)).toEqual([
    '__proto__',
  ]);
});

test('what a library makes is printed by its own names', () => {
  const unit: Sample = { $: 'call', path: 'shapeLib.Rectangle.unit', args: [] };
  expect(printer.print({ $: 'call', path: 'shapeLib.Rectangle.add_', args: [unit, 1] })).toBe(
    'shapeLib.Rectangle.add(shapeLib.Rectangle.unit(), 1)',
  );
  expect(printer.print({ $: 'call', path: 'shapeLib.Rectangle.add', receiver: unit, args: [] })).toBe('shapeLib.Rectangle.unit().add()');
  expect(printer.print({ $: 'call', path: 'shapeLib.Shape.count', receiver: unit, args: [] })).toBe('shapeLib.Rectangle.unit().count');
  expect(printer.print({ $: 'rebuilt', of: { $: 'member', path: 'shapeLib.LIMIT' } })).toBe('shapeLib.LIMIT');
  expect([...printer.roots]).toEqual(['shapeLib']);
  expect(ownPath('shapeLib.Rectangle.add_', pairPlan.manifest)).toEqual(['Rectangle', 'add']);
});

test('a callback is no operand, however deep it lies', () => {
  const deep: Sample = { $: 'list', items: [{ $: 'record', fields: { a: { $: 'callback', name: 'add' } } }] };
  expect(isPrintable([1, deep])).toBe(false);
  expect(isPrintable([1, 'callback'])).toBe(true);
  expect(() => printer.print(deep)).toThrow('a callback is no operand');
});
