import type { Limits, messages, SyftError } from '@syft-libs/ast';

export type ClientMessage = messages.ClientMessage.$Properties;

/** Told when a frame's messages are durable, or can no longer become so. */
export interface Waiter {
  resolve(): void;
  reject(error: SyftError): void;
}

/** Fields that a message has beside its operands, columns or objects; generous, so that no frame nears the limit. */
const FIELDS_OF_MESSAGE = 8;
const BYTES_OF_MESSAGE = 24;

/** The sequenced messages that will leave as one frame. A batch stays under half of what a frame may be. */
export class FrameBatch {
  readonly messages: ClientMessage[] = [];
  readonly waiters: Waiter[] = [];
  #bytes = 0;
  #fields = 0;

  get isEmpty(): boolean {
    return this.messages.length === 0;
  }

  /** Whether a message of `bytes` in `items` repeated fields would make the frame too large. */
  isFullFor(bytes: number, items: number, limits: Limits): boolean {
    return (
      !this.isEmpty &&
      (this.#bytes + bytes + BYTES_OF_MESSAGE > limits.frameBytes / 2 || this.#fields + items + FIELDS_OF_MESSAGE > limits.frameFields / 2)
    );
  }

  add(message: ClientMessage, bytes: number, items: number): void {
    this.messages.push(message);
    this.#bytes += bytes + BYTES_OF_MESSAGE;
    this.#fields += items + FIELDS_OF_MESSAGE;
  }
}
