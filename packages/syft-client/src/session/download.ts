import {
  type Encoded,
  equalBytes,
  type GetOptions,
  type Limits,
  type messages,
  SyftError,
  TransferBuffer,
  transferSize,
} from '@syft-libs/ast';
import type { ClientMessage } from './frame-batch.ts';
import { PendingCall } from './pending-call.ts';

/** What a download needs of its session. */
export interface DownloadHost {
  /** What this client takes in; the domain has no say in it. */
  readonly limits: Limits;
  /** Checks a head against its parts' sizes. Throws `PROTOCOL`, `LIMIT` or `UNSUPPORTED`. */
  checkHead(head: Uint8Array, sizes: readonly number[]): void;
  /** Throws `PROTOCOL` for a number that is taken, `LIMIT` when too many are open. */
  openTransfer(transfer: number, download: Download): void;
  closeTransfer(transfer: number): void;
  grant(transfer: number, bytes: number): void;
  giveUp(call: Download, reason: unknown): void;
}

/** What a download asks, from the given byte on. */
export type DownloadMessage = (call: number, offset: number) => ClientMessage;

interface DownloadOptions {
  readonly dependsOn: number;
  readonly message: DownloadMessage;
  readonly progress: GetOptions['progress'];
}

/**
 * A `Get` or `Fetch`. Small values come whole; of a large one the head comes first and is checked, then memory is
 * allocated, then chunks come on credit. After a reconnect it goes on where it stopped.
 */
export class Download extends PendingCall<Encoded> {
  readonly #host: DownloadHost;
  readonly #options: DownloadOptions;
  #head: Uint8Array | undefined;
  #sizes: readonly number[] = [];
  #buffer: TransferBuffer | undefined;
  #transfer = 0;
  #credit = 0;

  constructor(number: number, host: DownloadHost, options: DownloadOptions) {
    super(number, options.dependsOn);
    this.#host = host;
    this.#options = options;
  }

  override message(): ClientMessage {
    this.#endTransfer();
    return this.#options.message(this.number, this.#buffer?.received ?? 0);
  }

  override onAnswer({ value, parts, transfer, offset }: messages.Answer): void {
    this.#host.checkHead(value, parts);
    if (offset !== (this.#buffer?.received ?? 0))
      throw new SyftError('PROTOCOL', 'cannot receive value: it does not go on where it stopped');
    if (this.#head === undefined) this.#begin(value, parts);
    else if (!equalBytes(this.#head, value) || !sameSizes(this.#sizes, parts)) {
      throw new SyftError('PROTOCOL', 'cannot receive value: it changed while it was on its way');
    }
    if (this.#buffer === undefined) return;
    this.#host.openTransfer(transfer, this);
    this.#transfer = transfer;
    this.#credit = 0;
    this.#advance();
  }

  /** Takes the next run of bytes. Throws `PROTOCOL` for one that is out of turn, or beyond the credit. */
  onChunk(offset: number, data: Uint8Array): void {
    if (this.#buffer === undefined || data.byteLength > this.#credit)
      throw new SyftError('PROTOCOL', 'cannot receive chunk: it was not asked for');
    this.#buffer.write(offset, data);
    this.#credit -= data.byteLength;
    this.#advance();
  }

  override reject(reason: unknown): void {
    this.#endTransfer();
    super.reject(reason);
  }

  #begin(head: Uint8Array, sizes: readonly number[]): void {
    // The head outlives the frame that brought it.
    this.#head = new Uint8Array(head);
    this.#sizes = sizes;
    if (sizes.length === 0) {
      this.resolve({ head: this.#head, parts: [] });
      return;
    }
    if (transferSize(sizes) > this.#host.limits.arrayBytes * 2) throw new SyftError('LIMIT', 'cannot receive value: arrayBytes exceeded');
    try {
      this.#buffer = new TransferBuffer(sizes);
    } catch (cause) {
      this.#host.giveUp(this, new SyftError('LIMIT', 'cannot receive value: it does not fit this machine’s memory', { cause }));
    }
  }

  #advance(): void {
    const buffer = this.#buffer as TransferBuffer;
    try {
      this.#options.progress?.(buffer.received, buffer.size);
    } catch (error) {
      this.#host.giveUp(this, error);
    }
    // The listener may have given it up.
    if (this.isSettled) return;
    if (buffer.done) {
      this.resolve({ head: this.#head as Uint8Array, parts: buffer.parts() });
      this.#endTransfer();
      return;
    }
    const rest = buffer.size - buffer.received - this.#credit;
    const { transferWindow } = this.#host.limits;
    if (rest === 0 || this.#credit > transferWindow / 2) return;
    const bytes = Math.min(rest, transferWindow - this.#credit);
    this.#credit += bytes;
    this.#host.grant(this.#transfer, bytes);
  }

  #endTransfer(): void {
    if (this.#transfer !== 0) this.#host.closeTransfer(this.#transfer);
    this.#transfer = 0;
  }
}

function sameSizes(left: readonly number[], right: readonly number[]): boolean {
  return left.length === right.length && left.every((size, index) => size === right[index]);
}
