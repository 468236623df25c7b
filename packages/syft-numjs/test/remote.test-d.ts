import type {
  BooleanPointer,
  ColumnPointer,
  ListPointer,
  NumberPointer,
  Pointer,
  StringPointer,
  SupportPackage,
  UnionPointer,
} from '@syft-libs/ast';
import { describe, expectTypeOf, test } from 'vitest';
import type { NdArrayPointer, NumjsRemote, numjs } from '../src/index.ts';

declare const nj: NumjsRemote;
declare const column: ColumnPointer;
declare const mock: ColumnPointer<true>;
declare const secret: NumberPointer;
declare const open: NumberPointer<true>;
declare const matrix: NdArrayPointer;
declare const text: Pointer<string>;

describe('results', () => {
  test('are pointers of the class that the library returns', () => {
    expectTypeOf(nj.mean(column)).toEqualTypeOf<NumberPointer<boolean>>();
    expectTypeOf(nj.equal(column, [1])).toEqualTypeOf<BooleanPointer<boolean>>();
    expectTypeOf(nj.multiply(column, nj.subtract(column, nj.mean(column)))).toEqualTypeOf<NdArrayPointer<boolean>>();
    expectTypeOf(matrix.dot(matrix).T).toEqualTypeOf<NdArrayPointer<boolean>>();
    expectTypeOf(matrix.max()).toEqualTypeOf<UnionPointer<number | null, boolean>>();
    expectTypeOf(matrix.shape).toEqualTypeOf<ListPointer<number, boolean>>();
    expectTypeOf(matrix.dtype).toEqualTypeOf<StringPointer<boolean>>();
    expectTypeOf(matrix.get_(0, 1)).toEqualTypeOf<NumberPointer<boolean>>();
    expectTypeOf(nj.images.areaSum(0, 0, 2, 2, matrix)).toEqualTypeOf<NumberPointer<boolean>>();
  });

  test('are readable when everything that went in is', () => {
    expectTypeOf(nj.mean(mock)).toEqualTypeOf<NumberPointer<true>>();
    expectTypeOf(nj.add(mock, [1, 2])).toEqualTypeOf<NdArrayPointer<true>>();
    expectTypeOf(nj.add(mock, column)).toEqualTypeOf<NdArrayPointer<boolean>>();
    expectTypeOf(nj.array([1, 2]).add(column)).toEqualTypeOf<NdArrayPointer<boolean>>();
    expectTypeOf(nj.arange(4)).toEqualTypeOf<NdArrayPointer<true>>();
    expectTypeOf(nj.concatenate(mock, column)).toEqualTypeOf<NdArrayPointer<boolean>>();
    expectTypeOf(nj.stack([mock, mock])).toEqualTypeOf<NdArrayPointer<true>>();
  });
});

describe('arguments', () => {
  test('are arrays, columns, typed arrays, numbers, nested lists, and pointers to any of them', () => {
    nj.add(column, matrix);
    nj.add(new Float64Array(2), [1, 2]);
    nj.add([[1, 2]], nj.array([[3, 4]], 'float32'));
    nj.add(secret, 2);
    nj.stack([column, matrix, [1, 2], new Int8Array(2)], 1);
    nj.concatenate([column, matrix]);
    nj.std(column, { ddof: 1 });
    nj.array([secret, open]);
    nj.images.sat(matrix);
  });

  test('of another type are errors', () => {
    // @ts-expect-error a string is no array
    nj.mean('x');
    // @ts-expect-error nor is a pointer to one
    nj.mean(text);
    // @ts-expect-error nor is a list of strings
    nj.array(['a']);
    // @ts-expect-error no such dtype
    nj.zeros([2], 'int64');
    // @ts-expect-error one operand too few
    nj.add(column);
    // @ts-expect-error one too many: copy has left the signature
    matrix.add(1, false);
    // @ts-expect-error an image is an array, not a list
    nj.images.sat([[1]]);
    // @ts-expect-error a single array is not a list of them
    nj.concatenate(column);
    // @ts-expect-error no such option
    nj.std(column, { axis: 0 });
  });

  test('in a public place are values, or pointers that may be read', () => {
    nj.arange(4);
    nj.arange(open);
    nj.zeros([2, open]);
    matrix.reshape(2, open);
    // @ts-expect-error a private pointer sets no bound
    nj.arange(secret);
    // @ts-expect-error nor a shape
    nj.zeros(secret);
    // @ts-expect-error nor a part of one
    nj.zeros([2, secret]);
    // @ts-expect-error nor an index
    matrix.get_(secret, 0);
    // @ts-expect-error nor an axis
    nj.flip(matrix, secret);
    // @ts-expect-error nor an option
    nj.std(column, { ddof: secret });
  });
});

describe('names', () => {
  test('that numjs has not, or that are refused, are errors', () => {
    // @ts-expect-error unknown
    nj.median(column);
    // @ts-expect-error reads a file
    nj.images.read('x.png');
    // @ts-expect-error a raw constructor
    nj.ndarray([1]);
    // @ts-expect-error settings
    nj.config;
    // @ts-expect-error calls back
    matrix.iteraxis(0, () => 1);
    // @ts-expect-error writes
    matrix.set(0, 1);
    // @ts-expect-error the raw view
    matrix.selection;
    // @ts-expect-error the constructor itself; only NdArray.new is there
    new nj.NdArray([1]);
  });

  test('of properties cannot be written', () => {
    // @ts-expect-error the setter is refused
    matrix.dtype = 'int8';
  });

  test('that every pointer has for itself belong to the pointer', () => {
    expectTypeOf(matrix.get).returns.resolves.not.toBeNumber();
    expectTypeOf(matrix.valueOf_()).toExtend<Pointer<unknown>>();
  });
});

describe('pointers', () => {
  test('are no values', () => {
    // @ts-expect-error a pointer is no number
    Math.sqrt(secret);
    // @ts-expect-error nor does it add up
    secret + 1;
    // @ts-expect-error nor is it an array
    const values: Float64Array = matrix;
    void values;
    const study = async () => {
      // @ts-expect-error nor does waiting for it give its value
      const mean: number = await nj.mean(column);
      return mean;
    };
    void study;
  });
});

type IsAny<T> = 0 extends 1 & T ? true : false;
type AnyIn<T> = {
  [Key in keyof T]-?: T[Key] extends (...args: infer A) => infer R
    ? true extends IsAny<A[number]> | IsAny<R>
      ? Key
      : never
    : IsAny<T[Key]> extends true
      ? Key
      : never;
}[keyof T];

test('no allowed signature contains any', () => {
  expectTypeOf<AnyIn<{ broken(x: ReturnType<typeof JSON.parse>): number }>>().toEqualTypeOf<'broken'>();
  expectTypeOf<AnyIn<NumjsRemote>>().toBeNever();
  expectTypeOf<AnyIn<NumjsRemote['images']>>().toBeNever();
  expectTypeOf<AnyIn<NdArrayPointer>>().toBeNever();
});

test('the support package carries the type that lib() gives', () => {
  expectTypeOf<typeof numjs>().toEqualTypeOf<SupportPackage<NumjsRemote>>();
});
