import { encodeClientFrame, type Limits, SyftError } from '@syft-libs/ast';
import { atEndOfTurn } from './end-of-turn.ts';
import { type ClientMessage, FrameBatch, type Waiter } from './frame-batch.ts';
import type { PendingCall } from './pending-call.ts';

/** What the outbox sends through; `limits` are the narrower of both sides' own. */
export interface Outlet {
  readonly limits: Limits;
  readonly isConnected: boolean;
  sendFrame(bytes: Uint8Array): void;
}

interface SequencedFrame {
  readonly seq: number;
  readonly bytes: Uint8Array;
  readonly waiters: readonly Waiter[];
  position: number;
}

type Item = SequencedFrame | PendingCall;

/** Calls that leave together share a frame of at most this many bytes, so far as they are small. */
const CALLS_FRAME_BYTES = 256 * 1024;

/**
 * Everything on its way to the domain, in order. Sequenced messages of one turn leave as one frame, and its bytes are
 * kept until the domain calls it durable. An upload holds back whatever is newer than its id.
 */
export class Outbox {
  readonly #outlet: Outlet;
  #batch = new FrameBatch();
  #calls: PendingCall[] = [];
  #queue: Item[] = [];
  #unacked: SequencedFrame[] = [];
  #upload: PendingCall | undefined;
  #isScheduled = false;
  #nextSeq = 1;
  #sentSeq = 0;
  #lastPosition = 0;
  #durableSeq = 0;
  #idleWaiters: Waiter[] = [];

  constructor(outlet: Outlet) {
    this.#outlet = outlet;
  }

  /**
   * Takes a sequenced message of `bytes` in `items` repeated fields. Throws `LIMIT` for one that no frame can hold. `waiter`
   * hears when it is durable.
   */
  add(message: ClientMessage, bytes: number, items: number, waiter?: Waiter): void {
    const { limits } = this.#outlet;
    if (bytes > limits.frameBytes * 0.9) {
      throw new SyftError('LIMIT', 'cannot send action: its arguments exceed frameBytes; pass large data as typed arrays');
    }
    if (this.#batch.isFullFor(bytes, items, limits)) {
      this.#closeBatch();
      this.#pump();
    }
    this.#batch.add(message, bytes, items);
    if (waiter !== undefined) this.#batch.waiters.push(waiter);
    this.#schedule();
  }

  /** Takes a call; it leaves after the actions of its turn. An upload stays where it is among them. */
  addCall(call: PendingCall): void {
    if (call.uploads !== undefined) {
      this.#closeBatch();
      this.#queue.push(call);
    } else this.#calls.push(call);
    this.#schedule();
  }

  /** A call was answered or given up: what waited for it may go. */
  settled(call: PendingCall): void {
    if (this.#upload !== call) return;
    this.#upload = undefined;
    this.#pump();
  }

  /** The domain's watermarks. Throws `PROTOCOL` when they are ahead of what was sent, or behind themselves. */
  acknowledge(accepted: number, durable: number): void {
    if (durable > accepted || accepted > this.#sentSeq || durable < this.#durableSeq) {
      throw new SyftError('PROTOCOL', 'cannot use acknowledgement: it does not fit what was sent');
    }
    this.#durableSeq = durable;
    const kept = this.#unacked.findIndex(({ seq }) => seq > durable);
    const done = this.#unacked.splice(0, kept < 0 ? this.#unacked.length : kept);
    for (const { waiters } of done) for (const waiter of waiters) waiter.resolve();
    this.#tellIdle();
  }

  /** A new connection took the session up again: sends anew what is not durable and the open calls, in their order, then the rest. */
  resume(accepted: number, durable: number, openCalls: readonly PendingCall[]): void {
    this.acknowledge(accepted, durable);
    for (const item of [...this.#unacked, ...openCalls].sort((left, right) => left.position - right.position)) {
      if ('seq' in item) this.#outlet.sendFrame(item.bytes);
      else this.#sendCalls([item]);
    }
    this.#pump();
  }

  /** Sends a message outside the sequence and outside the order: credit, and the end of a call. */
  sendNow(message: ClientMessage): void {
    if (this.#outlet.isConnected) this.#outlet.sendFrame(encodeClientFrame({ messages: [message] }));
  }

  /** Sends what is there, and waits until it is durable. Rejects when it can no longer become so. */
  settle(): Promise<void> {
    this.#flush();
    return new Promise((resolve, reject) => {
      this.#idleWaiters.push({ resolve, reject });
      this.#tellIdle();
    });
  }

  /** Forgets everything: the session that it belonged to is gone. */
  clear(error: SyftError): void {
    const frames = [...this.#unacked, ...this.#queue.filter((item) => 'seq' in item)];
    const waiters = [...frames.flatMap((frame) => frame.waiters), ...this.#batch.waiters, ...this.#idleWaiters];
    this.#batch = new FrameBatch();
    this.#calls = [];
    this.#queue = [];
    this.#unacked = [];
    this.#idleWaiters = [];
    this.#upload = undefined;
    this.#nextSeq = 1;
    this.#sentSeq = 0;
    this.#durableSeq = 0;
    for (const waiter of waiters) waiter.reject(error);
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    atEndOfTurn(() => {
      this.#isScheduled = false;
      this.#flush();
    });
  }

  #flush(): void {
    this.#closeBatch();
    for (const call of this.#calls.splice(0)) this.#queue.push(call);
    this.#pump();
  }

  #closeBatch(): void {
    if (this.#batch.isEmpty) return;
    const { messages, waiters } = this.#batch;
    const seq = this.#nextSeq++;
    this.#queue.push({ seq, bytes: encodeClientFrame({ seq, messages }), waiters, position: 0 });
    this.#batch = new FrameBatch();
  }

  #pump(): void {
    if (!this.#outlet.isConnected || this.#queue.length === 0) return;
    const held: Item[] = [];
    let calls: PendingCall[] = [];
    for (const item of this.#queue.splice(0)) {
      if (this.#isHeld(item)) held.push(item);
      else if ('seq' in item) {
        this.#sendCalls(calls);
        calls = [];
        this.#outlet.sendFrame(item.bytes);
        this.#sentSeq = item.seq;
        item.position = ++this.#lastPosition;
        this.#unacked.push(item);
      } else if (!item.isSettled) {
        calls.push(item);
        if (item.uploads !== undefined) this.#upload = item;
      }
    }
    this.#queue = held;
    this.#sendCalls(calls);
    this.#tellIdle();
  }

  /** While an upload is under way only calls about older objects pass. */
  #isHeld(item: Item): boolean {
    const barrier = this.#upload?.uploads;
    return barrier !== undefined && ('seq' in item || item.uploads !== undefined || item.dependsOn >= barrier);
  }

  #sendCalls(calls: readonly PendingCall[]): void {
    let messages: ClientMessage[] = [];
    let bytes = 0;
    const send = (): void => {
      if (messages.length > 0) this.#outlet.sendFrame(encodeClientFrame({ messages }));
      messages = [];
      bytes = 0;
    };
    for (const call of calls) {
      const message = messageOf(call);
      if (message === undefined) continue;
      const size = (message.put?.value?.byteLength ?? 0) + (message.call?.json?.byteLength ?? 0) + 64;
      if (bytes + size > CALLS_FRAME_BYTES) send();
      messages.push(message);
      bytes += size;
      if (call.position === 0) call.position = ++this.#lastPosition;
    }
    send();
  }

  #tellIdle(): void {
    if (this.#idleWaiters.length === 0 || this.#queue.length > 0 || this.#unacked.length > 0 || !this.#batch.isEmpty) return;
    for (const waiter of this.#idleWaiters.splice(0)) waiter.resolve();
  }
}

/** A call whose question cannot be made ends here, and not in the middle of the others. */
function messageOf(call: PendingCall): ClientMessage | undefined {
  try {
    return call.message();
  } catch (error) {
    call.reject(error);
    return undefined;
  }
}
