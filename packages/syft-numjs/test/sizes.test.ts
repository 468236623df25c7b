// Guards and costs where they are hard to get right: ranges that count from both ends, ranks that are not public, and a million rows.
import { type ArrayValue, boundOfShape, DEFAULT_LIMITS, type OperandView } from '@syft-libs/ast';
import { describe, expect, test } from 'vitest';
import { isNdArray } from '../src/nd-view.ts';
import { allowlist, constants, run } from './example-calls.ts';

const privateArray = (...shape: readonly number[]): OperandView => ({ bound: boundOfShape(shape), value: undefined, isPublic: false });
const entryOf = (path: string) => allowlist.resolve(`numjs.${path}`);
const guardOf = (path: string, views: readonly OperandView[]) => entryOf(path).guard?.(views);
const sizeOf = (path: string, views: readonly OperandView[]) => entryOf(path).cost(views).result;

function vector(length: number): ArrayValue {
  return { type: 'numjs.NdArray', dtype: 'float64', shape: [length], data: Float64Array.from({ length }, (_, index) => index) };
}

/** The result's length, or `undefined` when the call fails: it threw, or what it gave lies outside its data. */
function lengthOf(path: string, operands: readonly unknown[]): number | undefined {
  try {
    const result = run(entryOf(path), operands);
    return isNdArray(result) ? result.selection.shape[0] : undefined;
  } catch {
    return undefined;
  }
}

const ENDS = [null, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5];

describe('a vector of up to eight elements, known by a bound that may be larger', () => {
  const CALLS: readonly (readonly [string, readonly unknown[]])[] = [
    ...ENDS.flatMap((start) => ENDS.flatMap((end) => [null, 2, -1].map((step) => ['NdArray.slice', [[start, end, step]]] as const))),
    ...ENDS.flatMap((start) => [1, 2, -2].map((step) => ['NdArray.slice', [[start, null, null, step]]] as const)),
    ...['NdArray.slice', 'NdArray.lo', 'NdArray.hi', 'NdArray.pick', 'NdArray.step'].flatMap((path) =>
      ENDS.map((at) => [path, [at]] as const),
    ),
  ];

  test('never gives more than its cost says, whatever its true length', () => {
    let calls = 0;
    for (const [path, args] of CALLS) {
      for (const bound of [1, 3, 4, 5, 8]) {
        const views = [privateArray(bound), ...constants(args)];
        if (guardOf(path, views) !== undefined) continue;
        for (let length = 0; length <= bound; length++) {
          const actual = lengthOf(path, [vector(length), ...args]);
          if (actual === undefined) continue;
          calls++;
          expect(actual, `${path} ${JSON.stringify(args)} of ${length}, at most ${bound}`).toBeLessThanOrEqual(
            sizeOf(path, views).elements,
          );
        }
      }
    }
    expect(calls).toBeGreaterThan(1000);
  });
});

test('a convolution is no longer than its cost says, however short the private filter is', () => {
  for (const path of ['convolve', 'NdArray.convolve', 'fftconvolve']) {
    const bound = sizeOf(path, [privateArray(8), privateArray(5)]).elements;
    for (let length = 0; length <= 8; length++) {
      for (let filter = 0; filter <= 5; filter++) {
        expect(lengthOf(path, [vector(length), vector(filter)]) ?? 0, `${path} of ${length} by ${filter}`).toBeLessThanOrEqual(bound);
      }
    }
    expect(sizeOf(path, [privateArray(8), ...constants([[1, 2, 3]])])).toEqual({ elements: 6, dims: [6] });
  }
});

test('two vectors of a million private rows are cheap to multiply and to summarise', () => {
  const rows = privateArray(1_000_000);
  expect(sizeOf('dot', [rows, rows])).toEqual({ elements: 1, dims: [1] });
  expect(sizeOf('NdArray.dot', [rows, rows])).toEqual({ elements: 1, dims: [1] });
  for (const path of ['dot', 'mean', 'sum', 'std', 'max', 'multiply', 'subtract', 'equal']) {
    const views = path === 'dot' || path === 'multiply' || path === 'subtract' || path === 'equal' ? [rows, rows] : [rows];
    expect(entryOf(path).cost(views).operations, path).toBeLessThan(2e7);
  }
});

test('calls that blow up are charged before they run', () => {
  const rows = privateArray(1_000_000);
  const cost = (path: string, views: readonly OperandView[]) => entryOf(path).cost(views);
  expect(cost('diag', [rows]).result.elements).toBe(1e12);
  expect(cost('dot', [privateArray(1_000_000, 1), privateArray(1, 1_000_000)]).result.elements).toBe(1e12);
  expect(cost('identity', constants([1e6])).result.elements).toBe(1e12);
  expect(cost('arange', constants([0, 1e12, 1])).result.elements).toBe(1e12);
  expect(cost('concatenate', [{ bound: boundOfShape([1_000_000]), value: undefined, isPublic: false }]).operations).toBeGreaterThan(
    DEFAULT_LIMITS.callOperations,
  );
});

test('a private scalar may be an array of rank 0, on which diag and flip never end, so both refuse it', () => {
  const scalar = privateArray();
  expect(guardOf('diag', [scalar])).toBeTypeOf('string');
  expect(guardOf('flip', [scalar, ...constants([-1])])).toBeTypeOf('string');
  const sum = sizeOf('add', [scalar, ...constants([1])]);
  expect(sum).toEqual({ elements: 1 });
  expect(guardOf('NdArray.diag', [{ bound: sum, value: undefined, isPublic: false }])).toBeTypeOf('string');
  expect(guardOf('NdArray.get', [{ bound: sum, value: undefined, isPublic: false }, ...constants([0])])).toBeUndefined();
});

test('private scalars are joined and stacked like numbers', () => {
  const scalar = privateArray();
  const list: OperandView = { bound: { elements: 2 }, value: undefined, isPublic: false, items: [scalar, scalar] };
  expect(sizeOf('concatenate', [scalar, scalar])).toEqual({ elements: 2, dims: [2] });
  expect(sizeOf('stack', [list])).toEqual({ elements: 2, dims: [2] });
  expect(sizeOf('array', [list])).toEqual({ elements: 2, dims: [2] });
});

test('private columns of equal bound stack to a matrix, whether the list comes with its items or as a value', () => {
  const column = privateArray(344);
  const list: OperandView = { bound: { elements: 688 }, value: undefined, isPublic: false, items: [column, column] };
  expect(sizeOf('stack', [list, ...constants([1])])).toEqual({ elements: 688, dims: [344, 2] });
  expect(guardOf('stack', [list, ...constants([2])])).toBeTypeOf('string');
});

test('arange counts exactly for whole numbers and leaves room for rounding otherwise', () => {
  expect(sizeOf('arange', constants([0, 10, 3]))).toEqual({ elements: 4, dims: [4] });
  for (const [start, stop, step] of [
    [0, 1, 0.1],
    [0.1, 0.4, 0.1],
    [-1, 1, 1e-3],
    [1e15, 1e15 + 1e4, 1],
    [4e15, 4e15 + 64, 4],
  ] as const) {
    const args = [start, stop, step];
    expect(guardOf('arange', constants(args)), args.join()).toBeUndefined();
    expect(lengthOf('arange', args)).toBeLessThanOrEqual(sizeOf('arange', constants(args)).elements);
  }
});
