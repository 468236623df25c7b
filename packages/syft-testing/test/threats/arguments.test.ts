import { encodeClientFrame } from '@syft-libs/ast';
import { afterAll, expect, test } from 'vitest';
import { replayMessages, sampleArray } from '../../src/index.ts';
import { call, codeOf, openClinic, peerOf, received } from './clinic.ts';

const clinic = await openClinic();
afterAll(() => clinic[Symbol.asyncDispose]());

/** A record that would pass for a promise. */
const thenable = Object.fromEntries([['then', 'resolve']]);

/** The fields as a record that no codec takes for anything else, so that they travel as they are. */
function bare(fields: Readonly<Record<string, unknown>>): object {
  return Object.assign(Object.create(null) as object, fields);
}

test('a method on a receiver of another type is refused before anything runs', async () => {
  const peer = await peerOf(clinic, 'ada');
  const number = call(peer, 'js.Math.sqrt', 4);
  for (const receiver of [peer.pointer(number), 5, 'text', [1, 2], bare({ data: [1], isVec: true }), null]) {
    expect(await codeOf(peer, call(peer, 'lab.Vec.total', receiver))).toBe('BAD_ARGUMENT');
  }
  const column = peer.select('patients', ['x']);
  expect(await codeOf(peer, call(peer, 'lab.Vec.total', peer.pointer(column)))).toBeUndefined();
});

test('a record that imitates a library value is none', async () => {
  const peer = await peerOf(clinic, 'ada');
  const { type, dtype, shape, data } = sampleArray('lab.Vec', 'float64', [3]);
  expect(await codeOf(peer, call(peer, 'lab.total', bare({ type, dtype, shape, data: [...(data as Float64Array)] })))).toBe('BAD_ARGUMENT');
  expect(await codeOf(peer, call(peer, 'lab.total', bare({ isVec: true, data })))).toBe('BAD_ARGUMENT');
});

test('extra, missing and wrong arguments are refused before anything runs', async () => {
  const peer = await peerOf(clinic, 'ada');
  const column = peer.pointer(peer.select('patients', ['x']));
  const other = peer.pointer(peer.select('patients', ['y']));
  for (const operands of [
    [column, other, other],
    [column],
    [],
    [column, { valueOf: 3 }],
    [column, 'text'],
    [column, other, { out: other }],
  ]) {
    expect(await codeOf(peer, call(peer, 'lab.add', ...operands))).toBe('BAD_ARGUMENT');
  }
  expect(await codeOf(peer, call(peer, 'lab.zeros', column))).toBe('BAD_ARGUMENT');
  expect(await codeOf(peer, call(peer, 'lab.take', column, peer.pointer(call(peer, 'lab.total', column))))).toBe('NEEDS_PUBLIC_ARGUMENT');
  expect(await codeOf(peer, call(peer, 'lab.add', ...new Array<number>(65).fill(1)))).toBe('LIMIT');
});

test('a member that changes its operand changes a copy: the operand stays as it was', async () => {
  const peer = await peerOf(clinic, 'ada');
  const { id } = await peer.put(sampleArray('lab.Vec', 'float64', [5], 4));
  const before = (await peer.get(id)).value;
  const filled = call(peer, 'lab.fill', peer.pointer(id), 7);
  const turned = call(peer, 'lab.Vec.reverse', peer.pointer(id));
  expect((await peer.get(filled)).value).not.toEqual(before);
  expect((await peer.get(turned)).value).not.toEqual(before);
  expect((await peer.get(id)).value).toEqual(before);
  const same = call(peer, 'lab.same', peer.pointer(id));
  call(peer, 'lab.fill', peer.pointer(same), 8);
  expect((await peer.get(same)).value).toEqual(before);
});

test("a dataset's columns are not changed by calls on them, for their owner, other sessions or a fresh selection", async () => {
  const [peer, other] = [await peerOf(clinic, 'ada'), await peerOf(clinic, 'ada')];
  const mock = (peer: typeof other): number => peer.select('patients', ['x', 'y'], true);
  const before = (await other.get(mock(other))).value;
  const column = mock(peer);
  for (const path of ['lab.fill', 'lab.Vec.reverse'] as const) call(peer, path, peer.pointer(column), ...(path === 'lab.fill' ? [3] : []));
  await peer.settle();
  expect((await peer.get(column)).value).toEqual(before);
  expect((await other.get(mock(other))).value).toEqual(before);
});

test('no function travels: entries that would call one are not on the allowlist, and a value cannot hold one', async () => {
  const peer = await peerOf(clinic, 'ada');
  const map = peer.declare('lab.map', '(v: lab.Vec, change: callback) => lab.Vec');
  const column = peer.encode(peer.pointer(peer.select('patients', ['x'])));
  const source = peer.encode('(item) => process.exit()');
  expect(await codeOf(peer, peer.act(map, [column, source]))).toBe('NOT_ALLOWED');
  expect(() => peer.encode(() => 0)).toThrow(expect.objectContaining({ code: 'BAD_ARGUMENT' }));
  expect(await codeOf(peer, call(peer, 'lab.at', peer.pointer(1), '(item) => process.exit()'))).toBe('BAD_ARGUMENT');
});

test('a value that imitates a promise or converts itself stays plain data, and nothing of it is called', async () => {
  const peer = await peerOf(clinic, 'ada');
  const { id } = await peer.put({ ...thenable, valueOf: 1, toString: 'x', toJSON: null, constructor: [1] });
  const value = peer.decode(await peer.get(id)) as object;
  expect(Object.getPrototypeOf(value)).toBeNull();
  expect(Object.keys(value)).toEqual(['then', 'valueOf', 'toString', 'toJSON', 'constructor']);
  expect(await codeOf(peer, call(peer, 'js.Math.sqrt', peer.pointer(id)))).toBe('BAD_ARGUMENT');
  const client = await clinic.connect('ada');
  const record = await (await client.upload({ ...thenable, length: 1e9 })).get();
  expect(record).toMatchObject({ ...thenable, length: 1e9 });
  await client.close();
});

test('a key named __proto__ is a key like any other', async () => {
  const peer = await peerOf(clinic, 'ada');
  const hostile = Object.fromEntries([
    ['__proto__', { approved: true }],
    ['approved', false],
  ]) as object;
  const { id, code } = await peer.put(hostile);
  expect(code).toBe('');
  const value = peer.decode(await peer.get(id)) as Record<string, unknown>;
  expect(Object.hasOwn(value, '__proto__')).toBe(true);
  expect(({} as Record<string, unknown>)['approved']).toBeUndefined();
  expect(Object.getPrototypeOf(value)).toBeNull();
});

test("a tag of no registered type is refused, as is another type's body under it", async () => {
  const peer = await peerOf(clinic, 'ada');
  const sqrt = peer.declare('js.Math.sqrt', '(x: number) => number');
  const column = peer.encode(peer.pointer(peer.select('patients', ['x'])));
  for (const operand of [Uint8Array.of(8, 99), Uint8Array.of(8, 0), Uint8Array.of(8, 0xff, 0xff, 0xff, 0xff, 0x0f), column.slice(0, -1)]) {
    expect(['PROTOCOL', 'LIMIT']).toContain(await codeOf(peer, peer.act(sqrt, [operand])));
  }
  const replayed = await replayMessages(peer, [
    encodeClientFrame({ messages: [{ put: { call: peer.nextCall(), id: peer.nextId(), value: Uint8Array.of(8, 99) } }] }),
  ]);
  expect(replayed.codes).toContain('PROTOCOL');
  expect(replayed.closed).toBe(false);
  expect(received(peer)).not.toContain('constructor');
});
