import { encodeClientFrame } from '@syft-libs/ast';
import { expect, test } from 'vitest';
import { dialWebSocket, RawPeer } from '../../src/index.ts';
import { call, codeOf, libraries, openClinic, peerOf } from './clinic.ts';

test('a flood of calls over a socket ends at the rate limit, and others are served all along', async () => {
  await using clinic = await openClinic({ limits: { messagesPerSecond: 1_000, messagesBurst: 2_000 } });
  const listener = await clinic.domain.listen();
  const ada = await RawPeer.connect(await dialWebSocket(listener.url), { key: clinic.identities.ada.key, libraries });
  const bob = await RawPeer.connect(await dialWebSocket(listener.url), { key: clinic.identities.bob.key, libraries });
  const sqrt = ada.declare('js.Math.sqrt', '(x: number) => number');
  const operands = [ada.encode(2)];
  for (let index = 0; index < 20_000; index++) ada.act(sqrt, operands);
  await ada.link.closed;
  expect(ada.lastWord()).toMatchObject({ code: 'LIMIT' });
  expect((await bob.ask('datasets')).code).toBe('');
  bob.close();
});

test('calls that nobody pulls are bounded by objects and by their declared size; deleting makes room', async () => {
  await using clinic = await openClinic({ limits: { sessionObjects: 50, sessionBytes: 100_000 } });
  const peer = await peerOf(clinic, 'ada');
  await peer.settle();
  const ids = Array.from({ length: 60 }, () => call(peer, 'js.Math.sqrt', 2));
  await peer.settle();
  const refused = ids.filter((id) => peer.faults().has(id));
  expect(refused.length).toBeGreaterThan(9);
  expect(new Set(refused.map((id) => peer.faults().get(id)))).toEqual(new Set(['LIMIT']));
  peer.sequenced({ delete: { objects: ids.map((id) => peer.reference(id)) } });
  expect(await codeOf(peer, call(peer, 'lab.zeros', 20_000))).toBe('LIMIT');
  expect(await codeOf(peer, call(peer, 'lab.zeros', 10_000))).toBeUndefined();
  expect(await codeOf(peer, call(peer, 'lab.zeros', 10_000))).toBe('LIMIT');
});

test('a chain of ten thousand calls of which each needs the one before is taken in its stride', async () => {
  await using clinic = await openClinic();
  const peer = await peerOf(clinic, 'ada');
  const pow = peer.declare('js.Math.pow', '(base: number, exponent: number) => number');
  let last = peer.act(pow, [peer.encode(2), peer.encode(1)]);
  for (let index = 0; index < 10_000; index++) last = peer.act(pow, [peer.encode(peer.pointer(last)), peer.encode(1)]);
  expect(peer.decode(await peer.get(last))).toBe(2);
});

test('entries, arguments, open requests and open transfers have their limits', async () => {
  await using clinic = await openClinic({ limits: { declaredEntries: 20, openRequests: 3, transfers: 2 } });
  const peer = await peerOf(clinic, 'ada');
  const column = peer.select('patients', ['x']);
  const codes: string[] = [];
  for (let index = 0; index < 4; index++) {
    codes.push(
      (await peer.ask('request', { id: `${peer.prefix}:${peer.nextId()}`, object: `${peer.prefix}:${column}`, reason: 'study' })).code,
    );
  }
  expect(codes).toEqual(['', '', '', 'LIMIT']);
  const tag = peer.serde.tags.numberOf('ast/TypedArray') as number;
  const head = peer.encode(new Float64Array(0)).slice();
  expect(head[1]).toBe(tag);
  const announced = Array.from({ length: 3 }, () => {
    const number = peer.nextCall();
    // An array of 16,384 elements whose bytes are to come as a part.
    peer.send({
      put: {
        call: number,
        id: peer.nextId(),
        value: Uint8Array.of(8, tag, 18, 9, 8, 12, 18, 3, 0x80, 0x80, 0x01, 32, 1),
        parts: [131_072],
      },
    });
    return number;
  });
  expect((await peer.answerTo(announced[2] as number)).code).toBe('LIMIT');
  for (let index = 0; index < 30; index++) peer.declare(`lab.none${index}`, '() => number');
  await peer.link.closed.catch(() => undefined);
  expect(peer.lastWord()?.code).toBe('LIMIT');
});

test('a call that runs away ends at its deadline, and stalls nobody meanwhile', async () => {
  await using clinic = await openClinic({ vm: 'worker', limits: { callDeadline: 1_500 } });
  const [ada, bob] = [await peerOf(clinic, 'ada'), await peerOf(clinic, 'bob')];
  // Both workers are up before anything is measured.
  await Promise.all([ada.settle(), bob.settle()]);
  const runaway = call(ada, 'lab.spin', 9_000);
  const ended = ada.get(runaway);
  const order: string[] = [];
  void ended.then(() => order.push('runaway'));
  for (let round = 0; round < 20; round++) {
    const id = call(bob, 'lab.total', bob.pointer(bob.select('ward', ['x'])));
    expect((await bob.get(id)).code).toBe('NOT_READABLE');
    expect(bob.decode(await bob.get(call(bob, 'js.Math.sqrt', 4)))).toBe(2);
    order.push('bob');
  }
  expect(order).toEqual(new Array(20).fill('bob'));
  expect((await ended).code).toBe('DEADLINE');
  // The session has a new worker, and its earlier values are made again.
  expect(ada.decode(await ada.get(call(ada, 'js.Math.sqrt', 9)))).toBe(3);
});

test('a peer that vanishes leaves nothing behind that hurts: it comes back to its objects, and frees them more than once', async () => {
  await using clinic = await openClinic({ limits: { sessionObjects: 6_000 } });
  const gone = await peerOf(clinic, 'ada');
  const sqrt = gone.declare('js.Math.sqrt', '(x: number) => number');
  const ids = Array.from({ length: 5_000 }, () => gone.nextId());
  const four = gone.encode(4);
  gone.sequenced(...ids.map((id) => ({ action: { id, entry: sqrt, operands: [four] } })));
  await gone.settle();
  gone.close();
  await gone.link.closed;
  const back = await peerOf(clinic, 'ada', { resume: gone.prefix });
  expect(back.prefix).toBe(gone.prefix);
  expect(back.decode(await back.get(ids[4_999] as number))).toBe(2);
  for (let round = 0; round < 3; round++) back.sequenced({ delete: { objects: ids.map((id) => back.reference(id)) } });
  expect((await back.get(ids[0] as number)).code).toBe('NOT_FOUND');
  // Freed once, not three times: the limit still holds.
  back.sequenced({ declare: { entry: 900, path: 'js.Math.sqrt', signature: '(x: number) => number' } });
  const again = Array.from({ length: 6_010 }, () => back.nextId());
  back.sequenced(...again.map((id) => ({ action: { id, entry: 900, operands: [four] } })));
  await back.get(again[0] as number);
  const refused = again.filter((id) => back.faults().has(id)).length;
  expect(refused).toBeGreaterThanOrEqual(10);
  expect(refused).toBeLessThan(50);
});

test('a connection that says nothing is closed when its handshake is due', async () => {
  await using clinic = await openClinic({ limits: { handshakeTimeout: 200 } });
  const listener = await clinic.domain.listen();
  const transport = await dialWebSocket(listener.url);
  const started = performance.now();
  await new Promise<void>((resolve) => transport.open({ message: () => {}, close: resolve, drain: () => {} }));
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(encodeClientFrame({}).byteLength).toBe(0);
});
