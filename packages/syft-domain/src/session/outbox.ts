import { DEFAULT_LIMITS, encodeDomainFrame, joinParts, type Limits, type messages, SyftError, type Transport } from '@syft-libs/ast';

type OutgoingMessage = NonNullable<Parameters<typeof encodeDomainFrame>[0]['messages']>[number];

/** How long an acknowledgement waits for company, in milliseconds. */
const ACK_WAIT = 5;

/**
 * Gathers what a turn of the event loop says to a client into frames of at most `limits.frameBytes`. Acknowledgements
 * replace each other. A client that asks for more than it reads is dropped at `limits.sendBufferBytes`. Never throws.
 */
export class Outbox {
  readonly #transport: Transport;
  readonly #limits: Limits;
  /** Encoded one by one: frames of one message each, put together, are a frame of all of them. */
  #queued: Uint8Array[] = [];
  #bytes = 0;
  #ack: messages.Ack.$Properties | undefined;
  #scheduled = false;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(transport: Transport, limits: Limits = DEFAULT_LIMITS) {
    this.#transport = transport;
    this.#limits = limits;
  }

  /** Queues a message. An answer that is too large for a frame, or that cannot be written, becomes a reply that says so. */
  send(message: OutgoingMessage): void {
    const encoded = this.#encode(message);
    if (encoded === undefined) this.#close();
    else this.#push(encoded);
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
    const ack = this.#ack;
    this.#ack = undefined;
    if (ack !== undefined) this.send({ ack });
    this.#scheduled = false;
    this.#transmit();
  }

  #push(encoded: Uint8Array): void {
    if (this.#closed) return;
    if (this.#bytes + encoded.byteLength > this.#limits.frameBytes) this.#transmit();
    if (this.#transport.bufferedBytes + this.#bytes + encoded.byteLength > this.#limits.sendBufferBytes) {
      this.#close();
      return;
    }
    this.#queued.push(encoded);
    this.#bytes += encoded.byteLength;
    this.#schedule();
  }

  #transmit(): void {
    const queued = this.#queued;
    this.#queued = [];
    this.#bytes = 0;
    if (queued.length > 0) this.#transport.send([queued.length === 1 ? (queued[0] as Uint8Array) : joinParts(queued)]);
  }

  /** The bytes of a message, or of the reply in its place; `undefined` when there is nobody to reply to. */
  #encode(message: OutgoingMessage): Uint8Array | undefined {
    let refusal: SyftError;
    try {
      const encoded = encodeDomainFrame({ messages: [message] });
      if (encoded.byteLength <= this.#limits.frameBytes) return encoded;
      refusal = new SyftError('LIMIT', 'cannot send answer: it is larger than a frame');
    } catch (cause) {
      refusal = new SyftError('INTERNAL', 'cannot send answer: it could not be written', { cause });
    }
    const call = message.answer?.call ?? message.reply?.call;
    const { code, message: text } = refusal;
    return call === undefined ? undefined : encodeDomainFrame({ messages: [{ reply: { call, code, message: text } }] });
  }

  /** What waits is dropped with the connection: its peer does not read. */
  #close(): void {
    this.#closed = true;
    this.#queued = [];
    this.#bytes = 0;
    this.#transport.close();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      if (this.#scheduled) this.flush();
    });
  }
}
