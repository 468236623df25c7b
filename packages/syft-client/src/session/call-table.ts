import { type Chunk, type Limits, type messages, SyftError } from '@syft-libs/ast';
import type { Download } from './download.ts';
import type { PendingCall } from './pending-call.ts';
import { Upload } from './upload.ts';

/** So many given-up transfers are remembered; a chunk of an older one is of no transfer at all. */
const ABANDONED_TRANSFERS = 4_096;

/** The questions that are open, and the transfers that answer them. Checks that each answer belongs to a question. */
export class CallTable {
  readonly #limits: Limits;
  readonly #calls = new Map<number, PendingCall>();
  readonly #transfers = new Map<number, Download>();
  readonly #onSettled: (call: PendingCall) => void;
  /** Transfers whose call was given up while chunks were on their way. */
  readonly #abandoned = new Set<number>();
  #last = 0;

  constructor(limits: Limits, onSettled: (call: PendingCall) => void) {
    this.#limits = limits;
    this.#onSettled = onSettled;
  }

  nextNumber(): number {
    return ++this.#last;
  }

  add(call: PendingCall): void {
    this.#calls.set(call.number, call);
  }

  /** The calls that the domain has been asked already. */
  sent(): readonly PendingCall[] {
    return [...this.#calls.values()].filter((call) => call.position > 0);
  }

  /** The uploads that are under way. */
  *uploads(): Iterable<Upload> {
    for (const call of this.#calls.values()) if (call instanceof Upload) yield call;
  }

  reply(reply: messages.Reply): void {
    this.#handle(reply.call, (call) => call.onReply(reply));
  }

  accept(accept: messages.Accept): void {
    this.#handle(accept.call, (call) => call.onAccept(accept));
  }

  answer(answer: messages.Answer): void {
    const isOpen = this.#handle(answer.call, (call) => {
      try {
        call.onAnswer(answer);
      } catch (error) {
        // A value that is too large, or of a library that is not here, ends its call; all else ends the connection.
        const { code } = error as SyftError;
        if (code !== 'LIMIT' && code !== 'UNSUPPORTED') throw error;
        call.reject(error);
      }
    });
    if (!isOpen && answer.parts.length > 0) this.#abandon(answer.transfer);
  }

  chunk({ transfer, offset, data }: Chunk): void {
    const download = this.#transfers.get(transfer);
    if (download !== undefined) {
      download.onChunk(offset, data);
      this.#clean(download);
    } else if (!this.#abandoned.has(transfer)) throw new SyftError('PROTOCOL', 'cannot receive chunk: no such transfer');
  }

  openTransfer(transfer: number, download: Download): void {
    if (transfer === 0 || this.#transfers.has(transfer)) throw new SyftError('PROTOCOL', 'cannot receive value: its transfer is taken');
    if (this.#transfers.size >= this.#limits.transfers)
      throw new SyftError('PROTOCOL', 'cannot receive value: too many transfers are open');
    this.#abandoned.delete(transfer);
    this.#transfers.set(transfer, download);
  }

  closeTransfer(transfer: number): void {
    const download = this.#transfers.get(transfer);
    this.#transfers.delete(transfer);
    if (download !== undefined && !download.isSettled) this.#abandon(transfer);
  }

  /** Another connection numbers its transfers anew. */
  forgetTransfers(): void {
    this.#transfers.clear();
    this.#abandoned.clear();
  }

  /** Ends a call from this side. Returns false when it had ended before. */
  giveUp(call: PendingCall, reason: unknown): boolean {
    if (call.isSettled) return false;
    call.reject(reason);
    this.#clean(call);
    return true;
  }

  rejectAll(error: SyftError): void {
    for (const call of [...this.#calls.values()]) this.giveUp(call, error);
    this.forgetTransfers();
  }

  #abandon(transfer: number): void {
    this.#abandoned.add(transfer);
    const [oldest] = this.#abandoned;
    if (this.#abandoned.size > ABANDONED_TRANSFERS && oldest !== undefined) this.#abandoned.delete(oldest);
  }

  /** Returns false for a call that has ended. Throws `PROTOCOL` for one that never was. */
  #handle(number: number, use: (call: PendingCall) => void): boolean {
    const call = this.#calls.get(number);
    if (call === undefined) {
      if (number === 0 || number > this.#last) throw new SyftError('PROTOCOL', 'cannot use answer: nothing was asked');
      return false;
    }
    use(call);
    this.#clean(call);
    return true;
  }

  #clean(call: PendingCall): void {
    if (!call.isSettled || !this.#calls.delete(call.number)) return;
    this.#onSettled(call);
  }
}
