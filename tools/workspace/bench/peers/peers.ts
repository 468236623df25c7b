import type { RpcStub } from 'capnweb';
import { ChildServer } from '../measure/child-server.ts';
import { type CapnwebMain, openCapnweb } from './capnweb-peer.ts';
import { GrpcPeer } from './grpc-peer.ts';
import type { PeersHello } from './peers-main.ts';
import { RawSocket } from './raw-socket.ts';

/** The peers, served from another process, with a connection to each. */
export interface Peers extends AsyncDisposable {
  readonly server: ChildServer<PeersHello>;
  readonly raw: RawSocket;
  readonly capnweb: RpcStub<CapnwebMain>;
  readonly grpc: GrpcPeer;
}

export async function startPeers(): Promise<Peers> {
  const server = await ChildServer.start<PeersHello>(new URL('./peers-main.ts', import.meta.url), null);
  const raw = await RawSocket.open(server.hello.echo);
  const capnweb = await openCapnweb(server.hello.capnweb);
  const grpc = new GrpcPeer(server.hello.grpc);
  return {
    server,
    raw,
    capnweb,
    grpc,
    async [Symbol.asyncDispose]() {
      raw[Symbol.dispose]();
      grpc[Symbol.dispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}
