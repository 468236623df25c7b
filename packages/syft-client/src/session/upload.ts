import { chunkHeader, type Encoded, type Limits, type messages, SyftError, sliceTransfer, transferSize } from '@syft-libs/ast';
import type { ClientMessage } from './frame-batch.ts';
import { PendingCall } from './pending-call.ts';

/** What an upload sends through. */
export interface UploadHost {
  /** The narrower of both sides' limits. */
  readonly limits: Limits;
  /** Bytes that were given to the transport and have not left yet. */
  readonly bufferedBytes: number;
  sendChunk(parts: readonly Uint8Array[]): void;
  giveUp(call: Upload, reason: unknown): void;
}

interface UploadOptions {
  readonly id: number;
  readonly value: Encoded;
  readonly progress: ((sent: number, total: number) => void) | undefined;
}

/** More than this is not given to the transport at a time: an upload costs little memory beside its array. */
const HIGH_WATER = 4 * 1024 * 1024;

/** A `Put`: announces a value, sends its parts as the domain grants credit, and is done when the domain has it on disk. */
export class Upload extends PendingCall<undefined> {
  override readonly uploads: number;
  readonly #host: UploadHost;
  readonly #value: Encoded;
  readonly #sizes: readonly number[];
  readonly #total: number;
  readonly #progress: UploadOptions['progress'];
  #transfer = 0;
  #offset = 0;
  #credit = 0;

  constructor(number: number, host: UploadHost, { id, value, progress }: UploadOptions) {
    super(number, 0);
    this.#host = host;
    this.uploads = id;
    this.#value = value;
    this.#sizes = value.parts.map((part) => part.byteLength);
    this.#total = transferSize(this.#sizes);
    this.#progress = progress;
  }

  override message(): ClientMessage {
    this.#transfer = 0;
    this.#credit = 0;
    return { put: { call: this.number, id: this.uploads, value: this.#value.head, parts: [...this.#sizes] } };
  }

  override onAccept({ transfer, offset }: messages.Accept): void {
    if (!Number.isSafeInteger(offset) || offset < 0 || offset > this.#total) {
      throw new SyftError('PROTOCOL', 'cannot send value: the domain asks for bytes that it has not');
    }
    this.#transfer = transfer;
    this.#offset = offset;
  }

  override onReply(reply: messages.Reply): void {
    if (reply.code !== '') super.onReply(reply);
    else this.resolve(undefined);
  }

  /** Takes credit for a transfer; that of an earlier connection counts for nothing. */
  onCredit(transfer: number, bytes: number): void {
    if (!Number.isSafeInteger(bytes) || bytes < 0) throw new SyftError('PROTOCOL', 'cannot use credit: not a number of bytes');
    if (transfer !== this.#transfer || this.#transfer === 0) return;
    this.#credit += bytes;
    this.pump();
  }

  /** Sends what credit and the transport's buffer allow. */
  pump(): void {
    const { limits } = this.#host;
    while (this.#transfer !== 0 && this.#offset < this.#total && this.#credit > 0 && this.#host.bufferedBytes < HIGH_WATER) {
      const data = sliceTransfer(this.#value.parts, this.#offset, Math.min(limits.chunkBytes, this.#credit));
      this.#host.sendChunk([chunkHeader(this.#transfer, this.#offset), data]);
      this.#offset += data.byteLength;
      this.#credit -= data.byteLength;
      try {
        this.#progress?.(this.#offset, this.#total);
      } catch (error) {
        this.#host.giveUp(this, error);
      }
      if (this.isSettled) return;
    }
  }
}
