import { expect, test } from 'vitest';
import type { InstanceParts } from '../../src/crawl/runtime/instance-parts.ts';
import { learnLengths } from '../../src/crawl/travel/learn-lengths.ts';
import { learnSizes } from '../../src/crawl/travel/learn-sizes.ts';
import { interleaved, varyRecipe } from '../../src/crawl/travel/vary-recipe.ts';

/** An instance with number fields, and lists of these lengths. */
function partsOf(numbers: Readonly<Record<string, number>>, lists: Readonly<Record<string, readonly number[]>>): InstanceParts {
  return {
    type: 'lib.Some',
    className: 'Some',
    fields: Object.entries(numbers).map(([name, number]) => ({ name, kind: 'data', type: 'number', number })),
    items: null,
    lengths: Object.entries(lists).flatMap(([of, shape]) => shape.map((length, axis) => ({ of, axis, length }))),
    hasOthers: false,
    view: null,
  };
}

test('two numbers that never differed are no lengths: either may be the other one', () => {
  const square = (size: number) => partsOf({ m: size, n: size }, { 'U.data': [size, size], s: [size] });
  expect(learnLengths([square(2), square(3)])).toEqual([]);
  const long = partsOf({ m: 5, n: 2 }, { 'U.data': [5, 2], s: [2] });
  expect(learnLengths([square(2), square(3), long])).toEqual([
    { field: 'm', of: 'U.data', axis: 0 },
    { field: 'n', of: 's', axis: 0 },
    { field: 'n', of: 'U.data', axis: 1 },
  ]);
  const alone = (size: number) => partsOf({ n: size }, { d: [size], e: [size] });
  expect(learnLengths([alone(2), alone(3)])).toHaveLength(2);
});

test('what is called a size, and never was more than its instance held, is one', () => {
  const view = (rows: number, columns: number, row: number) =>
    partsOf({ rows, columns, row, scale: 2 * row }, { 'matrix.data': [columns, rows] });
  expect(learnSizes([view(2, 3, 0), view(4, 5, 2)], [])).toEqual({ fields: ['rows', 'columns', 'row'], sides: ['rows', 'columns'] });
});

test('what was negative, a fraction or too large is none, nor what is a length exactly, nor what stood beside lists of one length', () => {
  const some = (numbers: Readonly<Record<string, number>>, length: number) => partsOf(numbers, { data: [length] });
  expect(learnSizes([some({ size: -1 }, 4), some({ size: 2 }, 5)], [])).toBeNull();
  expect(learnSizes([some({ size: 0.5 }, 4), some({ size: 2 }, 5)], [])).toBeNull();
  expect(learnSizes([some({ size: 5 }, 4), some({ size: 2 }, 5)], [])).toBeNull();
  expect(learnSizes([some({ size: 2 }, 4), some({ size: 3 }, 4)], [])).toBeNull();
  expect(learnSizes([some({ size: 4 }, 4), some({ size: 5 }, 5)], [{ field: 'size', of: 'data', axis: 0 }])).toBeNull();
});

test('variations of a square are no squares alone', () => {
  const rows = (...items: readonly (readonly number[])[]) => ({
    $: 'list' as const,
    items: items.map((row) => ({ $: 'list' as const, items: row })),
  });
  const shapes = varyRecipe(rows([1, 2], [3, 4])).map((sample) => {
    const { items } = sample as ReturnType<typeof rows>;
    return `${items.length}x${items[0]?.items.length}`;
  });
  expect(shapes.slice(0, 3)).toEqual(['3x3', '6x2', '2x6']);
  expect(interleaved([[1, 2], [3], []])).toEqual([1, 3, 2]);
});
