import type {
  BigIntPointer,
  BooleanPointer,
  DatePointer,
  ListPointer,
  MapPointer,
  NumberPointer,
  SetPointer,
  StringPointer,
  UnionPointer,
} from '@syft-libs/ast';
import { expectTypeOf, test } from 'vitest';
import type { JsRemote } from '../src/index.ts';

declare const remote: JsRemote;
declare const secret: NumberPointer;
declare const mock: NumberPointer<true>;
declare const text: StringPointer;
declare const flag: BooleanPointer<true>;
declare const big: BigIntPointer<true>;

test('arithmetic on a number gives a number, in chains of any length', () => {
  expectTypeOf(secret.sub(mock).div(2)).toEqualTypeOf<NumberPointer>();
  expectTypeOf(mock.sub(mock).div(2).sqrt().max(1, mock)).toEqualTypeOf<NumberPointer<true>>();
  expectTypeOf(mock.min(1, secret)).toEqualTypeOf<NumberPointer>();
  expectTypeOf(mock.toFixed(2)).toEqualTypeOf<StringPointer<true>>();
  expectTypeOf(mock.toFixed(mock)).toEqualTypeOf<StringPointer<true>>();
});

test('a comparison gives a boolean, and booleans combine', () => {
  expectTypeOf(mock.lt(3)).toEqualTypeOf<BooleanPointer<true>>();
  expectTypeOf(mock.eq(secret)).toEqualTypeOf<BooleanPointer>();
  expectTypeOf(flag.and(mock.gt(1)).not()).toEqualTypeOf<BooleanPointer<true>>();
  expectTypeOf(text.concat('b').eq('ab')).toEqualTypeOf<BooleanPointer>();
  expectTypeOf(text.length.add(1)).toEqualTypeOf<NumberPointer>();
  expectTypeOf(big.add(1n).neg()).toEqualTypeOf<BigIntPointer<true>>();
});

declare const list: ListPointer<number, true>;
declare const secrets: ListPointer<number>;
declare const words: ListPointer<string, true>;
declare const rows: ListPointer<readonly number[], true>;
declare const set: SetPointer<number, true>;
declare const map: MapPointer<string, number, true>;
declare const names: MapPointer<string, string>;
declare const date: DatePointer<true>;

test('lists have members by what their items are', () => {
  expectTypeOf(list.at(0)).toEqualTypeOf<UnionPointer<number | undefined, true>>();
  expectTypeOf(list.at(0).as('number').add(1)).toEqualTypeOf<NumberPointer<true>>();
  expectTypeOf(list.length.add(1)).toEqualTypeOf<NumberPointer<true>>();
  expectTypeOf(secrets.sum().div(secrets.length)).toEqualTypeOf<NumberPointer>();
  expectTypeOf(list.concat([1], secrets)).toEqualTypeOf<ListPointer<number>>();
  expectTypeOf(words.join('-').split('-')).toEqualTypeOf<ListPointer<string, true>>();
  expectTypeOf(rows.flat().toSet()).toEqualTypeOf<SetPointer<number, true>>();
  expectTypeOf(words.indices()).toEqualTypeOf<ListPointer<number, true>>();
});

test('so have sets, maps and dates', () => {
  expectTypeOf(set.has(1)).toEqualTypeOf<BooleanPointer<true>>();
  expectTypeOf(set.union(new Set([2])).toList()).toEqualTypeOf<ListPointer<number, true>>();
  expectTypeOf(map.lookup('a')).toEqualTypeOf<UnionPointer<number | undefined, true>>();
  expectTypeOf(map.keys()).toEqualTypeOf<ListPointer<string, true>>();
  const bigs = {} as ListPointer<bigint, true>;
  expectTypeOf(bigs.toSorted()).toEqualTypeOf<ListPointer<bigint, true>>();
  expectTypeOf(names.without('a').size).toEqualTypeOf<NumberPointer>();
  expectTypeOf(date.getUTCDay()).toEqualTypeOf<NumberPointer<true>>();
  expectTypeOf(date.add(1).sub(date)).toEqualTypeOf<NumberPointer<true>>();
});

test('what belongs to no value stands in a module', () => {
  expectTypeOf(remote.Number.parseInt('12')).toEqualTypeOf<NumberPointer<true>>();
  expectTypeOf(remote.Number.MAX_SAFE_INTEGER).toEqualTypeOf<NumberPointer<true>>();
  expectTypeOf(remote.Date.fromMilliseconds(secret)).toEqualTypeOf<DatePointer>();
  expectTypeOf(remote.BigInt.asIntN(8, big)).toEqualTypeOf<BigIntPointer<true>>();
});

test('Math takes numbers and pointers to numbers', () => {
  expectTypeOf(remote.Math.sqrt(secret)).toEqualTypeOf<NumberPointer>();
  expectTypeOf(remote.Math.atan2(mock, 1)).toEqualTypeOf<NumberPointer<true>>();
  expectTypeOf(remote.Math.PI.mul(2)).toEqualTypeOf<NumberPointer<true>>();
  expectTypeOf(remote.Math.hypot(1, mock, secret)).toEqualTypeOf<NumberPointer>();
  expectTypeOf(remote.Math.random()).toEqualTypeOf<NumberPointer<true>>();
});

test('a readable pointer stands where a plain one does, not the other way round', () => {
  expectTypeOf<NumberPointer<true>>().toExtend<NumberPointer>();
  expectTypeOf<NumberPointer>().not.toExtend<NumberPointer<true>>();
});

test('wrong arguments, unknown members and private pointers in public places do not compile', () => {
  // @ts-expect-error a string is no number
  secret.add('1');
  // @ts-expect-error neither is a pointer to one
  secret.add(text);
  // @ts-expect-error a number is no bigint
  big.add(1);
  // @ts-expect-error too many
  secret.add(1, 2);
  // @ts-expect-error unknown
  secret.plus(1);
  // @ts-expect-error a private pointer where a public number is needed
  mock.toFixed(secret);
  // @ts-expect-error a private pointer decides how long the result is
  words.repeat(secret);
  // @ts-expect-error strings have no sum
  words.sum();
  // @ts-expect-error a string is no item
  list.append('1');
  // @ts-expect-error a mutating member of the language is none
  list.push(1);
  // @ts-expect-error unknown
  remote.Math.f16round(1);
  // @ts-expect-error a union has to be told apart first
  secret.add({} as UnionPointer<number | null>);
  // @ts-expect-error `get` is the pointer’s own, and gives a promise
  secret.get().add(1);
});

test('a pointer is no value', () => {
  // @ts-expect-error
  const value: number = mock;
  // @ts-expect-error
  Math.sqrt(mock);
  // @ts-expect-error
  mock * 2;
  // @ts-expect-error
  const isLess: boolean = mock.lt(2);
  expectTypeOf({ value, isLess }).not.toBeAny();
});

test('no signature hides an any', () => {
  expectTypeOf<ReturnType<NumberPointer['add']>>().not.toBeAny();
  expectTypeOf<Parameters<NumberPointer['add']>[0]>().not.toBeAny();
  expectTypeOf<JsRemote['Math']['sqrt']>().not.toBeAny();
});
