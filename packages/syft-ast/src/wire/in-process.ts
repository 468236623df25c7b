import { MessageQueue } from './message-queue.ts';
import { joinParts, type Transport, type TransportEvents } from './transport.ts';

/** Two transports in one process, each the other's peer. Messages are copied, and arrive in a later microtask. */
export function createInProcessPair(): readonly [Transport, Transport] {
  const left = new InProcessTransport();
  const right = new InProcessTransport();
  left.peer = right;
  right.peer = left;
  return [left, right];
}

class InProcessTransport implements Transport {
  readonly kind = 'in-process';
  readonly bufferedBytes = 0;
  peer: InProcessTransport | undefined;
  readonly #queue = new MessageQueue();
  #closed = false;

  open(events: TransportEvents): void {
    this.#queue.open(events);
  }

  send(parts: readonly Uint8Array[]): void {
    if (this.#closed) return;
    const message = joinParts(parts);
    const { peer } = this;
    if (peer !== undefined) queueMicrotask(() => peer.receive(message));
  }

  receive(message: Uint8Array): void {
    this.#queue.push(message);
  }

  pause(): void {
    this.#queue.pause();
  }

  resume(): void {
    this.#queue.resume();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    queueMicrotask(() => {
      this.peer?.close();
      this.#queue.close();
    });
  }
}
