import {
  type CodecRegistry,
  decodeDomainFrame,
  decodeValue,
  type Encoded,
  isChunk,
  isSyftError,
  LAST_COUNTER,
  type Limits,
  type messages,
  type ReceivedDomainMessage,
  readChunk,
  type SerdeContext,
  SyftError,
  type Transport,
} from '@syft-libs/ast';
import { CallTable } from './call-table.ts';
import { checkHead } from './check-head.ts';
import { Download, type DownloadHost, type DownloadMessage } from './download.ts';
import { createEpoch, type Declarable, type Epoch } from './epoch.ts';
import type { Waiter } from './frame-batch.ts';
import type { Established } from './handshake.ts';
import { Outbox } from './outbox.ts';
import { errorFromWire, JsonCall, type PendingCall, type Question } from './pending-call.ts';
import { createStats, type MutableStats } from './session-stats.ts';
import { Upload, type UploadHost } from './upload.ts';

interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((bytes: number, total: number) => void) | undefined;
  /** See {@link PendingCall.dependsOn}. */
  readonly dependsOn?: number;
}

/**
 * One authenticated conversation with a domain, over any number of connections: allots ids, sends actions, asks, and
 * checks whatever comes back. A domain that breaks the protocol ends it.
 */
export class Session {
  /** Bounds what comes in. */
  readonly limits: Limits;
  readonly stats: MutableStats = createStats();
  /** Resolves when it is over: with the reason, or with nothing after `close`. */
  readonly closed: Promise<SyftError | undefined>;
  /** Called when a connection is lost that may be taken up again. */
  onDetached: (() => void) | undefined;
  onNotice: ((topic: string, id: string) => void) | undefined;
  readonly #registry: CodecRegistry;
  readonly #outbox: Outbox;
  readonly #calls: CallTable;
  readonly #downloads: DownloadHost;
  readonly #uploads: UploadHost;
  #outgoing: Limits;
  #context: SerdeContext;
  #epoch: Epoch;
  #counter: number;
  #transport: Transport | undefined;
  #ended: SyftError | undefined;
  #tellClosed!: (reason: SyftError | undefined) => void;

  constructor(established: Established, registry: CodecRegistry, limits: Limits) {
    this.limits = limits;
    this.#registry = registry;
    this.#outgoing = established.limits;
    this.#context = { registry, tags: established.tags };
    this.#epoch = createEpoch(established.prefix);
    this.#counter = established.counter;
    this.closed = new Promise((resolve) => {
      this.#tellClosed = resolve;
    });
    this.#calls = new CallTable(limits, (call) => this.#outbox.settled(call));
    this.#outbox = new Outbox(this.#createOutlet());
    this.#downloads = this.#createDownloadHost();
    this.#uploads = this.#createUploadHost();
  }

  get epoch(): Epoch {
    return this.#epoch;
  }

  get context(): SerdeContext {
    return this.#context;
  }

  /** The narrower of both sides' limits. */
  get outgoing(): Limits {
    return this.#outgoing;
  }

  /** Takes the next `count` ids and returns the first. Throws `CLOSED`, or `LIMIT` when the counter is at its end. */
  nextIds(count = 1): number {
    this.assertOpen();
    if (this.#counter + count > LAST_COUNTER) throw new SyftError('LIMIT', 'cannot make object: the session has no ids left');
    const first = this.#counter + 1;
    this.#counter += count;
    return first;
  }

  /** Throws the reason when the session is over. */
  assertOpen(): void {
    if (this.#ended !== undefined) throw new SyftError('CLOSED', 'cannot use location: its session is closed', { cause: this.#ended });
  }

  /** Queues one library call; `operands` are encoded values, the receiver first. Returns the id of its result. */
  act(entry: Declarable, operands: Uint8Array[]): number {
    const id = this.nextIds();
    let bytes = 0;
    for (const operand of operands) bytes += operand.byteLength + 4;
    this.#outbox.add({ action: { id, entry: this.#declare(entry), operands } }, bytes, operands.length);
    this.stats.actions++;
    return id;
  }

  /** Queues a selection of columns. Returns the id of the first; the others follow on. */
  select(dataset: string, columns: readonly string[], mock: boolean): number {
    const id = this.nextIds(columns.length);
    const bytes = 3 * (dataset.length + columns.join().length);
    this.#outbox.add({ select: { id, dataset, columns: [...columns], mock } }, bytes, columns.length);
    return id;
  }

  /** Queues the deletion of an object, by its encoded reference. Resolves when it is durable. */
  delete(object: Uint8Array): Promise<void> {
    this.assertOpen();
    return new Promise((resolve, reject) => {
      const waiter: Waiter = { resolve, reject };
      this.#outbox.add({ delete: { objects: [object] } }, object.byteLength, 1, waiter);
    });
  }

  /** Queues an upload. Everything that is newer than its id waits for it. */
  upload(value: Encoded, { signal, progress }: CallOptions = {}): { readonly id: number; readonly done: Promise<undefined> } {
    signal?.throwIfAborted();
    const id = this.nextIds();
    const { epoch } = this;
    const call = new Upload(this.#calls.nextNumber(), this.#uploads, { id, value, progress });
    const done = this.#ask(call, signal);
    done.catch((error: unknown) =>
      epoch.faults.set(id, isSyftError(error) ? error : new SyftError('CANCELLED', 'cannot use upload: it was stopped')),
    );
    return { id, done };
  }

  /** Asks for a value, and checks and decodes it. */
  async download(message: DownloadMessage, { signal, progress, dependsOn = 0 }: CallOptions): Promise<unknown> {
    this.assertOpen();
    const call = new Download(this.#calls.nextNumber(), this.#downloads, { dependsOn, message, progress });
    const encoded = await this.#ask(call, signal);
    try {
      return decodeValue(encoded, this.#context, this.limits);
    } catch (error) {
      if ((error as SyftError).code === 'PROTOCOL') this.end(error as SyftError);
      throw error;
    }
  }

  /** Asks a question whose answer is JSON. */
  async ask<T>(question: Question<T>, { signal, dependsOn = 0 }: CallOptions = {}): Promise<T> {
    this.assertOpen();
    return this.#ask(new JsonCall(this.#calls.nextNumber(), dependsOn, question), signal);
  }

  /** Goes on over a new connection. Another prefix means that the domain has forgotten the session. */
  attach(established: Established): void {
    if (this.#ended !== undefined) {
      established.transport.close();
      return;
    }
    if (established.prefix !== this.#epoch.prefix) this.#lose(established);
    this.#outgoing = established.limits;
    this.#context = { registry: this.#registry, tags: established.tags };
    this.#counter = Math.max(this.#counter, established.counter);
    this.#calls.forgetTransfers();
    this.#transport = established.transport;
    try {
      this.#outbox.resume(established.accepted, established.durable, this.#calls.sent());
    } catch (error) {
      this.end(error as SyftError);
      return;
    }
    established.handOver({
      message: (bytes) => this.#receive(bytes),
      close: () => this.#detach(established.transport),
      drain: () => {
        for (const upload of this.#calls.uploads()) upload.pump();
      },
    });
  }

  /** Sends what is there, waits until it is durable, and ends. Rejects when something can no longer become durable. */
  async close(): Promise<void> {
    if (this.#ended !== undefined) return;
    try {
      await this.#outbox.settle();
    } finally {
      this.end(undefined);
    }
  }

  /** Ends at once; open questions reject with the reason. */
  end(reason: SyftError | undefined): void {
    if (this.#ended !== undefined) return;
    const error = reason ?? new SyftError('CLOSED', 'cannot go on: the session was closed');
    this.#ended = error;
    const transport = this.#transport;
    this.#transport = undefined;
    transport?.close();
    this.#calls.rejectAll(error);
    this.#outbox.clear(error);
    this.#tellClosed(reason);
  }

  #ask<T>(call: PendingCall<T>, signal: AbortSignal | undefined): Promise<T> {
    signal?.throwIfAborted();
    this.#calls.add(call);
    this.#outbox.addCall(call);
    if (signal !== undefined) {
      const stop = (): void => this.#giveUp(call, signal.reason);
      const release = (): void => signal.removeEventListener('abort', stop);
      signal.addEventListener('abort', stop);
      call.promise.then(release, release);
    }
    return call.promise;
  }

  #giveUp(call: PendingCall, reason: unknown): void {
    if (this.#calls.giveUp(call, reason) && call.position > 0) this.#outbox.sendNow({ stop: { call: call.number } });
  }

  #declare(entry: Declarable): number {
    const known = this.#epoch.entries.get(entry);
    if (known !== undefined) return known;
    const number = this.#epoch.entries.size + 1;
    this.#epoch.entries.set(entry, number);
    const bytes = entry.path.length + entry.text.length;
    this.#outbox.add({ declare: { entry: number, path: entry.path, signature: entry.text } }, bytes, 0);
    return number;
  }

  #lose(established: Established): void {
    const error = new SyftError('CLOSED', 'cannot go on: session lost; the domain no longer knows it');
    this.#epoch = createEpoch(established.prefix);
    this.#counter = established.counter;
    this.#calls.rejectAll(error);
    this.#outbox.clear(error);
  }

  #detach(transport: Transport): void {
    if (this.#transport !== transport) return;
    this.#transport = undefined;
    this.onDetached?.();
  }

  #receive(bytes: Uint8Array): void {
    if (this.#ended !== undefined) return;
    this.stats.bytesReceived += bytes.byteLength;
    try {
      if (isChunk(bytes)) {
        this.stats.chunksReceived++;
        this.#calls.chunk(readChunk(bytes, this.limits));
        return;
      }
      this.stats.framesReceived++;
      for (const message of decodeDomainFrame(bytes, this.limits).messages) this.#dispatch(message);
    } catch (error) {
      this.end(isSyftError(error) ? error : new SyftError('INTERNAL', 'cannot handle frame', { cause: error }));
    }
  }

  #dispatch(message: ReceivedDomainMessage): void {
    const { ack, fault, reply, answer, accept, credit, notice } = message;
    if (ack) this.#outbox.acknowledge(ack.accepted, ack.durable);
    else if (fault) this.#onFault(fault);
    else if (reply) this.#onReply(reply);
    else if (answer) this.#calls.answer(answer);
    else if (accept) this.#calls.accept(accept);
    else if (credit) for (const upload of this.#calls.uploads()) upload.onCredit(credit.transfer, credit.bytes);
    else if (notice) this.onNotice?.(notice.topic, notice.id);
  }

  /** A reply to nothing says why the domain hangs up. */
  #onReply(reply: messages.Reply): void {
    if (reply.call === 0) this.end(errorFromWire(reply));
    else this.#calls.reply(reply);
  }

  #onFault(fault: messages.Fault): void {
    if (fault.id === 0 || fault.id > this.#counter) throw new SyftError('PROTOCOL', 'cannot use fault: nothing has that id');
    this.#epoch.faults.set(fault.id, errorFromWire(fault));
  }

  #createOutlet(): ConstructorParameters<typeof Outbox>[0] {
    const session = this;
    return {
      get limits() {
        return session.#outgoing;
      },
      get isConnected() {
        return session.#transport !== undefined;
      },
      sendFrame(bytes) {
        session.stats.framesSent++;
        session.#send([bytes]);
      },
    };
  }

  #createDownloadHost(): DownloadHost {
    return {
      limits: this.limits,
      checkHead: (head, sizes) => checkHead(head, sizes, this.#context, this.limits),
      openTransfer: (transfer, download) => this.#calls.openTransfer(transfer, download),
      closeTransfer: (transfer) => this.#calls.closeTransfer(transfer),
      grant: (transfer, bytes) => this.#outbox.sendNow({ credit: { transfer, bytes } }),
      giveUp: (call, reason) => this.#giveUp(call, reason),
    };
  }

  #createUploadHost(): UploadHost {
    const session = this;
    return {
      get limits() {
        return session.#outgoing;
      },
      get bufferedBytes() {
        return session.#transport?.bufferedBytes ?? 0;
      },
      sendChunk(parts) {
        session.stats.chunksSent++;
        session.#send(parts);
      },
      giveUp: (call, reason) => this.#giveUp(call, reason),
    };
  }

  #send(parts: readonly Uint8Array[]): void {
    for (const part of parts) this.stats.bytesSent += part.byteLength;
    this.#transport?.send(parts);
  }
}
