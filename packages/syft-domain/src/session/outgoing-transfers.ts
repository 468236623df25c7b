import {
  chunkHeader,
  type Encoded,
  INLINE_BYTES,
  type Limits,
  SyftError,
  sliceTransfer,
  type Transport,
  transferSize,
} from '@syft-libs/ast';

interface Outgoing {
  readonly parts: readonly Uint8Array[];
  readonly size: number;
  readonly idle: NodeJS.Timeout;
  offset: number;
  credit: number;
}

/** How much may wait in the socket before a transfer pauses. */
const BACKLOG = 4 * 1024 * 1024;

/**
 * Streams large values to a client, chunk by chunk, on its credit and at the socket's pace. Values that are being made and
 * values that are open are bounded by number and by bytes together, so that a client which asks and never reads pins few.
 */
export class OutgoingTransfers {
  readonly #transport: Transport;
  readonly #limits: Limits;
  readonly #dropped: (transfer: number) => void;
  readonly #open = new Map<number, Outgoing>();
  #waiting: (() => void)[] = [];
  #pending = 0;
  #bytes = 0;
  #last = 0;
  #closed = false;

  /** `dropped` is told of a transfer that waited too long for credit. */
  constructor(transport: Transport, limits: Limits, dropped: (transfer: number) => void = () => {}) {
    this.#transport = transport;
    this.#limits = limits;
    this.#dropped = dropped;
  }

  /**
   * Runs a task that makes a value of at most `bytes` and begins its transfer, once there is room; meanwhile it counts as
   * if it were open. One that travels whole in its answer does not wait. Throws `CLOSED`, and what the task throws.
   */
  async admit<T>(bytes: number, task: () => Promise<T>): Promise<T> {
    if (bytes <= INLINE_BYTES) return task();
    await this.#reserve(bytes);
    try {
      return await task();
    } finally {
      this.#pending--;
      this.#release(bytes);
    }
  }

  /** Announces a transfer of a value's parts from `offset` on; nothing leaves before credit comes. Throws `BAD_ARGUMENT`. */
  begin({ parts }: Encoded, offset: number): { readonly transfer: number; readonly sizes: readonly number[] } {
    const sizes = parts.map((part) => part.byteLength);
    const size = transferSize(sizes);
    if (!Number.isSafeInteger(offset) || offset < 0 || offset > size)
      throw new SyftError('BAD_ARGUMENT', 'cannot send value: no such offset');
    const transfer = ++this.#last;
    if (offset === size || this.#closed) return { transfer, sizes };
    const idle = setTimeout(() => this.#expire(transfer), this.#limits.transferIdle).unref();
    this.#open.set(transfer, { parts, size, idle, offset, credit: 0 });
    this.#bytes += size;
    return { transfer, sizes };
  }

  /** Takes credit. Credit for a finished transfer is ignored; an absurd amount is `PROTOCOL`. */
  credit(transfer: number, bytes: number): void {
    const outgoing = this.#open.get(transfer);
    if (!(Number.isSafeInteger(bytes) && bytes > 0)) throw new SyftError('PROTOCOL', 'cannot take credit: not a number of bytes');
    if (outgoing === undefined) return;
    outgoing.credit = Math.min(outgoing.size, outgoing.credit + bytes);
    this.#pump(transfer, outgoing);
  }

  /** The socket has drained. */
  resume(): void {
    for (const [transfer, outgoing] of [...this.#open]) this.#pump(transfer, outgoing);
  }

  stop(transfer: number): void {
    const outgoing = this.#open.get(transfer);
    if (outgoing === undefined) return;
    this.#open.delete(transfer);
    clearTimeout(outgoing.idle);
    this.#release(outgoing.size);
  }

  /** Lets go of all values, and of all who wait for room. */
  close(): void {
    this.#closed = true;
    for (const transfer of [...this.#open.keys()]) this.stop(transfer);
    this.#release(0);
  }

  /** Resolves when a value of this size has room, which is then taken. */
  async #reserve(bytes: number): Promise<void> {
    const { transfers, transferBytes } = this.#limits;
    for (;;) {
      if (this.#closed) throw new SyftError('CLOSED', 'cannot send value: the connection has ended');
      const count = this.#open.size + this.#pending;
      if (count < transfers && (count === 0 || this.#bytes + bytes <= transferBytes)) break;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#pending++;
    this.#bytes += bytes;
  }

  /** All who wait look again, in their order. */
  #release(bytes: number): void {
    this.#bytes -= bytes;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resume of waiting) resume();
  }

  /** The socket may be slow for as long as it likes; the client is to give credit in time. */
  #expire(transfer: number): void {
    const outgoing = this.#open.get(transfer);
    if (outgoing === undefined) return;
    if (outgoing.credit > 0) {
      outgoing.idle.refresh();
      return;
    }
    this.stop(transfer);
    this.#dropped(transfer);
  }

  #pump(transfer: number, outgoing: Outgoing): void {
    while (outgoing.credit > 0 && this.#transport.bufferedBytes < BACKLOG) {
      const data = sliceTransfer(outgoing.parts, outgoing.offset, Math.min(outgoing.credit, this.#limits.chunkBytes));
      this.#transport.send([chunkHeader(transfer, outgoing.offset), data]);
      outgoing.offset += data.byteLength;
      outgoing.credit -= data.byteLength;
      if (outgoing.offset === outgoing.size) {
        this.stop(transfer);
        return;
      }
    }
    outgoing.idle.refresh();
  }
}
