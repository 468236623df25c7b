import { encodeDomainFrame, type messages, type Transport } from '@syft-libs/ast';

type OutgoingMessage = NonNullable<Parameters<typeof encodeDomainFrame>[0]['messages']>[number];

/** How long an acknowledgement waits for company, in milliseconds. */
const ACK_WAIT = 5;

/** Gathers what a turn of the event loop says to a client into one frame. Acknowledgements replace each other. */
export class Outbox {
  readonly #transport: Transport;
  #messages: OutgoingMessage[] = [];
  #ack: messages.Ack.$Properties | undefined;
  #scheduled = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  send(message: OutgoingMessage): void {
    this.#messages.push(message);
    this.#schedule();
  }

  /** Goes along with the next message, or by itself a little later. */
  acknowledge(accepted: number, durable: number): void {
    this.#ack = { accepted, durable };
    this.#timer ??= setTimeout(() => this.flush(), ACK_WAIT);
  }

  flush(): void {
    this.#scheduled = false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const messages = this.#messages;
    if (this.#ack !== undefined) messages.push({ ack: this.#ack });
    this.#messages = [];
    this.#ack = undefined;
    if (messages.length > 0) this.#transport.send([encodeDomainFrame({ messages })]);
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      if (this.#scheduled) this.flush();
    });
  }
}
