import { Client, credentials, type ServiceDefinition } from '@grpc/grpc-js';
import { MAX_PAYLOAD } from './raw-socket.ts';

export const GRPC_OPTIONS = { 'grpc.max_receive_message_length': MAX_PAYLOAD, 'grpc.max_send_message_length': MAX_PAYLOAD };

const keep = (bytes: Buffer): Buffer => bytes;

function method(name: string): ServiceDefinition[string] {
  const serde = { requestSerialize: keep, requestDeserialize: keep, responseSerialize: keep, responseDeserialize: keep };
  return { path: `/bench.Peer/${name}`, requestStream: false, responseStream: false, ...serde };
}

/** Bare bytes in and out: the peer is spared what encoding messages would cost it. */
export const GRPC_SERVICE: ServiceDefinition = { add: method('add'), echo: method('echo') };

/** A client that calls one method at a time. */
export class GrpcPeer implements Disposable {
  readonly #client: Client;

  constructor(address: string) {
    this.#client = new Client(address, credentials.createInsecure(), GRPC_OPTIONS);
  }

  call(name: 'add' | 'echo', request: Buffer): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.#client.makeUnaryRequest(`/bench.Peer/${name}`, keep, keep, request, (error, answer) => {
        if (error !== null || answer === undefined) reject(error);
        else resolve(answer);
      });
    });
  }

  [Symbol.dispose](): void {
    this.#client.close();
  }
}
