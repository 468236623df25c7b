import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { CageSession } from '../../src/crawl/runtime/cage-session.ts';
import type { Sample } from '../../src/surface/sample.ts';
import { type InstalledFixture, installFixture } from './installed-fixture.ts';

vi.setConfig({ testTimeout: 20_000 });

let fixture: InstalledFixture;
let session: CageSession;

beforeAll(() => {
  fixture = installFixture('hostile');
  session = new CageSession({ library: fixture.library, root: 'hostile', subpaths: ['./good', './rejects-late'] });
});

afterAll(async () => {
  await session.close();
  fixture.remove();
});

const list = (...items: Sample[]): Sample => ({ $: 'list', items });
const floats = (...items: Sample[]): Sample => ({ $: 'array', dtype: 'float64', items });
const call = (name: string, args: readonly Sample[] = [], rest: object = {}) =>
  session.call({ path: `hostile.good.${name}`, args, ...rest });

test('a call gives the type, the shape and the value of its result', async () => {
  expect(await call('sum', [list(1, 2, 3)])).toMatchObject({
    kind: 'returned',
    value: { type: 'number', shape: null, sample: 6 },
    isPromise: false,
    aliases: [],
    effects: { mutates: [], random: 0, clock: 0, locale: 0, generated: 0, reached: [], changesModule: false, globals: [] },
    strays: [],
  });
  expect(await call('later', [1])).toMatchObject({ kind: 'returned', isPromise: true, value: { sample: 2 } });
  expect(await call('fail')).toMatchObject({ kind: 'threw', error: 'RangeError' });
});

test.each<[string, Sample, string, readonly number[] | null]>([
  ['NaN', { $: 'number', value: 'NaN' }, 'number', null],
  ['negative zero', { $: 'number', value: '-0' }, 'number', null],
  ['infinity', { $: 'number', value: '-Infinity' }, 'number', null],
  ['undefined', { $: 'undefined' }, 'undefined', null],
  ['a bigint', { $: 'bigint', value: '12345678901234567890' }, 'bigint', null],
  ['a nested list', list(list(1, 2), list(3, 4)), 'number[][]', [2, 2]],
  ['a mixed list', list(1, 'a'), '(number | string)[]', [2]],
  ['an empty list', list(), 'unknown[]', [0]],
  ['a record', { $: 'record', fields: { a: 1, b: list('x') } }, '{ a: number, b: string[] }', null],
  ['floats', floats(1, { $: 'number', value: 'NaN' }), 'Float64Array', [2]],
  ['wide integers', { $: 'array', dtype: 'bigint64', items: [{ $: 'bigint', value: '-5' }] }, 'BigInt64Array', [1]],
  ['a date', { $: 'date', milliseconds: 5 }, 'Date', null],
])('%s survives the way in and out', async (_, sample, type, shape) => {
  expect(await call('identity', [sample])).toMatchObject({ kind: 'returned', value: { type, shape, sample } });
});

test('mutation, shared memory and a result that is its own argument are seen', async () => {
  expect(await call('sortInPlace', [list(2, 1)])).toMatchObject({ returns: 'arg:0', aliases: ['arg:0'], effects: { mutates: ['arg:0'] } });
  expect(await call('firstHalf', [floats(1, 2)])).toMatchObject({ returns: null, aliases: ['arg:0'], effects: { mutates: [] } });
});

test('chance and clock are counted and held', async () => {
  const [first, second, other] = [await call('chance'), await call('chance'), await call('chance', [], { seed: 2 })];
  expect(first).toMatchObject({ effects: { random: 1 } });
  expect(second).toMatchObject({ value: (first as { value: object }).value });
  expect((other as { value: { digest: string } }).value.digest).not.toBe((first as { value: { digest: string } }).value.digest);
  expect(await call('today', [], { clock: 86_400_000 })).toMatchObject({
    value: { sample: { $: 'date', milliseconds: 86_400_000 } },
    effects: { clock: 1 },
  });
  expect(await call('spell', [1000])).toMatchObject({ effects: { locale: 1 } });
});

test('made code and what was reached for are told', async () => {
  expect(await call('made', ['1'])).toMatchObject({ effects: { generated: 1 } });
  expect(await call('readsFile')).toMatchObject({ kind: 'threw', effects: { reached: ['fs'] } });
  expect(await call('opens')).toMatchObject({ kind: 'threw', effects: { reached: ['net'] } });
});

test('a change of the module is told and put back, so that the next call finds it as it was loaded', async () => {
  await call('sum', [list(1)]);
  const { processes } = session;
  expect(await call('remember')).toMatchObject({ value: { sample: 1 }, effects: { changesModule: true, isLeft: false } });
  expect(await call('remember')).toMatchObject({ value: { sample: 1 }, effects: { changesModule: true, isLeft: false } });
  expect(session.processes).toBe(processes);
});

test('a change of a global is told, and a fresh process takes over', async () => {
  const { processes } = session;
  expect(await call('leak')).toMatchObject({ effects: { globals: ['leaked'] } });
  expect(await call('leak')).toMatchObject({ effects: { globals: ['leaked'] } });
  expect(session.processes).toBe(processes + 1);
});

test('methods are called on instances made by recipe, and properties are read', async () => {
  const square: Sample = { $: 'new', path: 'hostile.good.Square', args: [2] };
  expect(await call('Shape.grow', [1], { receiver: square })).toMatchObject({
    value: { type: 'hostile.good.Square' },
    returns: 'self',
    aliases: ['self'],
    effects: { mutates: ['self'] },
  });
  expect(await call('Shape.perimeter', [], { receiver: square, mode: 'get' })).toMatchObject({ value: { sample: 8 } });
  expect(await call('Shape', [3], { mode: 'construct' })).toMatchObject({ value: { type: 'hostile.good.Shape' } });
  expect(await call('Shape.unit')).toMatchObject({ value: { type: 'hostile.good.Shape' } });
  expect(await call('sum', [{ $: 'new', path: 'hostile.good.nothing', args: [] }])).toMatchObject({ kind: 'unmade', error: 'TypeError' });
});

test('what only instances have is described, for classes that no export names too', async () => {
  const seen = await session.describeInstance({ $: 'new', path: 'hostile.good.Square', args: [1] });
  expect(seen).toMatchObject({ type: 'hostile.good.Square', ownOnInstance: ['area', 'side'] });
  expect(seen?.members.map(({ path, kind }) => [path, kind])).toEqual([
    ['hostile.good.Square.area', 'method'],
    ['hostile.good.Square.side', 'property'],
  ]);
  const hidden = await session.describeInstance({ $: 'call', path: 'hostile.good.makeHidden', args: [] });
  expect(hidden).toMatchObject({ type: 'hostile.Hidden', types: [{ id: 'hostile.Hidden', exportedAs: null }] });
  expect(hidden?.members.map(({ path }) => path)).toEqual(['hostile.Hidden.reveal']);
});

/** On a busy machine a call may be ended early, and be made again in a process of its own: no test counts on its process going on. */
const limited = { limit: 400 };
const forever = { path: 'hostile.good.forever', args: [], ...limited };

test('a call with a limit is broken off', async () => {
  expect(await session.call(forever)).toMatchObject({ kind: 'ended', end: { how: 'deadline' } });
  expect(await call('sum', [list(1, 2)], limited)).toMatchObject({ kind: 'returned', value: { sample: 3 } });
  expect(await session.callMany([forever, { path: 'hostile.good.sum', args: [list(1)] }])).toMatchObject([
    { kind: 'ended' },
    { kind: 'returned', value: { sample: 1 } },
  ]);
});

test('no call without a limit is made in its process', async () => {
  const known = { path: 'hostile.good.sum', args: [list(1)] };
  const sound = await session.call(known);
  await session.checkBy({ request: known, gave: sound.kind === 'returned' ? sound.value.digest : '' });
  const before = session.processes;
  await session.call(forever);
  await session.call(known);
  expect(session.processes).toBeGreaterThan(before);
});

test.each([
  ['gives something else', 'something else'],
  ['is not there', undefined],
])('it ends where a known call %s', async (_, gave) => {
  const known = { path: 'hostile.good.sum', args: [list(1)] };
  await session.checkBy(gave === undefined ? undefined : { request: known, gave });
  await session.call(known);
  const before = session.processes;
  await session.call(forever);
  await session.call({ ...known, ...limited });
  expect(session.processes).toBeGreaterThan(before);
});

test('what a call with a limit throws, changes or promises is told as of any other', async () => {
  expect(await call('fail', [], limited)).toMatchObject({ kind: 'threw', error: 'RangeError' });
  expect(await call('sortInPlace', [list(2, 1)], limited)).toMatchObject({ returns: 'arg:0', effects: { mutates: ['arg:0'] } });
  expect(await call('later', [1], limited)).toMatchObject({ isPromise: true, value: { sample: 2 } });
  expect(await call('made', ['1'], limited)).toMatchObject({ effects: { generated: 1 } });
  expect(await call('sum', [list(1, 2)], limited)).toMatchObject({ effects: { generated: 0, changesModule: false, globals: [] } });
});

test('a call that never ends or quits ends its process, and the next call finds a fresh one', async () => {
  expect(await session.call({ path: 'hostile.good.forever', args: [] }, 300)).toMatchObject({ kind: 'ended', end: { how: 'deadline' } });
  expect(await call('quit')).toMatchObject({ kind: 'ended', end: { how: 'exit', code: 4 } });
  expect(await call('sum', [list(1)])).toMatchObject({ kind: 'returned' });
});

test('an error that nobody catches is told with its call, a late one with a call after it', async () => {
  const atOnce = await session.call({ path: 'hostile.rejectsLate.atOnce', args: [] });
  expect(atOnce).toMatchObject({ kind: 'returned', strays: ['TypeError'] });
  expect(await session.call({ path: 'hostile.rejectsLate.later', args: [] })).toMatchObject({ strays: [] });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await session.call({ path: 'hostile.rejectsLate.works', args: [] })).toMatchObject({ kind: 'returned', strays: ['TypeError'] });
});

test('a process is replaced after so many calls', async () => {
  const short = new CageSession({ library: fixture.library, root: 'hostile', subpaths: ['./good'], callsPerProcess: 2 });
  const counted = async () => (await short.call({ path: 'hostile.good.counted', args: [] })) as { value: { sample: Sample } };
  expect([(await counted()).value.sample, (await counted()).value.sample, (await counted()).value.sample]).toEqual([1, 2, 1]);
  await short.close();
});
