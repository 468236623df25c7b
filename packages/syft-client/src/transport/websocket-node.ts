import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { DEFAULT_LIMITS, type Transport } from '@syft-libs/ast';
import { WebSocket } from 'ws';
import { openTransport, type WebSocketLike } from './websocket-transport.ts';

/** Dials with the `ws` package, uncompressed. A message larger than a frame or chunk may be closes the connection. */
export function openWebSocket(url: string, signal?: AbortSignal): Promise<Transport> {
  const maxPayload = Math.max(DEFAULT_LIMITS.frameBytes, DEFAULT_LIMITS.chunkBytes) + 1024;
  const socket = new WebSocket(url, { perMessageDeflate: false, maxPayload, handshakeTimeout: DEFAULT_LIMITS.handshakeTimeout });
  return openTransport(new CorkedSocket(socket), signal);
}

/** A `ws` socket whose messages of one turn leave in one write: the system call costs more than a small message does. */
class CorkedSocket implements WebSocketLike {
  readonly #socket: WebSocket;
  #stream: Socket | undefined;
  #isCorked = false;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.once('upgrade', ({ socket: stream }: IncomingMessage) => {
      this.#stream = stream;
    });
  }

  get binaryType(): string {
    return this.#socket.binaryType;
  }

  set binaryType(type: string) {
    this.#socket.binaryType = type as WebSocket['binaryType'];
  }

  get bufferedAmount(): number {
    return this.#socket.bufferedAmount;
  }

  addEventListener(type: 'open' | 'close' | 'error' | 'message', listener: (event: { readonly data?: unknown }) => void): void {
    this.#socket.addEventListener(type as 'message', listener);
  }

  send(data: Uint8Array<ArrayBuffer>): void {
    const stream = this.#stream;
    if (stream !== undefined && !this.#isCorked) {
      this.#isCorked = true;
      stream.cork();
      queueMicrotask(() => {
        this.#isCorked = false;
        stream.uncork();
      });
    }
    this.#socket.send(data);
  }

  close(): void {
    this.#socket.close();
  }
}
