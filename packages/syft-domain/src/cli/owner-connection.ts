import {
  clientTranscript,
  DEFAULT_LIMITS,
  decodeDomainFrame,
  decodeStrict,
  domainTranscript,
  encodeClientFrame,
  equalBytes,
  isErrorCode,
  type Limits,
  messages,
  NONCE_BYTES,
  PROTOCOL_VERSION,
  type ReceivedDomainMessage,
  type SigningKey,
  SyftError,
  sign,
  type Transport,
  verify,
} from '@syft-libs/ast';
import type { OwnerAnswers } from './owner-answers.ts';

export interface OwnerCallOptions {
  readonly args?: Readonly<Record<string, unknown>>;
  readonly record?: Uint8Array;
  readonly signature?: Uint8Array;
}

export interface OwnerConnectionOptions {
  readonly owner: SigningKey;
  /** The public key that the domain has to prove. */
  readonly domainKey: Uint8Array;
}

interface PendingCall {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** A domain's answers are lists that may be long; the domain has proven its key before it sends one. */
const LIMITS: Limits = { ...DEFAULT_LIMITS, frameBytes: 64 * 1024 * 1024, frameFields: 1_000_000 };

/** The owner's side of a connection to a domain. */
export class OwnerConnection {
  readonly #transport: Transport;
  readonly #pending = new Map<number, PendingCall>();
  #lastCall = 0;
  /** Takes the next message of the handshake; after it, messages are frames. */
  #awaiting: PendingCall | undefined;
  #ended: SyftError | undefined;

  private constructor(transport: Transport) {
    this.#transport = transport;
    transport.open({ message: (bytes) => this.#receive(bytes), close: () => this.#end(closedError()), drain: () => {} });
  }

  /**
   * Proves to each other who the owner and the domain are. Throws `UNKNOWN_DOMAIN` for a domain of another key,
   * `TIMEOUT` when nobody answers, `NOT_AUTHENTICATED` when the domain refuses the key.
   */
  static async open(transport: Transport, options: OwnerConnectionOptions): Promise<OwnerConnection> {
    const connection = new OwnerConnection(transport);
    const timer = setTimeout(
      () => connection.#end(new SyftError('TIMEOUT', 'cannot connect: the domain does not answer')),
      LIMITS.handshakeTimeout,
    );
    try {
      await connection.#authenticate(options);
      return connection;
    } catch (error) {
      transport.close();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Sends a call and resolves with its answer. Rejects with the domain's error, or `CLOSED`. */
  call<Op extends keyof OwnerAnswers>(op: Op, { args = {}, record, signature }: OwnerCallOptions = {}): Promise<OwnerAnswers[Op]> {
    return new Promise((resolve, reject) => {
      if (this.#ended !== undefined) {
        reject(this.#ended);
        return;
      }
      const call = ++this.#lastCall;
      this.#pending.set(call, { resolve: resolve as (answer: unknown) => void, reject });
      const json = new TextEncoder().encode(JSON.stringify(args));
      this.#transport.send([
        encodeClientFrame({ messages: [{ call: { call, op, json, ...(record && { record }), ...(signature && { signature }) } }] }),
      ]);
    });
  }

  close(): void {
    this.#transport.close();
    this.#end(closedError());
  }

  async #authenticate({ owner, domainKey }: OwnerConnectionOptions): Promise<void> {
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    const hello = messages.ClientHello.encode({ protocol: PROTOCOL_VERSION, clientKey: owner.publicKey, nonce, origin: 'local' }).finish();
    const theirs = await this.#exchange(hello);
    const domainHello = decodeStrict(messages.DomainHello, theirs);
    if (!equalBytes(domainHello.domainKey, domainKey))
      throw new SyftError('UNKNOWN_DOMAIN', 'cannot connect: a domain of another key answers for this folder');
    if (domainHello.protocol !== PROTOCOL_VERSION || domainHello.nonce.byteLength !== NONCE_BYTES)
      throw new SyftError('PROTOCOL', 'cannot connect: malformed hello');
    if (!(await verify(domainKey, 'domain-hello', domainTranscript(hello, domainHello), domainHello.signature))) {
      throw new SyftError('NOT_AUTHENTICATED', 'cannot connect: the domain’s signature is wrong');
    }
    const signature = await sign(owner, 'client-proof', clientTranscript(hello, theirs, { invitation: '', secret: new Uint8Array(0) }));
    const { roles } = decodeStrict(messages.Welcome, await this.#exchange(messages.ClientProof.encode({ signature }).finish()));
    if (!roles.includes('owner'))
      throw new SyftError('NOT_AUTHENTICATED', 'cannot connect: the domain does not take this key for its owner’s');
  }

  /** Sends a message of the handshake and waits for the one that answers it. */
  #exchange(message: Uint8Array): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      if (this.#ended !== undefined) {
        reject(this.#ended);
        return;
      }
      this.#awaiting = { resolve: resolve as (answer: unknown) => void, reject };
      this.#transport.send([message]);
    });
  }

  #receive(bytes: Uint8Array): void {
    const awaiting = this.#awaiting;
    if (awaiting !== undefined) {
      this.#awaiting = undefined;
      const refusal = readRefusal(bytes);
      if (refusal === undefined) awaiting.resolve(bytes);
      else awaiting.reject(refusal);
      return;
    }
    try {
      for (const { reply } of decodeDomainFrame(bytes, LIMITS).messages) if (reply) this.#settle(reply);
    } catch (error) {
      this.#transport.close();
      this.#end(error instanceof SyftError ? error : closedError());
    }
  }

  #settle({ call, code, message, json }: NonNullable<ReceivedDomainMessage['reply']>): void {
    if (call === 0) {
      this.#end(errorOf(code, message));
      return;
    }
    const pending = this.#pending.get(call);
    this.#pending.delete(call);
    if (code !== '') pending?.reject(errorOf(code, message));
    else pending?.resolve(JSON.parse(new TextDecoder().decode(json)));
  }

  #end(error: SyftError): void {
    if (this.#ended !== undefined) return;
    this.#ended = error;
    this.#awaiting?.reject(error);
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }
}

/** A refusal in place of a message of the handshake: a frame that holds one reply to no call. */
function readRefusal(bytes: Uint8Array): SyftError | undefined {
  try {
    const [message, ...others] = decodeDomainFrame(bytes, LIMITS).messages;
    const reply = others.length === 0 ? message?.reply : undefined;
    return reply && reply.call === 0 && reply.code !== '' ? errorOf(reply.code, reply.message) : undefined;
  } catch {
    return undefined;
  }
}

function errorOf(code: string, message: string): SyftError {
  return isErrorCode(code) ? new SyftError(code, message) : new SyftError('PROTOCOL', 'cannot read answer: it has no known code');
}

function closedError(): SyftError {
  return new SyftError('CLOSED', 'cannot go on: the domain closed the connection');
}
