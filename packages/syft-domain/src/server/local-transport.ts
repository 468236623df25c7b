import type { Socket } from 'node:net';
import { joinParts, MessageQueue, type Transport, type TransportEvents } from '@syft-libs/ast';

const PREFIX_BYTES = 4;

/** How long a peer may take to read what is left when this side hangs up. */
const GOODBYE = 5_000;

export interface LocalTransportOptions {
  /** A longer message ends the connection before memory is set aside for it. */
  readonly messageBytes: number;
  /** Bytes waiting for a peer that does not read before it is dropped. */
  readonly sendBufferBytes: number;
}

/** Speaks over a stream: each message goes behind its length (uint32, little-endian). */
export function createLocalTransport(socket: Socket, options: LocalTransportOptions): Transport {
  return new LocalTransport(socket, options);
}

class LocalTransport implements Transport {
  readonly kind = 'local-socket';
  readonly #socket: Socket;
  readonly #queue = new MessageQueue();
  readonly #options: LocalTransportOptions;
  readonly #prefix = new Uint8Array(PREFIX_BYTES);
  #prefixAt = 0;
  /** The message that is on its way in. */
  #message: Uint8Array | undefined;
  #messageAt = 0;

  constructor(socket: Socket, options: LocalTransportOptions) {
    this.#socket = socket;
    this.#options = options;
    socket.on('data', (bytes) => this.#receive(bytes as Uint8Array));
    socket.on('close', () => this.#queue.close());
    socket.on('error', () => socket.destroy());
  }

  get bufferedBytes(): number {
    return this.#socket.writableLength;
  }

  open(events: TransportEvents): void {
    this.#queue.open(events);
  }

  send(parts: readonly Uint8Array[]): void {
    const socket = this.#socket;
    if (!socket.writable) return;
    if (socket.writableLength > this.#options.sendBufferBytes) {
      socket.destroy();
      return;
    }
    const length = new Uint8Array(PREFIX_BYTES);
    new DataView(length.buffer).setUint32(
      0,
      parts.reduce((sum, part) => sum + part.byteLength, 0),
      true,
    );
    socket.write(joinParts([length, ...parts]), () => this.#queue.drain());
  }

  pause(): void {
    this.#queue.pause();
    this.#socket.pause();
  }

  resume(): void {
    this.#queue.resume();
    this.#socket.resume();
  }

  close(): void {
    if (this.#socket.destroyed) return;
    this.#socket.end();
    setTimeout(() => this.#socket.destroy(), GOODBYE).unref();
  }

  #receive(bytes: Uint8Array): void {
    let rest = bytes;
    while (rest.byteLength > 0 && !this.#socket.destroyed)
      rest = this.#message === undefined ? this.#readPrefix(rest) : this.#readMessage(rest);
  }

  #readPrefix(bytes: Uint8Array): Uint8Array {
    const taken = bytes.subarray(0, PREFIX_BYTES - this.#prefixAt);
    this.#prefix.set(taken, this.#prefixAt);
    this.#prefixAt += taken.byteLength;
    if (this.#prefixAt === PREFIX_BYTES) {
      const length = new DataView(this.#prefix.buffer).getUint32(0, true);
      // An empty message means nothing in the protocol, and would cost its sender next to nothing.
      if (length === 0 || length > this.#options.messageBytes) this.#socket.destroy();
      else this.#message = new Uint8Array(length);
      this.#prefixAt = 0;
      this.#messageAt = 0;
    }
    return bytes.subarray(taken.byteLength);
  }

  #readMessage(bytes: Uint8Array): Uint8Array {
    const message = this.#message as Uint8Array;
    const taken = bytes.subarray(0, message.byteLength - this.#messageAt);
    message.set(taken, this.#messageAt);
    this.#messageAt += taken.byteLength;
    if (this.#messageAt === message.byteLength) {
      this.#message = undefined;
      this.#queue.push(message);
    }
    return bytes.subarray(taken.byteLength);
  }
}
