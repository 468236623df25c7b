import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundOfShape, boundOfText, boundOfValue, type OperandView, observedCost, SCALAR_BOUND, waysToChoose } from '../../src/index.ts';

const operand = (value: unknown): OperandView => ({ bound: boundOfValue(value), value, isPublic: true });
const hidden = (elements: number): OperandView => ({ bound: boundOfShape([elements]), value: undefined, isPublic: false });
const text = (length: number): OperandView => ({ bound: boundOfText(length), value: undefined, isPublic: false });
const growth = (factor: number, ...terms: readonly (readonly [of: string, power: number])[]) => ({
  factor,
  terms: terms.map(([of, power]) => ({ of, power })),
});

test('a cost grows with the elements of all operands, of one, and with values', () => {
  const cost = observedCost({ size: growth(2, ['operand:1', 1]), time: growth(1, ['elements', 2]) });
  expect(cost([hidden(10), hidden(3)])).toEqual({ result: { elements: 6 }, operations: 169 });
  const zeros = observedCost({ size: growth(1, ['value:0', 1]), time: growth(3, ['value:0', 1], ['operand:1', 1]) });
  expect(zeros([operand([20, -30]), hidden(2)])).toEqual({ result: { elements: 600 }, operations: 3600 });
  expect(zeros([operand(Int32Array.of(4, 5))]).result.elements).toBe(20);
  expect(zeros([operand(7n)]).result.elements).toBe(7);
});

test.each([
  ['a private value', hidden(1)],
  ['no number', operand('9')],
  ['a record', operand({ n: 9 })],
  ['NaN', operand(Number.NaN)],
  ['a list with NaN', operand([1, Number.NaN])],
  ['infinity', operand(-Infinity)],
  ['nothing', operand(undefined)],
])('a value that is %s has no end', (_, view) => {
  const cost = observedCost({ size: growth(1, ['value:0', 1]), time: growth(0, ['value:0', 1]) });
  const { result, operations } = cost([view]);
  expect([result.elements, operations]).toEqual([Infinity, Infinity]);
});

test('a value that is left out has no end, unless it is said what it counts as', () => {
  const of = (absent?: number) => ({ factor: 1, terms: [{ of: 'value:1', power: 1, ...(absent === undefined ? {} : { absent }) }] });
  expect(observedCost({ size: of(), time: growth(1) })([hidden(3)]).result.elements).toBe(Infinity);
  expect(observedCost({ size: of(8), time: growth(1) })([hidden(3)])).toEqual({ result: { elements: 8 }, operations: 8 });
});

test('a field of a public record is a value, and what stands for it where it is left out', () => {
  const size = { factor: 2, terms: [{ of: 'value:1.padding.size', power: 1, absentAs: ['operand:0'] }] };
  const cost = (...operands: readonly OperandView[]) => observedCost({ size, time: growth(1) })(operands).result.elements;
  expect(cost(hidden(3), operand({ padding: { size: 50, value: 9 } }))).toBe(100);
  expect(cost(hidden(3), operand({ padding: {} }))).toBe(6);
  expect(cost(hidden(3), operand({}))).toBe(6);
  expect(cost(hidden(3))).toBe(6);
  expect(cost(hidden(3), operand({ padding: { size: Number.NaN } }))).toBe(Infinity);
  expect(cost(hidden(3), operand({ padding: { size: '50' } }))).toBe(Infinity);
  // Nobody sees what is in it.
  expect(cost(hidden(3), hidden(2))).toBe(Infinity);
});

test('nothing costs less than one, whatever was fitted', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0 }),
      fc.nat(5),
      fc.constantFrom('elements', 'operand:0', 'operand:7', 'value:0', 'odd'),
      fc.nat(3),
      (factor, elements, of, power) => {
        const { result, operations } = observedCost({ size: growth(factor, [of, power]), time: growth(factor, [of, power]) })([
          hidden(elements),
        ]);
        expect(result.elements).toBeGreaterThanOrEqual(1);
        expect(operations).toBeGreaterThanOrEqual(result.elements);
      },
    ),
  );
});

test('a single result is a scalar, whatever size was observed', () => {
  const cost = observedCost({ size: growth(5), time: growth(1, ['elements', 1]), result: 'scalar' });
  expect(cost([hidden(100)])).toEqual({ result: SCALAR_BOUND, operations: 100 });
});

test('a text is bounded for the longest way to write what it is made of', () => {
  // Observed with short numbers: three characters each.
  const join = observedCost({ size: growth(3, ['elements', 1]), time: growth(1), result: 'text' });
  const numbers = Array.from({ length: 50 }, (_, at) => -Number.MIN_VALUE * (at + 1.5));
  expect(join([hidden(50)]).result.elements).toBeGreaterThanOrEqual(numbers.join(',').length);
  // Observed as constant: numbers of a few digits.
  const written = observedCost({ size: growth(4), time: growth(1), result: 'text' });
  expect(written([operand(1)]).result).toMatchObject({ isText: true });
  expect(written([operand(1)]).result.elements).toBeGreaterThanOrEqual(String(-1.5 * Number.MIN_VALUE).length);
});

test('a chain of operations on text stays as long as it is', () => {
  const trim = observedCost({ size: growth(1, ['operand:0', 1]), time: growth(1), result: 'text' });
  let view = text(100);
  for (let step = 0; step < 50; step++) view = { ...view, bound: trim([view]).result };
  expect(view.bound.elements).toBe(100);
});

test('what chooses some of its elements costs as many as there are ways to do so, each element more than once', () => {
  const cost = observedCost({ size: growth(1, ['choose:0:1', 1]), time: growth(1, ['choose:0:1', 1]) });
  expect(cost([hidden(4), operand(2)]).result.elements).toBe(10);
  expect(cost([hidden(1000), operand(0)]).result.elements).toBe(1);
  expect(cost([hidden(60), operand(50)]).operations).toBe(Infinity);
  expect(cost([hidden(4), hidden(1)]).operations).toBe(Infinity);
  expect(cost([hidden(4)]).operations).toBe(Infinity);
  for (const count of [-1, 0.5, Number.NaN, Infinity, '2']) expect(cost([hidden(1), operand(count)]).operations).toBe(Infinity);
});

test('ways to choose are counted at once, however many they are', () => {
  fc.assert(
    fc.property(fc.nat(12), fc.nat(12), (elements, chosen) => {
      const rows = (n: number, k: number): number => (k === 0 || n === 1 ? 1 : rows(n - 1, k) + rows(n, k - 1));
      expect(waysToChoose(elements, chosen)).toBe(rows(Math.max(1, elements), chosen));
    }),
    { numRuns: 60 },
  );
  expect([waysToChoose(1, 1e12), waysToChoose(2, 1e12), waysToChoose(1e12, 1e12)]).toEqual([1, 1e12 + 1, Infinity]);
  expect([waysToChoose(3, Number.NaN), waysToChoose(3, Infinity)]).toEqual([Infinity, Infinity]);
});

test('a structure where a count may stand is no count, and its own elements are what it costs', () => {
  const cost = observedCost({ size: growth(1, ['value:0', 2]), time: growth(1, ['operand:0', 1]) });
  expect(cost([operand({ type: 'shapes.Matrix', fields: { data: [1, 2, 3] } })])).toEqual({ result: { elements: 1 }, operations: 3 });
});

const matrix = (rows: number, columns: number): OperandView => ({
  bound: { elements: rows * columns, dims: [rows, columns] },
  value: undefined,
  isPublic: false,
});

test('a result may be bounded by lengths of its operands, and by all elements where axes are not known', () => {
  const product = observedCost({ size: growth(1, ['axis:0:0', 1], ['axis:1:1', 1]), time: growth(1) });
  expect(product([matrix(100, 2), matrix(2, 50)]).result.elements).toBe(5_000);
  expect(product([matrix(100, 2), hidden(100)]).result.elements).toBe(10_000);
  expect(product([matrix(100, 2)]).result.elements).toBe(100);
});

test('axes of a result are told as far as those that they follow from are', () => {
  const size = growth(1, ['elements', 1]);
  const dims = ['axis:0:1', 'value:1', 'count:3'];
  const cost = observedCost({ size, time: growth(1), dims });
  expect(cost([matrix(5, 2), operand(4)]).result).toEqual({ elements: 24, dims: [2, 4, 3] });
  for (const views of [[hidden(10), operand(4)], [matrix(5, 2)], [matrix(5, 2), operand(0.5)], [matrix(5, 2), operand(-1)]]) {
    expect(cost(views).result).toEqual({ elements: expect.any(Number) });
  }
  expect(observedCost({ size, time: growth(1), dims, result: 'scalar' })([matrix(5, 2), operand(4)]).result).toBe(SCALAR_BOUND);
});

test('a value that is left out may have another one in its place, or as many as there are elements', () => {
  const square = observedCost({
    size: {
      factor: 1,
      terms: [
        { of: 'value:0', power: 1 },
        { of: 'value:1', power: 1, absentAs: ['value:0'] },
      ],
    },
    time: growth(1),
  });
  expect(square([operand(7)]).result.elements).toBe(49);
  expect(square([operand(7), operand(2)]).result.elements).toBe(14);
  expect(square([operand(7), hidden(1)]).result.elements).toBe(Infinity);
  expect(square([operand(7), operand(undefined)]).result.elements).toBe(Infinity);
  const diagonal = observedCost({ size: { factor: 1, terms: [{ of: 'value:1', power: 2, absentAs: ['operand:0'] }] }, time: growth(1) });
  expect(diagonal([hidden(5)]).result.elements).toBe(25);
  expect(diagonal([hidden(5), operand(3)]).result.elements).toBe(9);
});
