import { expect, test } from 'vitest';
import { holdObject } from '../../src/crawl/runtime/inside/held-object.ts';

type Change = (object: never) => void;

test.each<readonly [string, () => object, Change]>([
  ['a value', () => ({ a: 1 }), (object: { a: number }) => void object.a++],
  ['-0 for 0', () => ({ a: 0 }), (object: { a: number }) => void Object.assign(object, { a: -0 })],
  ['a new name', () => ({}), (object: { a?: number }) => void Object.assign(object, { a: 1 })],
  ['a name of a symbol', () => ({}), (object: object) => void Object.assign(object, { [Symbol('a')]: 1 })],
  ['a name that is gone', () => ({ a: 1 }), (object: { a?: number }) => void delete object.a],
  ['a getter', () => Object.defineProperty({}, 'a', { get: () => 1, configurable: true }), redefine],
  ['a getter in the place of a value', () => ({ a: 1 }), (object) => void Object.defineProperty(object, 'a', { get: () => 2 })],
  ['what hangs on a function', () => () => undefined, (object: object) => void Object.assign(object, { memo: {} })],
  ['a short list', () => [1, 2], (list: number[]) => void list.push(3)],
  ['a long list', () => Array.from({ length: 1_000 }, () => 0), (list: number[]) => void list.splice(500, 1, 1)],
  ['bytes', () => new Float64Array(3), (array: Float64Array) => void array.fill(1)],
  ['a buffer', () => new ArrayBuffer(4), (buffer: ArrayBuffer) => void new Uint8Array(buffer).fill(1)],
  ['a map', () => new Map([['a', 1]]), (map: Map<string, number>) => void map.set('b', 2)],
  ['a set', () => new Set([1]), (set: Set<number>) => set.clear()],
  ['a date', () => new Date(0), (date: Date) => void date.setTime(1)],
])('%s is seen to differ, and put back', (_, make, change) => {
  const object = make();
  const held = holdObject(object);
  expect(held.differs()).toBe(false);
  (change as (object: object) => void)(object);
  expect(held.differs()).toBe(true);
  expect(held.putBack()).toBe(true);
  expect(held.differs()).toBe(false);
});

function redefine(object: object): void {
  Object.defineProperty(object, 'a', { get: () => 2 });
}

test('what is frozen after a change cannot be put back', () => {
  const object = { a: 1 };
  const held = holdObject(object);
  object.a = 2;
  Object.freeze(object);
  expect(held.putBack()).toBe(false);
  expect(held.changedKeys()).toEqual(['a']);
});

test('no getter fires', () => {
  let fired = 0;
  const object = {
    get a() {
      return ++fired;
    },
  };
  const held = holdObject(object);
  held.differs();
  held.putBack();
  expect([fired, held.parts]).toEqual([0, [undefined]]);
});
