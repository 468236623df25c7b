import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { MessageQueue, SyftError, type Transport, type TransportEvents } from '@syft-libs/ast';
import { type WebSocket, WebSocketServer } from 'ws';
import type { DomainCore } from '../core.ts';
import type { ConnectionDesk } from './connection-desk.ts';

export interface ListenOptions {
  /** 0, or none, for a free one. */
  readonly port?: number;
  /** Loopback unless said otherwise; beyond it TLS or a trusted proxy is required. */
  readonly host?: string;
  readonly tls?: { readonly cert: string; readonly key: string };
  /** The proxy in front ends TLS, and its `X-Forwarded-For` is believed. */
  readonly trustedProxy?: boolean;
  /**
   * The pages that may connect, as origins (`https://lab.example`); no others may. Programs send no origin and are not
   * asked. Without a list, pages on loopback may, while the domain listens there and no proxy stands in front.
   */
  readonly origins?: readonly string[];
}

export interface Listener {
  readonly port: number;
  readonly url: string;
  close(): Promise<void>;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Serves a domain over WebSocket. Throws `BAD_CONFIG` for a host beyond loopback without TLS or a trusted proxy. */
export async function listenWebSocket(core: DomainCore, desk: ConnectionDesk, options: ListenOptions = {}): Promise<Listener> {
  const { port = 0, host = '127.0.0.1', tls, trustedProxy = false } = options;
  if (!LOOPBACK.has(host) && tls === undefined && !trustedProxy) {
    throw new SyftError('BAD_CONFIG', `cannot listen on ${host}: beyond loopback a domain needs TLS, or trustedProxy when a proxy ends it`);
  }
  const timeouts = { headersTimeout: core.limits.handshakeTimeout, requestTimeout: core.limits.handshakeTimeout };
  const refuse = (
    _request: IncomingMessage,
    response: { writeHead(code: number, headers: Record<string, string>): { end(text: string): void } },
  ): void => {
    response
      .writeHead(426, { 'content-type': 'text/plain; charset=utf-8', upgrade: 'websocket' })
      .end('This is a Syft domain. Connect with @syft-libs/client.\n');
  };
  const http: Server =
    tls === undefined ? createServer(timeouts, refuse) : createTlsServer({ ...timeouts, cert: tls.cert, key: tls.key }, refuse);
  const sockets = new WebSocketServer({
    server: http,
    perMessageDeflate: false,
    maxPayload: Math.max(core.limits.frameBytes, core.limits.chunkBytes + 16),
    clientTracking: true,
    verifyClient: ({ origin }: { origin?: string }) => mayConnect(origin, options, host),
  });
  sockets.on('connection', (socket, request) => {
    desk.admit(new WebSocketTransport(socket, request.socket, core.limits.sendBufferBytes), {
      address: addressOf(request, trustedProxy),
      local: false,
    });
    keepAlive(socket, core.limits.pingInterval);
  });
  await new Promise<void>((resolve, reject) => {
    http.once('error', (cause: NodeJS.ErrnoException) =>
      reject(new SyftError('BAD_CONFIG', `cannot listen on ${host}:${port}: ${cause.code ?? 'unknown reason'}`, { cause })),
    );
    http.listen(port, host, resolve);
  });
  const { port: bound } = http.address() as AddressInfo;
  return {
    port: bound,
    url: `${tls === undefined ? 'ws' : 'wss'}://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      await new Promise<void>((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      });
    },
  };
}

/**
 * Keeps other people's pages from using a visitor's browser to reach the domain. A page is judged by the name that it was
 * loaded from, so that a foreign name which leads to loopback is foreign.
 */
function mayConnect(origin: string | undefined, { origins, trustedProxy = false }: ListenOptions, host: string): boolean {
  if (origin === undefined) return true;
  if (origins !== undefined) return origins.includes(origin);
  if (trustedProxy || !LOOPBACK.has(host) || !URL.canParse(origin)) return false;
  return LOOPBACK.has(new URL(origin).hostname.replace(/^\[(.*)\]$/, '$1'));
}

function addressOf(request: IncomingMessage, trustedProxy: boolean): string {
  const forwarded = trustedProxy ? request.headers['x-forwarded-for'] : undefined;
  const last = (Array.isArray(forwarded) ? forwarded.join(',') : forwarded)?.split(',').at(-1)?.trim();
  return last || (request.socket.remoteAddress ?? 'unknown');
}

/** Drops a peer that does not answer a ping before the next is due. */
function keepAlive(socket: WebSocket, interval: number): void {
  let answered = true;
  socket.on('pong', () => {
    answered = true;
  });
  const timer = setInterval(() => {
    if (!answered) socket.terminate();
    answered = false;
    socket.ping();
  }, interval);
  timer.unref();
  socket.on('close', () => clearInterval(timer));
}

class WebSocketTransport implements Transport {
  readonly kind = 'websocket';
  readonly #socket: WebSocket;
  readonly #stream: Socket;
  readonly #queue = new MessageQueue();
  readonly #sendBufferBytes: number;

  /** `stream` is what the WebSocket runs over. */
  constructor(socket: WebSocket, stream: Socket, sendBufferBytes: number) {
    this.#socket = socket;
    this.#stream = stream;
    this.#sendBufferBytes = sendBufferBytes;
    socket.binaryType = 'arraybuffer';
    socket.on('message', (data, isBinary) => {
      if (isBinary) this.#queue.push(new Uint8Array(data as ArrayBuffer));
      else socket.close(1003);
    });
    socket.on('close', () => this.#queue.close());
    socket.on('error', () => socket.terminate());
  }

  get bufferedBytes(): number {
    return this.#socket.bufferedAmount;
  }

  open(events: TransportEvents): void {
    this.#queue.open(events);
  }

  /** Parts leave as fragments of one message, so that a large one is never copied together. */
  send(parts: readonly Uint8Array[]): void {
    const socket = this.#socket;
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > this.#sendBufferBytes) {
      socket.terminate();
      return;
    }
    // All fragments in one write.
    this.#stream.cork();
    parts.forEach((part, index) => {
      const fin = index === parts.length - 1;
      socket.send(part, { fin, binary: true }, fin ? () => this.#queue.drain() : undefined);
    });
    this.#stream.uncork();
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  close(): void {
    this.#socket.close(1000);
  }
}
