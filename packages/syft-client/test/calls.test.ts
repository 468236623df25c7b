import { messages, type SupportPackage } from '@syft-libs/ast';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect, type Location } from '../src/index.ts';
import { ScriptedDomain, trust, until } from './scripted-domain.ts';
import { surface, type TinyRemote, tiny, Vec } from './tiny-library.ts';

let domain: ScriptedDomain;
let location: Location;
let lib: TinyRemote;

beforeEach(async () => {
  domain = await ScriptedDomain.create();
  location = await connect(domain.dial(), { identity: await trust(domain) });
  lib = location.lib(tiny);
});
afterEach(() => domain.stop());

const actions = () => domain.peer.messages.flatMap(({ action }) => (action ? [action] : []));
const declared = () => domain.peer.messages.flatMap(({ declare }) => (declare ? [declare] : []));
const columns = () => location.dataset('patients').complete('age', 'weight');

/** What an operand is, as the domain would see it. */
function operand(bytes: Uint8Array): string {
  const { tag, body } = messages.Value.decode(bytes);
  return tag === 15 ? `#${messages.PointerBody.decode(body).counter}` : `tag ${tag}`;
}

test('everything started in one turn leaves as one frame, continuations of promises included', async () => {
  const { age, weight } = columns();
  const total = lib.add(age, weight);
  await Promise.resolve();
  await null;
  lib.mean(lib.add(age, total));
  await until(() => domain.peer.frames.length > 0);
  expect(domain.peer.frames).toHaveLength(1);
  expect(domain.peer.frames[0]).toMatchObject({ seq: 1 });
  expect(domain.peer.messages.map(({ body }) => body)).toEqual(['select', 'declare', 'action', 'action', 'declare', 'action']);
  expect(location.stats).toMatchObject({ framesSent: 1, actions: 3 });
});

test('ids grow by one, columns taking one each, and operands name them', async () => {
  const { age, weight } = columns();
  lib.mean(lib.nested.deep.double(lib.add(age, 2)));
  lib.add(age, weight);
  await until(() => domain.peer.frames.length > 0);
  expect(domain.peer.messages[0]?.select).toMatchObject({ id: 1, dataset: 'patients', columns: ['age', 'weight'], mock: false });
  expect(actions().map(({ id, operands }) => [id, ...operands.map(operand)])).toEqual([
    [3, '#1', 'tag 4'],
    [4, '#3'],
    [5, '#4'],
    [6, '#1', '#2'],
  ]);
});

test('an entry is declared once, by its full path and the exact text of its signatures', async () => {
  const { age } = columns();
  lib.add(age, 1);
  await until(() => domain.peer.frames.length === 1);
  lib.add(age, 2);
  lib.nested.deep.double(age);
  await until(() => domain.peer.frames.length === 2);
  expect(declared()).toMatchObject([
    { entry: 1, path: 'tiny.add', signature: surface.entries.find(([path]) => path === 'add')?.[2] },
    { entry: 2, path: 'tiny.nested.deep.double' },
  ]);
});

test('a pointer’s class follows from the overload that its operands pick', async () => {
  const { age } = columns();
  expect(String(lib.add(age, 1))).toMatch(/^\[pointer tiny\.Vec 00000000000000a1:3\]$/);
  expect(String(lib.add(age, age))).toMatch(/number/);
  expect(lib.add(age, 1).sum().mul(2)).toBeDefined();
  expect(String(lib.add(age, 1).size)).toMatch(/number/);
  expect(String(lib.PI)).toMatch(/number/);
  expect(lib.add(age, 1).get_).toBeTypeOf('function');
});

test('arguments that fit no signature are refused at once, and nothing is sent', async () => {
  const { age } = columns();
  expect(() => lib.mean('text' as never)).toThrow(
    expect.objectContaining({ code: 'BAD_ARGUMENT', message: expect.stringContaining('tiny.mean') }),
  );
  expect(() => lib.mean(age, ...([1, 2] as unknown as []))).toThrow(expect.objectContaining({ code: 'BAD_ARGUMENT' }));
  expect(() => lib.mean({ dtype: 'float64' } as never)).toThrow(expect.objectContaining({ code: 'BAD_ARGUMENT' }));
  const tooMany = new Array(65).fill(1) as [];
  expect(() => lib.mean(age, ...tooMany)).toThrow(expect.objectContaining({ code: 'LIMIT' }));
  await location.close();
  expect(actions()).toEqual([]);
});

test('absent trailing arguments are left out', async () => {
  lib.mean([1, 2, 3], ...([undefined, undefined] as unknown as []));
  await until(() => actions().length === 1);
  expect(actions()[0]?.operands).toHaveLength(1);
});

test('a private pointer in a public place is refused; one from the mock, or from constants, is taken', () => {
  const { age } = columns();
  const mock = location.dataset('patients').mock.complete('age');
  expect(() => lib.range(lib.mean(age) as never)).toThrow(expect.objectContaining({ code: 'NEEDS_PUBLIC_ARGUMENT' }));
  expect(String(lib.range(lib.mean(mock.age)))).toMatch(/tiny\.Vec/);
  expect(String(lib.range(lib.mean([1, 2])))).toMatch(/tiny\.Vec/);
  expect(() => lib.range(lib.mean(lib.stack([lib.add(mock.age, 1), lib.add(age, 1)])) as never)).toThrow(
    expect.objectContaining({ code: 'NEEDS_PUBLIC_ARGUMENT' }),
  );
});

test('a pointer of another location is refused', async () => {
  const other = await ScriptedDomain.create();
  const elsewhere = await connect(other.dial(), { identity: await trust(other) });
  const foreign = elsewhere.dataset('patients').complete('age').age;
  expect(() => lib.mean(foreign)).toThrow(
    expect.objectContaining({ code: 'BAD_ARGUMENT', message: expect.stringContaining('another location') }),
  );
  expect(() => lib.stack([elsewhere.lib(tiny).range(3)])).toThrow(expect.objectContaining({ code: 'BAD_ARGUMENT' }));
});

test('a library has its allowed functions and nothing else', () => {
  expect(Object.getPrototypeOf(lib)).toBeNull();
  expect(Object.isFrozen(lib) && Object.isFrozen(lib.nested) && Object.isFrozen(lib.mean)).toBe(true);
  expect(Object.keys(lib).sort()).toEqual([
    'PI',
    'Vec',
    'add',
    'flags',
    'floats',
    'mean',
    'nested',
    'pairs',
    'pick',
    'range',
    'rows',
    'stack',
    'total',
    'unit',
  ]);
  for (const name of ['then', 'load', 'constructor', 'toString', '__proto__', 'sum'])
    expect(Reflect.get(lib as object, name), name).toBeUndefined();
  expect(location.lib(tiny)).toBe(lib);
});

test('a constructor gives its pointer with new and without', () => {
  const Construct = lib.Vec as unknown as new (values: readonly number[]) => object;
  expect(String(new Construct([1]))).toMatch(/tiny\.Vec/);
  expect(String(lib.Vec([1]))).toMatch(/tiny\.Vec/);
});

test('an application’s own library value travels as an argument', async () => {
  lib.mean(new Vec([1, 2]));
  await until(() => actions().length === 1);
  expect(actions()[0]?.operands.map(operand)).toEqual(['tag 64']);
});

test('a turn with more than a frame holds is split in order, well below the limit', async () => {
  let vector = lib.range(3);
  for (let index = 0; index < 20_000; index++) vector = lib.add(vector, index);
  await until(() => actions().length === 20_001);
  expect(domain.peer.frames.length).toBeGreaterThan(1);
  expect(Math.max(...domain.peer.frames.map(({ bytes }) => bytes.byteLength))).toBeLessThan(600 * 1024);
  expect(domain.peer.frames.map(({ seq }) => seq)).toEqual(domain.peer.frames.map((_, index) => index + 1));
  expect(actions().map(({ id }) => id)).toEqual(Array.from({ length: 20_001 }, (_, index) => index + 1));
});

test('a call in a chain of 10,000 costs a few microseconds', async () => {
  const chain = (): number => {
    let vector = lib.range(3);
    const start = performance.now();
    for (let index = 0; index < 10_000; index++) vector = lib.add(vector, 1);
    return (performance.now() - start) / 10;
  };
  chain();
  // Bounded loosely: this guards against a cost that grows with the chain, not against a slow machine.
  expect(Math.min(chain(), chain(), chain())).toBeLessThan(50);
});

test('columns are named, each once', () => {
  const dataset = location.dataset('patients');
  expect(() => dataset.complete()).toThrow(expect.objectContaining({ code: 'BAD_ARGUMENT' }));
  expect(() => dataset.complete('age', 'age')).toThrow(expect.objectContaining({ code: 'BAD_ARGUMENT' }));
  expect(Object.keys(dataset.complete('__proto__', 'age'))).toEqual(['__proto__', 'age']);
});

test('after close nothing can be called', async () => {
  await location.close();
  expect(() => lib.mean([1])).toThrow(expect.objectContaining({ code: 'CLOSED' }));
  await expect(location.datasets()).rejects.toMatchObject({ code: 'CLOSED' });
  await expect(location.closed).resolves.toBeUndefined();
});

test('a column, a pointer to a typed array and a typed array itself stand for a list of numbers', () => {
  const { age } = columns();
  const floats = lib.floats();
  expect([lib.total(age), lib.total(floats), lib.total([1, 2]), lib.total(Int8Array.of(1))].map(String)).toHaveLength(4);
  lib.rows([age, floats, [1, lib.total(age)]]);
  for (const odd of [BigInt64Array.of(1n), [age], lib.range(2), 'a', ['a']])
    expect(() => lib.total(odd as never)).toThrow(expect.objectContaining({ code: 'BAD_ARGUMENT' }));
  expect(() => lib.rows(age as never)).toThrow(expect.objectContaining({ code: 'BAD_ARGUMENT' }));
});

test('a pointer of a type has the members of those that it extends, its own first, and stands for them', async () => {
  const unit = lib.unit([1]);
  unit.plus([1]);
  unit.sum();
  unit.norm;
  unit.size;
  lib.unit(unit);
  expect('norm' in lib.range(1)).toBe(false);
  await until(() => domain.peer.frames.length > 0);
  expect(declared().map(({ path }) => path)).toEqual([
    'tiny.unit',
    'tiny.Unit.plus',
    'tiny.Vec.sum',
    'tiny.Unit.norm',
    'tiny.Vec.size',
    'tiny.range',
  ]);
});

test('pointers to values of the core’s types have the members that a library gives to a type that they fit', async () => {
  lib.pairs().first();
  lib.flags().count;
  expect('first' in lib.floats() || 'count' in lib.pairs()).toBe(false);
  await until(() => domain.peer.frames.length > 0);
  expect(declared().map(({ path }) => path)).toEqual(
    expect.arrayContaining(['tiny.pairs', 'tiny.Pairs.first', 'tiny.flags', 'tiny.Flags.count']),
  );
});

test('a second package with members for a type is refused, whole', () => {
  const second: SupportPackage = {
    ...tiny,
    name: '@test/second',
    surfaces: [{ ...surface, root: 'second', types: [{ id: 'second.Number', accepts: [], membersOf: 'number' }], entries: [] }],
    codecs: [],
  };
  const use = () => location.lib(second);
  expect(use).toThrow(
    expect.objectContaining({ code: 'BAD_MANIFEST', message: expect.stringContaining('gives members to number already') }),
  );
  expect(use).toThrow(expect.objectContaining({ code: 'BAD_MANIFEST' }));
});
