import type { TransportEvents } from './transport.ts';

/** Holds messages until a transport is opened, and while it is paused; then delivers them in order. */
export class MessageQueue {
  #events: TransportEvents | undefined;
  #waiting: Uint8Array[] = [];
  #paused = false;
  #closed = false;
  #closeTold = false;

  open(events: TransportEvents): void {
    this.#events = events;
    this.#deliver();
  }

  push(message: Uint8Array): void {
    if (this.#closed) return;
    if (this.#events !== undefined && !this.#paused && this.#waiting.length === 0) this.#events.message(message);
    else this.#waiting.push(message);
  }

  close(): void {
    this.#closed = true;
    this.#deliver();
  }

  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    this.#paused = false;
    this.#deliver();
  }

  drain(): void {
    this.#events?.drain();
  }

  #deliver(): void {
    if (this.#events === undefined) return;
    while (!this.#paused && this.#waiting.length > 0) this.#events.message(this.#waiting.shift() as Uint8Array);
    if (this.#closed && !this.#closeTold && this.#waiting.length === 0) {
      this.#closeTold = true;
      this.#events.close();
    }
  }
}
