import { SyftError, type Transport, type TransportEvents } from '@syft-libs/ast';

/** A fresh connection, read message by message until the handshake is done; then `handOver` gives all that follows to another. */
export class Connection {
  readonly transport: Transport;
  readonly #messages: Uint8Array[] = [];
  #events: TransportEvents | undefined;
  #wake: (() => void) | undefined;
  #isClosed = false;

  constructor(transport: Transport) {
    this.transport = transport;
    transport.open({
      message: (bytes) => {
        if (this.#events !== undefined) return this.#events.message(bytes);
        this.#messages.push(bytes);
        this.#wake?.();
      },
      close: () => {
        this.#isClosed = true;
        this.#events?.close();
        this.#wake?.();
      },
      drain: () => this.#events?.drain(),
    });
  }

  /** The next message. Throws `CLOSED` when there is none any more, or the signal's reason. */
  async next(signal: AbortSignal): Promise<Uint8Array> {
    signal.throwIfAborted();
    const wake = (): void => this.#wake?.();
    signal.addEventListener('abort', wake);
    try {
      while (this.#messages.length === 0) {
        if (this.#isClosed) throw new SyftError('CLOSED', 'cannot connect: the connection was closed during the handshake');
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        signal.throwIfAborted();
      }
      return this.#messages.shift() as Uint8Array;
    } finally {
      this.#wake = undefined;
      signal.removeEventListener('abort', wake);
    }
  }

  handOver(events: TransportEvents): void {
    this.#events = events;
    for (const bytes of this.#messages.splice(0)) events.message(bytes);
    if (this.#isClosed) events.close();
  }
}
