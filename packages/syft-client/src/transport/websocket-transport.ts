import { joinParts, MessageQueue, SyftError, type Transport, type TransportEvents } from '@syft-libs/ast';

/** A WebSocket as browsers and the `ws` package have it, as far as the transport needs it. */
export interface WebSocketLike {
  binaryType: string;
  readonly bufferedAmount: number;
  addEventListener(type: 'open' | 'close' | 'error' | 'message', listener: (event: { readonly data?: unknown }) => void): void;
  send(data: Uint8Array<ArrayBuffer>): void;
  close(): void;
}

/** Waits until a socket is open. Throws `CLOSED` when it does not open, or the signal's reason. */
export function openTransport(socket: WebSocketLike, signal: AbortSignal | undefined): Promise<Transport> {
  socket.binaryType = 'arraybuffer';
  const transport = new WebSocketTransport(socket);
  return new Promise((resolve, reject) => {
    const fail = (reason: unknown): void => {
      reject(reason);
      socket.close();
    };
    const abort = (): void => fail(signal?.reason);
    signal?.addEventListener('abort', abort);
    socket.addEventListener('open', () => {
      signal?.removeEventListener('abort', abort);
      resolve(transport);
    });
    socket.addEventListener('error', () => fail(new SyftError('CLOSED', 'cannot connect: nothing answers at this address')));
    socket.addEventListener('close', () => fail(new SyftError('CLOSED', 'cannot connect: the connection was closed')));
    if (signal?.aborted) abort();
  });
}

const LOW_WATER = 1024 * 1024;
/** Sockets do not say when their buffer has drained; it is looked at this often, in milliseconds, while it is full. */
const DRAIN_INTERVAL = 4;

class WebSocketTransport implements Transport {
  readonly kind = 'websocket';
  readonly #socket: WebSocketLike;
  readonly #queue = new MessageQueue();
  #isClosed = false;
  #drainTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(socket: WebSocketLike) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      if (data instanceof ArrayBuffer) this.#queue.push(new Uint8Array(data));
      else this.close();
    });
    socket.addEventListener('close', () => {
      this.#isClosed = true;
      clearTimeout(this.#drainTimer);
      this.#queue.close();
    });
  }

  get bufferedBytes(): number {
    return this.#socket.bufferedAmount;
  }

  open(events: TransportEvents): void {
    this.#queue.open(events);
  }

  send(parts: readonly Uint8Array[]): void {
    if (this.#isClosed) return;
    this.#socket.send(parts.length === 1 ? (parts[0] as Uint8Array<ArrayBuffer>) : joinParts(parts));
    if (this.#drainTimer === undefined && this.#socket.bufferedAmount > LOW_WATER) this.#watchDrain();
  }

  pause(): void {
    this.#queue.pause();
  }

  resume(): void {
    this.#queue.resume();
  }

  close(): void {
    this.#isClosed = true;
    this.#socket.close();
  }

  #watchDrain(): void {
    this.#drainTimer = setTimeout(() => {
      this.#drainTimer = undefined;
      if (this.#isClosed) return;
      if (this.#socket.bufferedAmount > LOW_WATER) this.#watchDrain();
      else this.#queue.drain();
    }, DRAIN_INTERVAL);
  }
}
