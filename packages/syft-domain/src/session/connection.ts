import {
  decodeClientFrame,
  isChunk,
  isSyftError,
  MESSAGE_ROLES,
  type MessageName,
  type ReceivedClientFrame,
  readChunk,
  SyftError,
  type Transport,
} from '@syft-libs/ast';
import type { DomainCore } from '../core.ts';
import { answerOwner } from '../server/owner-calls.ts';
import { type Authenticated, Handshake, type Peer } from './handshake.ts';
import { Outbox } from './outbox.ts';
import { RateLimit } from './rate-limit.ts';
import { parseArguments } from './scientist-calls.ts';
import { SessionConnection } from './session-connection.ts';

/** What the server watches of a connection. */
export interface ConnectionEvents {
  /** A handshake failed; counts against the address. */
  refused(): void;
  closed(): void;
}

type Phase = 'hello' | 'proof' | 'busy' | 'open' | 'closed';

/** One transport's way through the handshake and into its session. Serves until it closes, or breaks the protocol. */
export class Connection {
  readonly #core: DomainCore;
  readonly #transport: Transport;
  readonly #events: ConnectionEvents;
  readonly #handshake: Handshake;
  readonly #outbox: Outbox;
  readonly #rate: RateLimit;
  readonly #timer: NodeJS.Timeout;
  #phase: Phase = 'hello';
  #who: Authenticated | undefined;
  #session: SessionConnection | undefined;

  constructor(core: DomainCore, transport: Transport, peer: Peer, events: ConnectionEvents) {
    this.#core = core;
    this.#transport = transport;
    this.#events = events;
    this.#handshake = new Handshake(core, peer);
    this.#outbox = new Outbox(transport, core.limits);
    this.#rate = new RateLimit(core.limits);
    this.#timer = setTimeout(
      () => this.#refuse(new SyftError('TIMEOUT', 'cannot admit: the handshake took too long')),
      core.limits.handshakeTimeout,
    );
    transport.open({
      message: (bytes) => this.#receive(bytes),
      close: () => this.#closed(),
      drain: () => this.#session?.drain(),
    });
  }

  close(): void {
    this.#transport.close();
  }

  #receive(bytes: Uint8Array): void {
    switch (this.#phase) {
      case 'hello':
        this.#step(bytes, 'proof', async () => this.#transport.send([await this.#handshake.greet(bytes)]));
        return;
      case 'proof':
        this.#step(bytes, 'open', async () => this.#open(await this.#handshake.admit(bytes)));
        return;
      case 'open':
        this.#serve(bytes);
        return;
      case 'busy':
        this.#refuse(new SyftError('PROTOCOL', 'cannot admit: more than was asked for came'));
        return;
      case 'closed':
    }
  }

  #step(bytes: Uint8Array, next: Phase, task: () => Promise<void>): void {
    this.#phase = 'busy';
    if (bytes.byteLength > this.#core.limits.handshakeBytes) {
      this.#refuse(new SyftError('LIMIT', 'cannot admit: handshakeBytes exceeded'));
      return;
    }
    task().then(
      () => {
        if (this.#phase === 'busy') this.#phase = next;
      },
      (error: unknown) => this.#refuse(error),
    );
  }

  #open(who: Authenticated): void {
    if (this.#phase === 'closed') return;
    clearTimeout(this.#timer);
    this.#who = who;
    this.#phase = 'open';
    this.#transport.send([who.welcome]);
    if (who.session !== undefined) {
      this.#session = new SessionConnection(this.#core, who.session, { transport: this.#transport, outbox: this.#outbox });
    }
  }

  #serve(bytes: Uint8Array): void {
    try {
      if (isChunk(bytes)) {
        if (this.#session === undefined) throw new SyftError('NOT_PERMITTED', 'cannot take chunk: it is not for your role');
        this.#session.takeChunk(readChunk(bytes, this.#core.limits));
        return;
      }
      const frame = decodeClientFrame(bytes, this.#core.limits);
      this.#rate.spend(frame.messages.length);
      this.#checkRoles(frame);
      if (this.#session === undefined) this.#serveOwner(frame);
      else this.#session.takeFrame(frame, bytes);
    } catch (error) {
      this.#fail(error);
    }
  }

  #checkRoles({ messages }: ReceivedClientFrame): void {
    for (const message of messages) {
      const name = message.body as MessageName | undefined;
      const roles: readonly string[] = name !== undefined && Object.hasOwn(MESSAGE_ROLES, name) ? MESSAGE_ROLES[name] : [];
      if (!roles.includes(this.#who?.role ?? '')) throw new SyftError('NOT_PERMITTED', 'cannot take message: it is not for your role');
    }
  }

  #serveOwner({ messages }: ReceivedClientFrame): void {
    for (const { call } of messages) {
      if (!call) continue;
      const { call: number, op } = call;
      const answer = async (): Promise<unknown> =>
        answerOwner(this.#core, op, { args: parseArguments(call.json), record: call.record, signature: call.signature });
      answer().then(
        (value) => this.#outbox.send({ reply: { call: number, json: new TextEncoder().encode(JSON.stringify(value ?? null)) } }),
        (error: unknown) => this.#outbox.send({ reply: { call: number, ...this.#explain(error) } }),
      );
    }
  }

  #explain(error: unknown): { readonly code: string; readonly message: string } {
    if (isSyftError(error)) return { code: error.code, message: error.message };
    this.#core.log('internal fault', { error });
    return { code: 'INTERNAL', message: 'cannot answer: an internal fault' };
  }

  #refuse(error: unknown): void {
    if (this.#phase === 'closed') return;
    this.#events.refused();
    this.#fail(error);
  }

  /** Says why and closes. */
  #fail(error: unknown): void {
    if (this.#phase === 'closed') return;
    this.#outbox.send({ reply: { call: 0, ...this.#explain(error) } });
    this.#outbox.flush();
    this.#transport.close();
    this.#closed();
  }

  #closed(): void {
    if (this.#phase === 'closed') return;
    this.#phase = 'closed';
    clearTimeout(this.#timer);
    this.#session?.close();
    this.#events.closed();
  }
}
