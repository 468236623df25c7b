import { MessageQueue } from './message-queue.ts';
import { joinParts, type Transport, type TransportEvents } from './transport.ts';

/** A `MessagePort` as browsers and Node have it, as far as the transport needs it. */
export interface MessagePortLike {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  addEventListener(type: 'message' | 'close', listener: (event: { readonly data?: unknown }) => void): void;
  start?(): void;
  close(): void;
}

/** Speaks over a port. Each message is copied once and its copy transferred; `null` says goodbye. */
export function createMessagePortTransport(port: MessagePortLike): Transport {
  return new MessagePortTransport(port);
}

class MessagePortTransport implements Transport {
  readonly kind = 'message-port';
  readonly bufferedBytes = 0;
  readonly #port: MessagePortLike;
  readonly #queue = new MessageQueue();
  #closed = false;

  constructor(port: MessagePortLike) {
    this.#port = port;
    port.addEventListener('message', ({ data }) => {
      if (data instanceof ArrayBuffer) this.#queue.push(new Uint8Array(data));
      else if (data === null) this.close();
    });
    port.addEventListener('close', () => this.close());
  }

  open(events: TransportEvents): void {
    this.#queue.open(events);
    this.#port.start?.();
  }

  send(parts: readonly Uint8Array[]): void {
    if (this.#closed) return;
    const { buffer } = joinParts(parts);
    this.#port.postMessage(buffer, [buffer]);
  }

  pause(): void {
    this.#queue.pause();
  }

  resume(): void {
    this.#queue.resume();
  }

  close(): void {
    if (this.#closed) return;
    this.#port.postMessage(null, []);
    this.#closed = true;
    this.#port.close();
    this.#queue.close();
  }
}
