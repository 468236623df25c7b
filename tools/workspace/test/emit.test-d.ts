import type {
  BooleanPointer,
  Column,
  ColumnPointer,
  DatePointer,
  ListPointer,
  NumberPointer,
  Pointer,
  PrimitivePointer,
  PublicArg,
  StringPointer,
  TypedArrayPointer,
  UnionPointer,
} from '@syft-libs/ast';
import { expectTypeOf, test } from 'vitest';
import type { TinyRemote, UnitPointer, Vec, VecPointer } from './fixtures/tiny/src/gen/remote.ts';

declare const tiny: TinyRemote;
declare const secret: ColumnPointer;
declare const mock: ColumnPointer<true>;
declare const secretNumber: NumberPointer;
declare const mockNumber: NumberPointer<true>;

test('a result has the pointer type of its signature, and is readable when all operands are', () => {
  expectTypeOf(tiny.range(2)).toEqualTypeOf<VecPointer<true>>();
  expectTypeOf(tiny.shapes.square(2)).toEqualTypeOf<VecPointer<true>>();
  expectTypeOf(tiny.shapes.square(secretNumber)).toEqualTypeOf<VecPointer<boolean>>();
  expectTypeOf(tiny.join(mock, tiny.ORIGIN)).toEqualTypeOf<VecPointer<true>>();
  expectTypeOf(tiny.join(mock, secret)).toEqualTypeOf<VecPointer<boolean>>();
  expectTypeOf(tiny.join()).toEqualTypeOf<VecPointer<true>>();
  expectTypeOf(new tiny.Vec([1, mockNumber])).toEqualTypeOf<VecPointer<true>>();
  expectTypeOf(new tiny.Vec([1, secretNumber])).toEqualTypeOf<VecPointer<boolean>>();
  expectTypeOf(tiny.range(1, 2).plus(secret).plus(1)).toEqualTypeOf<VecPointer<boolean>>();
  expectTypeOf(tiny.names(mock)).toEqualTypeOf<ListPointer<string, true>>();
  expectTypeOf(tiny.later(secret)).toEqualTypeOf<NumberPointer>();
  expectTypeOf(tiny.fit(mock)).toEqualTypeOf<Pointer<{ readonly slope: number; readonly note: string }, true>>();
  expectTypeOf(tiny.LIMIT).toEqualTypeOf<NumberPointer<true>>();
  expectTypeOf(tiny.ORIGIN.values).toEqualTypeOf<ListPointer<number, true>>();
  expectTypeOf(tiny.ORIGIN.get()).toEqualTypeOf<Promise<Vec>>();
  expectTypeOf(tiny.ORIGIN.get_(0)).toEqualTypeOf<NumberPointer<true>>();
});

test('fields of a record may be pointers, and count', () => {
  expectTypeOf(tiny.fit(mock, { weight: 2 }).describe).toBeFunction();
  expectTypeOf(tiny.fit(mock, { weight: mockNumber })).toEqualTypeOf<Pointer<{ readonly slope: number; readonly note: string }, true>>();
  expectTypeOf(tiny.fit(mock, { weight: secretNumber })).toEqualTypeOf<Pointer<{ readonly slope: number; readonly note: string }>>();
});

test('a union is told apart by name', () => {
  expectTypeOf(tiny.ORIGIN.first()).toEqualTypeOf<UnionPointer<number | null, true>>();
  expectTypeOf(tiny.narrow(secret).as('number')).toEqualTypeOf<NumberPointer>();
  expectTypeOf(tiny.narrow(secret).as('tiny.Vec')).toEqualTypeOf<VecPointer>();
  // @ts-expect-error not one of the union
  tiny.narrow(secret).as('string');
  // @ts-expect-error a union is not yet a number
  tiny.shapes.square(tiny.ORIGIN.first());
});

test('a readable pointer stands where a plain one does, not the other way round', () => {
  expectTypeOf<VecPointer<true>>().toExtend<VecPointer>();
  expectTypeOf<VecPointer>().not.toExtend<VecPointer<true>>();
  expectTypeOf<NumberPointer<true>>().toExtend<NumberPointer>();
  expectTypeOf<NumberPointer>().not.toExtend<PublicArg<number>>();
});

test('what a type accepts may stand for it', () => {
  expectTypeOf(tiny.names).toBeCallableWith({} as Column);
  expectTypeOf(tiny.names).toBeCallableWith({} as Vec);
});

test('a private pointer in a public place does not compile', () => {
  tiny.range(mockNumber);
  // @ts-expect-error private
  tiny.range(secretNumber);
  // @ts-expect-error private
  tiny.ORIGIN.get_(secretNumber);
});

test('a list of numbers may be a column, a typed array, or a pointer to one', () => {
  expectTypeOf(new tiny.Vec(secret)).toEqualTypeOf<VecPointer<boolean>>();
  expectTypeOf(new tiny.Vec(mock)).toEqualTypeOf<VecPointer<true>>();
  expectTypeOf(new tiny.Vec(Float32Array.of(1))).toEqualTypeOf<VecPointer<true>>();
  expectTypeOf(new tiny.Vec({} as Column)).toEqualTypeOf<VecPointer<true>>();
  expectTypeOf(new tiny.Vec({} as TypedArrayPointer<Int8Array>)).toEqualTypeOf<VecPointer<boolean>>();
  // @ts-expect-error numbers are no bigints
  new tiny.Vec(BigInt64Array.of(1n));
  // @ts-expect-error a number is no list
  new tiny.Vec(secretNumber);
});

test('a type has the members of the one that it extends, and stands for it', () => {
  expectTypeOf(tiny.unit(secretNumber)).toEqualTypeOf<UnitPointer<boolean>>();
  expectTypeOf(tiny.unit(1).plus(secret)).toEqualTypeOf<VecPointer<boolean>>();
  expectTypeOf(tiny.unit(1).angle).toEqualTypeOf<NumberPointer<true>>();
  expectTypeOf(tiny.names(tiny.unit(1))).toEqualTypeOf<ListPointer<string, true>>();
  expectTypeOf(tiny.Unit.plus(tiny.unit(1))).toEqualTypeOf<VecPointer<true>>();
  // @ts-expect-error the other way round it does not
  tiny.Unit.plus(tiny.ORIGIN);
});

test('values of the core’s types have the members that a library gives them', () => {
  expectTypeOf(tiny.ORIGIN.values.firstOf()).toEqualTypeOf<NumberPointer<true>>();
  expectTypeOf(tiny.corners().firstOf()).toEqualTypeOf<NumberPointer<true>>();
  expectTypeOf(tiny.corners().get()).resolves.toEqualTypeOf<readonly [number, number]>();
  expectTypeOf(tiny.days()).toEqualTypeOf<DatePointer<true>>();
  expectTypeOf<PrimitivePointer<number[], true>>().toEqualTypeOf<ListPointer<number, true>>();
  expectTypeOf<PrimitivePointer<Float64Array, true>>().toEqualTypeOf<TypedArrayPointer<Float64Array, true>>();
  expectTypeOf<ListPointer<number, true>>().toExtend<ListPointer<number>>();
  // @ts-expect-error a list of strings has not the members of one of numbers
  tiny.names(mock).firstOf();
});

test('wrong arguments, unknown functions and refused ones do not compile', () => {
  // @ts-expect-error wrong type
  tiny.shapes.square('2');
  // @ts-expect-error too few
  tiny.shapes.square();
  // @ts-expect-error too many
  tiny.shapes.square(1, 2);
  // @ts-expect-error not one of the literals
  tiny.range(1, 2, 'mile');
  // @ts-expect-error wrong pointer
  tiny.names(secretNumber);
  // @ts-expect-error unknown
  tiny.nothing;
  // @ts-expect-error refused
  tiny.each;
  // @ts-expect-error refused
  tiny.config;
});

test('a pointer is no value', () => {
  // @ts-expect-error
  const value: number = tiny.LIMIT;
  // @ts-expect-error
  Math.sqrt(tiny.LIMIT);
  // @ts-expect-error
  tiny.LIMIT * 2;
  // @ts-expect-error
  const text: string = {} as StringPointer;
  // @ts-expect-error
  const vec: Vec = tiny.ORIGIN;
  expectTypeOf({ value, text, vec }).not.toBeAny();
  expectTypeOf<BooleanPointer>().not.toExtend<boolean>();
});

test('no declaration hides an any', () => {
  expectTypeOf<Parameters<TinyRemote['names']>[0]>().not.toBeAny();
  expectTypeOf<ReturnType<TinyRemote['join']>>().not.toBeAny();
});
