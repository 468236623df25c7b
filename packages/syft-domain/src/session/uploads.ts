import {
  boundOfValue,
  type Chunk,
  decodeValue,
  type Encoded,
  formatType,
  formatUid,
  INLINE_BYTES,
  type messages,
  parseType,
  SyftError,
  TransferBuffer,
  toPieces,
  transferSize,
  typeOfValue,
  validateHead,
} from '@syft-libs/ast';
import type { DomainCore } from '../core.ts';
import type { Session, StoredUpload } from './session.ts';
import { uploadQuotaOf } from './upload-quota.ts';

/** What the connection does for an upload. */
export interface UploadEvents {
  accept(call: number, transfer: number, offset: number): void;
  credit(transfer: number, bytes: number): void;
  /** The upload is durable, or failed. */
  finish(call: number, error?: SyftError): void;
}

/** An upload whose value has arrived whole. */
interface Storing {
  readonly bytes: number;
  readonly done: Promise<SyftError | undefined>;
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
  readonly #storing = new Map<number, Storing>();
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
      void storing.done.then((error) => events.finish(call, error));
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
    if (!sizes.every((size) => Number.isSafeInteger(size) && size >= 0))
      throw new SyftError('PROTOCOL', 'cannot take upload: malformed sizes');
    const size = transferSize(sizes);
    if (size > limits.arrayBytes) throw new SyftError('LIMIT', 'cannot take upload: arrayBytes exceeded');
    this.#checkInFlight(head.byteLength + size);
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

  /**
   * Bounds what has been announced and is not an object yet, waiting for the disk included: the large ones by number, the
   * small ones by their bytes together, and all by the session's room.
   */
  #checkInFlight(bytes: number): void {
    const { transfers, transferWindow, pendingCalls } = this.#core.limits;
    const inFlight = this.#inFlight();
    const large = inFlight.filter((size) => size > INLINE_BYTES).length;
    const small = sumOf(inFlight.filter((size) => size <= INLINE_BYTES));
    if (inFlight.length >= pendingCalls || (bytes > INLINE_BYTES ? large >= transfers : small + bytes > transferWindow))
      throw new SyftError('LIMIT', 'cannot take upload: transfers exceeded');
    this.#session.checkRoom(sumOf(inFlight) + bytes, inFlight.length + 1);
  }

  /** Bytes of each upload that is not an object yet. */
  #inFlight(): readonly number[] {
    const arriving = [...this.#byId.values()].map(({ head, buffer }) => head.byteLength + buffer.size);
    return [...arriving, ...[...this.#storing.values()].map(({ bytes }) => bytes)];
  }

  async #finish(incoming: Incoming, events: UploadEvents): Promise<void> {
    const { id, head, buffer } = incoming;
    this.#forget(incoming);
    const done = this.#keep(id, { head, parts: buffer.parts() }).then(
      () => undefined,
      (error: unknown) => (error instanceof SyftError ? error : new SyftError('INTERNAL', 'cannot keep upload', { cause: error })),
    );
    this.#storing.set(id, { bytes: head.byteLength + buffer.size, done });
    const error = await done;
    this.#storing.delete(id);
    events.finish(incoming.call, error);
  }

  /** Checks everything, then stores the value, then its record; only then is there an object, and nothing can fail. */
  async #keep(counter: number, encoded: Encoded): Promise<void> {
    const core = this.#core;
    const { person } = this.#session;
    const value = decodeValue(encoded, core, core.limits);
    const uid = formatUid(this.#session.prefix, counter);
    const blob = `upload-${uid.replace(':', '-')}`;
    const bytes = encoded.parts.reduce((sum, part) => sum + part.byteLength, encoded.head.byteLength);
    const stored: StoredUpload = { counter, type: this.#typeOf(value), bound: boundOfValue(value), bytes, blob };
    await uploadQuotaOf(core).take(person, bytes);
    try {
      this.#session.checkRoom(sumOf(this.#inFlight()));
      await core.store.deleteBlob(blob);
      await core.store.putBlob(blob, toPieces(encoded));
      await core.store.commit(
        [{ kind: 'put', table: 'objects', key: uid, value: JSON.stringify(stored) }],
        [{ at: core.environment.now(), kind: 'upload', detail: { object: uid, bytes } }],
      );
    } catch (error) {
      await uploadQuotaOf(core).giveBack(person, bytes);
      throw error;
    }
    this.#session.keepUpload(stored);
  }

  /** The text of a value's type: short, since every question about the object repeats it, and sure to be read back. */
  #typeOf(value: unknown): string {
    const text = formatType(typeOfValue(value, this.#core.registry));
    if (text.length > this.#core.limits.typeLength) throw new SyftError('LIMIT', 'cannot keep upload: typeLength exceeded');
    try {
      parseType(text);
    } catch (cause) {
      throw new SyftError('BAD_ARGUMENT', 'cannot keep upload: no text says its type', { cause });
    }
    return text;
  }

  #forget(incoming: Incoming): void {
    this.#byId.delete(incoming.id);
    this.#byTransfer.delete(incoming.transfer);
  }
}

function sumOf(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + size, 0);
}
