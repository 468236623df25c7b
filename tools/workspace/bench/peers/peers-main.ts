// The peers' servers in a process of their own: a bare ws echo, capnweb, gRPC.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { newWebSocketRpcSession } from 'capnweb';
import { type WebSocket, WebSocketServer } from 'ws';
import { serveParent } from '../measure/child-server.ts';
import { liveBytes, readMemory, settleMemory } from '../measure/memory.ts';
import { direct } from '../subjects/direct-numjs.ts';
import { CAPNWEB_LIMITS, CapnwebMain } from './capnweb-peer.ts';
import { GRPC_OPTIONS, GRPC_SERVICE } from './grpc-peer.ts';
import { MAX_PAYLOAD } from './raw-socket.ts';

export interface PeersHello {
  readonly echo: string;
  readonly capnweb: string;
  readonly grpc: string;
}

async function listen(serve: (socket: WebSocket) => void): Promise<string> {
  const http = createServer();
  new WebSocketServer({ server: http, perMessageDeflate: false, maxPayload: MAX_PAYLOAD }).on('connection', serve);
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve);
  });
  return `ws://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

async function listenGrpc(): Promise<string> {
  const held = direct.zeros(10, 'float64');
  const server = new Server(GRPC_OPTIONS);
  server.addService(GRPC_SERVICE, {
    add: ({ request }: { request: Buffer }, answer: (error: null, bytes: Buffer) => void) => {
      const sum = held.add(request.readDoubleLE(0));
      answer(null, Buffer.from(Float64Array.from(sum.tolist()).buffer));
    },
    echo: ({ request }: { request: Buffer }, answer: (error: null, bytes: Buffer) => void) => answer(null, request),
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => (error ? reject(error) : resolve(bound)));
  });
  return `127.0.0.1:${port}`;
}

const hello: PeersHello = {
  echo: await listen((socket) => {
    socket.on('message', (data) => socket.send(data as Buffer, { binary: true }));
  }),
  capnweb: await listen((socket) => {
    newWebSocketRpcSession(socket as never, new CapnwebMain(), { limits: CAPNWEB_LIMITS });
  }),
  grpc: await listenGrpc(),
};
serveParent(hello, { liveBytes, settleMemory, readMemory });
