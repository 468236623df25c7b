import { type Limits, SyftError } from '@syft-libs/ast';
import { afterEach, describe, expect, it } from 'vitest';
import type { Vm } from '../../src/vm/vm.ts';
import { call, codes, decode, encode, get, limitsWith, listed, load, p, uid, vec } from './steps.ts';

/** Makes a VM over the fixture library. The suite closes it. */
export type OpenVm = (limits: Limits) => Promise<Vm>;

/** What every VM does alike. `open` makes one with the given limits. */
export function describeVm(name: string, open: OpenVm): void {
  const opened: Vm[] = [];
  const openVm = async (limits: Partial<Limits> = {}): Promise<Vm> => {
    const vm = await open(limitsWith(limits));
    opened.push(vm);
    return vm;
  };
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((vm) => vm.close()));
  });
  describe(name, () => {
    describe('runs calls', () => calls(openVm));
    describe('sees what operands are', () => typesOfOperands(openVm));
    describe('keeps values apart', () => isolation(openVm));
    describe('reports failures', () => failures(openVm));
    describe('encodes values', () => encoding(openVm));
    describe('is a cache', () => caching(openVm));
  });
}

type Open = (limits?: Partial<Limits>) => Promise<Vm>;

function calls(open: Open): void {
  it('runs a chain of calls on a loaded value, and holds each result', async () => {
    const vm = await open();
    const { outcomes, evicted } = await vm.run([
      load(1, vec(1, 2, 3)),
      call(2, 'add', p(1), 10),
      call(3, 'add', p(2), p(1)),
      call(4, 'sum', p(3)),
    ]);
    expect(outcomes).toEqual([
      { object: uid(1), weight: 24 },
      { object: uid(2), weight: 24 },
      { object: uid(3), weight: 24 },
      { object: uid(4), weight: 8 },
    ]);
    expect(evicted).toEqual([]);
    expect([await get(vm, 3), await get(vm, 4)]).toEqual([[12, 14, 16], 42]);
  });

  it('keeps no result that is far larger than its call was declared to give', async () => {
    const vm = await open();
    const { outcomes } = await vm.run([
      load(1, vec(...new Array<number>(100_000).fill(1))),
      { ...call(2, 'add', p(1), 10), declared: 8 },
      { ...call(3, 'add', p(1), 10), declared: 800_000 },
      call(4, 'add', p(2), 1),
    ]);
    expect(codes(outcomes)).toEqual(['ok', 'MEMORY', 'ok', 'MEMORY']);
  });

  it('resolves a pointer of another session by its own prefix', async () => {
    const vm = await open();
    const foreign = { ...load(1, 5), object: 'ffffffffffffffff:1' };
    const { outcomes } = await vm.run([foreign, load(1, 7), call(2, 'inc', p(1, 'ffffffffffffffff')), call(3, 'inc', p(1))]);
    expect(codes(outcomes)).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect([await get(vm, 2), await get(vm, 3)]).toEqual([6, 8]);
  });

  it('replaces pointers inside lists and records', async () => {
    const vm = await open();
    await vm.run([load(1, vec(1)), load(2, vec(2)), call(3, 'concat', [p(1), p(2), p(1)]), call(4, 'wrapped', { of: p(3), by: 10 })]);
    expect([await get(vm, 3), await get(vm, 4)]).toEqual([
      [1, 2, 1],
      [10, 20, 10],
    ]);
  });

  it('makes the library’s own type of a column, a typed array and a list where a parameter asks for it', async () => {
    const vm = await open();
    const column = { type: 'ast.Column', dtype: 'int32', shape: [2], data: Int32Array.of(1, 2) };
    const { outcomes } = await vm.run([
      load(1, column),
      call(2, 'sum', p(1)),
      call(3, 'sum', Float64Array.of(3, 4)),
      call(4, 'sum', [5, 6]),
      call(5, 'Vec.sum', p(1)),
      call(6, 'concat', [p(1), [9]]),
    ]);
    expect(codes(outcomes)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'ok']);
    expect(await Promise.all([2, 3, 4, 5, 6].map((counter) => get(vm, counter)))).toEqual([3, 7, 11, 3, [1, 2, 9]]);
  });

  it('takes the first member of a union, and the first signature, that the run-time value fits', async () => {
    const vm = await open();
    await vm.run([
      load(1, vec(1)),
      call(2, 'either', p(1)),
      call(3, 'either', [1]),
      call(4, 'kind', 1),
      call(5, 'kind', p(1)),
      call(6, 'kind', 'a'),
    ]);
    expect(await Promise.all([2, 3, 4, 5, 6].map((counter) => get(vm, counter)))).toEqual(['vec', 'list', 'number', 'vec', 'string']);
  });

  it('calls methods, instance-only properties and constants', async () => {
    const vm = await open();
    await vm.run([load(1, vec(1, 2)), call(2, 'Vec.sum', p(1)), call(3, 'Vec.size', p(1)), call(4, 'PI'), call(5, 'LEVELS')]);
    expect(await Promise.all([2, 3, 4, 5].map((counter) => get(vm, counter)))).toEqual([3, 2, 3.5, [1, 2, 3]]);
  });

  it('omits trailing arguments that are undefined, and passes all of a rest parameter', async () => {
    const vm = await open();
    await vm.run([call(1, 'count', 1, undefined, undefined), call(2, 'count', 1, 2), call(3, 'max', 1, 5, 3)]);
    expect([await get(vm, 1), await get(vm, 2), await get(vm, 3)]).toEqual([1, 2, 5]);
  });

  it('awaits an async entry, and never a result that only looks like a promise', async () => {
    const vm = await open();
    const { outcomes } = await vm.run([
      load(1, vec(4)),
      call(2, 'later', 1),
      call(3, 'inc', p(2)),
      call(4, 'thenable', p(1)),
      call(5, 'sum', p(4)),
    ]);
    expect(codes(outcomes)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
    expect([await get(vm, 3), await get(vm, 4), await get(vm, 5)]).toEqual([3, [4], 4]);
  });

  it('gives a random entry the same numbers for the same seed, and others for another', async () => {
    const vm = await open();
    const other = { ...call(3, 'random', 3), seed: Uint8Array.of(9) };
    await vm.run([call(1, 'random', 3), call(2, 'random', 3), other]);
    const [first, second, third] = (await Promise.all([1, 2, 3].map((counter) => get(vm, counter)))) as number[][];
    expect(first).toEqual([0.8252389760135462, 0.037290252027362025, 0.29929459178187123]);
    expect(second).toEqual(first);
    expect(third).not.toEqual(first);
  });
}

/** What extends a type, and what stands for a list of numbers. */
function typesOfOperands(open: Open): void {
  const column = (data: Float64Array | Float32Array | BigInt64Array, dtype: string) => ({
    type: 'ast.Column',
    dtype,
    shape: [data.length],
    data,
  });

  it('hands columns and typed arrays to the library as plain lists of exactly their numbers, again for each call', async () => {
    const vm = await open();
    const { outcomes } = await vm.run([
      load(1, column(Float64Array.of(0.1, -0, Number.NaN, Number.POSITIVE_INFINITY), 'float64')),
      load(2, Float32Array.of(0.1)),
      call(3, 'isPlainList', p(1)),
      call(4, 'sameList', p(1)),
      call(5, 'sortList', Int8Array.of(3, -1, 2)),
      call(6, 'rows', [p(1), p(2), [7], p(4)]),
      call(7, 'sameList', p(1)),
    ]);
    expect(codes(outcomes)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok']);
    expect(await get(vm, 3)).toBe(true);
    const exact = [0.1, -0, Number.NaN, Number.POSITIVE_INFINITY];
    expect([await get(vm, 4), await get(vm, 7), await get(vm, 1)]).toEqual([exact, exact, exact]);
    expect(await get(vm, 5)).toEqual([-1, 2, 3]);
    expect(await get(vm, 6)).toEqual([exact, [Math.fround(0.1)], [7], exact]);
  });

  it('hands them over as they are where the place takes them so', async () => {
    const vm = await open();
    await vm.run([
      call(1, 'sizeOf', Float64Array.of(1)),
      call(2, 'sizeOf', Int8Array.of(1)),
      call(3, 'either', column(Float64Array.of(1), 'float64')),
    ]);
    expect([await get(vm, 1), await get(vm, 2), await get(vm, 3)]).toEqual(['floats', 'list', 'vec']);
  });

  it('refuses bigints for numbers, and a typed array for a list that a library was to give', async () => {
    const vm = await open();
    const { outcomes } = await vm.run([
      load(1, column(BigInt64Array.of(1n), 'bigint64')),
      call(2, 'sameList', p(1)),
      call(3, 'rows', [p(1)]),
      load(4, vec(1)),
      call(5, 'asList', p(4)),
    ]);
    expect(codes(outcomes)).toEqual(['ok', 'BAD_ARGUMENT', 'BAD_ARGUMENT', 'ok', 'LIBRARY_FAILED']);
  });

  it('takes a value of a type that extends another where that is asked for, and keeps its class', async () => {
    const vm = await open();
    const { outcomes } = await vm.run([
      load(1, vec(3, 4)),
      call(2, 'unit', p(1)),
      call(3, 'className', p(2)),
      call(4, 'add', p(2), 1),
      call(5, 'anyUnit'),
      call(6, 'className', p(5)),
      call(7, 'pair', p(5)),
      call(8, 'notUnit'),
      call(9, 'Unit.sum', p(1)),
      call(10, 'unitOn', p(1)),
      call(11, 'className', p(10)),
    ]);
    expect(codes(outcomes)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'LIBRARY_FAILED', 'BAD_ARGUMENT', 'ok', 'ok']);
    expect(await get(vm, 11)).toBe('Unit');
    expect([await get(vm, 3), await get(vm, 4), await get(vm, 6), await get(vm, 7)]).toEqual(['Unit', [4], 'Unit', [[5], [5]]]);
    expect(decode(await vm.encode(uid(5)))).toMatchObject({ type: 'fix.Unit' });
  });

  it('runs a subclass’s own method in its base’s name', async () => {
    const vm = await open();
    await vm.run([call(1, 'anyUnit'), call(2, 'Vec.sum', p(1)), call(3, 'Unit.sum', p(1)), load(4, vec(5)), call(5, 'Vec.sum', p(4))]);
    expect([await get(vm, 2), await get(vm, 3), await get(vm, 5)]).toEqual([1, 1, 5]);
  });
}

function isolation(open: Open): void {
  it('runs a call that changes an operand on a copy, and the copy is its result', async () => {
    const vm = await open();
    await vm.run([
      load(1, vec(1, 2, 3)),
      call(2, 'fill', p(1), 9),
      call(3, 'Vec.reverse', p(1)),
      load(4, [3, 1, 2]),
      call(5, 'sortList', p(4)),
    ]);
    expect(await Promise.all([1, 2, 3, 4, 5].map((counter) => get(vm, counter)))).toEqual([
      [1, 2, 3],
      [9, 9, 9],
      [3, 2, 1],
      [3, 1, 2],
      [1, 2, 3],
    ]);
  });

  it('copies a result that is an operand, or a view of one', async () => {
    const vm = await open();
    const shared = new Float64Array(new SharedArrayBuffer(32));
    shared.set([1, 2, 3, 4]);
    const { outcomes } = await vm.run([
      load(1, vec(1, 2, 3, 4)),
      call(2, 'same', p(1)),
      call(3, 'firstHalf', p(1)),
      call(4, 'pair', p(1)),
      load(5, shared),
      call(6, 'window', p(5)),
    ]);
    expect(outcomes.map(({ weight }) => weight)).toEqual([32, 32, 16, 48 + 64, 32, 16]);
    const halves = [1, 2, 3, 4];
    expect([await get(vm, 2), await get(vm, 3), await get(vm, 4), await get(vm, 6)]).toEqual([halves, [1, 2], [halves, halves], [2, 3]]);
  });

  it('gives every result exactly the memory of its elements, and to itself', async () => {
    const vm = await open();
    await vm.run([load(1, vec(...Array(20_000).fill(1))), call(2, 'same', p(1)), call(3, 'firstHalf', p(2)), call(4, 'pair', p(1))]);
    const parts = (await Promise.all([1, 2, 3, 4].map((counter) => vm.encode(uid(counter))))).flatMap((encoded) => encoded.parts);
    expect(parts.map(({ buffer }) => buffer.byteLength)).toEqual([160_000, 160_000, 80_000, 160_000, 160_000]);
    expect(new Set(parts.map(({ buffer }) => buffer)).size).toBe(5);
  });

  it('never writes a shared buffer that it was given, whatever runs on it', async () => {
    const vm = await open();
    const size = 20_000;
    const data = new Float64Array(new SharedArrayBuffer(size * 8)).map((_, index) => size - index);
    const shared = new Float64Array(new SharedArrayBuffer(size * 8));
    shared.set(data);
    const column = { type: 'ast.Column', dtype: 'float64', shape: [size], data: shared };
    const { outcomes } = await vm.run([
      load(1, column),
      call(2, 'fill', p(1), 0),
      call(3, 'Vec.reverse', p(1)),
      call(4, 'same', p(1)),
      call(5, 'fill', p(4), 1),
      call(6, 'add', p(1), p(4)),
    ]);
    expect(codes(outcomes)).toEqual(Array(6).fill('ok'));
    expect(shared).toEqual(data);
    expect((await get(vm, 3)) as number[]).toEqual([...data].reverse());
  });

  it('copies a constant, which the library may go on to change', async () => {
    const vm = await open();
    await vm.run([call(1, 'ORIGIN'), call(2, 'moveOrigin', 7), call(3, 'ORIGIN')]);
    expect([await get(vm, 1), await get(vm, 3)]).toEqual([
      [0, 0],
      [7, 7],
    ]);
    await vm.run([call(4, 'moveOrigin', 0)]);
  });

  it('hands lists to a library as new ones, and keeps its results frozen copies', async () => {
    const vm = await open();
    await vm.run([
      load(1, [1, 2]),
      call(2, 'isFrozen', p(1)),
      call(3, 'sameList', p(1)),
      call(4, 'sortList', p(3)),
      call(5, 'LEVELS'),
      call(6, 'LEVELS'),
    ]);
    expect([await get(vm, 2), await get(vm, 3), await get(vm, 6)]).toEqual([false, [1, 2], [1, 2, 3]]);
  });
}

function failures(open: Open): void {
  it('seals what a library throws: its words are detail for the owner', async () => {
    const vm = await open();
    const { outcomes } = await vm.run([load(1, vec(987)), call(2, 'fail', p(1)), call(3, 'failOddly')]);
    expect(outcomes[1]).toEqual({ object: uid(2), weight: 0, failure: 'LIBRARY_FAILED', detail: 'Error: cannot: the secret is 987' });
    expect(outcomes[2]).toMatchObject({ failure: 'LIBRARY_FAILED' });
    await expect(vm.encode(uid(2))).rejects.toSatisfy(
      (error) => error instanceof SyftError && error.code === 'LIBRARY_FAILED' && !error.message.includes('987'),
    );
  });

  it('gives a step whose operand failed the code of the first that did', async () => {
    const vm = await open();
    const { outcomes } = await vm.run([
      load(1, vec(1)),
      call(2, 'fail', p(1)),
      call(3, 'sum', 'x'),
      call(4, 'add', p(2), p(3)),
      call(5, 'concat', [p(3), p(2)]),
    ]);
    expect(codes(outcomes)).toEqual(['ok', 'LIBRARY_FAILED', 'BAD_ARGUMENT', 'LIBRARY_FAILED', 'BAD_ARGUMENT']);
    expect(codes((await vm.run([call(6, 'sum', p(4))])).outcomes)).toEqual(['LIBRARY_FAILED']);
  });

  it('answers LOST for an object that is not held, and does not remember it', async () => {
    const vm = await open();
    expect(codes((await vm.run([call(2, 'inc', p(1)), call(3, 'inc', p(2))])).outcomes)).toEqual(['LOST', 'LOST']);
    expect(codes((await vm.run([load(1, 1), call(2, 'inc', p(1))])).outcomes)).toEqual(['ok', 'ok']);
    expect(codes((await vm.run([call(2, 'inc', p(9))])).outcomes)).toEqual(['LOST']);
    expect(await get(vm, 2)).toBe(2);
    await expect(vm.encode(uid(9))).rejects.toMatchObject({ code: 'LOST' });
  });

  it('refuses operands of the wrong run-time type, receivers included', async () => {
    const vm = await open();
    const imitation = Object.assign(Object.create(null), { isVec: true, data: Float64Array.of(1) }) as object;
    const { outcomes } = await vm.run([
      load(1, 'text'),
      call(2, 'Vec.sum', p(1)),
      call(3, 'inc', p(1)),
      call(4, 'sum', ['a']),
      call(5, 'sum', imitation),
      call(6, 'Vec.sum', imitation),
      call(7, 'inc', 1, 2),
      { ...call(8, 'inc', 1), entry: 9_999 },
      { ...call(9, 'inc', 1), operands: [Uint8Array.of(8, 15, 18, 2, 16)] },
    ]);
    expect(codes(outcomes)).toEqual(['ok', ...Array(8).fill('BAD_ARGUMENT')]);
  });

  it('refuses results that are not what the entry declares', async () => {
    const vm = await open();
    const { outcomes } = await vm.run([
      call(1, 'wrong'),
      call(2, 'rejected'),
      call(3, 'unsendable'),
      call(4, 'itself'),
      call(5, 'claimLost'),
    ]);
    expect(codes(outcomes)).toEqual(Array(5).fill('LIBRARY_FAILED'));
    expect(outcomes[0]?.detail).toContain('it is no number');
    expect(codes((await vm.run([call(6, 'zero')])).outcomes)).toEqual(['ok']);
  });

  it('ends a promise that never settles at the deadline', async () => {
    const vm = await open({ callDeadline: 100 });
    const { outcomes } = await vm.run([call(1, 'never')]);
    expect(codes(outcomes)).toEqual(['DEADLINE']);
    expect(codes((await vm.run([call(2, 'inc', 1)])).outcomes)).toEqual(['ok']);
  });

  it('reports a call that takes longer than the deadline', async () => {
    const vm = await open({ callDeadline: 60 });
    expect(codes((await vm.run([call(1, 'spin', 300)])).outcomes)).toEqual(['DEADLINE']);
  });
}

function encoding(open: Open): void {
  it('keeps the bits of NaNs, and gives the standard ones when asked for canonical bytes', async () => {
    const vm = await open();
    await vm.run([call(1, 'nans'), call(2, 'nanRecord')]);
    const bits = async (canonical: boolean) => {
      const { data } = decode(await vm.encode(uid(1), { canonical })) as { readonly data: Float64Array };
      return [...new BigUint64Array(data.buffer)].map((word) => word.toString(16));
    };
    expect(await bits(false)).toEqual(['7ff8deadbeef0001', 'fff8000000000000', '3ff0000000000000']);
    expect(await bits(true)).toEqual(['7ff8000000000000', '7ff8000000000000', '3ff0000000000000']);
    expect(await bits(false)).toEqual(['7ff8deadbeef0001', 'fff8000000000000', '3ff0000000000000']);
    const record = decode(await vm.encode(uid(2), { canonical: true })) as { readonly a: Float32Array };
    expect(new Uint32Array(record.a.buffer)[0]?.toString(16)).toBe('7fc00000');
  });

  it('takes a text that no codec writes for a failure of its library', async () => {
    const vm = await open();
    const { outcomes } = await vm.run([call(1, 'half', '😀')]);
    expect(codes(outcomes)).toEqual(['ok']);
    await expect(vm.encode(uid(1))).rejects.toMatchObject({ code: 'LIBRARY_FAILED' });
  });

  it('gives large arrays as parts, and takes them back unchanged', async () => {
    const vm = await open();
    const data = Float64Array.from({ length: 20_000 }, (_, index) => index);
    await vm.run([load(1, data), call(2, 'add', p(1), 1)]);
    const encoded = await vm.encode(uid(2), { canonical: true });
    expect(encoded.parts.map(({ byteLength }) => byteLength)).toEqual([160_000]);
    await vm.run([{ kind: 'load', object: uid(3), value: encoded }]);
    expect(await get(vm, 3)).toEqual(listed(data.map((x) => x + 1)));
  });

  it('seals a load that cannot be read', async () => {
    const vm = await open();
    const { outcomes } = await vm.run([{ kind: 'load', object: uid(1), value: { head: Uint8Array.of(255), parts: [] } }]);
    expect(codes(outcomes)).toEqual(['BAD_ARGUMENT']);
  });
}

function caching(open: Open): void {
  const million = new Float64Array(125_000);

  it('evicts what was not used for longest once it holds more than it may, sparing what the batch still needs', async () => {
    const vm = await open({ vmBytes: 3_500_000 });
    await vm.run([load(1, million), load(2, million), load(3, million)]);
    const { outcomes, evicted } = await vm.run([call(4, 'sum', p(1)), load(5, million), call(6, 'sum', p(3))]);
    expect(codes(outcomes)).toEqual(['ok', 'ok', 'ok']);
    expect(evicted).toEqual([uid(2)]);
    await expect(vm.encode(uid(2))).rejects.toMatchObject({ code: 'LOST' });
  });

  it('computes on operands that together exceed what it may keep', async () => {
    const vm = await open({ vmBytes: 1_500_000 });
    const { outcomes } = await vm.run([load(1, million), load(2, million), call(3, 'add', p(1), p(2)), call(4, 'sum', p(3))]);
    expect(codes(outcomes)).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect(await get(vm, 4)).toBe(0);
  });

  it('drops what it is told to forget, after the calls before', async () => {
    const vm = await open();
    const running = vm.run([load(1, 1), call(2, 'later', p(1)), call(3, 'inc', p(1))]);
    vm.forget([uid(1)]);
    expect(codes((await running).outcomes)).toEqual(['ok', 'ok', 'ok']);
    expect(codes((await vm.run([call(4, 'inc', p(1)), call(5, 'inc', p(3))])).outcomes)).toEqual(['LOST', 'ok']);
  });

  it('refuses work once it is closed', async () => {
    const vm = await open();
    await vm.close();
    await expect(vm.run([call(1, 'zero')])).rejects.toMatchObject({ code: 'CLOSED' });
    await expect(vm.encode(uid(1))).rejects.toMatchObject({ code: 'CLOSED' });
  });

  it('takes a loaded value again under the same name', async () => {
    const vm = await open();
    await vm.run([load(1, 1)]);
    await vm.run([{ kind: 'load', object: uid(1), value: encode(2) }]);
    expect(await get(vm, 1)).toBe(2);
  });
}
