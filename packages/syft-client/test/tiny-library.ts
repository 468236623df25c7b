import type { NumberList, ReadableOf, SetPointer, TypedArrayPointer } from '@syft-libs/ast';
import { type ArrayValue, decodeArray, defineSupport, encodeArray, isArrayValue, type Surface } from '@syft-libs/ast';
import type { Arg, ColumnPointer, NumberPointer, Pointer, PublicArg, UnionPointer } from '../src/index.ts';

/** The live type of a library that exists for these tests alone. */
export class Vec {
  readonly numbers: readonly number[];

  constructor(numbers: readonly number[]) {
    this.numbers = numbers;
  }
}

type VecArg = Arg<Vec> | ColumnPointer | readonly number[];

export type VecPointer<R extends boolean = boolean> = Pointer<Vec, R> & {
  readonly size: NumberPointer<R>;
  sum(): NumberPointer<R>;
  get_(at: PublicArg<number>): NumberPointer<R>;
  plus<Y extends VecArg>(other: Y): VecPointer<R | ReadableOf<Y>>;
};

export type UnitPointer<R extends boolean = boolean> = Pointer<Vec, R> & {
  readonly norm: NumberPointer<R>;
  readonly size: NumberPointer<R>;
  sum(): NumberPointer<R>;
  plus<Y extends VecArg>(other: Y): UnitPointer<R | ReadableOf<Y>>;
};

/** As a generator would write it. */
export interface TinyRemote {
  readonly PI: NumberPointer<true>;
  Vec<X extends VecArg>(values: X): VecPointer<ReadableOf<X>>;
  unit<X extends VecArg>(x: X): UnitPointer<ReadableOf<X>>;
  pairs(): Pointer<readonly [boolean, string], true> & { first(): UnionPointer<boolean | string, true> };
  floats(): TypedArrayPointer<Float32Array, true>;
  flags(): SetPointer<true, true> & { readonly count: NumberPointer<true> };
  total<X extends Arg<NumberList>>(x: X): NumberPointer<ReadableOf<X>>;
  rows<X extends Arg<readonly NumberList[]>>(x: X): NumberPointer<ReadableOf<X>>;
  mean<X extends VecArg>(x: X): NumberPointer<ReadableOf<X>>;
  add<X extends VecArg, Y extends Arg<number>>(x: X, y: Y): VecPointer<ReadableOf<X> | ReadableOf<Y>>;
  add<X extends VecArg, Y extends VecArg>(x: X, y: Y): NumberPointer<ReadableOf<X> | ReadableOf<Y>>;
  range<N extends PublicArg<number>>(stop: N): VecPointer<true>;
  stack<X extends VecArg>(parts: readonly X[]): VecPointer<ReadableOf<X>>;
  pick<X extends VecArg>(x: X): UnionPointer<number | string, ReadableOf<X>>;
  readonly nested: { readonly deep: { double<X extends VecArg>(x: X): VecPointer<ReadableOf<X>> } };
}

export const surface: Surface = {
  root: 'tiny',
  library: 'tiny-lib',
  version: '1.0.0',
  digest: 'ab'.repeat(32),
  aliases: { V: 'tiny.Vec | number[] | Float64Array' },
  types: [
    { id: 'tiny.Vec', accepts: ['ast.Column'] },
    { id: 'tiny.Unit', accepts: [], extends: ['tiny.Vec'] },
    // Types to which JavaScript gives no members.
    { id: 'tiny.Pairs', accepts: [], membersOf: '(boolean | string)[]' },
    { id: 'tiny.Flags', accepts: [], membersOf: 'Set<boolean>' },
  ],
  entries: [
    ['PI', 'constant', '() => number'],
    ['Vec', 'constructor', '(values: V) => tiny.Vec'],
    ['Vec.sum', 'method', '() => number'],
    ['Vec.plus', 'method', '(other: V) => tiny.Vec'],
    ['Vec.get', 'method', '(public at: number) => number', 'get_'],
    ['Vec.size', 'property', '() => number'],
    ['Unit.plus', 'method', '(other: V) => tiny.Unit'],
    ['Unit.norm', 'property', '() => number'],
    ['Pairs.first', 'method', '() => boolean | string'],
    ['Flags.count', 'property', '() => number'],
    ['unit', 'function', '(x: V) => tiny.Unit'],
    ['floats', 'function', '() => Float32Array'],
    ['pairs', 'function', '() => [boolean, string]'],
    ['flags', 'function', '() => Set<true>'],
    ['total', 'function', '(x: number[]) => number'],
    ['rows', 'function', '(x: number[][]) => number'],
    ['mean', 'function', '(x: V) => number'],
    ['add', 'function', '(x: V, y: number) => tiny.Vec ; (x: V, y: V) => number'],
    ['range', 'function', '(public stop: number) => tiny.Vec'],
    ['stack', 'function', '(parts: tiny.Vec[]) => tiny.Vec'],
    ['pick', 'function', '(x: V) => number | string'],
    ['nested.deep.double', 'function', '(x: V) => tiny.Vec'],
    ['then', 'function', '(x: number) => number'],
  ],
};

/** How often the library itself was loaded. */
export const loads = { count: 0 };

export const tiny = defineSupport<TinyRemote>({
  name: '@test/tiny',
  module: import.meta.url,
  surfaces: [surface],
  codecs: [
    {
      tag: 'tiny/Vec',
      type: 'tiny.Vec',
      schema: 'ArrayBody',
      detect: (value): value is ArrayValue | Vec => value instanceof Vec || isArrayValue(value, 'tiny.Vec'),
      encode: (value: ArrayValue | Vec, encoder) =>
        encodeArray(
          value instanceof Vec ? { dtype: 'float64', shape: [value.numbers.length], data: Float64Array.from(value.numbers) } : value,
          encoder,
        ),
      decode: (body, decoder) => decodeArray(body, 'tiny.Vec', decoder),
      weigh: () => 8,
      revive: (value, library) => new (library as { Vec: typeof Vec }).Vec(Array.from((value as ArrayValue).data as Float64Array)),
    },
  ],
  load: async () => {
    loads.count++;
    return [{ root: 'tiny', version: '1.0.0', module: { Vec } }];
  },
  manifest: async () => undefined,
});
