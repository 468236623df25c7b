import { isRecord } from '@syft-libs/ast';
import { afterAll, expect, test } from 'vitest';
import { call, codeOf, openClinic, peerOf } from './clinic.ts';

const clinic = await openClinic();
afterAll(() => clinic[Symbol.asyncDispose]());

/** Everything that the domain tells of one id, in every way of asking; the id itself left out. */
async function allThatIsTold(asker: Awaited<ReturnType<typeof peerOf>>, counter: number, prefix: string): Promise<readonly string[]> {
  const uid = `${prefix}:${counter}`;
  const told = [
    await asker.get(counter, prefix),
    await asker.ask('describe', { object: uid }),
    await asker.ask('status', { id: uid }),
    await asker.ask('cancel', { id: uid }),
    await asker.ask('request', { id: `${asker.prefix}:${asker.nextId()}`, object: uid, reason: 'mine' }),
  ];
  const used = call(asker, 'lab.total', asker.pointer(counter, prefix));
  await asker.settle();
  const fault = asker.messages().find((message) => message.fault?.id === used)?.fault;
  return [...told.map(({ code, message, json }) => `${code} ${message} ${JSON.stringify(json)}`), `${fault?.code} ${fault?.message}`];
}

test("another's object and one that never was answer alike, in every way of asking", async () => {
  const [ada, bob] = [await peerOf(clinic, 'ada'), await peerOf(clinic, 'bob')];
  const column = ada.select('patients', ['x']);
  const upload = await ada.put(42);
  const requested = ada.nextId();
  expect((await ada.ask('request', { id: `${ada.prefix}:${requested}`, object: `${ada.prefix}:${column}`, reason: 'study' })).code).toBe(
    '',
  );
  const none = await allThatIsTold(bob, 999, '00000000000000ff');
  expect(none.every((told) => told.startsWith('NOT_FOUND'))).toBe(true);
  for (const counter of [column, upload.id, requested, 999]) expect(await allThatIsTold(bob, counter, ada.prefix)).toEqual(none);
  expect(ada.decode(await ada.get(upload.id))).toBe(42);
});

test("another's object is not deleted, and its owner does not notice the attempt", async () => {
  const [ada, bob] = [await peerOf(clinic, 'ada'), await peerOf(clinic, 'bob')];
  const { id } = await ada.put(7);
  const before = ada.link.received.length;
  bob.sequenced({ delete: { objects: [bob.reference(id, ada.prefix), bob.reference(id), bob.reference(9_999, 'ffffffffffffffff')] } });
  await bob.settle();
  expect(ada.link.received.length).toBe(before);
  expect(ada.decode(await ada.get(id))).toBe(7);
});

test('an id that was used is not used again: not for a call, a selection, an upload or a request', async () => {
  for (const again of ['action', 'select', 'put', 'request'] as const) {
    const peer = await peerOf(clinic, 'ada');
    const { id } = await peer.put(1);
    const sqrt = peer.declare('js.Math.sqrt', '(x: number) => number');
    const answer = peer.nextCall();
    if (again === 'action') peer.sequenced({ action: { id, entry: sqrt, operands: [peer.encode(4)] } });
    else if (again === 'select') peer.sequenced({ select: { id, dataset: 'patients', columns: ['x'] } });
    else if (again === 'put') peer.send({ put: { call: answer, id, value: peer.encode(2) } });
    else
      peer.send({
        call: {
          call: answer,
          op: 'request',
          json: Buffer.from(JSON.stringify({ id: `${peer.prefix}:${id}`, object: `${peer.prefix}:${id}`, reason: 'r' })),
        },
      });
    if (again === 'action' || again === 'select') {
      await peer.link.closed;
      expect(peer.lastWord()?.code).toBe('PROTOCOL');
    } else if (again === 'request') expect((await peer.answerTo(answer)).code).toBe('PROTOCOL');
    // The same upload again is no news; it keeps the first value.
    const later = await peerOf(clinic, 'ada');
    expect(later.decode(await later.get(id, peer.prefix))).toBe(1);
  }
});

test('an id is not used again after its object was deleted', async () => {
  const peer = await peerOf(clinic, 'ada');
  const { id } = await peer.put(1);
  const sqrt = peer.declare('js.Math.sqrt', '(x: number) => number');
  peer.sequenced({ delete: { objects: [peer.reference(id)] } });
  peer.sequenced({ action: { id, entry: sqrt, operands: [peer.encode(4)] } });
  await peer.link.closed;
  expect(peer.lastWord()?.code).toBe('PROTOCOL');
  const later = await peerOf(clinic, 'ada');
  expect((await later.get(id, peer.prefix)).code).toBe('NOT_FOUND');
});

test.each<[string, unknown]>([
  ['0', '0'],
  ['-1', -1],
  ['NaN', Number.NaN],
  ['__proto__', '__proto__'],
  ['2^53', 2 ** 53],
  ['a list', ['9f86d081884c7d65:1']],
  ['a record', {}],
  ['null', null],
  ['no counter', '9f86d081884c7d65:'],
  ['a counter with a zero', '9f86d081884c7d65:01'],
  ['a short prefix', '9f86:1'],
  ['upper case', '9F86D081884C7D65:1'],
  ['a counter beyond 32 bits', '9f86d081884c7d65:4294967296'],
  ['a space', '9f86d081884c7d65:1 '],
])('an id that is no id is a bad argument, wherever it stands: %s', async (_, id) => {
  const peer = await peerOf(clinic, 'ada');
  for (const [op, args] of [
    ['describe', { object: id }],
    ['request', { id, object: id, reason: 'r' }],
  ] as const) {
    expect((await peer.ask(op, args)).code).toBe('BAD_ARGUMENT');
  }
  expect(['NOT_FOUND', 'BAD_ARGUMENT']).toContain((await peer.ask('status', { id })).code);
  expect(peer.link.isClosed).toBe(false);
  peer.close();
});

test('a pointer with a prefix of another length, or to nothing, is refused', async () => {
  const peer = await peerOf(clinic, 'ada');
  const total = peer.declare('lab.total', '(v: lab.Vec) => number');
  for (const body of [[0x10, 0x00], [], [0x0a, 0x04, 1, 2, 3, 4, 0x10, 1], [0x0a, 0x09, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0x10, 1]]) {
    const id = peer.act(total, [Uint8Array.of(8, 1, 18, body.length, ...body)]);
    expect(['PROTOCOL', 'BAD_ARGUMENT', 'NOT_FOUND']).toContain(await codeOf(peer, id));
  }
});

test("a victim's pointer as an argument gives nothing: each operand has to be usable by the caller, in lists too", async () => {
  const [ada, bob] = [await peerOf(clinic, 'ada'), await peerOf(clinic, 'bob')];
  const column = ada.select('patients', ['x']);
  const upload = await ada.put(new Float64Array([1, 2, 3]));
  await ada.settle();
  const own = bob.select('ward', ['x']);
  for (const counter of [column, upload.id]) {
    const victim = bob.pointer(counter, ada.prefix);
    expect(await codeOf(bob, call(bob, 'lab.add', victim, 1))).toBe('NOT_FOUND');
    expect(await codeOf(bob, call(bob, 'lab.add', bob.pointer(own), victim))).toBe('NOT_FOUND');
    expect(await codeOf(bob, call(bob, 'lab.join', [bob.pointer(own), victim]))).toBe('NOT_FOUND');
    expect(await codeOf(bob, call(bob, 'lab.join', [victim, bob.pointer(own)]))).toBe('NOT_FOUND');
  }
});

test("a call that names another session's object beside one that is not there is refused, and takes nothing down with it", async () => {
  const ada = await peerOf(clinic, 'ada');
  for (const prefix of ['00000000000000ff', clinic.domain.key.slice(0, 16)]) {
    expect(await codeOf(ada, call(ada, 'lab.add', ada.pointer(1, prefix), ada.pointer(9_999)))).toBe('NOT_FOUND');
    expect(await codeOf(ada, call(ada, 'lab.join', [ada.pointer(1, prefix), ada.pointer(9_999)]))).toBe('NOT_FOUND');
  }
  // A rejection that nobody waits for ends a process, and this test.
  await new Promise((resolve) => setImmediate(resolve));
  expect((await ada.ask('datasets')).code).toBe('');
});

test('a result of private operands is private, whatever is mixed into it and however deep', async () => {
  const ada = await peerOf(clinic, 'ada');
  const column = ada.select('patients', ['x']);
  const upload = await ada.put(new Float64Array([1, 2, 3, 4, 5]));
  const mixed = call(ada, 'lab.join', [ada.pointer(upload.id), ada.pointer(column)]);
  const derived = call(ada, 'lab.total', ada.pointer(mixed));
  const constant = call(ada, 'js.Math.pow', ada.pointer(derived), 0);
  for (const id of [column, mixed, derived, constant]) expect((await ada.get(id)).code).toBe('NOT_READABLE');
  const readable = call(ada, 'lab.total', ada.pointer(upload.id));
  expect(ada.decode(await ada.get(readable))).toBe(15);
});

test('a pointer that is handed on names nothing for the one who gets it', async () => {
  const [ada, bob] = [clinic.clients.ada, clinic.clients.bob];
  const pointer = await ada.upload(5);
  const { uid } = await pointer.describe();
  await expect(bob.pointer(uid)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await (await ada.pointer(uid)).get()).toBe(5);
  const [request] = [await ada.dataset('patients').complete('x').x.request({ reason: 'study' })];
  await expect(bob.request(request.id).status()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(bob.request(request.id).value({ signal: AbortSignal.timeout(1_000) })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('lists show what is yours and nothing else; there is no search', async () => {
  const [ada, bob, eve] = [await peerOf(clinic, 'ada'), await peerOf(clinic, 'bob'), await peerOf(clinic, 'eve')];
  const names = async (peer: typeof ada, args: unknown): Promise<unknown> =>
    ((await peer.ask('datasets', args)).json as { name: string }[]).map(({ name }) => name);
  for (const args of [{}, { search: '' }, { name: '.*' }, { all: true }, { person: 'ada' }]) {
    expect(await names(ada, args)).toEqual(['patients']);
    expect(await names(bob, args)).toEqual(['ward']);
    expect(await names(eve, args)).toEqual([]);
    expect(((await eve.ask('requests', args)).json as unknown[]).length).toBe(0);
  }
  for (const op of ['search', 'objects', 'people', 'owner.people', '__proto__', 'constructor', ''])
    expect((await ada.ask(op)).code).toBe('NOT_PERMITTED');
  const { json } = await ada.ask('datasets');
  expect(isRecord((json as object[])[0]) && !('table' in (json as object[])[0]!)).toBe(true);
});

test('a dataset, or a column, without a grant does not exist: the same answer as for one that never was', async () => {
  const bob = await peerOf(clinic, 'bob');
  const told = async (dataset: string, columns: readonly string[], mock = false): Promise<string | undefined> => {
    const id = bob.select(dataset, columns, mock);
    await bob.settle();
    const fault = bob.messages().find((message) => message.fault?.id === id)?.fault;
    return fault ? `${fault.code} ${fault.message}` : undefined;
  };
  const none = await told('nothing', ['x']);
  expect(none).toContain('NOT_FOUND');
  expect(await told('patients', ['x'])).toBe(none);
  expect(await told('patients', ['x'], true)).toBe(none);
  expect(await told('ward', ['y'])).toBe(none);
  expect(await told('ward', ['__proto__'])).toBe(none);
  expect(await told('ward', ['x'])).toBeUndefined();
});

test('a revoked grant ends use at the next action, for everything derived from it, and nothing else', async () => {
  await using ward = await openClinic();
  const [ada, bob] = [await peerOf(ward, 'ada'), await peerOf(ward, 'bob')];
  const column = ada.select('patients', ['x', 'y']);
  const derived = call(ada, 'lab.total', ada.pointer(column));
  const mock = ada.select('patients', ['x'], true);
  const upload = await ada.put(new Float64Array([1, 2]));
  const theirs = bob.select('ward', ['x']);
  await ada.settle();
  await ward.domain.revoke({ person: ward.people.ada, dataset: 'patients' });
  for (const id of [column, derived, mock]) {
    expect(await codeOf(ada, call(ada, 'js.Math.sqrt', ada.pointer(id)))).toBe('NOT_FOUND');
    expect((await ada.get(id)).code).toBe('NOT_FOUND');
    expect((await ada.ask('describe', { object: `${ada.prefix}:${id}` })).code).toBe('NOT_FOUND');
  }
  expect(await codeOf(ada, ada.select('patients', ['x']))).toBe('NOT_FOUND');
  expect((await ada.ask('datasets')).json).toEqual([]);
  expect((await ada.get(upload.id)).code).toBe('');
  expect(await codeOf(bob, call(bob, 'lab.total', bob.pointer(theirs)))).toBeUndefined();
});

test('a grant ends by the clock of the domain', async () => {
  await using ward = await openClinic({ seed: 3 });
  const { domain, environment, people } = ward;
  await domain.grant({ to: people.eve, dataset: 'ward', until: (environment?.now() ?? 0) + 1_000 });
  const eve = await peerOf(ward, 'eve');
  const column = eve.select('ward', ['x']);
  expect(await codeOf(eve, call(eve, 'lab.total', eve.pointer(column)))).toBeUndefined();
  environment?.advance(1_001);
  expect(await codeOf(eve, call(eve, 'lab.total', eve.pointer(column)))).toBe('NOT_FOUND');
});
