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
  toBytes,
  toHex,
  verify,
} from '@syft-libs/ast';
import type { DomainCore } from '../core.ts';
import { notFound } from '../object/rights.ts';
import type { StoredObject } from '../object/stored-object.ts';
import { renderSteps } from '../provenance/render-steps.ts';
import { computeOutcome, GONE, serdeOf, weighOutcome } from './outcome.ts';
import { bindOutcome, type Decision, infoOf, type Prepared, type StoredRequest, stateOf } from './release-request.ts';

export interface ApproveOptions {
  /** Milliseconds since 1970; no end unless given. */
  readonly expires?: number;
  /** How many times the value may be fetched; without bound unless given. */
  readonly uses?: number;
}

/** What a release gives: the value, or the code under which its computation failed. */
export type Released = { readonly kind: 'value'; readonly value: Encoded } | { readonly kind: 'failure'; readonly code: ErrorCode };

const { DecisionRecord } = messages;
const SALT_BYTES = 32;

/**
 * Requests for release, from the asking to the bytes that leave. A value is encoded once, bound by a salted hash, and
 * those bytes alone are approved and sent. Each step is durable before its effect can be seen.
 */
export class RequestBook {
  readonly #requests = new Map<string, StoredRequest>();
  readonly #preparing = new Map<string, Promise<void>>();
  readonly #waiting = new Map<string, Set<() => void>>();
  #core: DomainCore | undefined;

  /** Reads the requests; those that were not prepared when the domain stopped are prepared again. */
  async open(core: DomainCore): Promise<void> {
    this.#core = core;
    for (const [id, value] of await core.store.scan('requests')) this.#requests.set(id, JSON.parse(value as string) as StoredRequest);
  }

  /** All, oldest first. */
  list(): readonly StoredRequest[] {
    return [...this.#requests.values()].sort((left, right) => left.created - right.created);
  }

  listFor(person: string): readonly RequestInfo[] {
    const now = this.#open().environment.now();
    return this.list()
      .filter((request) => request.person === person)
      .map((request) => infoOf(request, now));
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

  /** Records a request; durable when it resolves. Its value is made and bound afterwards. */
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
    const mine = this.list().filter((request) => request.person === person && stateOf(request, created) === 'pending');
    if (mine.length >= core.limits.openRequests) throw new SyftError('LIMIT', 'cannot request: openRequests would be exceeded');
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
    this.#requests.set(id, request);
    await core.store.commit([change(request)], [{ at: created, kind: 'request', detail: { id, object: request.object, person, reason } }]);
    void this.prepare(id, input.object).catch((error: unknown) => core.log('cannot prepare request', { id, error }));
    return infoOf(request, created);
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
    if (request.prepared !== null) return;
    const core = this.#open();
    const { prefix, counter } = parseUid(request.object);
    const session = await core.sessions.restore(prefix);
    const object = known ?? session?.peek(counter);
    const salt = core.environment.randomBytes(SALT_BYTES);
    const outcome = session === undefined || object === undefined ? GONE : await computeOutcome(session, object);
    const provenance =
      object === undefined ? null : await renderSteps(object, { ...serdeOf(core), blob: (name) => core.store.getBlob(name) });
    let prepared: Prepared;
    if (outcome.kind === 'value') {
      const bytes = toBytes(outcome.value, (size) => Buffer.allocUnsafeSlow(size).buffer);
      await core.store.deleteBlob(blobOf(request.id));
      await core.store.putBlob(blobOf(request.id), [bytes]);
      const elements = weighOutcome(outcome.value, core);
      prepared = { salt: toHex(salt), binding: bindOutcome(salt, bytes), elements, bytes: bytes.byteLength, failure: null, provenance };
    } else {
      const { code, detail } = outcome;
      prepared = { salt: toHex(salt), binding: bindOutcome(salt, code), elements: 0, bytes: 0, failure: { code, detail }, provenance };
    }
    await this.#update({ ...this.get(request.id), prepared }, { kind: 'prepare', detail: { id: request.id, binding: prepared.binding } });
  }

  /** The bytes that an owner signs to decide; prepared first. Throws `NOT_FOUND`, or `EXISTS` when it was decided before. */
  async decisionRecord(id: string, approve: boolean, { expires, uses }: ApproveOptions = {}): Promise<Uint8Array> {
    await this.prepare(id);
    const core = this.#open();
    const { object, person, prepared } = this.get(id);
    return DecisionRecord.encode({
      domain: toHex(core.keys.domain.publicKey),
      request: id,
      object,
      binding: fromHex((prepared as Prepared).binding),
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
   * its requester and the very bytes that were bound: else `BAD_ARGUMENT`.
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
      request.prepared !== null &&
      toHex(word.binding) === request.prepared.binding;
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
    return this.#update({ ...request, decision }, { kind: 'decision', detail });
  }

  /** Takes a pending request back. Throws `NOT_FOUND` or `EXISTS` when it was decided. */
  async cancel(id: string, person: string): Promise<RequestInfo> {
    const request = this.get(id, person);
    if (request.decision !== null) throw new SyftError('EXISTS', 'cannot cancel request: it was decided');
    if (!request.cancelled) await this.#update({ ...request, cancelled: true }, { kind: 'cancel', detail: { id } });
    return infoOf(this.get(id), this.#open().environment.now());
  }

  /**
   * Takes one use of an approval and gives the released outcome. The use is taken, and the release on the audit, before
   * a byte is handed out. Anything but an approval in force is an error: `DENIED`, `EXPIRED`, `USED_UP`, `CANCELLED`.
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

  /** What was bound, for the owner to look at. */
  async preview(id: string): Promise<Released> {
    await this.prepare(id);
    return this.#outcome(id, this.get(id).prepared as Prepared);
  }

  async #update(
    request: StoredRequest,
    audit: { readonly kind: string; readonly detail: Readonly<Record<string, string | number | boolean | null>> },
  ): Promise<StoredRequest> {
    const core = this.#open();
    const before = this.#requests.get(request.id);
    this.#requests.set(request.id, request);
    try {
      await core.store.commit([change(request)], [{ at: core.environment.now(), ...audit }]);
    } catch (error) {
      if (before !== undefined) this.#requests.set(request.id, before);
      throw error;
    }
    for (const resolve of this.#waiting.get(request.id) ?? []) resolve();
    this.#waiting.delete(request.id);
    return request;
  }

  #open(): DomainCore {
    if (this.#core === undefined) throw new SyftError('INTERNAL', 'cannot use requests: the domain is not open');
    return this.#core;
  }
}

function change(request: StoredRequest): { kind: 'put'; table: 'requests'; key: string; value: string } {
  return { kind: 'put', table: 'requests', key: request.id, value: JSON.stringify(request) };
}

function blobOf(id: string): string {
  return `request-${id.replace(':', '-')}`;
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
