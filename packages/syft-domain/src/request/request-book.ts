import {
  type Encoded,
  type ErrorCode,
  fromBytes,
  fromHex,
  messages,
  parseUid,
  type RequestInfo,
  SyftError,
  sign,
  toHex,
  verify,
} from '@syft-libs/ast';
import type { DomainCore } from '../core.ts';
import { notFound } from '../object/rights.ts';
import type { StoredObject } from '../object/stored-object.ts';
import { prepareRequest } from './prepare-request.ts';
import { bindOutcome, type Decision, infoOf, isClosed, type Prepared, type StoredRequest, stateOf } from './release-request.ts';
import { blobOf, dropBlob, sweepBlobs } from './request-blobs.ts';

export interface ApproveOptions {
  /** Milliseconds since 1970; no end unless given. */
  readonly expires?: number;
  /** How many times the value may be fetched; without bound unless given. */
  readonly uses?: number;
}

/** What a release gives: the value, or the code under which its computation failed. */
export type Released = { readonly kind: 'value'; readonly value: Encoded } | { readonly kind: 'failure'; readonly code: ErrorCode };

const { DecisionRecord } = messages;
/** Requests in one answer. */
const PAGE = 500;

/**
 * Requests for release, from the asking to the bytes that leave. A value is encoded once, bound by a salted hash, and
 * those bytes alone are approved and sent. Each step is durable before its effect can be seen.
 */
export class RequestBook {
  readonly #requests = new Map<string, StoredRequest>();
  /** The same as they are on disk: behind by the changes that are being written. */
  readonly #durable = new Map<string, StoredRequest>();
  readonly #preparing = new Map<string, Promise<void>>();
  readonly #waiting = new Map<string, Set<() => void>>();
  #core: DomainCore | undefined;

  /** Reads the requests, and removes the values that none needs. What was not prepared is prepared when it is looked at. */
  async open(core: DomainCore): Promise<void> {
    this.#core = core;
    for (const [, value] of await core.store.scan('requests')) this.#remember(JSON.parse(value as string) as StoredRequest);
    await sweepBlobs(core, this.#requests.values());
  }

  /** All, oldest first. */
  list(): readonly StoredRequest[] {
    return [...this.#requests.values()].sort(byAge);
  }

  /**
   * A page of a person's requests, oldest first: their newest 500, or the newest 500 that are older than the request
   * `before`; fewer when they would not go into half a frame. Throws `NOT_FOUND` when `before` is none of theirs.
   */
  listFor(person: string, before?: string): readonly RequestInfo[] {
    const { environment, limits } = this.#open();
    const end = before === undefined ? undefined : this.get(before, person);
    const older = [...this.#requests.values()]
      .filter((request) => request.person === person && (end === undefined || byAge(request, end) < 0))
      .sort(byAge);
    const page: RequestInfo[] = [];
    let bytes = 0;
    for (const request of older.reverse()) {
      const info = infoOf(request, environment.now());
      bytes += Buffer.byteLength(JSON.stringify(info));
      if (page.length > 0 && (page.length === PAGE || bytes > limits.frameBytes / 2)) break;
      page.push(info);
    }
    return page.reverse();
  }

  /** Throws `NOT_FOUND`, for another's and for none alike. */
  get(id: string, person?: string): StoredRequest {
    const request = this.#requests.get(id);
    if (request === undefined || (person !== undefined && request.person !== person)) throw notFound('request');
    return request;
  }

  /** Whether a person has asked under this id before. */
  has(id: string, person: string): boolean {
    return this.#requests.get(id)?.person === person;
  }

  /** The ids under a prefix that requests have taken. */
  countersOf(prefix: string): readonly number[] {
    return this.list().flatMap(({ id }) => (id.startsWith(`${prefix}:`) ? [parseUid(id).counter] : []));
  }

  /** Records a request; durable when it resolves. Its value is made and bound afterwards. Throws `LIMIT`. */
  async ask(input: {
    readonly id: string;
    readonly object: StoredObject;
    readonly type: string;
    readonly reason: string;
    readonly person: string;
  }): Promise<RequestInfo> {
    const core = this.#open();
    const created = core.environment.now();
    const { id, type, reason, person } = input;
    this.#checkRoom(person);
    const request: StoredRequest = {
      id,
      object: input.object.uid,
      person,
      type,
      reason,
      created,
      prepared: null,
      decision: null,
      cancelled: false,
      usesTaken: 0,
    };
    await this.#update(request, { kind: 'request', detail: { id, object: request.object, person, reason } });
    void this.prepare(id, input.object).catch((error: unknown) => core.log('cannot prepare request', { id, error }));
    return infoOf(request, created);
  }

  #checkRoom(person: string): void {
    const { openRequests, requestsPerPerson } = this.#open().limits;
    let kept = 0;
    let open = 0;
    for (const request of this.#requests.values()) {
      if (request.person !== person) continue;
      kept++;
      if (stateOf(request, 0) === 'pending') open++;
    }
    if (open >= openRequests) throw new SyftError('LIMIT', 'cannot request: openRequests would be exceeded');
    if (kept >= requestsPerPerson) throw new SyftError('LIMIT', 'cannot request: requestsPerPerson would be exceeded');
  }

  /** Makes and binds the value of a request, once; what an owner looks at is always prepared. */
  prepare(id: string, object?: StoredObject): Promise<void> {
    let running = this.#preparing.get(id);
    if (running === undefined) {
      running = this.#prepare(this.get(id), object).finally(() => this.#preparing.delete(id));
      this.#preparing.set(id, running);
    }
    return running;
  }

  /** Waits for what is being prepared. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#preparing.values());
  }

  async #prepare(request: StoredRequest, known: StoredObject | undefined): Promise<void> {
    if (request.prepared !== null || isClosed(request)) return;
    const { id } = request;
    const core = this.#open();
    const { prepared, bytes } = await prepareRequest(core, request, known);
    if (bytes !== undefined) {
      await core.store.deleteBlob(blobOf(id));
      await core.store.putBlob(blobOf(id), [bytes]);
    }
    // It may have been closed meanwhile; from here to the change nothing waits.
    if (isClosed(this.get(id))) await dropBlob(core, id);
    else await this.#update({ ...this.get(id), prepared }, { kind: 'prepare', detail: { id, binding: prepared.binding } });
  }

  /**
   * The bytes that an owner signs to decide. An approval is of what was bound, which is prepared first; a denial needs
   * nothing, and binds nothing when nothing is prepared. Throws `NOT_FOUND`, or `EXISTS` when there is nothing to approve.
   */
  async decisionRecord(id: string, approve: boolean, { expires, uses }: ApproveOptions = {}): Promise<Uint8Array> {
    if (approve) await this.prepare(id);
    const core = this.#open();
    const { object, person, prepared } = this.get(id);
    if (approve && prepared === null) throw new SyftError('EXISTS', 'cannot approve: the request is closed');
    return DecisionRecord.encode({
      domain: toHex(core.keys.domain.publicKey),
      request: id,
      object,
      binding: fromHex(prepared?.binding ?? ''),
      person,
      approve,
      expires: expires ?? 0,
      uses: uses ?? 0,
      issued: core.environment.now(),
    }).finish();
  }

  /** Signs with the owner's key, which the domain holds, and records. */
  async decide(id: string, approve: boolean, options: ApproveOptions = {}): Promise<StoredRequest> {
    const record = await this.decisionRecord(id, approve, options);
    return this.record(id, record, await sign(this.#open().keys.owner, 'decision', record));
  }

  /**
   * Records a signed decision; in force when it resolves. The record has to name this domain, this request, its object,
   * its requester and the very bytes that were bound, or no bytes for a denial: else `BAD_ARGUMENT`.
   */
  async record(id: string, record: Uint8Array, signature: Uint8Array): Promise<StoredRequest> {
    const core = this.#open();
    if (!(await verify(core.keys.owner.publicKey, 'decision', record, signature))) {
      throw new SyftError('NOT_AUTHENTICATED', 'cannot decide: the decision is not signed by the owner');
    }
    const word = DecisionRecord.decode(record);
    const request = this.get(id);
    const matches =
      word.domain === toHex(core.keys.domain.publicKey) &&
      word.request === id &&
      word.object === request.object &&
      word.person === request.person &&
      isBound(word, request.prepared);
    if (!matches) throw new SyftError('BAD_ARGUMENT', 'cannot decide: the decision is about something else');
    if (request.decision !== null || request.cancelled) throw new SyftError('EXISTS', 'cannot decide: the request is closed');
    const decision: Decision = {
      approve: word.approve,
      expires: word.expires === 0 ? null : word.expires,
      uses: word.uses === 0 ? null : word.uses,
      issued: word.issued,
      record: toHex(record),
      signature: toHex(signature),
    };
    const detail = {
      id,
      approve: decision.approve,
      binding: request.prepared?.binding ?? '',
      expires: decision.expires,
      uses: decision.uses,
    };
    const decided = await this.#update({ ...request, decision }, { kind: 'decision', detail });
    if (isClosed(decided)) await dropBlob(core, id);
    return decided;
  }

  /** Takes a pending request back. Throws `NOT_FOUND` or `EXISTS` when it was decided. */
  async cancel(id: string, person: string): Promise<RequestInfo> {
    const request = this.get(id, person);
    if (request.decision !== null) throw new SyftError('EXISTS', 'cannot cancel request: it was decided');
    if (!request.cancelled) await this.#update({ ...request, cancelled: true }, { kind: 'cancel', detail: { id } });
    await dropBlob(this.#open(), id);
    return infoOf(this.get(id), this.#open().environment.now());
  }

  /**
   * Takes one use of an approval and gives the released outcome. The use is taken, and the release on the audit, before
   * a byte is handed out. Anything but an approval in force is an error: `DENIED`, `EXPIRED`, `USED_UP`, `CANCELLED`;
   * for somebody who was removed, `NOT_FOUND`.
   */
  async release(id: string, person: string): Promise<Released> {
    const core = this.#open();
    const request = this.get(id, person);
    const state = stateOf(request, core.environment.now());
    if (state !== 'approved') throw refusal(state);
    const decision = request.decision as Decision;
    const prepared = request.prepared as Prepared;
    const record = fromHex(decision.record);
    if (!(await verify(core.keys.owner.publicKey, 'decision', record, fromHex(decision.signature)))) throw corrupt();
    const released = await this.#outcome(id, prepared);
    const current = this.get(id, person);
    if (stateOf(current, core.environment.now()) !== 'approved') throw refusal(stateOf(current, core.environment.now()));
    if (!core.people.list().some((one) => one.id === person)) throw notFound('request');
    // From here to the commit nothing waits: of two that fetch at once, one takes the last use.
    await this.#update(
      { ...current, usesTaken: current.usesTaken + 1 },
      { kind: 'release', detail: { id, person, binding: prepared.binding } },
    );
    return released;
  }

  /** Resolves when a request is decided or cancelled; at once when it is. */
  async decided(id: string, person: string, signal: AbortSignal): Promise<void> {
    while (stateOf(this.get(id, person), 0) === 'pending' && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const waiting = this.#waiting.get(id) ?? new Set();
        this.#waiting.set(id, waiting.add(resolve));
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
    }
  }

  async #outcome(id: string, { salt, binding, failure }: Prepared): Promise<Released> {
    if (failure !== null) {
      if (bindOutcome(fromHex(salt), failure.code) !== binding) throw corrupt();
      return { kind: 'failure', code: failure.code };
    }
    const bytes = await this.#open().store.getBlob(blobOf(id));
    if (bytes === undefined || bindOutcome(fromHex(salt), bytes) !== binding) throw corrupt();
    return { kind: 'value', value: fromBytes(bytes) };
  }

  /** What was bound, for the owner to look at. Throws `NOT_FOUND` for a request that was denied or cancelled: its value is gone. */
  async preview(id: string): Promise<Released> {
    await this.prepare(id);
    const request = this.get(id);
    if (isClosed(request) || request.prepared === null)
      throw new SyftError('NOT_FOUND', 'cannot show value: it was removed when the request was closed');
    return this.#outcome(id, request.prepared);
  }

  async #update(
    request: StoredRequest,
    audit: { readonly kind: string; readonly detail: Readonly<Record<string, string | number | boolean | null>> },
  ): Promise<StoredRequest> {
    const core = this.#open();
    this.#requests.set(request.id, request);
    try {
      await core.store.commit([change(request)], [{ at: core.environment.now(), ...audit }]);
    } catch (error) {
      this.#takeBack(request);
      throw error;
    }
    this.#durable.set(request.id, request);
    for (const resolve of this.#waiting.get(request.id) ?? []) resolve();
    this.#waiting.delete(request.id);
    return request;
  }

  /** Returns to what is on disk, unless another change has been made since: that one's own end decides then. */
  #takeBack(request: StoredRequest): void {
    const { id } = request;
    if (this.#requests.get(id) !== request) return;
    const durable = this.#durable.get(id);
    if (durable === undefined) this.#requests.delete(id);
    else this.#requests.set(id, durable);
  }

  #remember(request: StoredRequest): void {
    this.#requests.set(request.id, request);
    this.#durable.set(request.id, request);
  }

  #open(): DomainCore {
    if (this.#core === undefined) throw new SyftError('INTERNAL', 'cannot use requests: the domain is not open');
    return this.#core;
  }
}

function change(request: StoredRequest): { kind: 'put'; table: 'requests'; key: string; value: string } {
  return { kind: 'put', table: 'requests', key: request.id, value: JSON.stringify(request) };
}

/** Whether a decision is about what was bound. A denial may be about nothing: it needs no value. */
function isBound({ approve, binding }: messages.DecisionRecord, prepared: Prepared | null): boolean {
  if (!approve && binding.byteLength === 0) return true;
  return prepared !== null && toHex(binding) === prepared.binding;
}

/** Oldest first; those of one millisecond in an order that a restart keeps. */
function byAge(left: StoredRequest, right: StoredRequest): number {
  if (left.created !== right.created) return left.created - right.created;
  const [one, other] = [parseUid(left.id), parseUid(right.id)];
  if (one.prefix !== other.prefix) return one.prefix < other.prefix ? -1 : 1;
  return one.counter - other.counter;
}

function corrupt(): SyftError {
  return new SyftError('CORRUPT', 'cannot release value: what is stored is not what was approved');
}

function refusal(state: RequestInfo['state']): SyftError {
  switch (state) {
    case 'cancelled':
      return new SyftError('CANCELLED', 'cannot give value: the request was cancelled');
    case 'expired':
      return new SyftError('EXPIRED', 'cannot give value: the approval is past its date');
    case 'used-up':
      return new SyftError('USED_UP', 'cannot give value: every use of the approval was taken');
    default:
      return new SyftError('DENIED', 'cannot give value: it was not released');
  }
}
