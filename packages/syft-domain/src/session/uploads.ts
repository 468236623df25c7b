import {
  boundOfValue,
  type Chunk,
  decodeValue,
  type Encoded,
  formatType,
  formatUid,
  type messages,
  SyftError,
  TransferBuffer,
  toPieces,
  transferSize,
  typeOfValue,
  validateHead,
} from '@syft-libs/ast';
import type { DomainCore } from '../core.ts';
import type { Session, StoredUpload } from './session.ts';

/** What the connection does for an upload. */
export interface UploadEvents {
  accept(call: number, transfer: number, offset: number): void;
  credit(transfer: number, bytes: number): void;
  /** The upload is durable, or failed. */
  finish(call: number, error?: SyftError): void;
}

interface Incoming {
  readonly id: number;
  readonly head: Uint8Array;
  readonly buffer: TransferBuffer;
  call: number;
  transfer: number;
  granted: number;
}

/**
 * Receives the large values that a session sends. Head, sizes and room are checked before memory is taken; a broken
 * connection keeps what has arrived, and the same upload goes on from there.
 */
export class Uploads {
  readonly #core: DomainCore;
  readonly #session: Session;
  readonly #byId = new Map<number, Incoming>();
  readonly #byTransfer = new Map<number, Incoming>();
  /** Uploads that have arrived whole and are being stored, by id. */
  readonly #storing = new Map<number, Promise<SyftError | undefined>>();
  #last = 0;

  constructor(core: DomainCore, session: Session) {
    this.#core = core;
    this.#session = session;
  }

  /** Begins an upload or takes it up again. Throws what its sender may learn. */
  begin({ call, id, value, parts }: messages.Put, events: UploadEvents): void {
    const done = this.#session.peek(id);
    if (done?.origin.kind === 'upload') {
      events.finish(call);
      return;
    }
    const storing = this.#storing.get(id);
    if (storing !== undefined) {
      void storing.then((error) => events.finish(call, error));
      return;
    }
    let incoming = this.#byId.get(id);
    if (incoming === undefined) {
      incoming = this.#create(id, value, parts);
      this.#byId.set(id, incoming);
    } else {
      this.#byTransfer.delete(incoming.transfer);
      if (incoming.buffer.size !== transferSize(parts)) throw new SyftError('PROTOCOL', 'cannot take up upload: it is another one');
    }
    incoming.call = call;
    incoming.transfer = ++this.#last;
    incoming.granted = incoming.buffer.received;
    this.#byTransfer.set(incoming.transfer, incoming);
    events.accept(call, incoming.transfer, incoming.buffer.received);
    if (incoming.buffer.done) void this.#finish(incoming, events);
    else this.#grant(incoming, events);
  }

  /** Takes a chunk. Throws `PROTOCOL` for one that nobody asked for. */
  receive({ transfer, offset, data }: Chunk, events: UploadEvents): void {
    const incoming = this.#byTransfer.get(transfer);
    if (incoming === undefined || offset + data.byteLength > incoming.granted) {
      throw new SyftError('PROTOCOL', 'cannot take chunk: no credit was given for it');
    }
    incoming.buffer.write(offset, data);
    if (incoming.buffer.done) void this.#finish(incoming, events);
    else this.#grant(incoming, events);
  }

  /** Gives an upload up and its memory back. */
  stop(call: number): void {
    const incoming = [...this.#byId.values()].find((candidate) => candidate.call === call);
    if (incoming !== undefined) this.#forget(incoming);
  }

  #create(id: number, head: Uint8Array, sizes: readonly number[]): Incoming {
    const { limits } = this.#core;
    if (this.#byId.size >= limits.transfers) throw new SyftError('LIMIT', 'cannot take upload: transfers exceeded');
    if (!sizes.every((size) => Number.isSafeInteger(size) && size >= 0))
      throw new SyftError('PROTOCOL', 'cannot take upload: malformed sizes');
    const size = transferSize(sizes);
    if (size > limits.arrayBytes) throw new SyftError('LIMIT', 'cannot take upload: arrayBytes exceeded');
    const open = [...this.#byId.values()].reduce((sum, { buffer }) => sum + buffer.size, 0);
    this.#session.checkRoom(open + size);
    validateHead(head, sizes, this.#core, limits);
    this.#session.claim(id);
    return {
      id,
      head: new Uint8Array(head),
      buffer: new TransferBuffer(sizes, (bytes) => new SharedArrayBuffer(bytes)),
      call: 0,
      transfer: 0,
      granted: 0,
    };
  }

  #grant(incoming: Incoming, events: UploadEvents): void {
    const { transferWindow } = this.#core.limits;
    const due = Math.min(incoming.buffer.size, incoming.buffer.received + transferWindow) - incoming.granted;
    if (due < transferWindow / 2 && incoming.granted < incoming.buffer.size && incoming.granted > incoming.buffer.received) return;
    incoming.granted += due;
    if (due > 0) events.credit(incoming.transfer, due);
  }

  async #finish(incoming: Incoming, events: UploadEvents): Promise<void> {
    this.#forget(incoming);
    const storing = this.#keep(incoming.id, { head: incoming.head, parts: incoming.buffer.parts() }).then(
      () => undefined,
      (error: unknown) => (error instanceof SyftError ? error : new SyftError('INTERNAL', 'cannot keep upload', { cause: error })),
    );
    this.#storing.set(incoming.id, storing);
    const error = await storing;
    this.#storing.delete(incoming.id);
    events.finish(incoming.call, error);
  }

  /** Stores the value, then its record; only then is there an object. */
  async #keep(counter: number, encoded: Encoded): Promise<void> {
    const core = this.#core;
    const value = decodeValue(encoded, core, core.limits);
    const uid = formatUid(this.#session.prefix, counter);
    const blob = `upload-${uid.replace(':', '-')}`;
    const bytes = encoded.parts.reduce((sum, part) => sum + part.byteLength, encoded.head.byteLength);
    const type = formatType(typeOfValue(value, core.registry));
    const stored: StoredUpload = { counter, type, bound: boundOfValue(value), bytes, blob };
    await core.store.deleteBlob(blob);
    await core.store.putBlob(blob, toPieces(encoded));
    await core.store.commit(
      [{ kind: 'put', table: 'objects', key: uid, value: JSON.stringify(stored) }],
      [{ at: core.environment.now(), kind: 'upload', detail: { object: uid, bytes } }],
    );
    this.#session.keepUpload(stored);
  }

  #forget(incoming: Incoming): void {
    this.#byId.delete(incoming.id);
    this.#byTransfer.delete(incoming.transfer);
  }
}
