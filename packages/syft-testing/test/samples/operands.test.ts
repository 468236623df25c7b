import { type Codec, isStructureValue, structureCodec } from '@syft-libs/ast';
import { expect, test } from 'vitest';
import { grown, grownShape, plainMaker, viewOfLive } from '../../src/index.ts';

class Box {
  readonly sides: readonly number[];

  constructor(sides: readonly number[]) {
    this.sides = sides;
  }
}

/** A message whose bytes are its one field. */
const message = {
  encode: (fields: object) => ({
    finish: () => Uint8Array.of(10, (fields as { sides: Uint8Array }).sides.length, ...(fields as { sides: Uint8Array }).sides),
  }),
  decode: (bytes: Uint8Array) => ({ sides: bytes.slice(2) }),
};
const codec = structureCodec({ tag: 'lib/Box', type: 'lib.Box', message, fields: [{ name: 'sides', type: 'number[]' }], class: ['Box'] });

test('a library’s own object becomes the plain value that a caller would hold, wherever it stands', () => {
  const plain = plainMaker([codec as Codec]);
  const [text, box] = plain(['a', new Box([1, -0])]) as readonly [string, { readonly fields: { readonly sides: readonly number[] } }];
  expect(text).toBe('a');
  expect(isStructureValue(box, 'lib.Box')).toBe(true);
  expect(box.fields.sides).toEqual([1, -0]);
});

test('items are repeated until there are as many elements as were asked for', () => {
  expect(grown([1, 2, 3], 7)).toEqual([1, 2, 3, 1, 2, 3, 1]);
  expect(grown(Int8Array.of(1, 2), 5)).toEqual(Int8Array.of(1, 2, 1, 2, 1));
  expect(
    grown(
      [
        [1, 2],
        [3, 4],
      ],
      5,
    ),
  ).toEqual([
    [1, 2],
    [3, 4],
    [1, 2],
  ]);
  expect(grown([[1, 2]], 0)).toHaveLength(1);
});

test('an array grows along all of its axes, and keeps its elements’ type', () => {
  const array = { type: 'lib.Array', dtype: 'int8', shape: [2, 2], data: Int8Array.of(1, 2, 3, 4) } as const;
  expect(grown(array, 9)).toEqual({ ...array, shape: [3, 3], data: Int8Array.of(1, 2, 3, 4, 1, 2, 3, 4, 1) });
  expect(grown({ ...array, shape: [4] }, 1_000_000).data).toHaveLength(1_000_000);
  expect(grown({ ...array, shape: [], data: Int8Array.of(7) }, 3)).toEqual({ ...array, shape: [3], data: Int8Array.of(7, 7, 7) });
  expect(grownShape([4, 1], 100)).toEqual([20, 5]);
  const empty = { ...array, shape: [0, 2], data: Int8Array.of() };
  expect([grown(empty, 9), grownShape([0, 2], 9), grown('text', 9), grown(2, 9), grown(null, 9)]).toEqual([empty, [0, 2], 'text', 2, null]);
});

test('a strided view is seen as its elements in order, whatever its buffer holds besides', () => {
  const view = { data: Float64Array.of(9, 1, 2, 3, 4, 9), shape: [2, 2], stride: [-2, 1], offset: 3 };
  const seen = { dtype: 'Float64Array', shape: [2, 2], elements: [3, 4, 1, 2] };
  expect(viewOfLive(view)).toEqual(seen);
  expect(viewOfLive({ selection: view })).toEqual(seen);
});

test('any other object is seen field by field, without its functions, and no getter fires', () => {
  const live = Object.assign(new Box([1]), { inner: new Box([2]), method: () => 0, map: new Map([['a', new Box([3])]]) });
  Object.defineProperty(live, 'noisy', { enumerable: true, get: () => expect.unreachable('a getter fired') });
  expect(viewOfLive(live)).toEqual({ sides: [1], inner: { sides: [2] }, map: new Map([['a', { sides: [3] }]]) });
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  expect(viewOfLive(circle)).toEqual({ self: 'a circle' });
});
