import { connect as connectTcp } from 'node:net';
import { deflateRawSync } from 'node:zlib';
import { encodeClientFrame, joinParts, messages, type Transport } from '@syft-libs/ast';
import { connect } from '@syft-libs/client';
import { afterAll, expect, test } from 'vitest';
import { dialWebSocket, RawPeer, replayMessages, sampleArray } from '../../src/index.ts';
import { CANARY, call, canaryBytes, codeOf, libraries, openClinic, peerOf, received } from './clinic.ts';

const clinic = await openClinic();
afterAll(() => clinic[Symbol.asyncDispose]());

/** The array body of a vector, as forged as it is asked to be. */
function vector(body: messages.ArrayBody.$Properties, tag = 64): Uint8Array {
  return messages.Value.encode({ tag, body: messages.ArrayBody.encode(body).finish() }).finish();
}

test('a giant shape is refused before memory is taken for it, as an argument, in a value and in an upload', async () => {
  const peer = await peerOf(clinic, 'ada');
  const tag = peer.serde.tags.numberOf('lab/Vec') as number;
  const before = process.memoryUsage().arrayBuffers;
  expect(await codeOf(peer, call(peer, 'lab.zeros', 1e9))).toBe('LIMIT');
  expect(await codeOf(peer, call(peer, 'lab.zeros', 2 ** 60))).toBe('LIMIT');
  expect(await codeOf(peer, call(peer, 'lab.zeros', Number.NaN))).toBe('BAD_ARGUMENT');
  const total = peer.declare('lab.total', '(v: lab.Vec) => number');
  for (const shape of [[65_536, 65_536, 65_536], [4_294_967_295, 4_294_967_295, 4_294_967_295], [1e9]]) {
    expect(['LIMIT', 'PROTOCOL']).toContain(
      await codeOf(peer, peer.act(total, [vector({ dtype: 12, shape, data: new Uint8Array(8) }, tag)])),
    );
  }
  for (const size of [2 ** 40, 2 ** 53, -1, Number.NaN, Number.POSITIVE_INFINITY, 0.5]) {
    const answer = peer.nextCall();
    peer.send({ put: { call: answer, id: peer.nextId(), value: vector({ dtype: 12, shape: [2 ** 30], part: 1 }, tag), parts: [size] } });
    expect(['LIMIT', 'PROTOCOL']).toContain((await peer.answerTo(answer)).code);
  }
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024);
});

test('growth is charged before it happens: a product of two large arrays, and one doubled again and again', async () => {
  await using small = await openClinic({ limits: { callBytes: 2 ** 20, sessionBytes: 2 ** 22 } });
  const peer = await peerOf(small, 'ada');
  const { id } = await peer.put(new Float64Array(1_000));
  expect(await codeOf(peer, call(peer, 'lab.outer', peer.pointer(id), peer.pointer(id)))).toBe('LIMIT');
  let last = id;
  let refused: string | undefined;
  for (let round = 0; round < 20 && refused === undefined; round++) {
    last = call(peer, 'lab.join', [peer.pointer(last), peer.pointer(last)]);
    refused = await codeOf(peer, last);
  }
  expect(refused).toBe('LIMIT');
  const column = peer.select('patients', ['x']);
  expect(await codeOf(peer, call(peer, 'lab.total', peer.pointer(column)))).toBeUndefined();
});

test('chunks that nobody asked for, beyond their credit or out of order end the connection', async () => {
  const chunk = (transfer: number, offset: number, length: number): Uint8Array => {
    const bytes = new Uint8Array(16 + length);
    new DataView(bytes.buffer).setUint32(4, transfer, true);
    new DataView(bytes.buffer).setFloat64(8, offset, true);
    return bytes;
  };
  for (const bytes of [
    chunk(1, 0, 8),
    chunk(99, 0, 8),
    chunk(1, -8, 8),
    chunk(1, 2 ** 60, 8),
    chunk(1, Number.NaN, 8),
    chunk(1, 0, 0),
    chunk(1, 0, 2 ** 20 + 1),
  ]) {
    const peer = await peerOf(clinic, 'ada');
    const replayed = await replayMessages(peer, [bytes]);
    expect(replayed.closed).toBe(true);
    expect(['PROTOCOL', 'LIMIT']).toContain(replayed.codes[0]);
  }
});

test('a view sends its own elements and no neighbour, from a client and from a domain', async () => {
  const sent: Uint8Array[] = [];
  const dialled = clinic.dial();
  const recording: Transport = {
    kind: dialled.kind,
    bufferedBytes: 0,
    open: (events) => dialled.open(events),
    send(parts) {
      sent.push(joinParts(parts));
      dialled.send(parts);
    },
    pause: () => dialled.pause(),
    resume: () => dialled.resume(),
    close: () => dialled.close(),
  };
  const client = await connect(recording, { identity: clinic.identities.ada, libraries: [...libraries] });
  const pool = new Float64Array(20_000).fill(CANARY);
  pool.fill(1, 5, 15_000);
  const node = Buffer.from(pool.buffer).subarray(40, 80);
  const shared = new Float64Array(new SharedArrayBuffer(800)).fill(CANARY).fill(2, 3, 5);
  for (const view of [pool.subarray(5, 8), pool.subarray(5, 15_000), node, shared.subarray(3, 5)]) {
    const pointer = await client.upload(view);
    expect(await pointer.get()).toEqual(view instanceof Buffer ? new Uint8Array(view) : view.slice());
  }
  expect(Buffer.concat(sent).toString('latin1')).not.toContain(canaryBytes);
  await client.close();

  const peer = await peerOf(clinic, 'ada');
  const { id } = await peer.put({ ...sampleArray('lab.Vec', 'float64', [4]), data: Float64Array.of(1, 2, CANARY, CANARY) });
  const taken = call(peer, 'lab.take', peer.pointer(id), 2);
  expect(peer.decode(await peer.get(taken))).toMatchObject({ shape: [2] });
  expect(received(peer)).not.toContain(canaryBytes);
});

test('length bombs and floods of empty fields are counted before they are decoded, and others are served meanwhile', async () => {
  const bob = await peerOf(clinic, 'bob');
  const empties = (count: number, ...unit: readonly number[]): Uint8Array => {
    const bytes = new Uint8Array(count * unit.length);
    for (let at = 0; at < bytes.length; at += unit.length) bytes.set(unit, at);
    return bytes;
  };
  const bombs: readonly (readonly [string, Uint8Array])[] = [
    ['PROTOCOL', Uint8Array.of(0x12, 0xff, 0xff, 0xff, 0xff, 0x07)],
    ['PROTOCOL', Uint8Array.of(0x12, 0x06, 0x12, 0xff, 0xff, 0xff, 0xff, 0x07)],
    ['LIMIT', empties(300_000, 0x12, 0x00)],
    ['LIMIT', empties(600_000, 0x12, 0x00)],
    ['LIMIT', joinParts([Uint8Array.of(0x12, 0x80, 0xea, 0x30, 0x12, 0xfc, 0xe9, 0x30), empties(400_000, 0x1a, 0x00)])],
    ['LIMIT', new Uint8Array(2 ** 20 + 1).fill(0x12)],
  ];
  for (const [code, bytes] of bombs) {
    const peer = await peerOf(clinic, 'ada');
    expect(await replayMessages(peer, [bytes]), `${bytes.length} bytes`).toMatchObject({ codes: [code], closed: true });
    expect((await bob.ask('datasets')).code).toBe('');
  }
});

test('a list of more items than values may have, and one nested too deeply, are refused', async () => {
  const peer = await peerOf(clinic, 'ada');
  const put = async (value: Uint8Array): Promise<string> => {
    const answer = peer.nextCall();
    peer.send({ put: { call: answer, id: peer.nextId(), value } });
    return (await peer.answerTo(answer)).code;
  };
  const list = peer.serde.tags.numberOf('ast/List') as number;
  const many = messages.Value.encode({
    tag: list,
    body: Uint8Array.from({ length: 400_000 }, (_, index) => (index % 2 === 0 ? 0x0a : 0)),
  }).finish();
  expect(await put(many)).toBe('LIMIT');
  let nested: Uint8Array = messages.Value.encode({ tag: list, body: new Uint8Array(0) }).finish();
  for (let depth = 0; depth < 4_000; depth++) {
    nested = messages.Value.encode({ tag: list, body: messages.ListBody.encode({ items: [nested] }).finish() }).finish();
  }
  expect(await put(nested)).toBe('LIMIT');
  expect(peer.link.isClosed).toBe(false);
});

test('overlong and invalid UTF-8 is no other spelling of an allowed path, and no text', async () => {
  const frame = (path: readonly number[]): Uint8Array => {
    const marker = '~'.repeat(path.length);
    const bytes = encodeClientFrame({ seq: 1, messages: [{ declare: { entry: 1, path: marker, signature: '(v: lab.Vec) => number' } }] });
    bytes.set(path, Buffer.from(bytes).indexOf(marker));
    return bytes;
  };
  const text = (path: string): number[] => [...Buffer.from(path)];
  for (const path of [
    [...text('lab'), 0xc0, 0xae, ...text('total')],
    [...text('lab.tota'), 0xc1, 0xac],
    [...text('lab.total'), 0xff],
    [0xef, 0xbb, 0xbf, ...text('lab.total')],
  ]) {
    const peer = await peerOf(clinic, 'ada');
    const act = encodeClientFrame({ seq: 2, messages: [{ action: { id: 1, entry: 1, operands: [] } }] });
    const { codes, closed } = await replayMessages(peer, [frame(path), act]);
    expect(closed ? codes[0] : codes.includes('NOT_ALLOWED') && 'NOT_ALLOWED').toMatch(/PROTOCOL|NOT_ALLOWED/);
    peer.close();
  }
  const peer = await peerOf(clinic, 'ada');
  const text8 = peer.serde.tags.numberOf('ast/string') as number;
  for (const body of [[0xc0, 0xae], [0xff], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80]]) {
    const answer = peer.nextCall();
    peer.send({
      put: { call: answer, id: peer.nextId(), value: messages.Value.encode({ tag: text8, body: Uint8Array.from(body) }).finish() },
    });
    expect((await peer.answerTo(answer)).code).toBe('PROTOCOL');
  }
});

test('compression is not agreed to, and a compressed frame ends the connection before it is inflated', async () => {
  const listener = await clinic.domain.listen();
  const socket = connectTcp(listener.port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (data) => chunks.push(data));
  const ended = new Promise<void>((resolve) => {
    socket.on('close', () => resolve());
    socket.on('error', () => resolve());
  });
  socket.write(
    [
      'GET / HTTP/1.1',
      'Host: x',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
      'Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits',
      '',
      '',
    ].join('\r\n'),
  );
  while (!Buffer.concat(chunks).includes('\r\n\r\n')) await new Promise((resolve) => setTimeout(resolve, 5));
  const head = Buffer.concat(chunks).toString('latin1');
  expect(head).toContain('101 Switching Protocols');
  expect(head.toLowerCase()).not.toContain('sec-websocket-extensions');
  const bomb = deflateRawSync(new Uint8Array(50 * 1024 * 1024));
  const before = process.memoryUsage().rss;
  // FIN and RSV1, binary, masked by zeros.
  socket.write(Buffer.concat([Uint8Array.of(0xc2, 0xfe, bomb.length >> 8, bomb.length & 0xff, 0, 0, 0, 0), bomb]));
  await ended;
  // The close frame says 1002: a protocol error.
  expect(Buffer.concat(chunks).subarray(head.length).subarray(0, 4)).toEqual(Buffer.from([0x88, 0x02, 0x03, 0xea]));
  expect(process.memoryUsage().rss - before).toBeLessThan(40 * 1024 * 1024);
});

test('text messages, and messages larger than a frame, end the connection', async () => {
  const listener = await clinic.domain.listen();
  const { key } = clinic.identities.ada;
  const peer = await RawPeer.connect(await dialWebSocket(listener.url), { key, libraries });
  peer.link.send(new Uint8Array(2 * 1024 * 1024).fill(0x12));
  await peer.link.closed;
  const socket = new WebSocket(listener.url);
  const closed = new Promise<number>((resolve) => socket.addEventListener('close', ({ code }) => resolve(code)));
  socket.addEventListener('open', () => socket.send('hello'));
  expect(await closed).toBe(1003);
});
