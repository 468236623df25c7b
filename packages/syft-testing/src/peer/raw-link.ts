import type { Transport } from '@syft-libs/ast';

/** A transport as bytes in and bytes out, all of it kept. Judges nothing: what a hostile peer, or a recorder, needs. */
export class RawLink {
  /** Every message that came, in order, as it came. */
  readonly received: Uint8Array[] = [];
  /** Resolves when the other side has closed. */
  readonly closed: Promise<void>;
  readonly #transport: Transport;
  #listeners = new Set<() => void>();
  #taken = 0;
  #isClosed = false;

  constructor(transport: Transport) {
    this.#transport = transport;
    this.closed = new Promise((resolve) => {
      transport.open({
        message: (bytes) => {
          this.received.push(bytes);
          this.#tell();
        },
        close: () => {
          this.#isClosed = true;
          resolve();
          this.#tell();
        },
        drain: () => {},
      });
    });
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  send(...parts: readonly Uint8Array[]): void {
    this.#transport.send(parts);
  }

  /** The next message that was not taken yet; `undefined` when the other side closed instead. */
  async next(): Promise<Uint8Array | undefined> {
    await this.until(() => this.received.length > this.#taken || this.#isClosed);
    return this.received.length > this.#taken ? this.received[this.#taken++] : undefined;
  }

  /** Waits until a condition holds; it is looked at after each message. Rejects after `milliseconds`. */
  async until(holds: () => boolean, milliseconds = 10_000): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#listeners.delete(look);
        reject(new Error(`nothing of the kind came within ${milliseconds} ms`));
      }, milliseconds);
      const look = (): void => {
        if (!holds()) return;
        clearTimeout(timer);
        this.#listeners.delete(look);
        resolve();
      };
      this.#listeners.add(look);
    });
  }

  close(): void {
    this.#transport.close();
  }

  #tell(): void {
    for (const look of [...this.#listeners]) look();
  }
}
