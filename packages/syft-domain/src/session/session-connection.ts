import {
  CALL_ROLES,
  type CallName,
  type Chunk,
  decodeReference,
  type Encoded,
  equalBytes,
  isSyftError,
  type messages,
  type ReceivedClientFrame,
  type ReceivedClientMessage,
  SyftError,
  type Transport,
} from '@syft-libs/ast';
import type { DomainCore } from '../core.ts';
import { notFound } from '../object/rights.ts';
import type { StoredObject } from '../object/stored-object.ts';
import { frameKey } from './frame-log.ts';
import type { Outbox } from './outbox.ts';
import { OutgoingTransfers } from './outgoing-transfers.ts';
import { resumeRelease } from './resume-release.ts';
import { answerScientist, parseArguments } from './scientist-calls.ts';
import type { Session } from './session.ts';
import { TaskQueue } from './task-queue.ts';
import { type UploadEvents, Uploads } from './uploads.ts';

export interface SessionLink {
  readonly transport: Transport;
  readonly outbox: Outbox;
}

/** Frames whose messages belong into a numbered frame. */
const SEQUENCED: ReadonlySet<string> = new Set(['declare', 'action', 'select', 'delete']);

/** Serves a session over one connection: takes its frames in order, answers its calls, moves its large values. */
export class SessionConnection {
  readonly #core: DomainCore;
  readonly #session: Session;
  readonly #link: SessionLink;
  readonly #queue: TaskQueue;
  readonly #outgoing: OutgoingTransfers;
  readonly #calls = new Map<number, AbortController>();
  readonly #transfers = new Map<number, number>();
  #closed = false;

  constructor(core: DomainCore, session: Session, link: SessionLink) {
    this.#core = core;
    this.#session = session;
    this.#link = link;
    this.#queue = new TaskQueue(() => link.transport.resume());
    this.#outgoing = new OutgoingTransfers(link.transport, core.limits, (transfer) => this.#dropped(transfer));
    session.uploads ??= new Uploads(core, session);
    session.disconnect?.();
    session.disconnect = () => {
      this.close();
      link.transport.close();
    };
    core.sessions.connected(session);
    session.events = { fault: (id, { code, message }) => link.outbox.send({ fault: { id, code, message } }) };
  }

  /** Takes a frame: a numbered one is recorded, acknowledged and then run; the others are answered in their order. */
  takeFrame(frame: ReceivedClientFrame, bytes: Uint8Array): void {
    const sequenced = frame.seq > 0;
    if (frame.messages.some((message) => SEQUENCED.has(message.body ?? '') !== sequenced)) {
      throw new SyftError('PROTOCOL', 'cannot take frame: its messages do not go with its number');
    }
    if (sequenced) this.#record(frame, bytes);
    else for (const message of frame.messages) this.#takeMessage(message);
    if (this.#queue.length > this.#core.limits.pendingFrames) this.#link.transport.pause();
  }

  takeChunk(chunk: Chunk): void {
    this.#session.uploads?.receive(chunk, this.#uploadEvents());
  }

  drain(): void {
    this.#outgoing.resume();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#outgoing.close();
    for (const call of this.#calls.values()) call.abort();
    this.#session.runBatch();
    this.#session.disconnect = undefined;
    this.#core.sessions.disconnected(this.#session);
  }

  #record(frame: ReceivedClientFrame, bytes: Uint8Array): void {
    const session = this.#session;
    if (frame.seq <= session.frames) {
      this.#compareAgain(frame.seq, bytes).catch((error: unknown) => this.#abort(error));
      return;
    }
    if (frame.seq !== session.frames + 1) throw new SyftError('PROTOCOL', 'cannot take frame: one before it is missing');
    session.frames = frame.seq;
    session.recording.set(frame.seq, bytes);
    this.#core.frames.append({ key: frameKey(session.prefix, frame.seq), bytes }, (error) => {
      session.recording.delete(frame.seq);
      if (error === undefined) {
        session.durable = Math.max(session.durable, frame.seq);
        this.#acknowledge();
      } else this.#abort(error);
    });
    this.#acknowledge();
    this.#queue.push(() => this.#run(frame));
  }

  /** Takes the messages one by one; waits only where one has to. */
  #run(frame: ReceivedClientFrame): void | Promise<void> {
    try {
      for (let index = 0; index < frame.messages.length; index++) {
        const pending = this.#session.take(frame.messages[index] as ReceivedClientMessage);
        if (pending instanceof Promise) return this.#runRest(frame, index + 1, pending);
      }
      this.#session.runSoon();
    } catch (error) {
      this.#abort(error);
    }
  }

  async #runRest(frame: ReceivedClientFrame, from: number, pending: Promise<void>): Promise<void> {
    try {
      await pending;
      for (const message of frame.messages.slice(from)) await this.#session.take(message);
      this.#session.runSoon();
    } catch (error) {
      this.#abort(error);
    }
  }

  /** A frame that came before is no news when its bytes are the same, and a broken protocol when they are not. */
  async #compareAgain(seq: number, bytes: Uint8Array): Promise<void> {
    const key = frameKey(this.#session.prefix, seq);
    const known = this.#session.recording.get(seq) ?? (await this.#core.store.get('frames', key));
    if (known === undefined || typeof known === 'string' || !equalBytes(known, bytes)) {
      this.#abort(new SyftError('PROTOCOL', 'cannot take frame: its number stands for other bytes'));
    } else this.#acknowledge();
  }

  #acknowledge(): void {
    if (!this.#closed) this.#link.outbox.acknowledge(this.#session.frames, this.#session.durable);
  }

  #takeMessage(message: ReceivedClientMessage): void {
    const { get, fetch, call, put, stop, credit } = message;
    if (credit) this.#outgoing.credit(credit.transfer, credit.bytes);
    else if (stop) this.#stop(stop.call);
    else if (get) this.#inOrder(get.call, (signal) => this.#get(get, signal));
    else if (fetch) this.#inOrder(fetch.call, (signal) => this.#fetch(fetch, signal));
    else if (put) this.#queue.push(() => this.#put(put));
    else if (call) this.#inOrder(call.call, () => this.#call(call));
  }

  /** Starts a call when all that came before it has been taken; it then goes on beside what follows. */
  #inOrder(call: number, task: (signal: AbortSignal) => Promise<void>): void {
    if (this.#calls.size >= this.#core.limits.pendingCalls) throw new SyftError('LIMIT', 'cannot take call: pendingCalls exceeded');
    if (this.#calls.has(call)) throw new SyftError('PROTOCOL', 'cannot take call: its number waits for an answer already');
    const controller = new AbortController();
    this.#calls.set(call, controller);
    this.#queue.push(() => {
      void task(controller.signal)
        .catch((error: unknown) => this.#reply(call, error))
        .finally(() => this.#calls.delete(call));
    });
  }

  async #get({ call, object: bytes, offset }: messages.Get, signal: AbortSignal): Promise<void> {
    const { prefix, counter } = decodeReference(bytes);
    const object = await this.#find(prefix, counter);
    if (!object.readable) throw new SyftError('NOT_READABLE', 'cannot give value: ask for its release with request()');
    await this.#outgoing.admit(object.bytes, async () => this.#answer(call, await this.#session.encode(object), { offset, signal }));
  }

  async #find(prefix: string | undefined, counter: number): Promise<StoredObject> {
    const own = prefix === undefined ? this.#session : await this.#core.sessions.find(prefix, this.#session.person);
    if (own === undefined) throw notFound();
    return own.object(counter);
  }

  async #fetch({ call, request: id, offset }: messages.Fetch, signal: AbortSignal): Promise<void> {
    const { requests } = this.#core;
    const { person, released: open } = this.#session;
    requests.get(id, person);
    await requests.decided(id, person, signal);
    await this.#outgoing.admit(requests.get(id, person).prepared?.bytes ?? 0, async () => {
      if (signal.aborted) return;
      const resumed = await resumeRelease(this.#core, this.#session, { id, offset });
      const released = resumed ?? (await requests.release(id, person));
      if (released.kind === 'failure') throw new SyftError(released.code, 'cannot give value: its computation failed');
      if (released.value.parts.length > 0) open.set(id, released);
      this.#answer(call, released.value, { offset, signal });
    });
  }

  async #call({ call, op, json }: messages.Call): Promise<void> {
    const roles: readonly string[] = Object.hasOwn(CALL_ROLES, op) ? CALL_ROLES[op as CallName] : [];
    if (!roles.includes('scientist')) throw new SyftError('NOT_PERMITTED', 'cannot answer call: it is not for your role');
    const value = await answerScientist(this.#core, this.#session, op as CallName, parseArguments(json));
    this.#link.outbox.send({ reply: { call, json: new TextEncoder().encode(JSON.stringify(value)) } });
  }

  #put(put: messages.Put): void {
    try {
      this.#session.uploads?.begin(put, this.#uploadEvents());
    } catch (error) {
      this.#reply(put.call, error);
    }
  }

  #uploadEvents(): UploadEvents {
    const { outbox } = this.#link;
    return {
      accept: (call, transfer, offset) => outbox.send({ accept: { call, transfer, offset } }),
      credit: (transfer, bytes) => outbox.send({ credit: { transfer, bytes } }),
      finish: (call, error) => (error === undefined ? outbox.send({ reply: { call } }) : this.#reply(call, error)),
    };
  }

  #answer(call: number, value: Encoded, { offset, signal }: { readonly offset: number; readonly signal: AbortSignal }): void {
    if (signal.aborted || this.#closed) return;
    if (value.parts.length === 0) {
      this.#link.outbox.send({ answer: { call, value: value.head } });
      return;
    }
    const { transfer, sizes } = this.#outgoing.begin(value, offset);
    this.#transfers.set(call, transfer);
    this.#link.outbox.send({ answer: { call, value: value.head, parts: [...sizes], transfer, offset } });
  }

  /** A transfer that nobody gave credit for is at an end; its call may come again, with an offset. */
  #dropped(transfer: number): void {
    const call = [...this.#transfers].find(([, one]) => one === transfer)?.[0];
    if (call === undefined) return;
    this.#transfers.delete(call);
    this.#reply(call, new SyftError('TIMEOUT', 'cannot send value: no credit came for it'));
  }

  #stop(call: number): void {
    this.#calls.get(call)?.abort();
    this.#session.uploads?.stop(call);
    const transfer = this.#transfers.get(call);
    if (transfer !== undefined) this.#outgoing.stop(transfer);
    this.#transfers.delete(call);
  }

  #reply(call: number, error: unknown): void {
    if (this.#closed) return;
    if (!isSyftError(error)) this.#core.log('internal fault', { error });
    const { code, message } = isSyftError(error) ? error : new SyftError('INTERNAL', 'cannot answer: an internal fault');
    this.#link.outbox.send({ reply: { call, code, message } });
  }

  /** Ends the connection with its reason; the session stays. */
  #abort(error: unknown): void {
    if (this.#closed) return;
    this.#reply(0, error);
    this.#link.outbox.flush();
    this.#link.transport.close();
    this.close();
  }
}
