import { chunkHeader, type Encoded, type Limits, SyftError, sliceTransfer, type Transport, transferSize } from '@syft-libs/ast';

interface Outgoing {
  readonly parts: readonly Uint8Array[];
  readonly size: number;
  offset: number;
  credit: number;
}

/** How much may wait in the socket before a transfer pauses. */
const BACKLOG = 4 * 1024 * 1024;

/** Streams large values to a client, chunk by chunk, on its credit and at the socket's pace. */
export class OutgoingTransfers {
  readonly #transport: Transport;
  readonly #limits: Limits;
  readonly #open = new Map<number, Outgoing>();
  readonly #waiting: (() => void)[] = [];
  #last = 0;

  constructor(transport: Transport, limits: Limits) {
    this.#transport = transport;
    this.#limits = limits;
  }

  /** Waits until few enough are open for one more: before its value is made, so that values do not pile up. */
  async room(): Promise<void> {
    while (this.#open.size >= this.#limits.transfers) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Announces a transfer of a value's parts from `offset` on; nothing leaves before credit comes. Throws `BAD_ARGUMENT`. */
  begin({ parts }: Encoded, offset: number): { readonly transfer: number; readonly sizes: readonly number[] } {
    const sizes = parts.map((part) => part.byteLength);
    const size = transferSize(sizes);
    if (!Number.isSafeInteger(offset) || offset < 0 || offset > size)
      throw new SyftError('BAD_ARGUMENT', 'cannot send value: no such offset');
    this.#last += 1;
    if (offset < size) this.#open.set(this.#last, { parts, size, offset, credit: 0 });
    return { transfer: this.#last, sizes };
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
    if (this.#open.delete(transfer)) this.#waiting.shift()?.();
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
  }
}
