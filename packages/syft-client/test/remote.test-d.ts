import { describe, expectTypeOf, test } from 'vitest';
import type { ColumnPointer, Columns, Location, NumberPointer, Pointer, ReleaseRequest } from '../src/index.ts';
import type { Vec, VecPointer } from './tiny-library.ts';
import { type TinyRemote, tiny } from './tiny-library.ts';

declare const location: Location;
declare const privateColumn: ColumnPointer;
declare const readableColumn: ColumnPointer<true>;
declare const column: ColumnPointer | ColumnPointer<true>;

const lib = location.lib(tiny);

describe('a library', () => {
  test('is typed by its support package', () => {
    expectTypeOf(lib).toEqualTypeOf<TinyRemote>();
    // @ts-expect-error unknown functions are not there
    lib.load;
    // @ts-expect-error nor is then
    lib.then;
  });

  test('gives pointers of the right type', () => {
    expectTypeOf(lib.mean(privateColumn)).toEqualTypeOf<NumberPointer<boolean>>();
    expectTypeOf(lib.add(privateColumn, 1).size.add(1)).toExtend<NumberPointer>();
    expectTypeOf(lib.range(3).get()).resolves.toEqualTypeOf<Vec>();
    expectTypeOf(lib.total(privateColumn)).toEqualTypeOf<NumberPointer<boolean>>();
    expectTypeOf(lib.total(lib.floats())).toEqualTypeOf<NumberPointer<true>>();
    expectTypeOf(lib.rows([readableColumn, [1], Int8Array.of(1)])).toEqualTypeOf<NumberPointer<true>>();
    expectTypeOf(lib.pick([1]).as('number')).toEqualTypeOf<NumberPointer<true>>();
  });

  test('refuses what does not fit', () => {
    // @ts-expect-error a text is no list of numbers
    lib.total('text');
    // @ts-expect-error a text is no vector
    lib.mean('text');
    // @ts-expect-error neither is a pointer to a number
    lib.mean(lib.mean(privateColumn));
    // @ts-expect-error a pointer is no number
    Math.max(lib.mean(privateColumn), 1);
    // @ts-expect-error one of the types of the union has to be named
    lib.pick([1]).as('boolean');
  });
});

describe('readability', () => {
  test('of a result is that of its operands', () => {
    expectTypeOf(lib.mean(readableColumn)).toEqualTypeOf<NumberPointer<true>>();
    expectTypeOf(lib.mean([1, 2])).toEqualTypeOf<NumberPointer<true>>();
    expectTypeOf(lib.mean(column)).toEqualTypeOf<NumberPointer<boolean>>();
    expectTypeOf(lib.add(readableColumn, lib.mean(readableColumn))).toEqualTypeOf<VecPointer<true>>();
    expectTypeOf(lib.add(readableColumn, lib.mean(privateColumn))).toEqualTypeOf<VecPointer<boolean>>();
    expectTypeOf(lib.stack([lib.range(1), lib.add(privateColumn, 1)])).toEqualTypeOf<VecPointer<boolean>>();
  });

  test('is needed in a public place', () => {
    lib.range(3);
    lib.range(lib.mean(readableColumn));
    // @ts-expect-error a private pointer in a public place
    lib.range(lib.mean(privateColumn));
    // @ts-expect-error also in a member
    lib.range(3).get_(lib.mean(privateColumn));
  });

  test('makes a pointer fit wherever a plain one does', () => {
    expectTypeOf<NumberPointer<true>>().toExtend<NumberPointer>();
    expectTypeOf<NumberPointer>().not.toExtend<NumberPointer<true>>();
  });
});

describe('a dataset', () => {
  test('gives exactly the columns that were named', () => {
    const names = ['age', 'weight'] as const;
    expectTypeOf(location.dataset('patients').complete(...names)).toEqualTypeOf<Columns<'age' | 'weight'>>();
    expectTypeOf(location.dataset('patients').mock.complete(...names)).toEqualTypeOf<Columns<'age' | 'weight', true>>();
    // @ts-expect-error a column that was not named
    location.dataset('patients').complete('age').weight;
  });

  test('has one study for its data and its mock', () => {
    const study = ({ age }: Columns<'age'>) => lib.mean(age);
    study(location.dataset('patients').complete('age'));
    study(location.dataset('patients').mock.complete('age'));
  });
});

test('a request gives the value’s type', () => {
  expectTypeOf(lib.mean(privateColumn).request({ reason: 'why' })).resolves.toEqualTypeOf<ReleaseRequest<number>>();
  expectTypeOf(location.request<Vec>('00000000000000a1:1').value()).resolves.toEqualTypeOf<Vec>();
  expectTypeOf(location.upload(1)).resolves.toEqualTypeOf<NumberPointer<true>>();
  expectTypeOf(lib.range(1).get({ as: 'plain' })).resolves.toEqualTypeOf<unknown>();
  expectTypeOf(lib.range(1)).toExtend<Pointer<Vec, true>>();
});

declare module '@syft-libs/ast' {
  interface AutoloadedLibraries {
    readonly tiny: TinyRemote;
  }
}

describe('an autoloaded library', () => {
  test('is typed by its name', () => {
    expectTypeOf(location.lib('tiny')).toEqualTypeOf<TinyRemote>();
    // @ts-expect-error no package has added this name
    location.lib('unknown');
  });
});
