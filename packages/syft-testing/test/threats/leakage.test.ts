import { globSync, readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { sampleArray } from '../../src/index.ts';
import { labSupport } from '../lab/lab-support.ts';
import { CANARY, call, canaryBytes, codeOf, openClinic, peerOf, received } from './clinic.ts';

const log: { event: string; detail: Readonly<Record<string, unknown>> }[] = [];
const clinic = await openClinic({ log: (event, detail) => log.push({ event, detail }) });
afterAll(() => clinic[Symbol.asyncDispose]());

test("a library's words never cross the wire; the owner's log has them", async () => {
  const peer = await peerOf(clinic, 'ada');
  const column = peer.pointer(peer.select('patients', ['x']));
  const private1 = call(peer, 'lab.at', column, 1e9);
  const private2 = call(peer, 'lab.add', column, peer.pointer(peer.select('patients', ['x', 'y'])));
  const { id } = await peer.put({ ...sampleArray('lab.Vec', 'float64', [2]), data: Float64Array.of(123.456, 7) });
  const readable = call(peer, 'lab.at', peer.pointer(id), 99);
  expect(await codeOf(peer, readable)).toBe('LIBRARY_FAILED');
  expect(await codeOf(peer, private1)).toBeUndefined();
  expect(await codeOf(peer, private2)).toBeUndefined();
  for (const word of ['no element', 'the first is', 'differ', String(CANARY), '123.456', canaryBytes, 'RangeError', 'lab-library'])
    expect(received(peer)).not.toContain(word);
  const told = log.filter(({ event }) => event === 'computation failed').map(({ detail }) => String(detail['detail']));
  expect(told.some((words) => words.includes(String(CANARY)))).toBe(true);
});

test('whether a private call failed is not told: not by a fault, a description, a later call or a request', async () => {
  const peer = await peerOf(clinic, 'ada');
  const column = peer.pointer(peer.select('patients', ['x', 'y']));
  const ids = Array.from({ length: 10 }, (_, index) => call(peer, 'lab.at', column, index - 2));
  const after = ids.map((id) => call(peer, 'js.Math.sqrt', peer.pointer(id)));
  await peer.settle();
  expect([...ids, ...after].filter((id) => peer.faults().has(id))).toEqual([]);
  const told = new Set<string>();
  for (const id of ids) {
    const { code, message } = await peer.get(id);
    const description = JSON.stringify((await peer.ask('describe', { object: `${peer.prefix}:${id}` })).json).replace(`:${id}"`, '');
    const request = await peer.ask('request', { id: `${peer.prefix}:${peer.nextId()}`, object: `${peer.prefix}:${id}`, reason: 'study' });
    told.add(`${code} ${message} ${description} ${request.code} ${(request.json as { state: string }).state}`);
  }
  expect(told.size).toBe(1);
  expect(log.filter(({ event }) => event === 'computation failed').length).toBeGreaterThan(4);
});

test('a private figure in a public place is refused, so that no shape or branch asks for it', async () => {
  const peer = await peerOf(clinic, 'ada');
  const column = peer.pointer(peer.select('patients', ['x']));
  const total = peer.pointer(call(peer, 'lab.total', column));
  for (const path of ['lab.zeros', 'lab.spin'] as const) expect(await codeOf(peer, call(peer, path, total))).toBe('NEEDS_PUBLIC_ARGUMENT');
  expect(await codeOf(peer, call(peer, 'lab.take', column, total))).toBe('NEEDS_PUBLIC_ARGUMENT');
});

test('how many elements a filter keeps is private: its size is one more value that only a release gives', async () => {
  const peer = await peerOf(clinic, 'ada');
  const column = peer.pointer(peer.select('patients', ['x']));
  const kept = call(peer, 'lab.positive', column);
  const size = peer.act(peer.declare('lab.Vec.size', '() => number'), [peer.encode(peer.pointer(kept))]);
  expect((await peer.get(size)).code).toBe('NOT_READABLE');
  expect((await peer.ask('describe', { object: `${peer.prefix}:${kept}` })).json).toEqual({
    uid: `${peer.prefix}:${kept}`,
    type: 'lab.Vec',
    readable: false,
    origin: 'lab.positive',
  });
  const { json } = await peer.ask('datasets');
  expect((json as { rows: unknown }[])[0]?.rows).toEqual({ shown: 'rounded', count: 10 });
});

test('a pointer never turns into a value: not as text, number, JSON, key, in an inspector, by iterating or by awaiting', async () => {
  const client = clinic.clients.ada;
  const { x } = client.dataset('patients').complete('x');
  const total = (client.lib(labSupport) as { total(v: unknown): object }).total(x);
  for (const pointer of [x, total] as object[]) {
    const told = [
      `${pointer}`,
      String(pointer),
      JSON.stringify({ pointer }),
      inspect(pointer, { depth: 9, showHidden: true }),
      Object.keys({ [String(pointer)]: 1 }).join(),
    ];
    for (const text of told) {
      expect(text).not.toContain('987');
      expect(text).toContain('pointer');
    }
    expect(() => +(pointer as unknown as number)).toThrow();
    expect(() => `${1 + (pointer as unknown as number)}`).toThrow();
    expect(() => (pointer as unknown as number) > 3).toThrow();
    expect(() => [...(pointer as Iterable<unknown>)]).toThrow();
    expect((pointer as { then?: unknown }).then).toBeUndefined();
    expect((pointer as { constructor?: unknown }).constructor).toBeUndefined();
    expect(await pointer).toBe(pointer);
    await expect((pointer as { get(): Promise<unknown> }).get()).rejects.toMatchObject({ code: 'NOT_READABLE' });
  }
});

test('nothing that a client receives holds a stored value, whatever it asks', async () => {
  const peer = await peerOf(clinic, 'ada');
  const columns = peer.select('patients', ['x', 'y']);
  for (const path of ['lab.same', 'lab.positive', 'lab.total', 'lab.Vec.reverse', 'lab.Vec.total'] as const) {
    const id = call(peer, path, peer.pointer(columns));
    await peer.get(id);
    await peer.ask('describe', { object: `${peer.prefix}:${id}` });
    await peer.ask('request', { id: `${peer.prefix}:${peer.nextId()}`, object: `${peer.prefix}:${id}`, reason: 'study' });
  }
  await peer.ask('requests');
  await peer.ask('datasets');
  await peer.settle();
  expect(received(peer)).not.toContain(canaryBytes);
  expect(received(peer)).not.toContain('987');
});

test('a NaN has one form in whatever was computed: its bits are no second channel, and asking for a release after a look is no loss', async () => {
  const peer = await peerOf(clinic, 'ada');
  const bits = BigUint64Array.of(0xfff8_0000_0000_0000n, 0x7ff8_dead_beef_0001n, 0x7ff0_0000_0000_0001n, 0n);
  const { id } = await peer.put({ ...sampleArray('lab.Vec', 'float64', [4]), data: new Float64Array(bits.buffer) });
  const computed = call(peer, 'lab.same', peer.pointer(id));
  const bitsOf = async (counter: number): Promise<readonly bigint[]> => {
    const { data } = peer.decode(await peer.get(counter)) as { data: Float64Array };
    return [...new BigUint64Array(data.slice().buffer)];
  };
  expect(await bitsOf(id)).toEqual([...bits]);
  expect(await bitsOf(computed)).toEqual([0x7ff8_0000_0000_0000n, 0x7ff8_0000_0000_0000n, 0x7ff8_0000_0000_0000n, 0n]);
  for (const object of [id, computed]) {
    const request = `${peer.prefix}:${peer.nextId()}`;
    await peer.ask('request', { id: request, object: `${peer.prefix}:${object}`, reason: 'study' });
    expect((await clinic.domain.review(request)).failure).toBeNull();
  }
});

test('memory is zeroed before it is handed out: fresh arrays are zero after others were freed, and no source asks for dirty memory', async () => {
  const peer = await peerOf(clinic, 'ada');
  for (let round = 0; round < 5; round++) {
    const { id } = await peer.put({ ...sampleArray('lab.Vec', 'float64', [1_000]), data: new Float64Array(1_000).fill(CANARY) });
    peer.sequenced({ delete: { objects: [peer.reference(id)] } });
    const zeros = peer.decode(await peer.get(call(peer, 'lab.zeros', 1_000))) as { data: Float64Array };
    expect(zeros.data.every((item) => item === 0)).toBe(true);
  }
  const sources = globSync('packages/*/src/**/*.ts', { cwd: new URL('../../../..', import.meta.url).pathname });
  expect(sources.length).toBeGreaterThan(100);
  const using = (name: string): readonly string[] =>
    sources.filter((file) => readFileSync(new URL(`../../../../${file}`, import.meta.url), 'utf8').includes(name));
  expect(using('allocUnsafe(')).toEqual([]);
  expect(using('allocUnsafeSlow')).toEqual([]);
});
