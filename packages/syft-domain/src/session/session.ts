import {
  type AllowlistEntry,
  type Bound,
  decodeReference,
  decodeValue,
  type Encoded,
  formatUid,
  LAST_COUNTER,
  type messages,
  POINTER,
  type PointerLike,
  parseType,
  parseUid,
  type ReceivedClientMessage,
  SyftError,
} from '@syft-libs/ast';
import type { DomainCore } from '../core.ts';
import { mayUse, notFound } from '../object/rights.ts';
import type { StoredObject } from '../object/stored-object.ts';
import type { Released } from '../request/request-book.ts';
import { type ActionContext, type CheckedAction, checkAction } from './check-action.ts';
import { IdGaps } from './id-gaps.ts';
import { loadForeign, loadObject } from './load-object.ts';
import type { Failure } from './object-computer.ts';
import { Restoration } from './restoration.ts';
import { selectColumns } from './select-columns.ts';
import { SessionValues } from './session-values.ts';
import { UploadSweep } from './upload-sweep.ts';
import type { Uploads } from './uploads.ts';

/** What a session keeps durably of itself. */
export interface SessionRecord {
  readonly person: string;
  /** Hexadecimal; seeds random entries. */
  readonly secret: string;
  readonly created: number;
  /** Digest of every library's manifest, by root, and the engine's version: values are recomputed under the same alone. */
  readonly made: Readonly<Record<string, string>>;
}

/** A finished upload as it is stored. */
export interface StoredUpload {
  readonly counter: number;
  readonly type: string;
  readonly bound: Bound;
  readonly bytes: number;
  readonly blob: string;
}

/** Told of what the caller may learn at once. */
export interface SessionEvents {
  fault(counter: number, error: SyftError): void;
}

/**
 * One authenticated conversation's objects, by an id prefix of its own that outlives connections and restarts. Actions
 * are taken in order; each makes one object, or a fault.
 */
export class Session implements ActionContext {
  readonly prefix: string;
  readonly record: SessionRecord;
  readonly #core: DomainCore;
  readonly #objects = new Map<number, StoredObject>();
  readonly #entries = new Map<number, AllowlistEntry | SyftError>();
  readonly #values: SessionValues;
  readonly #sweep: UploadSweep;
  /** Ids that durable messages have used, while a session is restored. */
  readonly #taken = new Set<number>();
  /** Ids that were spent on something that a restart has lost. */
  #lost = IdGaps.between([], 0);
  #restoration: Restoration | undefined;
  #restoring = false;
  #bytes = 0;
  events: SessionEvents | undefined;
  /** The highest id that was used: no id is used twice. */
  counter = 0;
  /** The number of the last frame that was taken. */
  frames = 0;
  /** The last frame that is on disk, and the bytes of those on their way there. */
  durable = 0;
  readonly recording = new Map<number, Uint8Array>();
  /** Large values on their way in; they outlive a connection. */
  uploads: Uploads | undefined;
  /** Large releases that were begun: taking one up again takes no further use. */
  readonly released = new Map<string, Released>();
  /** Ends the connection that serves the session now; `undefined` when none does. */
  disconnect: (() => void) | undefined;
  constructor(core: DomainCore, prefix: string, record: SessionRecord) {
    this.#core = core;
    this.prefix = prefix;
    this.record = record;
    this.#sweep = new UploadSweep(core, { prefix, person: record.person, live: () => this.#objects.values() });
    this.#values = new SessionValues({
      vms: core.vms,
      prefix,
      secret: Buffer.from(record.secret, 'hex'),
      load: (object) => loadObject(core, object),
      loadForeign: (object) => loadForeign(core, object),
      failed: (object, failure) => this.#failed(object, failure),
      broken: (error) => core.log('cannot start VM', { error }),
    });
  }

  get person(): string {
    return this.record.person;
  }

  /** Has everything to take again that a restart has lost; nothing of it runs, and nobody is told. */
  restoreFrom(messages: readonly ReceivedClientMessage[]): void {
    this.#restoration = new Restoration(messages, (message) => this.#takeAgain(message));
  }

  /** Waits until the session is as it was; `requests` are the ids that requests have taken. */
  async restored(requests: () => Iterable<number>): Promise<void> {
    await this.#restoration?.all(() => {
      for (const counter of requests()) this.#taken.add(counter);
      for (const counter of this.#objects.keys()) this.#taken.add(counter);
      for (const counter of this.#taken) this.counter = Math.max(this.counter, counter);
      this.#lost = IdGaps.between(this.#taken, this.counter);
      this.#taken.clear();
    });
  }

  /** What did nothing then does nothing now: a message that broke the protocol is passed over. */
  async #takeAgain(message: ReceivedClientMessage): Promise<void> {
    this.#restoring = true;
    try {
      await this.take(message);
    } catch (error) {
      this.#core.log('passed over a message', { session: this.prefix, error });
    } finally {
      this.#restoring = false;
    }
  }

  /** Takes one sequenced message. Throws `PROTOCOL` for any other. */
  take(message: ReceivedClientMessage): void | Promise<void> {
    const { action } = message;
    if (action !== null && action !== undefined) return this.#takeAction(action);
    if (message.declare) this.#declare(message.declare);
    else if (message.select) this.#select(message.select);
    else if (message.delete) this.#delete(message.delete);
    else throw new SyftError('PROTOCOL', 'cannot take message: it does not belong into a numbered frame');
  }

  /** Starts to compute what was taken, at the end of this turn: a call for one of the values then goes along. */
  runSoon(): void {
    this.#values.runSoon();
  }

  /** Starts to compute what was taken since the last call. */
  runBatch(): void {
    this.#values.run();
  }

  /**
   * Spends an id: one above all before, or after a restart one that was handed in before the restart and lost by it.
   * Throws `PROTOCOL` for any other, so that no id is used twice.
   */
  claim(counter: number): void {
    if (this.#restoring) this.#taken.add(counter);
    else if (counter <= this.counter && !this.#lost.take(counter)) {
      throw new SyftError('PROTOCOL', 'cannot use id: it is not above those before');
    }
    if (counter > LAST_COUNTER) throw new SyftError('PROTOCOL', 'cannot use id: it is too large');
    this.counter = Math.max(this.counter, counter);
  }

  /** The entry of a declared number. */
  entryOf(number: number): AllowlistEntry {
    const entry = this.#entries.get(number);
    if (entry === undefined) throw new SyftError('PROTOCOL', 'cannot call entry: its number was never declared');
    if (entry instanceof SyftError) throw entry;
    return entry;
  }

  /** The object behind a pointer, of this session or of another one of the person. Throws as {@link object} does. */
  readonly resolve = (pointer: PointerLike): StoredObject | Promise<StoredObject> => {
    const ref = pointer[POINTER];
    const prefix = ref.prefix ?? this.prefix;
    if (prefix === this.prefix) return this.object(ref.counter);
    return this.#resolveForeign(prefix, ref.counter);
  };

  async #resolveForeign(prefix: string, counter: number): Promise<StoredObject> {
    const { sessions } = this.#core;
    if (!this.#restoring || this.#restoration === undefined) {
      const session = await sessions.find(prefix, this.person);
      if (session === undefined) throw notFound();
      return session.object(counter);
    }
    const session = await sessions.open(prefix);
    if (session?.person !== this.person) throw notFound();
    await session.#restoration?.until(() => session.#objects.has(counter), this.#restoration);
    const object = session.#objects.get(counter);
    if (object === undefined || object.origin.kind === 'fault') throw notFound();
    return object;
  }

  /** An object that its maker may use now. Throws `NOT_FOUND`, or the fault under which its id was spent. */
  object(counter: number): StoredObject {
    const object = this.#objects.get(counter);
    if (object === undefined || !(this.#restoring || mayUse(this.person, object, this.#core.grants))) throw notFound();
    if (object.origin.kind === 'fault') throw new SyftError(object.origin.code, object.origin.message);
    return object;
  }

  /** Without the check of rights: for the owner's eyes, and for recomputing. */
  peek(counter: number): StoredObject | undefined {
    return this.#objects.get(counter);
  }

  async valueOf(object: StoredObject): Promise<unknown> {
    return decodeValue(await this.encode(object), this.#core, this.#core.limits);
  }

  /** The encoded value of an object, of this or of another session; computed first if need be. */
  async encode(object: StoredObject, options: { readonly canonical?: boolean } = {}): Promise<Encoded> {
    return object.prefix === this.prefix ? this.#values.encode(object, options) : loadForeign(this.#core, object, options);
  }

  /** Says that a library, or the engine, has changed since the session's values were made: none is made again. */
  outdate(what: string): void {
    this.#values.outdated = what;
  }

  /** Keeps an object that did not come from an action. */
  keep(counter: number, checked: CheckedAction): StoredObject {
    const object: StoredObject = { uid: formatUid(this.prefix, counter), prefix: this.prefix, counter, ...checked };
    this.#objects.set(counter, object);
    this.#bytes += object.bytes;
    return object;
  }

  /** Keeps an upload under the id that it was given, and spends the id. Its holder may read it. */
  keepUpload({ counter, type, bound, bytes, blob }: StoredUpload): StoredObject {
    this.counter = Math.max(this.counter, counter);
    return this.keep(counter, {
      type: parseType(type),
      readable: true,
      sources: this.#core.sources.none,
      bound,
      bytes,
      origin: { kind: 'upload', blob },
    });
  }

  /** Throws `LIMIT` when a further object of this size is too much. */
  checkRoom(bytes: number, objects = 1): void {
    const { sessionBytes, sessionObjects } = this.#core.limits;
    if (this.#objects.size + objects > sessionObjects) throw new SyftError('LIMIT', 'cannot keep object: sessionObjects would be exceeded');
    if (this.#bytes + bytes > sessionBytes) throw new SyftError('LIMIT', 'cannot keep object: sessionBytes would be exceeded');
  }

  /** Gives back the memory of values and of unfinished uploads; the objects stay. */
  release(): Promise<void> {
    this.uploads = undefined;
    this.released.clear();
    return this.#values.release();
  }

  #takeAction(action: messages.Action): void | Promise<void> {
    this.claim(action.id);
    try {
      const checked = checkAction(this.#core, this, action);
      if (checked instanceof Promise) {
        return checked.then((done) => this.#made(action.id, done)).catch((error: unknown) => this.#fault([action.id], error));
      }
      this.#made(action.id, checked);
    } catch (error) {
      this.#fault([action.id], error);
    }
  }

  #made(counter: number, checked: CheckedAction): void {
    if (!this.#restoring) this.checkRoom(checked.bytes);
    const object = this.keep(counter, checked);
    if (!this.#restoring) this.#values.add(object);
  }

  #declare({ entry: number, path, signature }: messages.Declare): void {
    const entry = this.#core.allowlist.lookup(path);
    const known = this.#entries.get(number);
    if (known !== undefined) throw new SyftError('PROTOCOL', 'cannot declare entry: its number is taken');
    if (this.#entries.size >= this.#core.limits.declaredEntries)
      throw new SyftError('LIMIT', 'cannot declare entry: declaredEntries exceeded');
    if (entry === undefined) {
      this.#entries.set(number, new SyftError('NOT_ALLOWED', 'cannot call this path: it is not on the allowlist'));
    } else if (entry.text !== signature) {
      this.#entries.set(number, new SyftError('LIBRARY_MISMATCH', `cannot call ${entry.path}: the domain runs it with another signature`));
    } else this.#entries.set(number, entry);
  }

  #select(select: messages.Select): void {
    const counters = select.columns.map((_, index) => select.id + index);
    for (const counter of counters) this.claim(counter);
    try {
      const columns = selectColumns(this.#core, this.person, { select, restoring: this.#restoring });
      if (!this.#restoring)
        this.checkRoom(
          columns.reduce((sum, { bytes }) => sum + bytes, 0),
          columns.length,
        );
      columns.forEach((column, index) => {
        this.keep(select.id + index, column);
      });
    } catch (error) {
      this.#fault(counters, error);
    }
  }

  #delete({ objects }: messages.Delete): void {
    const gone: StoredObject[] = [];
    for (const bytes of objects) {
      const { prefix, counter } = decodeReference(bytes);
      const object = prefix === undefined ? this.#objects.get(counter) : undefined;
      // Its record may have been swept away before the restart; its id stays spent.
      if (this.#restoring && prefix === undefined) this.#taken.add(counter);
      if (object === undefined) continue;
      this.#objects.delete(counter);
      this.#bytes -= object.bytes;
      gone.push(object);
    }
    if (!this.#restoring) this.#values.forget(gone);
    this.#sweep.deleted(gone);
  }

  /** Spends ids on a refusal that their owner may know: it follows from the message and from public facts. */
  #fault(counters: readonly number[], error: unknown): void {
    const known = error instanceof SyftError ? error : new SyftError('INTERNAL', 'cannot take action: an internal fault', { cause: error });
    if (known.code === 'INTERNAL') this.#core.log('internal fault', { error });
    for (const counter of counters) {
      this.#objects.set(counter, {
        uid: formatUid(this.prefix, counter),
        prefix: this.prefix,
        counter,
        type: { kind: 'unknown' },
        readable: true,
        sources: this.#core.sources.none,
        bound: { elements: 0 },
        bytes: 0,
        origin: { kind: 'fault', code: known.code, message: known.message },
      });
      if (!this.#restoring) this.events?.fault(counter, known);
    }
  }

  /** A failure inside the library goes to the owner; to the caller only where they could read the result. */
  #failed(object: StoredObject, { code, detail }: Failure): void {
    this.#core.log('computation failed', { object: object.uid, code, detail });
    if (object.readable) this.events?.fault(object.counter, new SyftError(code, 'cannot compute value: the call failed'));
  }
}

/** The object that a uid names, for a person. Throws `NOT_FOUND`. */
export async function findObject(core: DomainCore, uid: string, person: string): Promise<{ session: Session; object: StoredObject }> {
  const { prefix, counter } = parseUid(uid);
  const session = await core.sessions.find(prefix, person);
  if (session === undefined) throw notFound();
  return { session, object: session.object(counter) };
}
