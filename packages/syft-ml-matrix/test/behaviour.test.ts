import { createMemoryDomain } from '@syft-libs/testing';
import { expect, test } from 'vitest';
import { mlMatrix } from '../src/index.ts';

test.each([
  [
    'long',
    [
      [1, 2],
      [3, 5],
      [2, 2],
      [4, 1],
      [0, 3],
    ],
  ],
  [
    'wide',
    [
      [1, 2, 3, 4, 5],
      [2, 1, 0, 1, 7],
    ],
  ],
  [
    'square',
    [
      [2, 1],
      [1, 3],
    ],
  ],
])('a %s matrix has singular values', async (_, rows) => {
  await using memory = await createMemoryDomain({ libraries: [mlMatrix], people: { ada: {} } });
  const ml = memory.clients.ada.lib(mlMatrix);
  const values = (await new ml.SVD(rows).diagonal.get()) as readonly number[];
  expect(values.length).toBeGreaterThanOrEqual(2);
  expect(Math.hypot(...values)).toBeCloseTo(Math.hypot(...rows.flat()));
});
